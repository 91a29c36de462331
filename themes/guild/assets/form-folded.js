// Folds away the fields of a series that its own words have answered, so that what is still needed is in sight.

import { seriesOf } from "./charter-series.js";
import { fixesDates, ruleOf } from "./meeting-days.js";
import { button } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-folded-change");
const FOLDED = "data-told";

/** Folds away the parts of a series that ask for answers which are given, but for the one in use. Returns a button that brings
 * them back. */
export function foldAway(series, answers) {
  const fieldOf = (name) => series.querySelector(`[name$='.${name}']`);
  const fields = Object.keys(answers).map(fieldOf);
  const rule = ruleOf(seriesOf(answers));
  const first = fieldOf("first");
  if (rule && fixesDates(rule) && !first.value) fields.push(first); // it is not needed
  const parts = new Set(fields.map((field) => field.closest(".field")));
  for (const part of parts) part.toggleAttribute(FOLDED, !part.contains(document.activeElement));
  return button(say("script-folded-change"), "clear", (pressed) => {
    unfold(series);
    pressed.remove();
    fields[0].focus();
  });
}

/** Brings back all that is folded away in a series. */
export function unfold(series) {
  for (const part of series.querySelectorAll(`[${FOLDED}]`)) part.removeAttribute(FOLDED);
}

/** Brings back what is folded away around a place. */
export function unfoldAround(place) {
  if (place.closest(`[${FOLDED}]`)) unfold(place.closest(".one"));
}
