// Loads the filters of a list of groups when they are needed. The page is complete without them.

const WORDS = "words:script-filters-failed";
const WIDE = matchMedia("(min-width: 56rem)");

const finder = document.querySelector(".finder");
const filters = finder?.querySelector(".filters");
if (filters) {
  widen(filters);
  whenWanted(filters, async () => {
    try {
      const { start } = await import("./filter-list.js");
      await start(finder);
    } catch {
      filters.querySelector(".filters-body").textContent = WORDS["script-filters-failed"];
    }
  });
}

/** Starts now if the filters are open or the address has a query, else when they are opened. */
function whenWanted(filters, start) {
  const sort = finder.querySelector(".sort select");
  if (filters.open || location.search) {
    start();
  } else {
    const once = () => {
      filters.removeEventListener("toggle", once);
      sort.removeEventListener("change", once);
      requestAnimationFrame(() => setTimeout(start)); // once the browser has painted them open
    };
    filters.addEventListener("toggle", once);
    sort.addEventListener("change", once);
  }
}

/** Opens the filters where there is room beside the list, and folds them above it where there is not. */
function widen(details) {
  const follow = () => { details.open = WIDE.matches; };
  follow();
  WIDE.addEventListener("change", follow);
}
