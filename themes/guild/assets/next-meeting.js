// The next meeting on cards: one that is over makes room for the one after it, and all are told in the visitor's time.

import { sayer } from "./words.js";

const say = sayer("words:card-next card-next- zone-city");
const language = document.documentElement.lang;
/** From this many days on, the year is told. */
const MOST_DAYS = 300;
const DAY = 86_400_000;

/** Brings the cards within an element up to date, in the zone of the device or another. */
export function showNext(within, timeZone) {
  const clock = new Intl.DateTimeFormat(language, {
    weekday: "long", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    hourCycle: "h23", timeZone,
  });
  const city = timeZone?.split("/").at(-1).replaceAll("_", " ");
  for (const next of within.querySelectorAll(".next")) {
    if (dropPast(next)) tell(next, clock, city);
  }
}

/** Puts the first meeting that is not over in its place. Returns whether there is one; without, removes it all. */
function dropPast(next) {
  const time = next.querySelector("time");
  while (Date.parse(time.dataset.end) < Date.now()) {
    const later = next.querySelector("data");
    if (!later) {
      next.remove();
      return false;
    }
    [time.dateTime, time.dataset.end] = later.value.split(" ");
    next.querySelector("bdi").textContent = later.textContent;
    later.remove();
  }
  return true;
}

function tell(next, clock, city) {
  const time = next.querySelector("time");
  const start = new Date(time.dateTime);
  const parts = Object.fromEntries(clock.formatToParts(start).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute } = parts;
  [day, month, year].forEach((word, at) => { time.children[at].textContent = word; });
  time.lastElementChild.hidden = start - Date.now() < MOST_DAYS * DAY;
  const [, dayThere, timeThere] = /-(\d\d)T(\d\d:\d\d)/.exec(time.dateTime);
  const isSame = Number(dayThere) === Number(day) && timeThere === `${hour}:${minute}`;
  const gaps = { weekday, time: `${hour}:${minute}`, zone: say("zone-city", { city }) };
  const key = isSame ? "card-next-same" : city ? "card-next" : "card-next-own";
  next.querySelector("time + span > span").textContent = say(key, gaps);
}
