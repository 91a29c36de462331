// Puts answers into a specimen of a page. Where an answer belongs, the specimen has a token that names it:
// `⟦leaders.0.name⟧`. Of a list, it has an entry of each kind.

const TOKEN = /⟦([^⟦⟧]*)⟧/;
const LABELS = ":is(h2,h3,dt)"; // they go with what they are before
const SEPARATOR = /^[\s,;:·]*[,;:·]\s*$/; // so does what separates it from what is before it

/** Puts answers into an element. A text that is a function makes the elements of its answer. What waits for an answer
 * that is not there is taken out, with all around it that holds no answer and nothing that `stays`. */
export function fill(root, answers, stays) {
  put(root, { look: (name) => partOf(answers, name), scope: "", stays });
}

const partOf = (answer, name) => name.split(".").reduce((part, key) => part?.[key], answer);

/** `look` finds an answer by its name. `scope` is the name of the entry of a list that is being filled in. */
function put(root, { look, scope, stays }) {
  const kept = [...root.querySelectorAll(stays)];
  const found = tokensIn(root);
  const lists = new Map();
  for (const token of found) {
    const [list, at] = listOf(token.name, scope);
    if (list === undefined) continue;
    if (!lists.has(list)) lists.set(list, []);
    (lists.get(list)[at] ??= []).push(token.node);
    token.isListed = true;
  }
  const unanswered = [];
  for (const token of found.filter(({ isListed }) => !isListed)) {
    const put = token.attribute ? setAttribute(token, look) : replaceText(token.node, look);
    if (put) kept.push(...put);
    else unanswered.push(token.node);
  }
  for (const [list, entries] of lists) {
    const [entry, isAnswered] = repeat(entries, list, { look, stays });
    (isAnswered ? kept : unanswered).push(entry);
  }
  for (const node of unanswered) takeOut(node, root, kept);
}

/** The tokens of an element: each with its name and its text, or its element and the attribute that it is in. */
function tokensIn(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = root; node; node = walker.nextNode()) {
    const parts = node.nodeType === Node.TEXT_NODE ? [{ value: node.data }] : node.attributes;
    for (const { name: attribute, value } of parts) {
      const name = TOKEN.exec(value)?.[1];
      if (name !== undefined) found.push({ name, node, attribute });
    }
  }
  return found;
}

/** The list that a token belongs to below a scope, and its place in it. */
function listOf(name, scope) {
  if (scope && !name.startsWith(`${scope}.`)) return [];
  const rest = name.slice(scope && scope.length + 1);
  const [, list, at] = /^(\D+?)\.(\d+)(?=\.|$)/.exec(rest) ?? [];
  return list === undefined ? [] : [scope ? `${scope}.${list}` : list, Number(at)];
}

/** Puts an answer into an attribute. Returns what it is then a part of, or null if there is no answer. A language that is
 * not given is that of the page. */
function setAttribute({ node, attribute, name }, look) {
  const answer = look(name);
  if (answer !== undefined) node.setAttribute(attribute, answer);
  if (attribute !== "lang") return answer === undefined ? null : [node];
  if (answer === undefined) for (const unknown of ["lang", "dir"]) node.removeAttribute(unknown);
  else node.dir = directionOf(answer);
  return [];
}

/** In which direction a language is written. A browser that does not know goes by the text. */
function directionOf(tag) {
  const locale = new Intl.Locale(tag);
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? "auto";
}

/** Puts answers into a text. A paragraph that is nothing but a token gives way to the blocks of its answer. */
function replaceText(text, look) {
  const parts = text.data.split(TOKEN).map((part, at) => (at % 2 ? look(part) : part));
  if (parts.includes(undefined)) return null;
  const made = parts.map((part) => (typeof part === "function" ? part() : part)).filter((part) => part !== "");
  const { parentElement } = text;
  const hasBlocks = made.some((part) => part instanceof DocumentFragment);
  const around = hasBlocks && parentElement.matches("p") ? parentElement : text;
  const [first] = made.flatMap((part) => (part instanceof DocumentFragment ? part.firstChild : []));
  around.replaceWith(...made);
  return [first ?? parentElement];
}

/** Repeats the entries of a list for its answers. An answer may say by its `kind` which entry it takes. Returns the first,
 * which is still that of the specimen if there is no answer, and whether there is one. */
function repeat(entries, list, { look, stays }) {
  const first = entries.filter(Boolean).map(([node]) => node);
  const holder = commonOf(entries.flat());
  const models = first.map((node) => childWithin(holder, node));
  const between = [];
  for (let node = models[0].nextSibling; models[1] && node !== models[1]; node = node.nextSibling) between.push(node);
  const made = (look(list) ?? []).map((answer) => {
    const entry = models[answer.kind ?? 0].cloneNode(true);
    const scope = `${list}.${answer.kind ?? 0}`;
    const within = (name) => (name === scope ? answer : partOf(answer, name.slice(scope.length + 1)));
    put(entry, { look: (name) => (`${name}.`.startsWith(`${scope}.`) ? within(name) : look(name)), scope, stays });
    return entry;
  });
  const separator = between.filter((node) => !models.includes(node));
  if (made.length) models[0].before(...made.flatMap((entry, at) => (at ? [...separator.map((node) => node.cloneNode(true)), entry] : [entry])));
  const gone = made.length ? models : models.slice(1);
  for (const node of [...gone, ...(models.length > 1 ? separator : [])]) node.remove();
  return [made[0] ?? models[0], made.length > 0];
}

/** The innermost element that holds all of some nodes. */
function commonOf(nodes) {
  let common = nodes[0].parentElement;
  while (!nodes.every((node) => common.contains(node) && node !== common)) common = common.parentElement;
  return common;
}

function childWithin(holder, node) {
  let child = node;
  while (child.parentNode !== holder) child = child.parentNode;
  return child;
}

function takeOut(node, root, kept) {
  if (!root.contains(node) || node === root) return;
  let gone = node;
  const isNeeded = (parent) => kept.some((one) => parent.contains(one) && !gone.contains(one));
  while (gone.parentNode !== root && !isNeeded(gone.parentNode)) gone = gone.parentNode;
  const { previousSibling, previousElementSibling: label } = gone;
  if (previousSibling?.nodeType === Node.TEXT_NODE && SEPARATOR.test(previousSibling.data)) previousSibling.remove();
  if (label?.matches(LABELS) && !kept.includes(label)) label.remove();
  gone.remove();
}
