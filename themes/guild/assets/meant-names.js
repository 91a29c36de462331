// What is meant by the name of a language or of a country, in English, in the language of the site or in its own.

import { once, plain } from "./meant-texts.js";

const TAGS = "ar be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gd gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yo zh zu en-gb en-us en-au en-ca en-ie fr-ca de-at de-ch pt-br es-mx zh-hans zh-hant";
/** What countries are called besides the names that browsers know. */
const COUNTRIES = "uk=gb,great britain=gb,britain=gb,usa=us,america=us,united states of america=us,holland=nl,the netherlands=nl,czech republic=cz,eire=ie,republic of ireland=ie,turkey=tr,uae=ae,ivory coast=ci";

/** The names of something in a language; undefined for a code that is none. */
const namesOf = (type) => once((language) => new Intl.DisplayNames(language, { type, fallback: "none" }));
const languages = namesOf("language");
const countries = namesOf("region");

const tagsByName = once((language) => {
  const known = new Map();
  for (const tag of Intl.getCanonicalLocales(TAGS.split(" "))) {
    for (const tongue of [tag, language, "en"]) known.set(plain(languages(tongue).of(tag) ?? tag), tag);
  }
  return known;
});

const codes = once(() => {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const all = letters.flatMap((one) => letters.map((other) => one + other));
  return all.filter((code) => countries("en").of(code) && new Intl.Locale(`und-${code}`).region === code);
});

const codesByName = once((language) => {
  const known = new Map(COUNTRIES.split(",").map((pair) => pair.split("=")).map(([name, code]) => [name, code.toUpperCase()]));
  for (const code of codes()) for (const name of [code, englishName(code), countries(language).of(code) ?? code]) known.set(plain(name), code);
  return known;
});

/** The English name of a country as lists of countries have it, not as those of regions do. */
const englishName = (code) => countries("en").of(code).replace(" & ", " and ").replace(/(?<=^S)t\./, "aint").replace(/ SAR China$| \(.*\)$/, "");

/** The codes of countries by their names in their own languages, which take a moment to find. */
const codesByOwnName = once(() => {
  const ownName = (code) => countries(new Intl.Locale(`und-${code}`).maximize().language).of(code) ?? code;
  return new Map(codes().map((code) => [plain(ownName(code)), code]));
});

/** The code of a country by its name or code; undefined if there is none. */
export const countryOf = (text, language) => codesByName(language).get(plain(text).replace(/\.(?=[a-z]|$)/g, ""));

/** What a text means as a country. Where the context has the names that charters may have, the code stands for others. */
export function countriesMeant(text, { language, countries: allowed }) {
  const code = countryOf(text, language) ?? codesByOwnName().get(plain(text));
  if (!code) return [];
  const value = [englishName(code), code].find((name) => !allowed || allowed.includes(plain(name)));
  return value ? [{ value, shown: countries(language).of(code) ?? value }] : [];
}

/** What a text means as a language. */
export function languagesMeant(text, { language }) {
  const words = plain(text).replace(/\.$/, "");
  const isTag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}$/.test(words);
  const tag = tagsByName(language).get(words) ?? (isTag ? canonical(words.replaceAll("_", "-")) : undefined);
  return tag ? [{ value: tag, shown: languages(language).of(tag) ?? tag }] : [];
}

/** A tag as it is usually written, if its language has a name. */
function canonical(words) {
  try {
    const [tag] = Intl.getCanonicalLocales(words);
    return languages("en").of(tag) && tag;
  } catch {
    return undefined;
  }
}
