// Fetches the cards of groups: HTML that was rendered with the pages, eight cards to a file.

import { markCompared } from "./compare.js";
import { element, fetchJson } from "./page.js";
import { showNext } from "./times.js";

/**
 * Returns a function that fetches the cards of groups, by number, as list items. It may be told which meetings fit what is
 * chosen: see `showNext`.
 */
export function cardReader(folder, cardsInFile) {
  const files = new Map();
  const file = (number) => {
    if (!files.has(number)) {
      files.set(number, fetchJson(`${folder}${number}.json`).catch((error) => { files.delete(number); throw error; }));
    }
    return files.get(number);
  };
  const item = async (group, fits) => {
    const cards = await file(Math.floor(group / cardsInFile));
    const made = element("li");
    made.innerHTML = cards[group % cardsInFile];
    showNext(made, undefined, fits);
    return made;
  };
  return async (groups, fits) => {
    const items = await Promise.all(groups.map((group) => item(group, fits)));
    items.forEach(markCompared); // at the end, as groups may be chosen in the meantime
    return items;
  };
}
