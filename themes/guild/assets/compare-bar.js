// What the bar at the foot of the window says of the groups that are chosen to be compared.

import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-compare-chosen script-compare-go script-compare-clear script-compare-full");

/** Shows which groups are chosen; without any, nothing. */
export function showTray(bar, ids, isRefused, clear) {
  const tray = bar.querySelector(".tray") ?? fresh(bar, clear);
  tray.hidden = ids.length === 0;
  const n = ids.length;
  const words = say(isRefused ? "script-compare-full" : "script-compare-chosen", { n });
  const status = tray.querySelector("[role=status]");
  status.textContent = n > 0 ? words : "";
  status.classList.toggle("said", n > 1 && !isRefused); // as the link shows the number
  const link = tray.querySelector("a");
  link.hidden = n < 2;
  link.textContent = say("script-compare-go", { n });
  const query = new URLSearchParams(ids.map((id) => ["group", id]));
  link.href = `${bar.dataset.compare}?${query}`;
}

function fresh(bar, clear) {
  const tray = element("div", { class: "tray" },
    element("p", { role: "status" }),
    element("a", { class: "button quiet" }),
    button(say("script-compare-clear"), "clear", () => {
      clear();
      const head = document.querySelector(".count, h1");
      head.tabIndex = -1;
      head.focus({ preventScroll: true });
    }));
  bar.append(tray);
  return tray;
}
