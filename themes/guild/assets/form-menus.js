// Fills the menus of the form that are too long to be in the page. Each is in the words of the site's language.

import { LENGTHS, OTHER } from "./charter-series.js";
import { fold } from "./charter-texts.js";
import { unitsOf } from "./meeting-days.js";
import { sayer } from "./words.js";

const say = sayer("words:script-menus-");

const FIRST_CURRENCIES = ["GBP", "EUR", "USD"];

/** Fills the menus of a part of the form. */
export function fillMenus(part, data, language) {
  const { costs } = data.schema.properties;
  const menus = {
    duration: () => [...LENGTHS.map((length) => [length, lengthInWords(length, language)]), [OTHER, say("script-menus-other-length")]],
    currency: () => currencies(costs.anyOf[0].properties.currency.enum, language),
    country: () => countries(data.countries, language),
    language: () => languages(Object.values(data.languages), language),
  };
  for (const [key, options] of Object.entries(menus)) {
    for (const menu of part.querySelectorAll(`select[name='${key}'], select[name$='.${key}']`)) {
      menu.append(...options().map(([value, words]) => new Option(words, value)));
    }
  }
}

function lengthInWords(length, language) {
  const parts = unitsOf(length).map(([unit, count]) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
  return parts.join(" ");
}

const byWords = (language) => (one, other) => one[1].localeCompare(other[1], language);

function currencies(codes, language) {
  const names = new Intl.DisplayNames([language], { type: "currency" });
  const named = (code) => [code, names.of(code) === code ? code : `${names.of(code)} (${code})`];
  const others = codes.filter((code) => !FIRST_CURRENCIES.includes(code));
  return [...FIRST_CURRENCIES.map(named), ...others.map(named).sort(byWords(language))];
}

/** Each country once: its English name, if that is one by which the checks know it, or its code. */
function countries(known, language) {
  const english = new Intl.DisplayNames(["en"], { type: "region" });
  const own = new Intl.DisplayNames([language], { type: "region" });
  const named = new Map();
  for (const code of known.filter((name) => /^[a-z]{2}$/.test(name)).map((name) => name.toUpperCase())) {
    const name = english.of(code);
    const value = known.includes(fold(name)) ? name : code;
    if (name !== code) named.set(value, own.of(code));
  }
  return [...named].sort(byWords(language));
}

function languages(tags, language) {
  const names = new Intl.DisplayNames([language], { type: "language" });
  const named = (tag) => {
    const own = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    return [tag, fold(own) === fold(names.of(tag)) ? own : `${names.of(tag)} – ${own}`];
  };
  return [...new Set(tags)].map(named).sort(byWords(language));
}
