// Validates values against the JSON Schema of a charter, with the keywords that it uses. Numbers are text, as in fields.

import { NUMBER } from "./charter-file.js";
import { fits } from "./charter-texts.js";

/** A keyword of our own: a pattern for text that is accepted with a warning. */
export const SUSPICIOUS = "x-suspicious";

const HAS_TYPE = {
  string: (value) => typeof value === "string",
  integer: (value) => /^\+?\d+$/.test(value),
  number: (value) => NUMBER.test(value),
  array: Array.isArray,
  object: (value) => typeof value === "object" && !Array.isArray(value),
};

// Whether a value passes the keywords that concern the value as a whole.
const PASSES = {
  type: (value, type) => HAS_TYPE[type](value),
  const: (value, only) => value === only,
  enum: (value, words) => words.includes(value),
  pattern: fits,
  minimum: (value, least) => Number(value) >= least,
  maximum: (value, most) => Number(value) <= most,
  maxItems: (value, most) => value.length <= most,
  [SUSPICIOUS]: (value, source) => !fits(value, source),
};

/** The rules that a value breaks: `{key, value, rule, keyword}` each, where `rule` is the schema that has the keyword.
 * For a text there is at most one, and an error comes before a warning. */
export function violations(value, rule, schema, key = "") {
  const keyword = Object.keys(PASSES).find((name) => rule[name] !== undefined && !PASSES[name](value, rule[name]));
  const own = keyword ? [{ key, value, rule, keyword }] : [];
  if (keyword && keyword !== SUSPICIOUS) return own;
  const found = [...own, ...inCombined(value, rule, schema, key), ...inParts(value, rule, schema, key)];
  if (typeof value !== "string") return found;
  return found.sort((one, other) => (one.keyword === SUSPICIOUS) - (other.keyword === SUSPICIOUS)).slice(0, 1);
}

/** The rules that a value breaks in combined schemas. Where it fits none of several, those of the first. */
function inCombined(value, { $ref, allOf = [], anyOf = [], if: condition, then, else: otherwise }, schema, key) {
  const violationsOf = (other) => violations(value, other, schema, key);
  const parts = [...allOf];
  if ($ref) parts.push(schema.$defs[$ref.split("/").at(-1)]);
  if (condition) parts.push((violationsOf(condition).length ? otherwise : then) ?? {});
  const alternatives = anyOf.map(violationsOf);
  const [first = []] = alternatives.every(({ length }) => length) ? alternatives : [];
  return [...parts.flatMap(violationsOf), ...first];
}

/** The rules broken by the parts of an object or a list, and the parts that are missing. */
function inParts(value, rule, schema, key) {
  const { properties = {}, required = [], items, uniqueItems } = rule;
  const inside = (name) => (key ? `${key}.${name}` : name);
  const missing = required.filter((name) => value[name] === undefined);
  const found = missing.map((name) => ({ key: inside(name), rule, keyword: "required" }));
  for (const [name, part] of Object.entries(properties)) {
    if (value[name] !== undefined) found.push(...violations(value[name], part, schema, inside(name)));
  }
  if (!Array.isArray(value)) return found;
  value.forEach((item, at) => {
    if (items) found.push(...violations(item, items, schema, `${key}[${at}]`));
    if (uniqueItems && value.indexOf(item) !== at) found.push({ key: `${key}[${at}]`, value: item, rule, keyword: "uniqueItems" });
  });
  return found;
}

/** The schema of a key, by its path in the format: `leaders[].name`. */
export function ruleAt(path, schema) {
  return path.split(".").reduce((rule, part) => {
    const name = part.replace("[]", "");
    const { [name]: found } = [rule, ...(rule.anyOf ?? [])].find(({ properties }) => properties?.[name]).properties;
    return name === part ? found : found.items;
  }, schema);
}

/** The paths of the keys whose values are Markdown, and of those whose values are numbers. */
export function kindsOf({ keys, schema }) {
  const rules = keys.map((path) => [path, ruleAt(path, schema)]);
  const pathsOf = (isMeant) => rules.filter(([, rule]) => isMeant(rule.items ?? rule)).map(([path]) => path);
  return {
    markdown: pathsOf(({ $ref }) => $ref === "#/$defs/markdown"),
    numbers: pathsOf(({ type }) => type === "integer" || type === "number"),
  };
}
