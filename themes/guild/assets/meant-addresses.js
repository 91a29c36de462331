// What is meant by an address to write to, or by that of a web page.

import { LONGEST, different } from "./meant-texts.js";
import { sayer } from "./words.js";

const say = sayer("words:script-meant-https");

const MAILBOX = /^[\p{L}\d][\p{L}\d.+_%'-]{0,63}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}$/u;
const PAGE = /^(https?:\/\/)?((?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?)$/iu;

/** A text with its signs of addresses in place of words for them: `ann (at) b.org`. */
function withSigns(text) {
  const signed = text.normalize("NFKC").replace(/\s+/g, " ").trim()
    .replace(/ ?[([{<] ?(?:at|@) ?[)\]}>] ?/gi, "@").replace(/ ?[([{<] ?(?:dot|\.) ?[)\]}>] ?/gi, ".");
  const isOne = (words) => words.includes("@") && !words.includes(" ");
  const spelt = signed.replace(/ at /i, "@").replace(/ dot /gi, ".");
  const whole = (isOne(spelt) ? spelt : signed).replace(/ ?@ ?/g, "@");
  const tight = whole.replace(/ ?\. ?/g, ".");
  return isOne(tight) ? tight : whole;
}

/** A word without what stands around an address. */
const bare = (word) => word.replace(/^(?:mailto:|[<("'“‘[])+/i, "").replace(/[>)"'”’\].,;:!?]+$/, "").replace(/^mailto:/i, "");

/** A mailbox with the name of its computer in small letters. */
function mailboxOf(word) {
  const [address] = bare(word).split("?");
  return MAILBOX.test(address) && !address.includes("..") ? address.replace(/@.*/, (host) => host.toLowerCase()) : null;
}

/** The mailboxes in a text. */
export const mailboxesIn = (text) => {
  const words = withSigns(text).split(/[ ,;<>|]+/).filter((word) => word.includes("@") && word.length <= LONGEST);
  return [...new Set(words.map(mailboxOf).filter(Boolean))];
};

/** What a word means as the address of a page. `http` becomes `https`, and it is said. */
function pagesMeant(word) {
  const [, scheme = "", rest] = PAGE.exec(bare(word)) ?? [];
  if (!rest) return [];
  const value = `https://${rest.replace(/^[^/?#]+/, (host) => host.toLowerCase())}`;
  return [{ value, shown: scheme.toLowerCase() === "http://" ? say("script-meant-https", { address: value }) : value }];
}

/** What a text may mean as the address of a web page: one word alone, or those that begin as addresses do. */
export function urlsMeant(text) {
  if (text.length > 10 * LONGEST) return [];
  const words = text.normalize("NFKC").trim().split(/[\s<>|]+/).filter(Boolean);
  const likely = words.length === 1 ? words : words.filter((word) => /^[("'[]*(?:https?:\/\/|www\.)/i.test(word));
  return different(likely.flatMap(pagesMeant));
}

/** What a text may mean as the one address of a group. */
export function contactsMeant(text) {
  if (text.length > 10 * LONGEST) return [];
  const mailboxes = mailboxesIn(text);
  const [, split, rest] = /^([a-z\d]+) ([a-z\d._-]+@\S+)$/.exec(text.trim()) ?? []; // a slip, or a name before the address
  const joined = rest && mailboxOf(split + rest);
  const all = [...mailboxes, ...(joined ? [joined] : [])].map((value) => ({ value, shown: value }));
  return [...all, ...urlsMeant(text)];
}
