// What is meant by a sum of money, and what it is for.

import { LONGEST, inFigures, plain } from "./meant-texts.js";
import { sayer } from "./words.js";

const say = sayer("words:costs-");

const FREE = /^(?:(?:it(?:'s| is) |there (?:is|are) )?(?:completely )?(?:free|nothing|none|nil|no (?:costs?|charges?|fees?)|gratis|kostenlos)(?: of charge)?|zero|0(?:[.,]00)?)$/;
const DOLLARS = "usd aud cad nzd";
const CROWNS = "sek nok dkk isk";
/** The currencies that a sign or the beginning of a name may mean. */
const SIGNS = [[/^(?:£|pounds?|quid|pounds? sterling)$/, "GBP"], [/^(?:€|euros?)$/, "EUR"], [/^(?:\$|dollars?)$/, DOLLARS], [/^(?:us\$|us dollars?)$/, "USD"],
  [/^au?\$$/, "AUD"], [/^ca?\$$/, "CAD"], [/^nz\$$/, "NZD"], [/^(?:zł|złot\p{L}*|zl|zlot\p{L}*)$/u, "PLN"], [/^(?:₹|rs|rupees?)$/, "INR"], [/^(?:¥|yen)$/, "JPY"],
  [/^(?:fr|sfr|francs?|franken)$/, "CHF"], [/^(?:kr|kron\p{L}*)$/u, CROWNS], [/^rand$/, "ZAR"]];
const COUNTRIES = { US: "USD", AU: "AUD", CA: "CAD", NZ: "NZD", SE: "SEK", NO: "NOK", DK: "DKK", IS: "ISK" };
const PER = { meeting: "meeting", session: "meeting", evening: "meeting", time: "meeting", month: "month", mo: "month", year: "year", annum: "year", yr: "year" };
const ADVERBS = { monthly: "month", "p.m.": "month", yearly: "year", annually: "year", "p.a.": "year", pa: "year", once: "once", "once only": "once", "one-off": "once", "one off": "once", "in total": "once" };

/** What a sum is for, and the text before that. */
function perOf(words) {
  const [, before, noun] = /^(.+?) ?(?:\/ ?|\b(?:per|an?|each|every|for each|for a) )(?:(?:member|person|head) (?:per |a |each ))?([a-z]+)$/.exec(words) ?? [];
  if (Object.hasOwn(PER, noun ?? "")) return [before, PER[noun]];
  const adverb = Object.keys(ADVERBS).find((word) => words.endsWith(` ${word}`));
  return adverb ? [words.slice(0, -adverb.length).replace(/[ ,]+$/, ""), ADVERBS[adverb]] : [words];
}

/** A number with a point and, if any, two decimals; undefined if it is none, or as long as a telephone number. */
function amountOf(text) {
  const [, whole, decimals = ""] = /^([1-9]\d{0,2}(?:[ ,.']\d{3})|\d{1,6})(?:[.,](\d{1,2}|-|–))?$/.exec(text) ?? [];
  if (!whole || /^0\d/.test(whole)) return undefined;
  const cents = decimals.replace(/\D/g, "");
  return whole.replace(/\D/g, "") + (Number(cents) ? `.${cents.padEnd(2, "0")}` : "");
}

/** The currencies that a sign, a name or a code may mean. */
function currenciesOf(sign, { currencies, country }) {
  if (currencies.includes(sign.toUpperCase())) return [sign.toUpperCase()];
  const codes = (SIGNS.find(([pattern]) => pattern.test(sign))?.[1] ?? "").toUpperCase().split(" ").filter((code) => currencies.includes(code));
  return codes.includes(COUNTRIES[country]) ? [COUNTRIES[country]] : codes;
}

function shownSum({ amount, currency, per }, language) {
  const style = currency ? { style: "currency", currency, minimumFractionDigits: amount.includes(".") ? 2 : 0 } : {};
  const sum = new Intl.NumberFormat(language, style).format(amount);
  return !per ? sum : per === "once" ? say("costs-once", { amount: sum }) : say(`costs-per-${per}`, { amount: sum });
}

/** What a text may mean as a sum, or as free. */
export function sumsMeant(text, context) {
  if (text.length > LONGEST) return [];
  const words = inFigures(plain(text)).replace(/[.!]$/, (mark) => (/p\.[am]\.$/.test(text.trim().toLowerCase()) ? mark : ""));
  if (FREE.test(words)) return [{ value: { free: true }, shown: say("costs-free") }];
  const [sum, per] = perOf(words);
  const [, before, number, after] = /^([^\d]*?) ?(\d[\d., ']*?(?:[.,]-)?) ?([^\d]*)$/.exec(sum) ?? [];
  const isPence = /^(?:p|pence)$/.test(after ?? "");
  const amount = isPence ? /^\d\d$/.test(number) ? `0.${number}` : undefined : amountOf((number ?? "").trim());
  const sign = isPence ? "£" : (before || (after ?? "")).replace(/\.$/, "");
  const isShort = /^\d{1,4}(?:[.,](?:\d\d?|-))?$/.test(number ?? ""); // a longer number without a currency may be any
  if (!amount || before && after || !sign && !isShort) return [];
  if (Number(amount) === 0) return currenciesOf(sign, context).length ? [{ value: { free: true }, shown: say("costs-free") }] : [];
  const meant = sign ? currenciesOf(sign, context) : [undefined];
  return meant.map((currency) => {
    const value = { amount, ...(currency && { currency }), ...(per && { per }) };
    return { value, shown: shownSum(value, context.language) };
  });
}
