// Loads the form for a charter when it comes into view, so that those who only read the page do not load it.

const WORDS = "words:script-start-failed";
const form = document.querySelector("form[data-form]");

const watcher = new IntersectionObserver(async ([seen]) => {
  if (!seen.isIntersecting) return;
  watcher.disconnect();
  try {
    const { start } = await import("./charter-form.js");
    await start();
  } catch (error) {
    console.error(error);
    form.querySelector("[data-saved]").textContent = WORDS["script-start-failed"];
  }
}, { rootMargin: "300px" });
watcher.observe(form);
