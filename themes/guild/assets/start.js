// Loads the form for a charter when it comes into view, so that those who only read the page do not load it.

const WORDS = "words:script-start-failed";
const form = document.querySelector("form[data-form]");

// Whoever follows a link to a question gets to it, although it does not show yet.
const isLedTo = location.hash && form.contains(document.getElementById(location.hash.slice(1)));

const watcher = new IntersectionObserver(async ([seen]) => {
  if (!seen.isIntersecting && !isLedTo) return;
  watcher.disconnect();
  try {
    const [{ start }] = await Promise.all([import("./charter-form.js"), loadStyle(form.dataset.style)]);
    await start();
  } catch (error) {
    console.error(error);
    form.querySelector("[data-saved]").textContent = WORDS["script-start-failed"];
    form.dataset.whole = "";
  }
}, { rootMargin: "300px" });
watcher.observe(form);

/** Loads what only the form needs of the look. Without it, the form works too. */
function loadStyle(href) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve) => {
    sheet.onload = sheet.onerror = resolve;
    document.head.append(sheet);
  });
}
