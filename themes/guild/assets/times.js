// Adds the visitor's own time to meetings where it differs, and removes meetings that are over. On cards, one that is over
// makes room for the one after it. Dates on tiles become the visitor's own.

const WORDS = "words:script-times- card-next card-next- zone-city";
const language = document.documentElement.lang;
const now = Date.now();
const DAY = 86_400_000;
/** From this many days on, a date says more than "in 20 days". */
const MOST_DAYS = 14;
/** From this many days on, a card tells the year. */
const MOST_DAYS_WITHOUT_YEAR = 300;

const ownTime = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const ownDay = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

showNext(document);
tellOwnTimes(document);

/** Brings the meetings within an element up to date, and adds the visitor's own time. */
export function tellOwnTimes(within) {
  for (const time of within.querySelectorAll("[data-occurrence]:not(.next) time[data-end]")) {
    if (Date.parse(time.dataset.end) < now) {
      takeOut(time.closest("[data-occurrence]"));
    } else {
      addOwnTime(time);
    }
  }
}

/** Removes a past meeting from its list, and the list if nothing is left in it. */
function takeOut(item) {
  const list = item.parentElement;
  const more = list.matches(".dates") && list.parentElement.querySelector("details");
  item.remove();
  if (more) {
    list.append(more.querySelector("[data-occurrence]"));
    if (!more.querySelector("[data-occurrence]")) more.remove();
  }
  if (list.querySelector("[data-occurrence]")) return;
  const section = list.closest(".day-list");
  if (section) {
    document.querySelector(`[href="#${section.id}"]`)?.parentElement.remove();
    section.remove();
  } else {
    const words = list.matches(".entries")
      ? say("script-times-meetings-passed")
      : say("script-times-dates-passed");
    list.append(Object.assign(document.createElement(list.matches("ul") ? "li" : "dd"), { textContent: words }));
  }
}

function addOwnTime(time) {
  const start = new Date(time.dateTime);
  const words = time.closest(".day-list") ? [] : howFarAhead(start);
  const isThere = time.closest("[data-in-person]");
  if (!isThere && offsetThere(time.dateTime) !== -start.getTimezoneOffset()) words.push(inOwnWords(start, time.dateTime));
  addNote(time, words);
}

/** Adds some words behind an element, if there are any. */
function addNote(element, words) {
  if (words.length === 0) return;
  const note = Object.assign(document.createElement("span"), { className: "own-time", textContent: words.join(", ") });
  element.after(" ", note);
}

/** `tomorrow`, `in 5 days`; nothing for a day that is far ahead. */
function howFarAhead(date) {
  const days = Math.round((midnight(date) - midnight(new Date(now))) / DAY);
  return days < MOST_DAYS ? [relative.format(days, "day")] : [];
}

/** The day as a number, without regard to clock changes. */
function midnight(date) {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** How many minutes the clocks of the group are ahead of UTC: `+05:30` is 330. */
function offsetThere(text) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text);
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** `for you: 19:30, Tuesday 8 December`; without the day where it is the group's. */
function inOwnWords(date, there) {
  const isSameDay = midnight(date) === Date.parse(there.slice(0, "2026-12-08".length));
  if (isSameDay) return say("script-times-own-same", { time: ownTime.format(date) });
  return say("script-times-own", { time: ownTime.format(date), date: ownDay.format(date) });
}

/** The words of times in a zone. */
function clockIn(timeZone) {
  const clock = new Intl.DateTimeFormat(language, {
    weekday: "long", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    hourCycle: "h23", timeZone,
  });
  const lastDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone });
  const parts = (date) => Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, value]));
  return { parts, lastDay: (date) => lastDay.format(date) };
}

/**
 * Brings the cards and tiles within an element up to date, in the zone of the device or another. A meeting to which one
 * has to come is told in the time of its place. Where `fits` is given, cards show the first of their meetings whose start
 * fits, if one does.
 */
export function showNext(within, timeZone, fits) {
  const clocks = { own: clockIn(timeZone), there: clockIn("UTC") };
  const city = timeZone?.split("/").at(-1).replaceAll("_", " ");
  for (const next of within.querySelectorAll(".next")) {
    if (!dropPast(next)) continue;
    if (fits) preferFitting(next, fits);
    const start = tell(next, clocks, city);
    if (next.matches("[data-occurrence]")) addNote(next.querySelector("time + span > span"), howFarAhead(start));
  }
}

/** Puts the first meeting that is not over in its place. Returns whether there is one; without, removes it all. */
function dropPast(next) {
  const time = next.querySelector("time");
  while (Date.parse(time.dataset.end) < Date.now()) {
    const later = next.querySelector("data");
    if (!later) {
      if (next.matches("[data-occurrence]")) takeOut(next);
      else (next.closest("li.gist") ?? next).remove();
      return false;
    }
    replaceBy(later, next);
  }
  return true;
}

/** Puts the first meeting that fits in the place of the next, if that does not. */
function preferFitting(next, fits) {
  const isFit = (text) => fits(Date.parse(text));
  if (isFit(next.querySelector("time").dateTime)) return;
  const later = [...next.querySelectorAll("data")].find(({ value }) => isFit(value.split(" ")[0]));
  if (later) replaceBy(later, next);
}

/** Puts a later meeting in the place of the next. */
function replaceBy(later, next) {
  const time = next.querySelector("time");
  [time.dateTime, time.dataset.end] = later.value.split(" ");
  time.dataset.zone = later.dataset.zone;
  next.querySelector("bdi").textContent = later.textContent;
  time.toggleAttribute("data-in-person", later.hasAttribute("data-in-person"));
  later.remove();
}

/** Tells when the meeting is. Returns when it starts. */
function tell(next, { own, there }, city) {
  const time = next.querySelector("time");
  const [start, end] = [time.dateTime, time.dataset.end].map((text) => new Date(text));
  const isThere = time.hasAttribute("data-in-person");
  const clock = isThere ? there : own;
  const [from, to] = isThere ? [time.dateTime, time.dataset.end].map(asIfThere) : [start, end];
  const { weekday, day, month, year, hour, minute } = clock.parts(from);
  [day, month, year].forEach((word, at) => { time.children[at].textContent = word; });
  time.lastElementChild.classList.toggle("far", start - Date.now() >= MOST_DAYS_WITHOUT_YEAR * DAY);
  const isSame = ["day", "hour", "minute"].every((part) => own.parts(start)[part] === there.parts(asIfThere(time.dateTime))[part]);
  const isLocal = isThere || isSame; // on a card the words stay as they are then, so that nothing moves
  const zone = isLocal ? time.dataset.zone : say("zone-city", { city });
  const isBelowZone = next.matches("[data-occurrence]");
  const key = isSame && isBelowZone ? "card-next-same" : isLocal || city ? "card-next" : "card-next-own";
  const words = say(key, { weekday, time: `${hour}:${minute}`, zone });
  const until = { next: words, date: clock.lastDay(to) };
  next.querySelector("time + span > span").textContent = end - start < DAY ? words : say("card-next-until", until);
  return start;
}

/** A moment at which clocks in Greenwich show what those of the group's place do then. */
function asIfThere(text) {
  return new Date(`${text.slice(0, "2026-12-08T18:30".length)}Z`);
}

/** A text with its gaps filled. None of these counts anything, so that it has no plurals for `words.js` to choose. */
function say(key, gaps = {}) {
  let text = WORDS[key];
  while (typeof text !== "string") text = text.of[gaps[text.by]] ?? text.of.other;
  return text.replace(/\{([a-z-]+)\}/g, (gap, name) => gaps[name] ?? gap);
}
