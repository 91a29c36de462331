// Passes a page on: to the programs that the device offers, or to the clipboard.

const WORDS = "words:script-share-";

/** The page without what filters, search or a poster have put behind its address. */
const ofPage = () => ({ title: document.querySelector("h1").textContent, url: document.querySelector("link[rel=canonical]").href });

/** Does what a button offers, and says beside it what was done. */
export async function share(button, { title, url } = ofPage()) {
  const status = button.closest("div").querySelector("[role=status]");
  const copy = () => copyAddress(url, status);
  status.textContent = "";
  if (!navigator.share) return copy();
  // A device may offer nothing after all. Who has closed its menu wants nothing copied.
  return navigator.share({ title, url }).catch((fault) => (fault.name === "AbortError" ? undefined : copy()));
}

async function copyAddress(url, status) {
  try {
    await navigator.clipboard.writeText(url);
    status.textContent = WORDS["script-share-copied"];
  } catch {
    status.textContent = WORDS["script-share-failed"];
  }
}
