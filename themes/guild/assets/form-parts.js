// Parts of the form that can be repeated, and parts that are shown only for certain answers.

import { OTHER } from "./charter-series.js";
import { button, element } from "./page.js";

/** Sets up a part that can be repeated: the first one, if there has to be one, and the buttons to add and remove.
 * `prepare` is given each. */
export function addSeveral(several, prepare) {
  const { another, remove: words, least = 1 } = several.dataset;
  const ones = () => [...several.querySelectorAll(":scope > .one")];
  const changed = (focused) => {
    focused.querySelector("input:not([type=hidden]), select, button").focus();
    several.dispatchEvent(new CustomEvent("several", { bubbles: true }));
  };
  const remove = (one) => {
    const at = ones().indexOf(one);
    one.remove();
    several.setCount(ones().length);
    number(several);
    changed(ones()[at] ?? ones().at(-1) ?? actions);
  };
  const actions = element("p", {}, button(another, "button quiet", () => {
    const added = several.addOne();
    follow(several.closest("form"));
    changed(added);
  }));
  several.addOne = () => {
    const added = several.querySelector("template").content.firstElementChild.cloneNode(true);
    added.prepend(...added.querySelectorAll(":scope > legend"));
    added.append(button(words, "clear", () => remove(added)));
    actions.before(added);
    for (let around = several; around; around = around.parentElement.closest("[data-several]")) number(around);
    prepare(added);
    return added;
  };
  several.setCount = (count) => {
    const wanted = Math.max(least, count);
    while (ones().length < wanted) several.addOne();
    ones().slice(wanted).forEach((one) => one.remove());
  };
  several.append(actions);
  several.setCount(0);
}

/** Numbers repeated parts, in their headings, names and ids. */
function number(several) {
  const ones = several.querySelectorAll(":scope > .one");
  const { several: kind, least = 1 } = several.dataset;
  const pattern = new RegExp(`\\b${kind}\\.(#|\\d+)`, "g");
  ones.forEach((one, at) => {
    one.querySelector("[data-number]").textContent = ones.length > 1 ? at + 1 : "";
    one.querySelector(":scope > .clear").hidden = ones.length <= least;
    for (const part of one.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "aria-describedby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(pattern, `${kind}.${at}`));
      }
    }
  });
}

/** Shows the parts that apply to the present answers. Hidden fields are not part of the charter. */
export function follow(form) {
  for (const one of form.querySelectorAll("[data-several='meetings'] > .one")) {
    const value = (name) => one.querySelector(`[name$='.${name}']`).value;
    const byMonth = ["monthly", "quarterly", "yearly", "months"].includes(value("repeats"));
    const length = value("duration") === OTHER ? "other-length" : "";
    showOnly(one, [value("repeats") || "none", byMonth && value("which") === "date" ? "date" : "", length]);
  }
  for (const [name, when] of [["costs", "paid"], ["status", "forming"]]) {
    const chosen = form.querySelector(`[name='${name}']:checked`)?.value;
    for (const part of form.querySelectorAll(`[data-when='${when}']`)) part.hidden = chosen !== when;
  }
}

function showOnly(part, now) {
  const applies = (words) => words.split(" ").some((word) => now.includes(word));
  for (const shown of part.querySelectorAll("[data-when]")) shown.hidden = !applies(shown.dataset.when);
  for (const shown of part.querySelectorAll("[data-unless]")) shown.hidden = applies(shown.dataset.unless);
}
