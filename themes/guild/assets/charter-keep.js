// The lines of a key whose value has changed, with the lines and comments of what is still there.
//
// A piece is a key or an entry of a list: its lines, and above them the comments that lead to it. What is not laid out
// line by line is written anew.

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const spaces = (count) => " ".repeat(count);

/** The comment behind the only line of a value. */
function behind(line) {
  const [, comment] = /^[^'"#]*\S(\s+#.*)$/.exec(line) ?? /^[^'"#]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(\s+#.*)$/.exec(line) ?? [];
  return comment ?? "";
}

/** The lines below a key, or of an entry, as pieces that begin in one column. */
function piecesOf(lines, begins) {
  const isAside = (line) => /^\s*(#|$)/.test(line);
  const indent = lines.find((line) => !isAside(line))?.search(/\S/) ?? -1;
  const pieces = [];
  let lead = [];
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (isAside(line) && depth <= indent) {
      lead.push(line);
    } else if (depth === indent && begins.test(line.slice(indent))) {
      pieces.push({ lead, lines: [line] });
      lead = [];
    } else {
      const isWithin = depth > indent || line.startsWith("-", indent);
      if (!pieces.length || !isWithin) return null;
      pieces.at(-1).lines.push(...lead, line);
      lead = [];
    }
  }
  return pieces.length ? { indent, pieces, tail: lead } : null;
}

/** For each entry of a list the position that it had before: of the same, or of the one that is most like it. */
function positions(before, now) {
  const free = new Set(before.keys());
  const take = (at) => (free.delete(at) ? at : -1);
  const found = now.map((item) => take([...free].find((at) => same(before[at], item)) ?? -1));
  const shared = (at, item) => Object.keys(before[at]).filter((key) => same(before[at][key], item[key])).length;
  const isLike = (at, item) => isMap(before[at]) && shared(at, item) * 2 >= Object.keys(before[at]).length;
  return now.map((item, position) => {
    if (found[position] >= 0) return found[position];
    const alike = isMap(item) ? [...free].filter((at) => isLike(at, item)) : [];
    const nearest = alike.sort((one, other) => shared(other, item) - shared(one, item))[0];
    return take(nearest ?? (before.length === now.length ? position : -1));
  });
}

export class Keeper {
  /** `writer` writes what is new. */
  constructor(writer) {
    this.writer = writer;
  }

  /** The lines of a key. `before` and `now` are compared, and `value` is what is written. */
  key(lines, path, { before, now, value }, indent) {
    if (same(before, now)) return lines;
    const written = this.writer.lines(path, value, indent).trimEnd().split("\n");
    if (!lines.length) return written;
    const isAlone = /^\s*[\w-]+:\s*(#.*)?$/.test(lines[0]);
    if (!isAlone && lines.length === 1 && written.length === 1) return [written[0] + behind(lines[0])];
    if (!isAlone || before === undefined) return written;
    const both = { before, now, value };
    const below = lines.slice(1);
    const kept = [before, now].every(Array.isArray) ? this.list(below, path, both) : this.map(below, path, both);
    return kept ? [lines[0], ...kept] : written;
  }

  /** The lines of some keys, or `null`. */
  map(lines, path, { before, now, value }) {
    if (![before, now].every(isMap)) return null;
    const found = piecesOf(lines, /^[\w-]+:(\s|$)/);
    if (!found) return null;
    const indent = spaces(found.indent);
    const parts = this.writer.parts(path);
    const nameOf = (part) => part.split(".").at(-1);
    const pieces = found.pieces.map((piece) => ({ ...piece, name: piece.lines[0].trim().split(":")[0] }));
    const kept = [];
    for (const { name, lead, lines: own } of pieces) {
      const part = parts.find((part) => nameOf(part) === name);
      if (part && now[name] === undefined && before[name] !== undefined) continue;
      const three = { before: before[name], now: now[name], value: value[name] };
      kept.push({ name, lines: [...lead, ...(part ? this.key(own, part, three, indent) : own)] });
    }
    const names = parts.map(nameOf);
    const place = (name) => kept.findIndex((piece) => piece.name === name);
    for (const name of names.filter((name) => now[name] !== undefined && place(name) < 0)) {
      const earlier = names.slice(0, names.indexOf(name)).findLast((other) => place(other) >= 0);
      const part = parts[names.indexOf(name)];
      const written = this.writer.lines(part, value[name], indent).trimEnd().split("\n");
      kept.splice(earlier ? place(earlier) + 1 : 0, 0, { name, lines: written });
    }
    return kept.length ? [...kept.flatMap((piece) => piece.lines), ...found.tail] : null;
  }

  /** The lines of the entries of a list, or `null`. */
  list(lines, path, { before, now, value }) {
    const found = piecesOf(lines, /^-(\s|$)/);
    if (found?.pieces.length !== before.length) return null;
    const at = positions(before, now);
    const entries = now.map((item, position) => {
      const piece = found.pieces[at[position]];
      if (!piece) return this.entry(path, value[position], found.indent);
      const three = { before: before[at[position]], now: item, value: value[position] };
      return [...piece.lead, ...this.changed(piece.lines, path, three, found.indent)];
    });
    return [...entries.flat(), ...found.tail];
  }

  /** The lines of an entry that was there. */
  changed(lines, path, three, indent) {
    if (same(three.before, three.now)) return lines;
    const written = this.entry(path, three.value, indent);
    const isOnALine = lines.length === 1 && written.length === 1;
    const own = lines.map((line, at) => (at ? line : `${line.slice(0, indent)} ${line.slice(indent + 1)}`));
    const kept = this.map(own, path, three);
    if (!kept?.[0].startsWith(spaces(indent + 2))) return isOnALine ? [written[0] + behind(lines[0])] : written;
    return [`${kept[0].slice(0, indent)}-${kept[0].slice(indent + 1)}`, ...kept.slice(1)];
  }

  /** The lines of a new entry. */
  entry(path, value, indent) {
    return this.writer.item(path, value, spaces(indent)).trimEnd().split("\n");
  }
}
