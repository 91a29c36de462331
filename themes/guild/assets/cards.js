// Fetches the cards of groups. They are made with the pages: the site's own HTML, eight cards a file.

import { element, fetchJson } from "./page.js";

/** A function that gives the cards of groups, by their numbers, as list items. */
export function cardReader(folder, cardsInFile) {
  const files = new Map();
  const file = (number) => {
    if (!files.has(number)) {
      files.set(number, fetchJson(`${folder}${number}.json`).catch((error) => { files.delete(number); throw error; }));
    }
    return files.get(number);
  };
  return (groups) => Promise.all(groups.map(async (group) => {
    const cards = await file(Math.floor(group / cardsInFile));
    const item = element("li");
    item.innerHTML = cards[group % cardsInFile];
    return item;
  }));
}
