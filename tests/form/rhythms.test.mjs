// What is meant by how often a group meets, and when.

import assert from "node:assert/strict";
import test from "node:test";
import { CONTEXT, isLeft, meaningOf, means, shownOf } from "./support.mjs";

const weekly = (weekday, more) => ({ repeats: "weekly", weekday, ...more });
const monthly = (which, weekday, more) => ({ repeats: "monthly", which, weekday, ...more });

test("a group meets on a weekday, every week or every few", () => means("rhythm", [
  ["weekly on Thursdays", weekly("Thursday")], ["every Thursday", weekly("Thursday")], ["Thursdays", weekly("Thursday")], ["each Thu", weekly("Thursday")],
  ["once a week, on Thursday", weekly("Thursday")], ["every Mon and Thu", weekly("Monday", { other: "Thursday" })], ["Mondays & Thursdays", weekly("Monday", { other: "Thursday" })],
  ["every other Tuesday", { repeats: "fortnightly", weekday: "Tuesday" }], ["fortnightly, Tue", { repeats: "fortnightly", weekday: "Tuesday" }],
  ["alternate Tuesdays", { repeats: "fortnightly", weekday: "Tuesday" }], ["Tuesdays, every two weeks", { repeats: "fortnightly", weekday: "Tuesday" }],
  ["every three weeks on Wed", { repeats: "weeks", every: "3", weekday: "Wednesday" }],
]));

test("a group meets on a weekday of the month, every month or every few", () => means("rhythm", [
  ["the last Friday of the month", monthly("last", "Friday")], ["first and third Monday", monthly("first and third", "Monday")], ["1st & 3rd Mon", monthly("first and third", "Monday")],
  ["2nd Tuesday monthly", monthly("second", "Tuesday")], ["every first Monday", monthly("first", "Monday")], ["every last Friday", monthly("last", "Friday")],
  ["Monthly: second Tuesday", monthly("second", "Tuesday")], ["last Tuesday of month", monthly("last", "Tuesday")], ["second Tuesday of each month", monthly("second", "Tuesday")],
  ["first Monday of the quarter", { repeats: "quarterly", which: "first", weekday: "Monday" }], ["every three months, first Monday", { repeats: "quarterly", which: "first", weekday: "Monday" }],
  ["every other month on the first Monday", { repeats: "months", every: "2", which: "first", weekday: "Monday" }],
]));

test("a group meets on a date of the month", () => means("rhythm", [
  ["on the 15th of each month", { repeats: "monthly", which: "date", date: "15" }],
  ["monthly on the 1st", { repeats: "monthly", which: "date", date: "1" }],
]));

test("how often may be all that is said", () => means("rhythm", [
  ["weekly", { repeats: "weekly" }], ["Monthly.", { repeats: "monthly" }], ["once a month", { repeats: "monthly" }], ["quarterly", { repeats: "quarterly" }], ["once a year", { repeats: "yearly" }],
  ["every fortnight", { repeats: "fortnightly" }], ["every 2 years", { repeats: "months", every: "24" }],
]));

test("times, lengths and zones are read with it", () => means("rhythm", [
  ["every other Tuesday at 7pm for 90 minutes", { repeats: "fortnightly", weekday: "Tuesday", time: "19:00", duration: "90 min" }],
  ["first and third Monday, 18:30-20:00", monthly("first and third", "Monday", { time: "18:30", duration: "90 min" })],
  ["first Monday 18.30 – 20.00", monthly("first", "Monday", { time: "18:30", duration: "90 min" })],
  ["2nd Tuesday monthly 6.30pm UK time", monthly("second", "Tuesday", { time: "18:30", timezone: "Europe/London" })],
  ["Thursdays from 6 to 8 pm (Warsaw)", weekly("Thursday", { time: "18:00", duration: "2 h", timezone: "Europe/Warsaw" })],
  ["Thursdays 19:00 Europe/Berlin, two hours", weekly("Thursday", { time: "19:00", duration: "2 h", timezone: "Europe/Berlin" })],
  ["second Saturday of each month, 10-12, Leeds", monthly("second", "Saturday", { time: "10:00", duration: "2 h", timezone: "Europe/London" })],
  ["every Thursday at noon", weekly("Thursday", { time: "12:00" })],
  ["Every Tuesday evening, 7-8.30", weekly("Tuesday", { time: "19:00", duration: "90 min" })],
  ["Wednesday mornings at 8", weekly("Wednesday", { time: "08:00" })],
]));

