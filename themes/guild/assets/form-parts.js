// Parts of the form that can be repeated, and parts that are shown only for certain answers.

import { button, element } from "./page.js";

/** Sets up a part that can be repeated: the first one, and the buttons to add and remove. `prepare` is given each. */
export function addSeveral(several, prepare) {
  const { another, remove: words } = several.dataset;
  const ones = () => [...several.querySelectorAll(".one")];
  const changed = (focused) => {
    focused.querySelector("input, select").focus();
    several.dispatchEvent(new CustomEvent("several", { bubbles: true }));
  };
  const remove = (one) => {
    const at = ones().indexOf(one);
    one.remove();
    if (!ones().length) several.addOne();
    number(several);
    changed(ones()[at] ?? ones().at(-1));
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
    number(several);
    prepare(added);
    return added;
  };
  several.setCount = (count) => {
    while (ones().length < Math.max(1, count)) several.addOne();
    ones().slice(Math.max(1, count)).forEach((one) => one.remove());
  };
  several.append(actions);
  several.addOne();
}

/** Numbers repeated parts, in their headings, names and ids. */
function number(several) {
  const ones = several.querySelectorAll(".one");
  const kind = several.dataset.several;
  const pattern = new RegExp(`\\b${kind}\\.(#|\\d+)`, "g");
  ones.forEach((one, at) => {
    one.querySelector("[data-number]").textContent = ones.length > 1 ? at + 1 : "";
    one.querySelector(":scope > .clear").hidden = ones.length === 1;
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
  for (const one of form.querySelectorAll("[data-several='meetings'] .one")) {
    const value = (name) => one.querySelector(`[name$='.${name}']`).value;
    const byMonth = ["monthly", "quarterly", "months"].includes(value("repeats"));
    showOnly(one, [value("repeats"), byMonth && value("which") === "date" ? "date" : ""]);
  }
  for (const [name, when] of [["costs", "paid"], ["membership", "closed"]]) {
    const chosen = form.querySelector(`[name='${name}']:checked`)?.value;
    for (const part of form.querySelectorAll(`[data-when='${when}']`)) part.hidden = chosen !== when;
  }
}

function showOnly(part, now) {
  for (const shown of part.querySelectorAll("[data-when]")) {
    shown.hidden = !shown.dataset.when.split(" ").some((word) => now.includes(word));
  }
  for (const shown of part.querySelectorAll("[data-unless]")) shown.hidden = now.includes(shown.dataset.unless);
}
