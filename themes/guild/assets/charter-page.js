// A group's page and its card as they will look, made of the answers in the form. The program makes specimens of them
// with the theme's templates; here, answers are put into one.

import { answersOf } from "./charter-answers.js";
import { Meetings } from "./charter-meets.js";
import { fetchJson } from "./page.js";
import { fill } from "./specimen.js";
import { showNext, tellOwnTimes } from "./times.js";
import { withApostrophes } from "./typography.js";
import { DAY } from "./zones.js";

// Parts that are there whether they hold an answer or not.
const STAYS = "#join-title, [data-part], [data-fact=contact], .badges, .notice, .next span, .subscribe, .colophon .edit";
const AS_TYPED = ["steps", "when", "contact", "url"];
const TINTS = 8;

let fetched;

/** Shows a group's page and its card in two elements, which become inert: they are to be looked at. */
export class Page {
  constructor(card, page, { form, data }) {
    Object.assign(this, { card, page, form, data });
    for (const holder of [card, page]) holder.inert = true;
  }

  /** Shows them for the values in the form, if these have changed. */
  async show(values) {
    const shown = JSON.stringify(values);
    if (shown === this.shown) return;
    this.shown = shown;
    try {
      const made = await pageOf(values, this);
      if (!made || shown !== this.shown) return; // others have been shown meanwhile
      for (const part of ["card", "page"]) this[part].replaceChildren(made[part]);
    } catch (error) {
      this.shown = undefined; // to be tried again
      throw error;
    }
  }
}

/** Makes the card and the page for the values in a form. `data` is that of the form, with the kinds of keys. Null in a
 * directory without terms, where no group can be. */
export async function pageOf(values, { form, data }) {
  fetched ??= fetchJson(new URL("specimens.json", new URL(form.dataset.form, location)), "no-cache");
  const known = await fetched.catch((error) => {
    fetched = undefined;
    throw error;
  });
  if (!known.groups.blank) return null;
  const proseKeys = [...data.markdown, "about"];
  const set = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, proseKeys.includes(key) ? value : typed(value, key)]));
  const meetings = new Meetings(set, Math.floor(Date.now() / DAY));
  const made = assemble(known.groups, values, meetings);
  const calendar = `${data.site.base_url}groups/…/meetings.ics`;
  const answers = { calendar, ...answersOf(set, { form, proseKeys, ...known }), ...meetings.answers(set.based?.town) };
  for (const part of [made.card, made.page]) finish(part, answers, tintOf(form, values));
  return made;
}

/** A value whose texts have their apostrophes set, but for steps, words for dates, and addresses. */
function typed(value, key) {
  if (typeof value === "string") return AS_TYPED.includes(key) ? value : withApostrophes(value);
  if (Array.isArray(value)) return value.map((item) => typed(item, key));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typed(part, name)])) : value;
}

/** Chooses the specimen of a status, and takes from others the parts that depend on other answers. */
function assemble(groups, { status = "active", since, membership, joining = {}, size = {}, links, meetings: series = [] }, meetings) {
  const part = (name, which) => parse(groups[name][which]);
  const hasEnded = status === "ended";
  const { areHeld, isOver, hasDates, next } = meetings;
  const isWithoutDate = isOver && status === "active" && [undefined, "open"].includes(joining.places);
  const base = areHeld ? `${isWithoutDate ? "over" : status}-${joining.places ?? "unsaid"}` : `${status}${since ? "-since" : ""}`;
  const made = { card: part(base, "card"), page: part(base, "page") };
  const swap = (name, which, ...selectors) => {
    const other = part(name, which);
    for (const selector of selectors) {
      const [first, ...more] = made[which].querySelectorAll(selector);
      first?.replaceWith(other.querySelector(selector) ?? "");
      for (const old of more) old.remove();
    }
    return other;
  };
  if (membership !== "open") swap(membership ? (hasEnded ? "ended-closed" : "other") : "blank", "page", "[data-fact=membership]", "#membership");
  const isLinked = links || series.some(({ url }) => url);
  const contact = joining.contact ? (/^https:/.test(joining.contact) ? "other" : null) : isLinked ? "linked" : "blank";
  if (contact) {
    const way = swap(contact, "page", "[data-fact=contact]", ".in-reach").querySelector("[data-part=way]");
    if (way && areHeld) made.page.querySelector(".join > div")?.append(way);
  }
  if (!series.length && areHeld) swap("blank", "page", "#meetings");
  if (!hasDates) swap("blank", "page", "#calendar", ".subscribe");
  if (!next.length && areHeld) {
    made.page.querySelector("p.subscribe")?.remove();
    if (!isWithoutDate) swap("other", "card", ".gist");
  }
  if (!(Number(size.current) >= Number(size.maximum))) made.page.querySelector("[data-part=room]")?.remove();
  return made;
}

/** A copy of a specimen. Scripts in a template never run. */
function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return document.importNode(template.content.querySelector("article"), true);
}

/** Fills in a card or a page, and takes out what would be there twice on this one. */
function finish(root, answers, tint) {
  root.querySelectorAll("[data-fact=size]").forEach((size) => size.replaceChildren("⟦size⟧"));
  fill(root, answers, STAYS);
  root.querySelector("svg.emblem")?.setAttribute("class", `emblem tint-${tint}`);
  const dates = root.matches(".card") ? [answers.first] : [...answers.next, ...answers.later];
  root.querySelectorAll(".next time").forEach((time, at) => time.toggleAttribute("data-in-person", Boolean(dates[at]?.isInPerson)));
  showNext(root);
  tellOwnTimes(root);
  for (const named of root.querySelectorAll("[id], [aria-labelledby]")) {
    for (const attribute of ["id", "aria-labelledby"]) named.removeAttribute(attribute);
  }
}

/** The tint of the first field of practice: that of the one of the first level above it. */
function tintOf(form, { fields: [field] = [] }) {
  const all = [...form.querySelectorAll("input[name=fields]")].filter((box) => !box.closest("details.below"));
  const box = form.querySelector(`input[name=fields][value="${CSS.escape(field ?? "")}"]`);
  const top = all.findIndex((one) => one.closest("li").contains(box));
  return box ? (top % TINTS) + 1 : 0;
}
