// Passes a page on: to the programs that the device offers, or to the clipboard.

const WORDS = "words:script-share-";
const button = document.querySelector("[data-share]");
const status = button.closest("div").querySelector("[role=status]");
// The address without what filters, search or a poster have put behind it.
const url = document.querySelector("link[rel=canonical]").href;
const title = document.querySelector("h1").textContent;

button.addEventListener("click", async () => {
  status.textContent = "";
  if (navigator.share) {
    await navigator.share({ title, url }).catch(copyUnlessGivenUp);
  } else {
    await copy();
  }
});

/** A device may offer nothing after all. Who has closed its menu wants nothing copied. */
const copyUnlessGivenUp = (fault) => (fault.name === "AbortError" ? undefined : copy());

async function copy() {
  try {
    await navigator.clipboard.writeText(url);
    status.textContent = WORDS["script-share-copied"];
  } catch {
    status.textContent = WORDS["script-share-failed"];
  }
}
