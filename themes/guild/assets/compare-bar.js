// What the bar at the foot of the window says of the groups that are chosen to be compared.

import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-compare-chosen script-compare-go script-compare-clear script-compare-full");

/** Shows which groups are chosen; without any, nothing. */
export function showTray(bar, ids, isRefused, clear) {
  const tray = bar.querySelector(".tray") ?? fresh(bar, clear);
  tray.hidden = ids.length === 0;
  const words = say(isRefused ? "script-compare-full" : "script-compare-chosen", { n: ids.length });
  tray.querySelector("[role=status]").textContent = ids.length > 0 ? words : "";
  const link = tray.querySelector("a");
  link.hidden = ids.length < 2;
  const query = new URLSearchParams(ids.map((id) => ["group", id]));
  link.href = `${bar.dataset.compare}?${query}`;
}

function fresh(bar, clear) {
  const tray = element("div", { class: "tray" },
    element("p", { role: "status" }),
    element("a", { class: "button quiet" }, say("script-compare-go")),
    button(say("script-compare-clear"), "clear", () => {
      clear();
      const head = document.querySelector(".count, h1");
      head.tabIndex = -1;
      head.focus({ preventScroll: true });
    }));
  bar.append(tray);
  return tray;
}
