// Fills the search with the words of the address that leads nowhere.

const input = document.querySelector("#missing-search");
if (input) input.value = wordsOf(location.pathname);

function wordsOf(path) {
  const last = path.split("/").findLast((part) => part !== "" && !part.endsWith(".html")) ?? "";
  try {
    return decodeURIComponent(last).replaceAll(/[-_+.]+/g, " ");
  } catch {
    return ""; // not an address that anybody typed
  }
}
