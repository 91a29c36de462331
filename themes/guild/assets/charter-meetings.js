// The checks of `guildhall check` that join several keys of a series of meetings, with the same messages.

import { beganOn, dayOf, daysBetween, isOn, lastOf, nearestStarts, nextOn, rangeOf, ruleOf, startOf, textOf, twoAtOnce, weekdayOf } from "./meeting-days.js";

// The keys that must be valid, where they are given, for a series to be read.
const NEEDED = ["id", "repeats", "day", "first", "dates", "when", "time", "duration", "timezone", "moved", "place"];

/** Whether a series says how often it meets. */
const hasForm = ({ repeats, rrule, dates }) => Boolean(repeats || rrule || dates);

export function meetings({ values, data, today, report, unsaid, isValid }) {
  const all = values.meetings ?? [];
  const rules = data.schema.properties.meetings;
  if (all.length > rules.maxItems) return;
  const began = beganOn(values, dayOf(today));
  const series = all.map((one, at) => new Series(one, `meetings[${at}]`, { rules: rules.items.properties, most: data.limits.dates, report, unsaid, isValid, began }));
  const counts = series.map((one) => one.check(data));
  const count = counts.reduce((sum, count) => sum + count, 0);
  if (count > data.limits.dates) return report("meetings", "too-many-dates", { count, most: data.limits.dates });
  const ids = all.map(({ id }, at) => (isValid(`meetings[${at}].id`) ? id : undefined));
  ids.forEach((id, at) => { if (id && ids.indexOf(id) < at) report(`meetings[${at}].id`, "same-series", { id }); });
  if ((values.status ?? "active") !== "active" || counts.includes(null)) return;
  for (const one of series) one.checkEnd(dayOf(today));
}

class Series {
  constructor(values, key, tools) {
    Object.assign(this, { values, key, ...tools });
  }

  /** Reports what is wrong. Returns how many dates it lists, leaves out and moves, or null if it is not valid. */
  check({ fixed_zones: zones }) {
    const { values, key } = this;
    const [meaning, offer] = zones[values.timezone] ?? [];
    if (meaning) this.report(`${key}.timezone`, "fixed-zone", { typed: values.timezone, meaning, offer });
    this.checkRanges();
    const plan = hasForm(values) ? this.plan() : null;
    this.checkMoved(plan);
    if (!plan || !this.areValid(NEEDED)) return null;
    this.held = { ...values, skip: [...plan.skipped].map(textOf) };
    const [date, time] = twoAtOnce(this.held, this.began) ?? [];
    if (date) this.report(`${key}.moved`, "two-at-once", { date, time });
    const moved = new Set((values.moved ?? []).map(({ from }) => from));
    return moved.size + (values.dates?.length ?? plan.skipped.size);
  }

  areValid(parts) {
    return parts.every((part) => this.isValid(`${this.key}.${part}`));
  }

  /** Each entry of a list of dates that is no longer than it may be, with its key. */
  entries(name) {
    const items = this.values[name] ?? [];
    return items.length > this.rules[name].maxItems ? [] : items.map((item, at) => [item, `${this.key}.${name}[${at}]`]);
  }

  /** Reports ranges of dates that end before they begin. */
  checkRanges() {
    for (const [typed, key] of this.entries("skip")) {
      const { from, to } = rangeOf(typed) ?? {};
      if (from > to) this.report(key, "range-backwards", { from: textOf(from), to: textOf(to) });
    }
  }

  /** From where its meetings count, and which are left out. Null if that cannot be said. Reports what is no meeting. */
  plan() {
    const { values, key, began } = this;
    const plan = { skipped: new Set() };
    if (!values.repeats || values.repeats === "varies") return plan;
    if (!this.areValid(["repeats", "day", "first"])) return null;
    const endless = ruleOf({ ...values, until: undefined });
    const first = startOf(values, began);
    if (first === null) {
      this.unsaid(`${key}.first`);
      return plan;
    }
    const isDay = nextOn(endless, first, first) === first;
    if (!isDay) {
      const nearest = nearestStarts(endless, first).map(textOf).join(" or ");
      this.report(`${key}.first`, nearest ? "not-a-day-of-series" : "no-day-of-series", { date: values.first, weekday: weekdayOf(first), nearest });
    }
    const until = dayOf(values.until ?? "") ?? Infinity;
    if (until < first) {
      this.report(`${key}.until`, "ends-too-early", { until: values.until });
      return null;
    }
    Object.assign(plan, { rule: { ...endless, until }, first });
    if (isDay) plan.skipped = this.skipped(plan);
    return plan;
  }

  /** The meetings that are left out. Reports dates that are none; a range may hold none. */
  skipped(plan) {
    const found = this.entries("skip").flatMap(([typed, key]) => {
      const range = rangeOf(typed);
      if (!range) return [];
      if (range.from === range.to) this.checkMeeting(range.from, key, plan, "left out");
      return daysBetween(plan.rule, plan.first, range, this.most + 1);
    });
    return new Set(found);
  }

  /** Reports a day that is no meeting. Where no first meeting is given, the rule alone says what is one. */
  checkMeeting(day, key, { rule, first }, done) {
    if (nextOn(rule, this.values.first ? first : Math.min(first, day), day) === day) return;
    const next = nextOn(rule, first, day);
    const gaps = { date: textOf(day), next: next === null ? "" : textOf(next), done };
    this.report(key, next === null ? "not-a-meeting-any-more" : "not-a-meeting", gaps);
  }

  checkMoved(plan) {
    const seen = new Set();
    for (const [{ from, to, time, place }, key] of this.entries("moved")) {
      if (!this.isValid(key)) continue;
      if (from === to && (!time || time === this.values.time) && !place) this.report(key, "moves-nowhere", { date: to });
      this.checkFrom(from, `${key}.from`, plan);
      if (seen.has(from)) this.report(`${key}.from`, "moved-twice", { date: from });
      seen.add(from);
    }
  }

  /** Reports a day that is moved and is no meeting that is held. */
  checkFrom(date, key, plan) {
    const { dates } = this.values;
    if (plan?.skipped.has(dayOf(date))) this.report(key, "moved-and-left-out", { date });
    else if (plan?.rule) this.checkMeeting(dayOf(date), key, plan, "moved");
    else if (dates && this.areValid(["dates"]) && !dates.includes(date)) this.report(key, "not-a-listed-date", { date });
  }

  /** Reports that its last meeting is over. */
  checkEnd(today) {
    const { held, key, began } = this;
    if (held.rrule || held.repeats === "varies" || isOn(held, today, began)) return;
    const last = lastOf(held, began);
    if (last === null) this.report(key, "all-left-out", {});
    else if (last !== undefined) this.report(key, "is-over", { last: textOf(last) });
  }
}