test("letters that are the name of several zones are left out", () => means("rhythm", [
  ["Tuesdays 19:00 CET", weekly("Tuesday", { time: "19:00" })],
  ["Tuesdays at 7pm EST", weekly("Tuesday", { time: "19:00" })],
  ["Tuesdays, 7pm IST", weekly("Tuesday", { time: "19:00" })],
]));

test("what may be two things is both", () => means("rhythm", [
  ["Tuesdays at 7", weekly("Tuesday", { time: "19:00" }), weekly("Tuesday", { time: "07:00" })],
  ["biweekly", { repeats: "fortnightly" }, { repeats: "weekly" }],
  ["biweekly on Tuesdays", { repeats: "fortnightly", weekday: "Tuesday" }],
  ["bimonthly", { repeats: "months", every: "2" }, { repeats: "fortnightly" }],
  ["every second Tuesday", { repeats: "fortnightly", weekday: "Tuesday" }, monthly("second", "Tuesday")],
  ["every third Thursday at 18:00", { repeats: "weeks", every: "3", weekday: "Thursday", time: "18:00" }, monthly("third", "Thursday", { time: "18:00" })],
]));

test("words about something else are handed back", () => {
  for (const [text, left] of [
    ["Monthly, second Tuesday, 18:30, on Zoom", "on Zoom"],
    ["Second Tuesday 6.30pm online", "online"],
    ["Tuesdays, 18:30, Leeds", "Leeds"],
    ["We meet every Wednesday in the library", "in the library"],
    ["Tuesdays at 19:00; bring tea", "bring tea"],
    ["every Tuesday", undefined],
  ]) assert.equal(meaningOf("rhythm", text, CONTEXT)?.left, left, text);
});

test("what is about something else is left as it was typed", () => {
  const { either } = meaningOf("rhythm", "last Friday at half past six in a café in Łódź", CONTEXT);
  assert.deepEqual(either.map(({ left }) => left), ["in a café in Łódź", "in a café in Łódź"]);
});

test("a rhythm is shown in words", () => {
  for (const [text, ...shown] of [
    ["every other Tue at 7pm for 90 min", "Every two weeks on Tuesday, 19:00, 90 minutes"],
    ["Mondays and Thursdays", "Every week on Monday and Thursday"],
    ["first and third Monday", "Every month on the first and third Monday"],
    ["every 6 weeks on Friday", "Every 6 weeks on Friday"],
    ["every four months", "Every 4 months"],
    ["on the 1st of each month", "Every month on the 1st"],
    ["on the 22nd of the month", "Every month on the 22nd"],
    ["on the 15th of the month", "Every month on the 15th"],
    ["last Friday of the quarter, 17:00 UK time", "Every three months on the last Friday, 17:00, UK time"],
    ["biweekly", "Every two weeks", "Twice a week"],
  ]) assert.deepEqual(shownOf("rhythm", text), shown, text);
});

test("weekdays may be in the site's language", () => means("rhythm", [["weekly, Dienstag, 19 Uhr", weekly("Tuesday", { time: "19:00" })]], { language: "de" }));

test("what is not sure to be a rhythm is left", () =>
  isLeft("rhythm", ["maybe", "call me", "Tuesday", "8 December", "3", "daily", "every weekday", "every Tuesday or Wednesday", "most Tuesdays", "Tuesdays except in August",
    "twice a month", "First meeting: Tuesday", "every 0 weeks", "Tuesdays 12:00 and 19:00", "every 10-12 weeks", "second Tuesday fortnightly", "first and second", "the 15th", "every Mon, Tue and Wed", "not weekly", "when we can", "7pm", "on Zoom", ""]));
