// A visitor with a keyboard and nothing else.

import { focused } from './layout.mjs';

const MOST_STEPS = 600;

/** Goes on with Tab until the focus is on an element of which `isIt` is true. Returns where it is. */
export async function tabTo(tab, isIt) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await tab.keyboard.press('Tab');
    const place = await tab.evaluate(focused);
    if (place && isIt(place)) return place;
  }
  throw new Error(`Tab did not lead there in ${MOST_STEPS} steps.`);
}

/** Goes through the whole page with Tab. Returns each stop, from the first to the last. */
export async function tabThrough(tab) {
  const stops = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await tab.keyboard.press('Tab');
    const place = await tab.evaluate(focused);
    if (!place) return stops;
    stops.push(place);
  }
  throw new Error(`The page has no end in ${MOST_STEPS} steps: is the focus caught?`);
}
