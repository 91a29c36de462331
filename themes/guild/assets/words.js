// The words of the interface in scripts. Where a script lists keys of the catalogue in a string that begins with
// `words:`, the published script has an object with their texts instead.

const language = document.documentElement.lang;
const categories = new Intl.PluralRules(language);

/** Returns a function that gives one of these texts by its key, with its variables replaced by `gaps`. */
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

/** Several things in one line, joined as the language does: `type` is `conjunction` for "and", `disjunction` for "or". */
export function listed(items, type) {
  return new Intl.ListFormat(language, { type }).format(items);
}
