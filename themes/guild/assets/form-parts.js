// Parts of a form: what can be added again, and what shows only beside certain answers.

/** A new element with its words. */
export function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text, ...properties });
}

/** Gives a list of several things its first one, and a button that adds another. `prepare` gets each. */
export function addSeveral(several, prepare) {
  const template = several.querySelector("template");
  const words = several.dataset;
  const more = element("button", words.another, { type: "button", className: "button quiet" });
  const actions = element("p", "");
  actions.append(more);
  several.append(actions);
  several.addOne = () => {
    const added = template.content.firstElementChild.cloneNode(true);
    added.prepend(...added.querySelectorAll(":scope > legend"));
    const remove = element("button", words.remove, { type: "button", className: "clear" });
    remove.addEventListener("click", () => {
      const next = added.nextElementSibling?.matches(".one") ? added.nextElementSibling : added.previousElementSibling;
      added.remove();
      if (!several.querySelector(".one")) several.addOne();
      number(several);
      (next?.matches(".one") ? next : several.querySelector(".one")).querySelector("input, select").focus();
      several.dispatchEvent(new CustomEvent("several", { bubbles: true }));
    });
    added.append(remove);
    actions.before(added);
    number(several);
    prepare(added);
    return added;
  };
  several.setCount = (count) => {
    const all = () => [...several.querySelectorAll(".one")];
    while (all().length < Math.max(1, count)) several.addOne();
    all().slice(Math.max(1, count)).forEach((one) => one.remove());
  };
  more.addEventListener("click", () => {
    const added = several.addOne();
    follow(several.closest("form"));
    added.querySelector("input, select").focus();
    several.dispatchEvent(new CustomEvent("several", { bubbles: true }));
  });
  several.addOne();
}

/** Writes the numbers of several things into their names and ids. */
function number(several) {
  const ones = several.querySelectorAll(".one");
  const kind = several.dataset.several;
  ones.forEach((one, at) => {
    one.querySelector("[data-number]").textContent = ones.length > 1 ? at + 1 : "";
    one.querySelector(":scope > .clear").hidden = ones.length === 1;
    const pattern = new RegExp(`\\b${kind}\\.(#|\\d+)`, "g");
    for (const part of one.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "aria-describedby", "data-problems"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace(pattern, `${kind}.${at}`));
      }
    }
  });
}

/** Shows what belongs to the answers as they are. What does not show is not answered. */
export function follow(form) {
  for (const one of form.querySelectorAll("[data-several='meetings'] .one")) {
    const value = (name) => one.querySelector(`[name$='.${name}']`)?.value ?? "";
    const rhythm = value("repeats");
    const byMonth = ["monthly", "quarterly", "months"].includes(rhythm);
    const now = [rhythm, ...(byMonth && value("which") === "date" ? ["date"] : [])];
    followIn(one, now);
  }
  for (const [name, when] of [["costs", "paid"], ["membership", "closed"]]) {
    const chosen = form.querySelector(`[name='${name}']:checked`)?.value;
    for (const part of form.querySelectorAll(`[data-when='${when}']`)) part.hidden = chosen !== when;
  }
}

function followIn(part, now) {
  for (const shown of part.querySelectorAll("[data-when]")) {
    shown.hidden = !shown.dataset.when.split(" ").some((word) => now.includes(word));
  }
  for (const shown of part.querySelectorAll("[data-unless]")) shown.hidden = now.includes(shown.dataset.unless);
}
