// What several scripts do: they make parts of the page, and fetch files.

/** A new element. An attribute that is true is there without a value, one that is false is not. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** A new button, with its words or the parts of it. `press` is given the button. */
export function button(words, className, press) {
  const made = element("button", { type: "button", class: className }, ...[words].flat());
  made.addEventListener("click", () => press(made));
  return made;
}

/** Reads a file of JSON. */
export async function fetchJson(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
