// The visitor's week: summer time on either side, dates, and the order of the next meetings.

import assert from "node:assert/strict";
import test from "node:test";
import { CELLS, Facets, clockAt, digits, fileOf, inOrder, momentOf, readOrders, zoneNamed } from "./support.mjs";

const TIMES = ["morning", "lunchtime", "afternoon", "evening"];

const clock = (text) => Date.parse(`${text}Z`);

/** The cells of one series for a visitor at a moment. */
function cells(now, visitor, { zone, days, hour }) {
  const series = { where: [0], zone, start: hour * 4, days };
  const facets = new Facets(fileOf([{ places: 0, series: [series] }]), visitor, Date.parse(now));
  const { sets, values } = facets.facets.find(({ isWeek }) => isWeek);
  return sets[values[0]].map((cell) => CELLS[cell] ?? `any-${TIMES[cell - CELLS.length]}`).join(" ");
}

test("a meeting is at the visitor's day and time, which may be another day", () => {
  const tuesday = { zone: "Europe/London", days: [1], hour: 7 };
  assert.equal(cells("2026-10-01T10:00Z", "Pacific/Auckland", tuesday), "tue-evening");
  const wednesday = { zone: "Australia/Sydney", days: [2], hour: 12 };
  assert.equal(cells("2026-10-01T10:00Z", "America/Los_Angeles", wednesday), "tue-evening");
});

test("summer time counts as it is at the next meeting, on either side", () => {
  const london = { zone: "Europe/London", days: [1], hour: 17 };
  assert.equal(cells("2026-10-01T10:00Z", "Asia/Kolkata", london), "tue-evening"); // 21:30
  assert.equal(cells("2026-12-01T18:00Z", "Asia/Kolkata", london), ""); // 22:30
  const kolkata = { zone: "Asia/Kolkata", days: [1], hour: 21 };
  assert.equal(cells("2026-10-01T10:00Z", "Europe/Berlin", kolkata), "tue-evening"); // 17:30
  assert.equal(cells("2026-10-23T10:00Z", "Europe/Berlin", kolkata), "tue-afternoon"); // the clocks change before
});

test("a series that keeps to no weekday has the visitor's time of the day alone", () => {
  const berlin = { zone: "Europe/Berlin", days: [7], hour: 19 };
  assert.equal(cells("2026-10-01T10:00Z", "Europe/Berlin", berlin), "any-evening");
  assert.equal(cells("2026-10-01T10:00Z", "America/New_York", berlin), "any-lunchtime");
  assert.equal(cells("2026-10-01T22:00Z", "America/New_York", berlin), "any-lunchtime", "also when today's is over");
});

test("a zone that the browser does not know says nothing of when a series meets", () => {
  assert.equal(cells("2026-10-01T10:00Z", "Europe/Berlin", { zone: "Mars/Olympus", days: [1], hour: 19 }), "");
  assert.equal(zoneNamed("america/new york"), "America/New_York");
  assert.equal(zoneNamed("nowhere"), undefined);
});

test("a time that the clocks jump over counts from before, and of one that comes twice the first is meant", () => {
  const london = (text) => new Date(momentOf("Europe/London", clock(text))).toISOString().slice(0, 16);
  assert.equal(london("2026-03-29T01:30"), "2026-03-29T01:30");
  assert.equal(london("2026-03-29T02:30"), "2026-03-29T01:30");
  assert.equal(london("2026-10-25T01:30"), "2026-10-25T00:30");
  assert.equal(clockAt("Asia/Kathmandu", clock("2026-01-01T00:00")), clock("2026-01-01T05:45"));
});

test("groups follow each other by their next meeting that has not ended", () => {
  const orders = readOrders({
    from: "2026-09-30",
    newest: digits([2, 1, 0]),
    days: digits([2, 8, 0, 2, 1, 0, 0, 0, 0]), // on 1 and 8 October; twice on 1 October; never
    minutes: digits([600, 600, 0, 630, 1200, 0, 0, 0, 0]),
    lasts: digits([1, 1, 0, 0, 0, 0, 0, 0, 0]),
    spans: [0, 90],
  });
  const order = (now) => inOrder([0, 1, 2], "next", orders, Date.parse(now)).join();
  assert.equal(order("2026-10-01T09:00Z"), "0,1,2");
  assert.equal(order("2026-10-01T11:30Z"), "0,1,2"); // the first ends now
  assert.equal(order("2026-10-01T11:31Z"), "1,0,2");
  assert.equal(order("2026-10-01T20:01Z"), "0,1,2"); // what has no length ends when it starts
});
