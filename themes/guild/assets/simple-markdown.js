// Markdown as elements: paragraphs, headings, lists, quotations, emphasis and links. All else stays text: what is typed
// never becomes HTML.

import { element } from "./page.js";

const MOST_DEPTH = 8; // of lists, quotations and emphasis: deeper ones than anyone reads stay text
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;
const HEADING = /^ {0,3}(#{1,6}) +(.*)$/;
const QUOTE = /^ {0,3}> ?/;
const RULE = /^ {0,3}([-*_])(?: *\1){2,} *$/;
const PART = /\\([!-/:-@[-`{-~])|`([^`]*)`|\*\*|\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\[|\]\(([^\s()<>]*)\)|<((?:https|mailto):[^\s<>]*)>/gu;
const NAMES = { "**": "strong", "*": "em", _: "em" };

/** A text as a fragment of a page. */
export function markdown(text) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(text.split("\n"), 0)) fragment.append(block);
  return fragment;
}

/** An element with its children, of which there may be more than a call can have arguments. */
function holding(name, children, attributes) {
  const made = element(name, attributes);
  for (const child of children) made.append(child);
  return made;
}

function blocks(lines, depth) {
  const made = [];
  for (let at = 0; at < lines.length; ) {
    const [next, block] = blockAt(lines, at, depth);
    if (block) made.push(block);
    at = next;
  }
  return made;
}

/** The block that starts at a line, and the line after it. */
function blockAt(lines, at, depth) {
  const line = lines[at];
  if (!line.trim()) return [at + 1];
  if (RULE.test(line)) return [at + 1, element("hr")];
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks) return [at + 1, holding(`h${Math.min(6, marks.length + 1)}`, inline(title.replace(/(^| )#+$/, "").trim()))];
  if (depth < MOST_DEPTH && QUOTE.test(line)) {
    let end = at + 1;
    while (end < lines.length && QUOTE.test(lines[end])) end += 1;
    const quoted = lines.slice(at, end).map((one) => one.replace(QUOTE, ""));
    return [end, holding("blockquote", blocks(quoted, depth + 1))];
  }
  if (depth < MOST_DEPTH && ITEM.test(line)) return listAt(lines, at, depth);
  let end = at + 1;
  while (end < lines.length && lines[end].trim() && !startsBlock(lines[end])) end += 1;
  return [end, holding("p", inline(lines.slice(at, end).map((one) => one.trim()).join(" ")))];
}

const startsBlock = (line) => [ITEM, HEADING, QUOTE, RULE].some((start) => start.test(line));

/** A list, with the lists within its items. */
function listAt(lines, at, depth) {
  const isOrdered = (line) => /\d/.test(ITEM.exec(line)?.[2] ?? "");
  const ordered = isOrdered(lines[at]);
  const items = [];
  let end = at;
  let width = 0;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    const isWithin = line.search(/\S/) >= width && items.length > 0;
    const goesOn = items.length > 0 && lines[end - 1].trim() && line.trim() && !startsBlock(line);
    if (isWithin || goesOn || !line.trim()) {
      items.at(-1).push(line.slice(Math.min(width, Math.max(0, line.search(/\S/)))));
    } else if (ITEM.test(line) && !RULE.test(line) && isOrdered(line) === ordered) {
      width = ITEM.exec(line)[0].length || 2;
      items.push([line.slice(width)]);
    } else break;
  }
  const number = ordered && Number.parseInt(ITEM.exec(lines[at])[2], 10);
  const attributes = ordered && number !== 1 ? { start: number } : {};
  return [end, holding(ordered ? "ol" : "ul", items.map((item) => holding("li", tight(blocks(item, depth + 1)))), attributes)];
}

/** The blocks of an item, of which a paragraph at the start is no block of its own. */
const tight = ([first, ...rest]) => (first?.localName === "p" ? [...first.childNodes, ...rest] : [first, ...rest].filter(Boolean));

/** A line with its emphasis and its links. */
function inline(text) {
  const open = [{ mark: "", nodes: [] }];
  const add = (node) => addTo(open.at(-1).nodes, node);
  /** Closes the innermost mark of a kind with an element of what is in it, if there is one. */
  const close = (mark, wrap) => {
    const from = open.findLastIndex((one) => one.mark === mark);
    if (from <= 0) return false;
    const [first, ...unclosed] = open.splice(from);
    add(wrap(joined([{ ...first, mark: "" }, ...unclosed])));
    return true;
  };
  let at = 0;
  for (const found of text.matchAll(PART)) {
    const [whole, escaped, code, address, plain] = found;
    const end = found.index + whole.length;
    add(text.slice(at, found.index));
    at = end;
    if (escaped) add(escaped);
    else if (code !== undefined) add(element("code", {}, code));
    else if (plain) add(link(plain, [plain.replace(/^mailto:/, "")]));
    else if (address !== undefined) close("[", (nodes) => link(address, nodes)) || add(whole);
    else if (closes(text, found.index) && NAMES[whole] && close(whole, (nodes) => holding(NAMES[whole], nodes))) continue;
    else if (open.length < MOST_DEPTH && /^\S/.test(text.slice(end, end + 1))) open.push({ mark: whole, nodes: [] });
    else add(whole);
  }
  add(text.slice(at));
  return joined(open);
}

/** The nodes of marks that are not closed, which stay as they were typed. */
function joined(open) {
  const all = [];
  for (const { mark, nodes } of open) for (const node of [mark, ...nodes]) addTo(all, node);
  return all;
}

/** Adds a node to a row in which texts are one. */
function addTo(row, node) {
  if (typeof node === "string" && typeof row.at(-1) === "string") row[row.length - 1] += node;
  else row.push(node);
}

const closes = (text, at) => /\S/.test(text[at - 1] ?? " ");

/** A link to where links may lead; the words alone for any other address. */
function link(address, nodes) {
  return /^(https:|mailto:|\/(?!\/))/i.test(address) ? holding("a", nodes, { href: address }) : holding("span", nodes);
}
