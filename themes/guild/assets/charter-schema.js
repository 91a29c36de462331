// Holds values against the JSON Schema of a charter, as far as that goes. Numbers are text, as fields have them.

import { NUMBER } from "./charter-file.js";
import { fits } from "./charter-texts.js";

/** The schema's own keyword for a pattern of what is accepted with a warning. */
export const SUSPICIOUS = "x-suspicious";

const IS_OF_TYPE = {
  string: (value) => typeof value === "string",
  integer: (value) => /^\+?\d+$/.test(value),
  number: (value) => NUMBER.test(value),
  array: Array.isArray,
  object: (value) => typeof value === "object" && !Array.isArray(value),
};

// Whether a value keeps the rule of each keyword that is about the value as a whole.
const KEEPS = {
  type: (value, type) => IS_OF_TYPE[type](value),
  const: (value, only) => value === only,
  enum: (value, words) => words.includes(value),
  pattern: fits,
  minimum: (value, least) => Number(value) >= least,
  maximum: (value, most) => Number(value) <= most,
  maxItems: (value, most) => value.length <= most,
  [SUSPICIOUS]: (value, source) => !fits(value, source),
};

/** The rules that a value breaks: `{key, value, rule, keyword}` each, where `rule` is the schema with the keyword. Of a
 * text it is the first alone, errors before warnings; of a list that is too long, only that. */
export function broken(value, rule, schema, key = "") {
  const keyword = Object.keys(KEEPS).find((name) => rule[name] !== undefined && !KEEPS[name](value, rule[name]));
  const own = keyword ? [{ key, value, rule, keyword }] : [];
  if (keyword && keyword !== SUSPICIOUS) return own;
  const found = [...own, ...joined(value, rule, schema, key), ...inParts(value, rule, schema, key)];
  if (typeof value !== "string") return found;
  return found.sort((one, other) => (one.keyword === SUSPICIOUS) - (other.keyword === SUSPICIOUS)).slice(0, 1);
}

/** What a value breaks of the schemas that a schema joins. Of several that would do, the first is meant. */
function joined(value, { $ref, allOf = [], anyOf = [], if: condition, then, else: otherwise }, schema, key) {
  const whatBreaks = (other) => broken(value, other, schema, key);
  const parts = [...allOf];
  if ($ref) parts.push(schema.$defs[$ref.split("/").at(-1)]);
  if (condition) parts.push((whatBreaks(condition).length ? otherwise : then) ?? {});
  const ways = anyOf.map(whatBreaks);
  return [...parts.flatMap(whatBreaks), ...(ways.every(({ length }) => length) ? ways.flat().slice(0, ways[0]?.length) : [])];
}

/** What the entries of a list or a mapping break, and what they lack. */
function inParts(value, rule, schema, key) {
  const { properties = {}, required = [], items, uniqueItems } = rule;
  const inside = (name) => (key ? `${key}.${name}` : name);
  const lacking = required.filter((name) => value[name] === undefined);
  const found = lacking.map((name) => ({ key: inside(name), rule, keyword: "required" }));
  for (const [name, part] of Object.entries(properties)) {
    if (value[name] !== undefined) found.push(...broken(value[name], part, schema, inside(name)));
  }
  if (!Array.isArray(value)) return found;
  value.forEach((item, at) => {
    if (items) found.push(...broken(item, items, schema, `${key}[${at}]`));
    if (uniqueItems && value.indexOf(item) !== at) found.push({ key: `${key}[${at}]`, value: item, rule, keyword: "uniqueItems" });
  });
  return found;
}

/** The rule of a key by its path in the format: `leaders[].name`. */
function ruleAt(path, schema) {
  return path.split(".").reduce((rule, part) => {
    const name = part.replace("[]", "");
    const { [name]: found } = [rule, ...(rule.anyOf ?? [])].find(({ properties }) => properties?.[name]).properties;
    return name === part ? found : found.items;
  }, schema);
}

/** The keys whose values are Markdown, and those whose values are numbers. */
export function kindsOf({ keys, schema }) {
  const rules = keys.map((path) => [path, ruleAt(path, schema)]);
  const pathsOf = (isMeant) => rules.filter(([, rule]) => isMeant(rule.items ?? rule)).map(([path]) => path);
  return {
    markdown: pathsOf(({ $ref }) => $ref === "#/$defs/markdown"),
    numbers: pathsOf(({ type }) => type === "integer" || type === "number"),
  };
}
