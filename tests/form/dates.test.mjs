// What is meant by dates. The tests take place on Saturday 28 November 2026.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf, valuesOf } from "./support.mjs";

test("a date is read however it is written", () => means("date", [
  ["3 December 2026", "2026-12-03"],
  ["3 Dec 26", "2026-12-03"],
  ["3-Dec-2026", "2026-12-03"],
  ["3 Dec.", "2026-12-03"],
  ["December 3rd", "2026-12-03"],
  ["Dec 3, 2026", "2026-12-03"],
  ["3rd of December, 2026", "2026-12-03"],
  ["the 3rd of December", "2026-12-03"],
  ["  3\u00A0 DECEMBER  ", "2026-12-03"],
  ["３ December ２０２６", "2026-12-03"],
  ["12 Sept 2027", "2027-09-12"],
  ["2026-12-03", "2026-12-03"],
  ["2026/12/3", "2026-12-03"],
  ["3.12.26", "2026-12-03"],
  ["3. 12. 2026", "2026-12-03"],
  ["3.12.", "2026-12-03"],
  ["Tues 8 Dec 2026", "2026-12-08"],
  ["Tuesday, 8th December", "2026-12-08"],
]));

test("without its year, a date is the next one, or the last one where it must be past", () => {
  means("date", [["28 November", "2026-11-28"], ["27 November", "2027-11-27"], ["29 Feb", "2028-02-29"]]);
  means("past-date", [["28 November", "2026-11-28"], ["29 November", "2025-11-29"], ["29 Feb", "2024-02-29"], ["1 Sep 98", "1998-09-01"], ["1 Sep 24", "2024-09-01"]]);
});

test("between slashes and hyphens, day and month may come in either order", () => means("date", [
  ["3/12/26", "2026-12-03", "2026-03-12"],
  ["3-12-2026", "2026-12-03", "2026-03-12"],
  ["13/12/26", "2026-12-13"],
  ["12/13/26", "2026-12-13"],
  ["3/3/2027", "2027-03-03"],
]));

test("where the weekday is another, the date and the nearest such day are offered", () => means("date", [
  ["Wed 8 Dec 2026", "2026-12-08", "2026-12-09"],
  ["Sunday 9 December", "2026-12-09", "2026-12-06"],
]));

test("days near today have names", () => {
  means("date", [["today", "2026-11-28"], ["Tomorrow", "2026-11-29"], ["Tuesday", "2026-12-01"], ["this Tuesday", "2026-12-01"],
    ["next Tuesday", "2026-12-01"], ["Saturday", "2026-11-28", "2026-12-05"]]);
  means("past-date", [["yesterday", "2026-11-27"], ["last Tuesday", "2026-11-24"], ["Tuesday", "2026-11-24"]]);
  means("date", [["next Friday", "2026-12-04", "2026-11-27"], ["next Monday", "2026-11-30"], ["next Wednesday", "2026-12-02"]], { today: "2026-11-25" });
});

test("names of months and days may be those of the site's language", () => {
  means("date", [["8. Dezember 2026", "2026-12-08"], ["Di, 8. Dez.", "2026-12-08"], ["8 March 2027", "2027-03-08"], ["morgen", "2026-11-29"]], { language: "de" });
  means("date", [["8 grudnia", "2026-12-08"], ["8 gru 2026", "2026-12-08"]], { language: "pl" });
  means("date", [["le 8 décembre 2026", "2026-12-08"]], { language: "fr" });
  means("date", [["8 دسامبر 2026", "2026-12-08"]], { language: "fa" });
  means("date", [["8 de diciembre de 2026", "2026-12-08"]], { language: "es" });
});

test("what is no date, or not a whole one, is left", () => {
  isLeft("date", ["3", "maybe", "31 June", "30/30/26", "29 Feb 2027", "Dec 2026", "December", "2026", "call me", "8 Dec 1830", "8 or 9 December",
    "20-27 Dec", "Dec 20 - 27", "3 4 December", "next December", "week 3", "3 M", ""]);
  isLeft("past-date", ["next Tuesday", "maybe"]);
});

test("a date is shown with its weekday and year, in the site's language", () => {
  assert.match(shownOf("date", "3 Dec")[0], /^Thursday,? 3 December 2026$/);
  assert.equal(shownOf("date", "3 Dec", { language: "de" })[0], "Donnerstag, 3. Dezember 2026");
  assert.match(shownOf("date", "3 Dec", { language: "th" })[0], /2026/);
});

test("dates in a list stand on lines, or between commas, semicolons and 'and'", () => {
  for (const text of ["8 Dec\n12 January 2027\n9.2.2027", "8 December, 12 Jan and 9 February", "• 8 Dec;\n• 12 Jan; 9 Feb", "December 8, 2026, January 12, 2027 & February 9, 2027"]) {
    assert.deepEqual(valuesOf("dates", text), [["2026-12-08", "2027-01-12", "2027-02-09"]], text);
  }
});

test("days of a list may share their month", () => means("dates", [
  ["8, 15 and 22 December 2026", ["2026-12-08", "2026-12-15", "2026-12-22"]],
  ["8th and 15th December; 12 Jan", ["2026-12-08", "2026-12-15", "2027-01-12"]],
  ["December 8, 15 and 22", ["2026-12-08", "2026-12-15", "2026-12-22"]],
]));

test("a range has its first and its last day", () => means("dates", [
  ["20 Dec – 5 Jan", ["2026-12-20 to 2027-01-05"]],
  ["20 Dec 2026 to 5 Jan", ["2026-12-20 to 2027-01-05"]],
  ["20–27 December", ["2026-12-20 to 2026-12-27"]],
  ["20-27 Dec 2026, 1 Feb", ["2026-12-20 to 2026-12-27", "2027-02-01"]],
  ["Dec 20-27", ["2026-12-20 to 2026-12-27"]],
  ["2026-12-20 to 2027-01-05\n2027-02-01", ["2026-12-20 to 2027-01-05", "2027-02-01"]],
  ["1 August until 31 August", ["2027-08-01 to 2027-08-31"]],
]));

test("all dates of a list have their days and months in the same order", () => means("dates", [
  ["3/12/26, 4/12/26", ["2026-12-03", "2026-12-04"], ["2026-03-12", "2026-04-12"]],
  ["10/1, 17/1", ["2027-01-10", "2027-01-17"]],
]));

test("a list of which one part is no date is left", () =>
  isLeft("dates", ["8 Dec, maybe", "all of August", "8 Dec and so on", "5 Jan 2027 – 20 Dec 2026", ",", "3", "every Tuesday"]));
