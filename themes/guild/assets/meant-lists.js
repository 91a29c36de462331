// What is meant by a list, or by a text of several paragraphs, that comes from a letter or a word processor.

import { sayer } from "./words.js";

const say = sayer("words:script-meant-entries");

// Word marks its lists with letters of its own fonts: those of the private use area, `§` and `Ø`.
const BULLET = /^[\s]*(?:[•●▪■◦○‣➢✓·\uF000-\uF0FF]\s*|(?:[-–—*+]|o|§|Ø)\s+)(?=\S)/;
const NUMBER = /^\s*(?:\(?(\d{1,2}|[a-z]|[ivx]{2,4})\)|(\d{1,2}|[a-z]|[ivx]{2,4})\.)\s+(?=\S)/;
const INLINE = /(?<=[^\S\n])[•●▪]/g;
const WRAPPED = 50; // letters from which a line may have been broken in the middle of a sentence

const spaced = (text) => text.replace(/\r\n?|[\u2028\u2029\v]/g, "\n").replace(/[\u00A0\u2007\u202F]/g, " ");

/** The lines of a text, each with its mark if it has one. Numbers are marks only from the first on. */
function linesOf(text) {
  let isCounting = false;
  return spaced(text).split("\n").map((line) => {
    const [bullet] = BULLET.exec(line) ?? [];
    const [number, one, other] = NUMBER.exec(line) ?? [];
    isCounting ||= ["1", "a", "i"].includes(one ?? other);
    const isRule = /^[\s*_-]*$/.test(line);
    const mark = isRule ? undefined : bullet ?? (isCounting ? number : undefined);
    return { mark, isNumber: mark !== undefined && mark !== bullet, text: line.slice(mark?.length ?? 0).trim(), isIndented: /^\s/.test(line) };
  });
}

/** The entries of a list. Where there are marks, a line without one goes on with the entry before it. */
export function entriesOf(text) {
  const lines = linesOf(text.replace(INLINE, "\n$&"));
  const hasMarks = lines.some(({ mark }) => mark !== undefined);
  const entries = [];
  let last = null; // the line before, if the next may go on with it
  for (const line of lines) {
    const isMore = last !== null && line.mark === undefined && (hasMarks ? last.isMarked : last.text.length >= WRAPPED && /^\p{Ll}/u.test(line.text) && !/[.!?:;]$/.test(last.text));
    if (line.text && isMore) entries.push(`${entries.pop()} ${line.text}`);
    else if (line.text) entries.push(line.text);
    last = line.text ? { text: line.text, isMarked: line.mark !== undefined || isMore } : null;
  }
  return entries.map((entry) => entry.replace(/\s+/g, " "));
}

/** What a text means as a list. */
export function listsMeant(text) {
  const value = entriesOf(text);
  if (value.length === 0) return [];
  return [{ value, shown: value.join("\n") === text ? "" : say("script-meant-entries", { n: value.length }) }];
}

/** The Markdown of a text: its lists with the marks that Markdown knows. Quotes and dashes stay. */
export function markdownOf(text) {
  if (text.includes("```")) return text;
  const written = [];
  let count = 0; // of the items of a numbered list
  let last = null;
  for (const { mark, isNumber, text: words, isIndented } of linesOf(text.replace(INLINE, "\n$&"))) {
    const isItem = mark !== undefined;
    const goesOn = last?.isItem && !isItem && (isIndented || /^\p{Ll}/u.test(words));
    if (words && last?.words && !goesOn && (isItem ? !last.isItem || isNumber !== last.isNumber : last.isItem)) written.push("");
    count = isItem && isNumber ? count + 1 : goesOn || !words ? count : 0;
    written.push(isItem ? `${isNumber ? `${count}.` : "-"} ${words}` : goesOn ? `  ${words}` : words);
    if (words || !last?.isItem) last = { words, isNumber, isItem: isItem || Boolean(goesOn) };
  }
  return written.join("\n").replace(/\t/g, " ").replace(/\n{3,}/g, "\n\n").trim();
}

/** What a text means as Markdown. */
export function proseMeant(text) {
  const value = markdownOf(text);
  return value && value !== text ? [{ value, shown: "" }] : [];
}
