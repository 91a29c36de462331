// Fills the search with the words of the address that leads nowhere.

const input = document.querySelector("#missing-search");
if (input) input.value = wordsOf(location.pathname);

function wordsOf(path) {
  const last = path.split("/").filter(Boolean).at(-1)?.replace(/\.html?$/, "") ?? "";
  try {
    return last === "404" ? "" : decodeURIComponent(last).replaceAll(/[-_+.]+/g, " ");
  } catch {
    return ""; // not an address that anybody typed
  }
}
