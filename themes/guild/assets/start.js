// Brings the form for a charter when it comes into view. Whoever only reads the page does not load it.

const form = document.querySelector("form[data-form]");

const watcher = new IntersectionObserver(async ([seen]) => {
  if (!seen.isIntersecting) return;
  watcher.disconnect();
  try {
    const { start } = await import("./charter-form.js");
    await start();
  } catch (error) {
    console.error(error);
    const words = "The form could not be loaded. Reload the page to try again, or take the blank charter.";
    form.querySelector("[data-saved]").textContent = words;
  }
}, { rootMargin: "300px" });
watcher.observe(form);
