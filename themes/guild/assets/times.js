// Adds the visitor's own time to meetings where it differs, removes meetings that are over, and brings cards up to date.

import { showNext } from "./next-meeting.js";
import { sayer } from "./words.js";

const say = sayer("words:script-times-");
const language = document.documentElement.lang;
const now = Date.now();
const DAY = 86_400_000;
/** From this many days on, a date says more than "in 20 days". */
const MOST_DAYS = 14;

const ownTime = new Intl.DateTimeFormat(language, {
  weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

showNext(document);

for (const time of document.querySelectorAll("[data-occurrence] time[data-end]")) {
  if (Date.parse(time.dataset.end) < now) {
    takeOut(time.closest("[data-occurrence]"));
  } else {
    addOwnTime(time);
  }
}

/** Removes a past meeting from its list, and the list if nothing is left in it. */
function takeOut(item) {
  const list = item.parentElement;
  item.remove();
  if (list.querySelector("[data-occurrence]")) return;
  const section = list.closest(".day-list");
  if (section) {
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
  const words = [];
  const days = Math.round((midnight(start) - midnight(new Date(now))) / DAY);
  if (days < MOST_DAYS && !time.closest(".day-list")) words.push(relative.format(days, "day"));
  if (offsetThere(time.dateTime) !== -start.getTimezoneOffset()) words.push(inOwnWords(start));
  if (words.length > 0) {
    const note = Object.assign(document.createElement("span"), { className: "own-time", textContent: words.join(", ") });
    time.after(" ", note);
  }
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

/** `for you: 19:30, Tuesday 8 December` */
function inOwnWords(date) {
  const parts = Object.fromEntries(ownTime.formatToParts(date).map(({ type, value }) => [type, value]));
  const { hour, minute, weekday, day, month } = parts;
  return say("script-times-own", { time: `${hour}:${minute}`, weekday, day, month });
}
