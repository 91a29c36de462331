// The filters of a list of groups: beside it on a wide screen, else in a window over the page, which stays where it is.
// Loads what they do when they are needed, and what compares groups. The page is complete without them.

const WORDS = "words:script-filters-failed";
const WIDE = matchMedia("(min-width: 56rem)");

const finder = document.querySelector(".finder");
const panel = finder?.querySelector(".filters");
if (finder) {
  let compares;
  const compare = () => (compares ??= import("./compare.js"));
  document.documentElement.classList.add("can-act"); // which shows the buttons
  finder.addEventListener("click", ({ target }) => {
    const button = target.closest("button.compare");
    if (button) compare().then(({ press }) => press(button));
  });
  if (location.search.includes("compare=") || hasChosen()) compare();
}
if (panel) {
  const sheet = finder.querySelector(".sheet");
  let filters;
  const load = () => (filters ??= import("./filter-list.js").then(({ start }) => start(finder, panel)).catch(() => {
    panel.querySelector(".filters-body").textContent = WORDS["script-filters-failed"];
  }));
  const place = () => {
    if (WIDE.matches) {
      sheet.close();
      finder.prepend(panel);
      load();
    } else {
      sheet.prepend(panel);
    }
  };
  offerOwnLanguage(finder.querySelector(".own-language"));
  place();
  WIDE.addEventListener("change", place);
  if (/[?&](?!compare=)/.test(location.search)) load();
  finder.querySelector(".sort select").addEventListener("change", load, { once: true });
  finder.addEventListener("click", async ({ target }) => {
    const chip = target.closest(".quick button[value]");
    if (target.closest(".to-filters")) {
      sheet.showModal();
      panel.querySelector("h2").focus();
      requestAnimationFrame(() => setTimeout(load)); // once the browser has painted it
    } else if (target.closest(".close")) {
      sheet.close();
    } else if (target.closest(".show")) {
      sheet.close();
      goTo(finder.querySelector(".count"));
    } else if (chip) {
      (await load())?.press(chip);
    }
  });
}

/** Offers the first of the visitor's languages, where some of several groups speak it. Its room is kept for it. */
function offerOwnLanguage(chip) {
  const spoken = chip?.dataset.languages.split(" ") ?? [];
  const own = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase()).find((tag) => spoken.includes(tag));
  if (!own) return;
  chip.value = `language=${own}`;
  const name = new Intl.DisplayNames([own], { type: "language" }).of(own);
  chip.append(Object.assign(document.createElement("bdi"), { lang: own, textContent: name }));
}

/** Whether groups have been chosen in this tab before. Some browsers refuse to keep anything. */
function hasChosen() {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith("compare "));
  } catch {
    return false;
  }
}

/** Puts the head of the list at the top of the window, with the focus on it. */
function goTo(head) {
  head.parentElement.scrollIntoView();
  head.focus({ preventScroll: true });
}
