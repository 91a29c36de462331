// Folds away the fields of a series that its own words have answered, so that what is still needed is in sight.

import { button } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-folded-change");
const FOLDED = "data-told";
const NEED_NO_FIRST = ["weekly", "monthly"];

/** Folds away the parts of a series that ask for answers which are given, but for the one in use. Returns a button that brings
 * them back. */
export function foldAway(series, answers) {
  const fieldOf = (name) => series.querySelector(`[name$='.${name}']`);
  const fields = Object.keys(answers).map(fieldOf);
  if (NEED_NO_FIRST.includes(answers.repeats) && !fieldOf("first").value) fields.push(fieldOf("first"));
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
