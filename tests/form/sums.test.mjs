// What is meant by sums of money.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf, valuesOf } from "./support.mjs";

const FREE = { free: true };

test("a sum has its amount, and its currency by a sign, a name or a code", () => means("sum", [
  ["15 zł", { amount: "15", currency: "PLN" }], ["15 złotych", { amount: "15", currency: "PLN" }],
  ["£5", { amount: "5", currency: "GBP" }], ["5 GBP", { amount: "5", currency: "GBP" }], ["GBP 5.00", { amount: "5", currency: "GBP" }],
  ["5 quid", { amount: "5", currency: "GBP" }], ["five pounds", { amount: "5", currency: "GBP" }], ["50p", { amount: "0.50", currency: "GBP" }],
  ["€ 12,50", { amount: "12.50", currency: "EUR" }], ["12.50 euros", { amount: "12.50", currency: "EUR" }], ["12.5 €", { amount: "12.50", currency: "EUR" }],
  ["£1,200", { amount: "1200", currency: "GBP" }], ["1.200 €", { amount: "1200", currency: "EUR" }], ["₹500", { amount: "500", currency: "INR" }],
  ["US$10", { amount: "10", currency: "USD" }], ["A$ 10", { amount: "10", currency: "AUD" }], ["$10 AUD", { amount: "10", currency: "AUD" }], ["CHF 5.-", { amount: "5", currency: "CHF" }], ["10", { amount: "10" }],
]));

test("a sum may be for a meeting, a month, a year, or once", () => means("sum", [
  ["£20 a year", { amount: "20", currency: "GBP", per: "year" }], ["£20/year", { amount: "20", currency: "GBP", per: "year" }], ["£20 p.a.", { amount: "20", currency: "GBP", per: "year" }],
  ["£20 annually", { amount: "20", currency: "GBP", per: "year" }], ["10 per month", { amount: "10", per: "month" }], ["€10 monthly", { amount: "10", currency: "EUR", per: "month" }],
  ["£5 a session", { amount: "5", currency: "GBP", per: "meeting" }], ["£5 per person per session", { amount: "5", currency: "GBP", per: "meeting" }],
  ["5 pounds each time", { amount: "5", currency: "GBP", per: "meeting" }], ["£20, once", { amount: "20", currency: "GBP", per: "once" }],
]));

test("what costs nothing is free", () => means("sum", ["free", "Free of charge", "nothing", "No cost.", "It’s free", "There are no fees", "0", "£0"].map((text) => [text, FREE])));

test("a sign of several currencies means each of them, unless the country says which", () => {
  const currencies = (text, more) => valuesOf("sum", text, more).map(({ currency }) => currency);
  assert.deepEqual(currencies("$10"), ["USD", "AUD", "CAD", "NZD"]);
  assert.deepEqual(currencies("$10", { country: "AU" }), ["AUD"]);
  assert.deepEqual(currencies("$10", { country: "GB" }), ["USD", "AUD", "CAD", "NZD"]);
  assert.deepEqual(currencies("100 kr"), ["SEK", "NOK", "DKK", "ISK"]);
  assert.deepEqual(currencies("100 kr", { country: "NO" }), ["NOK"]);
  assert.deepEqual(currencies("$10", { currencies: ["CAD", "EUR"] }), ["CAD"]);
});

test("a sum is shown as the site's language writes it", () => {
  assert.deepEqual(shownOf("sum", "5 GBP per session"), ["£5 a meeting"]);
  assert.deepEqual(shownOf("sum", "12.5 GBP"), ["£12.50"]);
  assert.match(shownOf("sum", "12.50 EUR", { language: "de" })[0], /^12,50\s€$/);
});

test("what is no single sum is left", () =>
  isLeft("sum", ["maybe", "call me", "020 7946 0958", "+44 20 7946 0958", "07700 900123", "5550101", "555 010", "555010", "£10-15", "£10 or £15", "about £5", "from £5", "£5 a week", "£5 per term",
    "5 sheep", "£", "£5 €5", "£5 EUR", "5 £ sheep", "a fiver", "free for members", "not free", "05", "1.2.3", "£1.2345", ""]));
