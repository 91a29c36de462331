// What one does with a group's page: choose it for a comparison, pass it on. Each is loaded at the first press.

const compare = () => import("./compare.js");

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button.compare, [data-share]");
  if (button?.matches(".compare")) {
    await compare(); // which takes the presses from then on
    button.click();
  } else if (button) {
    const { share } = await import("./share.js");
    await share(button);
  }
});

const isReturn = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
if (isReturn || location.search.includes("compare=")) compare();
