// What is meant by a sum of money, and what it is for.

import { inFigures, plain } from "./meant-texts.js";
import { sayer } from "./words.js";

const say = sayer("words:costs-");

const FREE = /^(?:(?:it(?:'s| is) |there (?:is|are) )?(?:completely )?(?:free|nothing|none|nil|no (?:costs?|charges?|fees?)|gratis|kostenlos)(?: of charge)?|zero|0(?:[.,]00)?)$/;
/** The currencies that signs and names may mean. */
const SIGNS = "£ pound pounds quid=gbp,€ euro euros=eur,$ dollar dollars=usd aud cad nzd,us$=usd,a$ au$=aud,c$ ca$=cad,nz$=nzd,zł zl złoty złote złotych zloty zlotych=pln,"
  + "kr krona kronor krone kroner kronur=sek nok dkk isk,fr sfr franc francs franken=chf,₹ rs rupee rupees=inr,¥ yen=jpy,rand=zar";
const CODES = new Map(SIGNS.split(",").map((line) => line.split("=")).flatMap(([signs, codes]) => signs.split(" ").map((sign) => [sign, codes.toUpperCase().split(" ")])));
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
  const codes = (CODES.get(sign) ?? []).filter((code) => currencies.includes(code));
  return codes.includes(COUNTRIES[country]) ? [COUNTRIES[country]] : codes;
}

function shownSum({ amount, currency, per }, language) {
  const style = currency ? { style: "currency", currency, minimumFractionDigits: amount.includes(".") ? 2 : 0 } : {};
  const sum = new Intl.NumberFormat(language, style).format(amount);
  return !per ? sum : per === "once" ? say("costs-once", { amount: sum }) : say(`costs-per-${per}`, { amount: sum });
}

const free = () => [{ value: { free: true }, shown: say("costs-free") }];

/** What a text may mean as a sum, or as free. */
export function sumsMeant(text, context) {
  const words = inFigures(plain(text)).replace(/(?<!p\.[am])[.!]$/, "");
  if (FREE.test(words)) return free();
  const [sum, per] = perOf(words);
  const [, before = "", number = "", after = ""] = /^([^\d]*?) ?(\d[\d., ']*?(?:[.,]-)?) ?([^\d]*)$/.exec(sum) ?? [];
  const isPence = /^(?:p|pence)$/.test(after) && /^\d\d$/.test(number);
  const amount = isPence ? `0.${number}` : amountOf(number.trim());
  const signs = isPence ? ["£"] : [before, after].filter(Boolean).map((sign) => sign.replace(/\.$/, ""));
  const isShort = /^\d{1,4}(?:[.,](?:\d\d?|-))?$/.test(number); // a longer number without a currency may be any
  if (!amount || !signs.length && !isShort) return [];
  const meant = signs.length ? signs.map((sign) => currenciesOf(sign, context)).reduce((some, more) => some.filter((code) => more.includes(code))) : [undefined];
  if (Number(amount) === 0) return meant.length ? free() : [];
  return meant.map((currency) => {
    const value = { amount, ...(currency && { currency }), ...(per && { per }) };
    return { value, shown: shownSum(value, context.language) };
  });
}
