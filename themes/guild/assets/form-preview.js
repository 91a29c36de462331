// Shows the group's page as it will look, beside the answers or below them, in a frame as wide as a phone.

import { Page } from "./charter-page.js";
import { element } from "./page.js";

const WIDE = matchMedia("(min-width: 70rem)");

export class Preview {
  constructor(form, data) {
    Object.assign(this, { form, data });
    this.root = form.parentElement.querySelector("[data-preview]");
    this.root.open = WIDE.matches;
    this.root.addEventListener("toggle", () => this.show());
  }

  /** Shows the page of some values, or again that of the last ones. */
  async show(values = this.values) {
    this.values = values;
    if (!this.root.open || !values) return;
    this.page ??= this.load();
    const { page, height } = await this.page;
    await page.show(this.values);
    height();
  }

  /** The frame, which has the style sheets of this page and the window of a phone. */
  async load() {
    const { lang, dir } = document.documentElement;
    const frame = element("iframe", { title: this.root.querySelector("summary").textContent, srcdoc: "<!doctype html>" });
    const isLoaded = new Promise((resolve) => { frame.onload = resolve; });
    this.root.append(frame);
    await isLoaded;
    const inside = frame.contentDocument;
    Object.assign(inside.documentElement, { lang, dir });
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map((sheet) => inside.importNode(sheet));
    const styled = sheets.map((sheet) => new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; }));
    inside.head.append(...sheets);
    const [card, page] = [element("div", { class: "sample" }), element("main")];
    inside.body.append(card, page);
    await Promise.all(styled);
    const height = () => { frame.style.blockSize = WIDE.matches ? "" : `${inside.documentElement.scrollHeight}px`; };
    return { page: new Page(card, page, this), height };
  }
}
