// Apostrophes and quotation marks as printers set them, in place of those of a typewriter: as the program sets them.

const INLINE = "a,em,strong,span"; // they go on with a line

/** A text with its apostrophes set. */
export const withApostrophes = (text) => new Setter().set(text);

/** Sets the texts of a fragment, but for what is code or nothing but an address. `marks` are the quotation marks of its
 * language; without them, those that were typed stay. */
export function typeset(fragment, marks) {
  const setter = new Setter(marks);
  const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  let block = null;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const around = blockOf(text.parentNode);
    if (around !== block) setter.before = "";
    block = around;
    if (text.parentNode.localName === "code") setter.before = "x"; // a word has ended
    else if (!isAddress(text.data)) text.data = setter.set(text.data);
  }
  return fragment;
}

function blockOf(node) {
  let block = node;
  while (block.matches?.(`${INLINE},code`)) block = block.parentNode;
  return block;
}

const isAddress = (text) => !/\s/.test(text) && /:\/\/|@|^www\./.test(text);

/** Sets a text that may come in pieces. */
class Setter {
  constructor(marks) {
    Object.assign(this, { marks, before: "", isQuoted: false });
  }

  set(text) {
    return text.replace(/['"]|[^'"]+/g, (piece, at) => {
      const set = piece === "'" ? this.apostrophe(text, at + 1) : piece === '"' ? this.quotationMark() : piece;
      this.before = [...piece.slice(-2)].at(-1);
      return set;
    });
  }

  quotationMark() {
    const opens = /^[\s([{–—/‘“„«]?$/.test(this.before);
    return this.marks?.[opens ? 0 : 1] ?? '"';
  }

  /** A mark is an apostrophe within a word, or after one where no quotation is open. */
  apostrophe(text, after) {
    const beginsWord = /^[\p{L}\p{N}]/u.test(text.slice(after, after + 2));
    if (!/[\p{L}\p{N}]/u.test(this.before)) {
      this.isQuoted = beginsWord && text.includes("'", after);
      return "'";
    }
    const closes = this.isQuoted && !beginsWord;
    this.isQuoted &&= !closes;
    return closes ? "'" : "’";
  }
}
