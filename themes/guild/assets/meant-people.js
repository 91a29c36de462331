// What is meant by what is typed as the name of a leader: a name with a role beside it, or several people.

import { once } from "./meant-texts.js";
import { listed, sayer } from "./words.js";

const say = sayer("words:script-meant-people script-meant-person script-meant-one-name");

const ROLE = /(?:^|[ -])(?:chair(?:person|man|woman)?|lead(?:er)?|host|conven[eo]r|facilitator|coordinator|ordinator|organi[sz]er|secretary|treasurer|founder|moderator|administrator|admin|president|deputy|director|manager|mentor|contact)(s?)(?=$| (?:of|for|to) )/i;
const NO_ROLE = /^(?:of|from|at|in|on|by|with|for|or|the|a|an|my|our|née?|born|aka|formerly|also|jr|sr|she|he|they|her|him|them|his|their)\b|[\d@/:]/i;
/** Letters behind a name, such as `PhD`, `CPsychol` and `BA (Hons)`. */
const LETTERS = /^(?!(?:Mc|Mac|De|La|Le|Di|Da|Van|Von)\p{Lu})(?:\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.]*|(?:Jr|Sr|Esq|Hons?|Dip|Cert)\.?)(?: (?:\(Hons?\.?\)|\p{Lu}\S*))*$/u;
const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: (?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|v[ao]n|de[rnl]?|la|le|di|da|do|dos|du|della|al|el|bin|ibn|te[rn]|zu|zum|a[fv])){0,6}$/u;
const NO_NAME = /^(?:the|an?|my|our|both|all|some|name)\b|\b(?:of|me|us|we|two|groups?|teams?|committee|board|network|circle|council|cent(?:re|er)|university|college|department|society|association|partnership|guild|institute|research|practice|coaching|learning|wellbeing|family|members)\b/i;

/** What stands between two people, or between a person and a role, but for what is in brackets. */
const between = once((language) => {
  const [, { value }] = new Intl.ListFormat(language, { type: "conjunction" }).formatToParts(["a", "b"]);
  const and = `(?:and|${value.replace(/[^\p{L}\p{M}]/gu, "") || "and"})`;
  return new RegExp(`( ?[;|،؛、/&+] ?| ?,(?: ${and}(?= ))? ?| ${and} | ?: | [-–—] ?|[-–—] )(?![^(]*\\))`, "iu");
});
const BESIDE = /[:–—-]/; // stands between a name and a role only
const WEAK = /^ ?, ?$/; // a place may follow it, and a first name

/** The people whose names are in a text, each with a role if there is one. None if it says something else. */
export function peopleIn(text, language) {
  const whole = text.trim().replace(/\s*[\r\n]+\s*/g, "; ").replace(/\s+/g, " ").replace(/(?<=\p{Ll}{2})\.$/u, "");
  const parts = whole.split(between(language));
  const tokens = parts.map((words, at) => ({ words, before: parts[at - 1] ?? "", after: parts[at + 1] ?? "" })).filter(({ words }, at) => at % 2 === 0 && words);
  const isUpper = !/\p{Ll}/u.test(whole);
  return read(tokens, { isUpper, isLower: !isUpper && !/\p{Lu}/u.test(whole) });
}

function read(tokens, letters) {
  const isSure = tokens.some(({ before }) => before && !WEAK.test(before) && !BESIDE.test(before)) || tokens.some(({ words }) => isRole(words, letters));
  const people = [];
  let waiting = ""; // a role before its name
  for (const { words: all, before, after } of tokens) {
    const [, words, aside] = LETTERS.test(all) ? [all, all] : /^(.*?)(?: ?\(([^()]*)\))?$/.exec(all);
    const last = people.at(-1);
    const isBehind = last && !after.includes(":");
    if (isRole(words, letters) && isBehind) last.role = last.role ? last.role + before + words : words;
    else if (isRole(words, letters)) waiting += (waiting && before) + words;
    else if (last && LETTERS.test(words) && !(letters.isUpper && words.includes(" "))) last.name += `, ${words}`;
    else if (isName(words, letters) && (isSure || words.includes(" ")) && (waiting || !BESIDE.test(before))) {
      people.push({ name: words, ...(waiting && { role: waiting }) });
      waiting = "";
    } else return [];
    addAside(people.at(-1), aside, letters);
  }
  return waiting ? [] : withSharedRole(people);
}

/** Adds what is in brackets behind a name. */
function addAside(person, aside, letters) {
  if (!person || !aside) return;
  if (!person.role && isRole(aside, letters)) person.role = aside;
  else person.name += ` (${aside})`;
}

/** Gives a role that is said of several, such as `co-chairs`, to each of them. */
function withSharedRole(people) {
  const shared = people.filter(({ role }) => ROLE.exec(role ?? "")?.[1]);
  if (shared.length !== 1 || people.filter(({ role }) => role).length > 1) return people;
  const role = shared[0].role.replace(ROLE, (words, plural) => words.slice(0, words.length - plural.length));
  return people.length > 1 ? people.map((person) => ({ ...person, role })) : people;
}

/** Whether some words are a role: in small letters beside a name that is not, any may be one. */
const isRole = (words, { isLower }) => !NO_ROLE.test(words) && (ROLE.test(words) || !isLower && /^\p{Ll}/u.test(words));

function isName(words, { isLower }) {
  const written = isLower && words.includes(" ") ? words.replace(/(?<!\S)\p{Ll}/gu, (letter) => letter.toUpperCase()) : words;
  return NAME.test(written) && !NO_NAME.test(words);
}

const shownPerson = ({ name, role }) => (role ? `${name} (${role})` : name);

/** What a text may mean as the name of a leader, where that is not the text itself: one person with a role, or several, who
 * may be one after all. */
export function peopleMeant(text, { language }) {
  const people = peopleIn(text, language);
  if (people.length < 2) return people.filter(({ role }) => role).map((one) => ({ value: [one], shown: say("script-meant-person", one) }));
  const name = text.trim();
  return [
    { value: people, shown: say("script-meant-people", { n: people.length, people: listed(people.map(shownPerson), "conjunction") }) },
    { value: [{ name }], shown: say("script-meant-one-name", { name }) },
  ];
}
