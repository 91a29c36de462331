// Creates elements and fetches files, for several scripts.

/** Creates an element. An attribute that is true is set without a value; one that is false is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Creates a button with its text, or with several parts. `press` is given the button. */
export function button(words, className, press) {
  const made = element("button", { type: "button", class: className }, ...[words].flat());
  made.addEventListener("click", () => press(made));
  return made;
}

/** Fetches a JSON file. */
export async function fetchJson(address, cache = "default") {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
