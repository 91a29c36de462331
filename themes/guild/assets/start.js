// Loads the form for a charter when it comes into view, so that those who only read the page do not load it.

const WORDS = "words:script-start-failed";
const form = document.querySelector("form[data-form]");

// Whoever follows a link to a question gets to it, although it does not show yet.
const isLedTo = form.contains(document.getElementById(location.hash.slice(1)));

const watcher = new IntersectionObserver(async ([seen]) => {
  if (!seen.isIntersecting && !isLedTo) return;
  watcher.disconnect();
  try {
    const { start } = await import("./charter-form.js");
    await start();
  } catch (error) {
    console.error(error);
    form.querySelector("[data-saved]").textContent = WORDS["script-start-failed"];
    form.dataset.whole = "";
  }
}, { rootMargin: "300px" });
watcher.observe(form);
