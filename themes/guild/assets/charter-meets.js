// What a group's page and card tell of its meetings, from the answers of the form.

import { DAY, clockAt, momentOf, zoneNamed } from "./zones.js";
import { beganOn, dayOf, daysBetween, isOn, meetingsNotOver, meetingsOf, minutesOf, nextOn, rangeOf, ruleOf, startOf } from "./meeting-days.js";
import { element } from "./page.js";
import { rhythm } from "./schedule-words.js";
import { dateWords, hoursOn, lengthWords, longDateWords, marked, meets, modeOf, placeInShort, placeWords, room, zoneWords } from "./series-words.js";
import { sayer } from "./words.js";

const say = sayer("words:meeting-from meeting-set-dates");

const LISTED = 12; // coming meetings of a series that no words describe
const LISTED_DAYS = 731; // how far ahead they may be
const SHOWN = 4; // meetings of all series on a page, and more only where each is of another series
const MOST_FIRSTS = 8;
const SHOWN_AT_ONCE = 2; // of these, before the others are unfolded

const take = (meetings, most) => Array.from({ length: most }, () => meetings.next().value).filter(Boolean);
const minutes = (time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** What the meetings of a charter are on a day. */
export class Meetings {
  constructor({ meetings = [], status, founded }, today) {
    const began = beganOn({ founded }, today);
    this.areHeld = !["paused", "ended"].includes(status);
    this.all = meetings.map((series) => new Series(series, today, began));
    this.shown = this.all.filter((series) => status !== "ended" || series.hasBegun);
    this.next = this.areHeld ? nextOfEach(this.all) : [];
    this.current = currentOf(this.all, status);
    this.isOver = this.areHeld && meetings.length > 0 && this.current.length === 0;
    this.hasDates = this.areHeld && this.all.some(({ firstDay }) => firstDay !== undefined);
  }

  answers(home) {
    const held = [...new Map(this.all.map(({ place }) => [JSON.stringify([modeOf(place), room(place), place?.online]), place])).values()];
    const next = tiles(this.next);
    const first = this.next.findIndex(({ end }) => Date.parse(end) > Date.now()); // one of today may be over
    const towns = new Set(this.current.map(({ place }) => place?.town).filter((town) => town && town !== home));
    return {
      when: this.shown.map((series) => () => lineOf(series, this.meets(series, this.next))),
      held: held.map((place) => () => placeElements(place)),
      next: next.slice(0, SHOWN_AT_ONCE),
      later: next.slice(SHOWN_AT_ONCE),
      first: next[first] && { ...next[first], place: placeInShort(this.next[first].place) },
      series: this.shown.map((series) => this.rows(series, held.length > 1)).filter(Boolean),
      meets: this.current[0] && this.meets(this.current[0], this.next.slice(0, 1)),
      mode: this.current.length ? modeOf(...this.current.map(({ place }) => place)) : undefined,
      towns: [...towns],
    };
  }

  /** When a series meets, with the date from which it does, unless a meeting of that day is among those shown. */
  meets({ series, began, today, firstDay }, shown) {
    const words = meets(series, began);
    const isAhead = this.areHeld && firstDay > today && !shown.some(({ day }) => day === firstDay);
    return isAhead ? say("meeting-from", { meets: words, date: dateWords(firstDay) }) : words;
  }

  /** What is told of a series further down the page, if anything is. */
  rows(one, areApart) {
    const { series, began } = one;
    const when = rhythm(series, began);
    const isOver = this.areHeld && one.isOver;
    const rows = {
      timezone: !series.time && series.timezone ? zoneWords(series.timezone) : undefined,
      duration: lengthWords(series),
      coming: this.areHeld && when === null ? one.listed(this.next) : [],
      changes: this.areHeld ? one.changes() : [],
      until: when === null && one.start !== null ? marked(series.until) : undefined,
      place: areApart ? () => placeElements(series.place) : undefined,
      url: linkTo(series.url),
      notes: linkTo(series.notes),
      recordings: linkTo(series.recordings),
      notice: series.notice,
    };
    const isEmpty = Object.values(rows).every((row) => row === undefined || row.length === 0 && Array.isArray(row));
    if (isEmpty && !isOver) return null;
    const heading = this.shown.length > 1 ? series.name ?? when ?? say("meeting-set-dates") : undefined;
    return { ...rows, heading, kind: isOver ? 1 : 0 };
  }
}

/** A series, and its meetings on a day and after it. */
class Series {
  constructor(series, today, began) {
    Object.assign(this, { series, today, began, place: series.place, start: startOf(series, began) });
    this.firstDay = meetingsOf(series, began).next().value?.day;
    const isOpen = !series.dates && this.start === null;
    this.hasBegun = isOpen || this.firstDay <= today;
    this.isOver = !isOpen && !isOn(series, today, began);
  }

  /** Its meetings with their times. */
  *coming() {
    const { series, today, began } = this;
    const zone = zoneNamed(series.timezone ?? "");
    if (!zone || !series.time) return;
    for (const { day, time = series.time, place = series.place } of meetingsNotOver(series, today, began)) {
      const begin = momentOf(zone, day * DAY + minutes(time) * 60_000);
      const end = begin + minutesOf(series.duration ?? "") * 60_000;
      yield { day, begin, start: instant(zone, begin), end: instant(zone, end), zone: zoneWords(series.timezone), place };
    }
  }

  listed(shown) {
    const isShown = ({ start }) => shown.some((other) => other.start === start);
    const near = take(this.coming(), LISTED).filter(({ day }) => day < this.today + LISTED_DAYS);
    return near.filter((meeting) => !isShown(meeting)).map(({ day, start, end }) => ({ start, end, date: longDateWords(day) }));
  }

  /** What is different from the series from today on: breaks, and meetings that are moved. */
  changes() {
    const { series, today } = this;
    const moved = (series.moved ?? []).map((one) => ({ ...one, from: dayOf(one.from ?? ""), to: dayOf(one.to ?? "") }));
    const isAhead = ({ from, to }) => from !== null && to !== null && from >= today;
    const changes = [...this.breaks(), ...moved.filter(isAhead).map((one) => this.moveOf(one))];
    return changes.sort((one, other) => (one.day.iso < other.day.iso ? -1 : 1));
  }

  moveOf({ from, to, time = this.series.time, place }) {
    const hours = time && hoursOn(to, { ...this.series, time });
    const words = [from !== to && longDateWords(to), hours, place && placeWords(place)].filter(Boolean).join(", ");
    return { kind: from === to ? 3 : 2, day: marked(from, longDateWords), to: words };
  }

  breaks() {
    const rule = ruleOf(this.series);
    if (!rule || this.start === null) return [];
    const ranges = (this.series.skip ?? []).map(rangeOf).filter(Boolean);
    const days = ranges.flatMap(({ from, to }) => daysBetween(rule, this.start, { from: Math.max(from, this.today), to }, 400));
    const rows = [];
    for (const day of [...new Set(days)].sort((one, other) => one - other)) {
      const last = rows.at(-1);
      if (last && nextOn(rule, this.start, last[1] + 1) === day) last[1] = day;
      else rows.push([day, day]);
    }
    const words = (day) => marked(day, longDateWords);
    return rows.map(([from, to]) => (from === to ? { kind: 0, day: words(from) } : { kind: 1, day: words(from), last: words(to) }));
  }
}

/** The series by which a group meets now or, if none has begun, will meet. Of a group that does not meet any more, those by
 * which it met. */
function currentOf(all, status) {
  const begun = all.filter(({ hasBegun }) => hasBegun);
  const lasting = begun.filter(({ isOver }) => !isOver);
  if (status === "ended" || (status === "paused" && !lasting.length)) return begun;
  return lasting.length || status === "paused" ? lasting : all.filter(({ hasBegun, isOver }) => !hasBegun && !isOver);
}

/** The next meetings of all series: the first of each, and as many more as there is room for. */
function nextOfEach(all) {
  const byTime = (meetings) => meetings.sort((one, other) => one.begin - other.begin);
  const coming = all.map((series) => take(series.coming(), SHOWN + 1));
  const firsts = byTime(coming.flatMap(([one]) => one ?? [])).slice(0, MOST_FIRSTS);
  const others = byTime(coming.flatMap(([, ...others]) => others));
  return byTime([...firsts, ...others.slice(0, Math.max(0, SHOWN - firsts.length))]);
}

/** Meetings as tiles. Where they are in several places, each has its own, in as few words as tell it from the others. */
function tiles(meetings) {
  const differ = (words) => meetings.some(({ place }, at) => at > 0 && words(place) !== words(meetings[at - 1].place));
  const same = (words) => meetings.some(({ place }, at) => at > 0 && JSON.stringify(place) !== JSON.stringify(meetings[at - 1].place) && words(place) === words(meetings[at - 1].place));
  const words = same(placeInShort) ? placeWords : placeInShort;
  const areApart = differ(JSON.stringify);
  return meetings.map(({ start, end, zone, place }) => ({ start, end, zone, place: areApart ? words(place) : undefined, isInPerson: room(place) !== "" && !place?.online }));
}

/** A moment with the offset of a zone, to the minute: `2026-12-08T18:30+00:00`. */
function instant(zone, moment) {
  const clock = clockAt(zone, moment);
  const ahead = Math.round((clock - moment) / 60_000);
  const offset = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${new Date(clock).toISOString().slice(0, 16)}${ahead < 0 ? "-" : "+"}${offset}`;
}

function lineOf({ series: { name } }, words) {
  return element("span", {}, ...(name ? [element("bdi", {}, name), ": "] : []), words);
}

/** Where a series meets: online, in person, or both, then the room, and how one takes part online. */
function placeElements(place = {}) {
  const parts = [room(place), ...onlineParts(place.online ?? "")];
  const [inPerson, online] = [parts[0], parts.slice(1)];
  const made = [modeOf(place), inPerson || place.online ? ": " : "", inPerson && element("bdi", {}, inPerson), inPerson && place.online ? "; " : ""];
  return element("span", {}, ...made, place.online ? element("bdi", {}, ...online) : "");
}

/** A text, with the first web address in it as a link under the name of its host. */
function onlineParts(text) {
  const [address] = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)]/.exec(text) ?? [];
  if (!address) return [text];
  const at = text.indexOf(address);
  return [text.slice(0, at), element("a", { href: address }, hostOf(address)), text.slice(at + address.length)];
}

/** The host of a web address, without a `www.` that says nothing. */
export const hostOf = (address) => address.replace(/^https:\/\//, "").split(/[/?#:]/)[0].replace(/^www\./, "");

/** A web address, under the name of its host. Undefined for any other. */
export const linkTo = (address) => (/^https:\/\//.test(address ?? "") ? { href: address, name: hostOf(address) } : undefined);
