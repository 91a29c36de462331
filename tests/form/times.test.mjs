// What is meant by times of the day and lengths.

import assert from "node:assert/strict";
import test from "node:test";
import { CONTEXT, isLeft, meaningOf, means, shownOf } from "./support.mjs";

test("a time is read however it is written", () => means("time", [
  ["7pm", "19:00"], ["7 PM", "19:00"], ["7.30pm", "19:30"], ["7:30 p.m.", "19:30"], ["730pm", "19:30"], ["12am", "00:00"], ["12.15 pm", "12:15"],
  ["19:30", "19:30"], ["19.30", "19:30"], ["1930", "19:30"], ["19h30", "19:30"], ["19h", "19:00"], ["19 Uhr", "19:00"], ["18", "18:00"], ["07:30", "07:30"],
  ["at 7pm", "19:00"], ["noon", "12:00"], ["midday", "12:00"], ["12 noon", "12:00"], ["midnight", "00:00"], ["7 in the evening", "19:00"],
  ["7 o’clock in the morning", "07:00"], ["half past six pm", "18:30"], ["quarter to eight in the evening", "19:45"], ["ten past nine at night", "21:10"],
]));

test("a time that may be in the morning or in the evening is both, the likelier first", () => means("time", [
  ["7", "19:00", "07:00"], ["6.30", "18:30", "06:30"], ["7:30", "19:30", "07:30"], ["half past six", "18:30", "06:30"], ["half six", "18:30", "06:30"],
  ["seven thirty", "19:30", "07:30"], ["quarter to one", "12:45", "00:45"], ["10.30", "10:30", "22:30"], ["7 o'clock", "19:00", "07:00"],
]));

test("a span has a start and a length", () => {
  for (const [text, ...meanings] of [
    ["7-8.30pm", ["19:00", "90 min"]],
    ["18:30–20:00", ["18:30", "90 min"]],
    ["18.30 – 20.30 Uhr", ["18:30", "2 h"]],
    ["from 7 to 9pm", ["19:00", "2 h"]],
    ["between 6 and 8.30 pm", ["18:00", "2 h 30 min"]],
    ["11-1pm", ["11:00", "2 h"]],
    ["10pm until 1am", ["22:00", "3 h"]],
    ["7-8.30", ["19:00", "90 min"], ["07:00", "90 min"]],
    ["7pm for 90 minutes", ["19:00", "90 min"]],
    ["19:00 (two hours)", ["19:00", "2 h"]],
  ]) {
    const meant = meaningOf("time", text, CONTEXT);
    assert.deepEqual((meant?.either ?? [meant]).map((one) => [one?.value, one?.length]), meanings, text);
  }
  assert.deepEqual(shownOf("time", "7-8.30pm"), ["19:00, 90 minutes"]);
});

test("what is no time is left", () =>
  isLeft("time", ["13pm", "0pm", "25:00", "7.75", "24:00", "maybe", "evening", "in the evening", "call me", "7pm and 9pm", "7pm UK time", "three days", "7-7", "-", "to", ""]));

test("a time that is typed as charters have it has nothing to say", () => {
  assert.deepEqual([shownOf("time", "19:30"), shownOf("time", "19.30")], [[""], ["19:30"]]);
});

test("a length is read however it is written", () => means("length", [
  ["90", "90 min"], ["90 minutes", "90 min"], ["90 min.", "90 min"], ["90-minute", "90 min"], ["75 mins", "75 min"], ["1:30", "90 min"], ["1h30", "90 min"],
  ["1.5 hours", "90 min"], ["1,5 h", "90 min"], ["1½ h", "90 min"], ["an hour and a half", "90 min"], ["one and a half hours", "90 min"], ["1 hour and 30 minutes", "90 min"],
  ["2 hours", "2 h"], ["2h", "2 h"], ["two hours", "2 h"], ["120 minutes", "2 h"], ["an hour", "1 h"], ["60", "1 h"], ["half an hour", "30 min"],
  ["three quarters of an hour", "45 min"], ["an hour and a quarter", "75 min"], ["2½ hours", "2 h 30 min"], ["2 1/2 hours", "2 h 30 min"], ["two hours and a half", "2 h 30 min"], ["1 hour 30", "90 min"], ["1:30 hours", "90 min"], ["1 h 45 min", "1 h 45 min"],
  ["2 days", "2 days"], ["a day", "1 day"], ["a week", "7 days"], ["1 day 6 h", "1 day 6 h"], ["36 hours", "36 h"],
]));

test("the units of a length may be in the site's language", () => {
  means("length", [["2 Stunden", "2 h"], ["90 Minuten", "90 min"], ["1 Std. 45 Min.", "1 h 45 min"], ["2 hours", "2 h"]], { language: "de" });
  assert.deepEqual(shownOf("length", "90", { language: "de" }), ["90 Minuten"]);
});

test("what may be another length, or none, is left", () =>
  isLeft("length", ["2", "24", "400", "half a day", "8 days", "two weeks", "1 h 2 h", "30 min 1 h", "1-2 hours", "about an hour", "0 min", "1.333 h", "maybe", "h", "", "020 7946 0958"]));
