// Series of meetings of every kind: the charters that have them, and what the form's code says of when each meets.
//
// node series.mjs ASSETS FOLDER TODAY

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [assets, folder, today] = process.argv.slice(2);
globalThis.document = { documentElement: { lang: "en-GB" } };
const published = (name) => fs.readdirSync(assets).find((file) => file.startsWith(`${name}.`) && file.endsWith(".js"));
const script = (name) => import(pathToFileURL(path.join(assets, published(name))));
const { dayOf, nextOn, ruleOf, textOf, WEEK } = await script("meeting-days");
const { meets } = await script("series-words");

const PLACES = ["first", "second", "third", "fourth", "fifth", "last", "first and third", "second and fourth", "first and fifth", "second and last"];
const CLOCKS = [
  { time: "18:30", timezone: "Europe/London" }, { time: "23:00", duration: "90 min", timezone: "Europe/Dublin" },
  { time: "09:00", duration: "2 days", timezone: "America/New_York" }, { time: "07:05", duration: "1 h", timezone: "Asia/Kolkata" },
];
const weekly = ["weekly", "fortnightly", "every 13 weeks"].flatMap((repeats) => WEEK.flatMap((day, at) => [day, `${day} and ${WEEK[(at + 2) % 7]}`].map((day) => ({ repeats, day }))));
const days = [...PLACES.map((place) => `${place} Tuesday`), "1", "2", "3", "11", "12", "13", "21", "22", "28", "29", "30", "31"];
const monthly = ["monthly", "quarterly", "yearly", "every 2 months", "every 24 months"].flatMap((repeats) => days.map((day) => ({ repeats, day })));
const starts = ["2024-02-01", "2026-03-05", "2026-10-30"].map(dayOf);

/** A rule as a series that begins on a day or, where `from` is null, of which no meeting is known. */
function series(rule, from, at) {
  const first = from === null ? null : nextOn(ruleOf(rule), from, from);
  const until = first !== null && at % 3 === 0 ? { until: "2031-06-15" } : {};
  return { ...rule, ...(first === null ? {} : { first: textOf(first) }), ...until, ...CLOCKS[at % CLOCKS.length], place: { online: "Video call" } };
}

const all = [...weekly, ...monthly].flatMap((rule) => [null, ...starts].map((from) => [rule, from])).map(([rule, from], at) => series(rule, from, at));
const others = [{ dates: ["2027-01-13", "2027-03-02"], ...CLOCKS[0] }, { repeats: "varies", when: "When we can" }];
all.push(...others.map((one) => ({ ...one, place: { online: "Video call" } })));

const told = {};
for (let at = 0; at < all.length; at += 10) {
  const meetings = all.slice(at, at + 10);
  const id = `series-${at}`;
  const lines = ["---", `name: Series ${at}`, "fields: [coaching]", `meetings: ${JSON.stringify(meetings)}`, "---", "Text."];
  fs.writeFileSync(path.join(folder, `${id}.md`), lines.join("\n"));
  told[id] = meetings.map((one) => meets(one, dayOf(`${today.slice(0, 4)}-01-01`)));
}
console.log(JSON.stringify(told));
