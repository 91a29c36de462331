// Finds the answers in a document that is pasted, and puts them into the form once they have been looked at.

import { onesOf } from "./charter-values.js";
import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-pasted-");

/** Sets up the field for a document. `data`: the form's; `filled` is called when answers have been put in. */
export function readPasted(form, data, understood, filled) {
  const field = form.querySelector("[data-paste]");
  const shown = form.querySelector("[data-pasted]");
  const labels = labelsOf(form, data.keys);
  const read = async () => {
    const { documentOf } = await import("./meant-document.js");
    const { answers, left } = documentOf(field.value, { ...data, labels, ...understood.context });
    if (!field.value.trim()) return shown.replaceChildren();
    const put = button(say("script-pasted-put", { n: answers.length }), "button", () => {
      for (const { key, value } of answers) putAnswer(form, key, value, understood);
      shown.replaceChildren(say("script-pasted-done"));
      field.value = left;
      filled();
    });
    const found = element("dl", {}, ...answers.flatMap(({ key, value, shown: words }) => [element("dt", {}, labels[key] ?? key), element("dd", {}, words || inLines(value))]));
    const rest = left ? [element("p", {}, say("script-pasted-left")), element("blockquote", {}, left)] : [];
    shown.replaceChildren(...(answers.length ? [found, put] : [say("script-pasted-none")]), ...rest);
  };
  field.addEventListener("input", read);
  if (field.value) read(); // what was pasted before this script was there
}

/** What the form calls each key. */
function labelsOf(form, keys) {
  const labelOf = (key) => {
    const own = form.querySelector(`label[for="field-${CSS.escape(key)}"]`) ?? form.querySelector(`[name="${CSS.escape(key)}"]`)?.closest("fieldset")?.querySelector("legend");
    const question = form.querySelector(`[data-several="${key}"]`)?.closest(".question").querySelector("h3").lastChild;
    return (own?.firstChild ?? question)?.textContent.trim();
  };
  return Object.fromEntries(keys.map((key) => [key, labelOf(key)]).filter(([, label]) => label));
}

const inLines = (value) => (Array.isArray(value) ? value.map((one) => (typeof one === "object" ? Object.values(one).join(", ") : one)).join("\n") : String(value));

function putAnswer(form, key, value, understood) {
  if (key === "costs") return understood.put(form.elements["costs.amount"], value);
  if (Array.isArray(value) && typeof value[0] === "object") return putSeveral(form, key, value, understood);
  const boxes = [...form.querySelectorAll(`[name="${CSS.escape(key)}"]:is([type=radio], [type=checkbox])`)];
  const texts = [value].flat().map(String);
  for (const box of boxes.filter((one) => texts.includes(one.value))) box.checked = true;
  const rest = texts.filter((text) => !boxes.some((box) => box.value === text));
  const field = form.querySelector(`#field-${CSS.escape(key)}, #own-${CSS.escape(key)}`);
  if (field && rest.length) field.value = field.dataset.means === "prose" ? rest.join("\n") : understood.typed(field, rest.join("\n"));
}

function putSeveral(form, kind, values, understood) {
  form.querySelector(`[data-several="${kind}"]`).setCount(values.length);
  onesOf(form, kind).slice(0, values.length).forEach((one, at) => understood.fillIn(one, values[at]));
}
