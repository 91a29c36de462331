// Says the words of the interface in scripts. Where a script names keys of the catalogue in a string that begins with
// `words:`, the site that is built has an object of their texts.

const language = document.documentElement.lang;
const categories = new Intl.PluralRules(language);

/** A function that says one of some texts by its key. `gaps` are what its variables stand for. */
export function sayer(texts) {
  return (key, gaps = {}) => {
    let text = texts[key] ?? key;
    while (typeof text !== "string") {
      const value = gaps[text.by];
      text = text.of[value] ?? text.of[categories.select(value)] ?? text.of.other;
    }
    return text.replace(/\{([a-z-]+)\}/g, (gap, name) => gaps[name] ?? gap);
  };
}

/** Several things in one line, with the word between the last two that the language has: `type` is `conjunction` for
 * "and", or `disjunction` for "or". */
export function listed(items, type) {
  return new Intl.ListFormat(language, { type }).format(items);
}
