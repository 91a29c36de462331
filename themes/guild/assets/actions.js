// What one does with a group: choose it for a comparison, pass its page on. Each is loaded when it is needed. The buttons
// show once this script is there to take their presses.

let compares;
const compare = () => (compares ??= import("./compare.js"));

document.documentElement.classList.add("can-act");
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button.compare, [data-share]");
  if (button?.matches(".compare")) {
    (await compare()).press(button);
  } else if (button) {
    const { share } = await import("./share.js");
    await share(button);
  }
});
if (location.search.includes("compare=") || hasChosen()) compare();

/** Whether groups have been chosen in this tab before. Some browsers refuse to keep anything. */
function hasChosen() {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith("compare "));
  } catch {
    return false;
  }
}
