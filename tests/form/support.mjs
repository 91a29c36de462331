// The modules of the theme that understand what people type, with the words of the catalogue that `tests/meant.rs` hands over.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ASSETS = new URL("../../themes/guild/assets/", import.meta.url);
const file = process.env.GUILDHALL_WORDS;
if (!file) throw new Error("Run `cargo test --test meant`: it writes the words first.");
const words = JSON.parse(readFileSync(file, "utf8"));

/** A script as it is published: with the words that it names. */
const published = (script) => script.replace(/"words:([^"]*)"/g, (_, names) => {
  const isNamed = (key) => names.split(" ").some((name) => key === name || name.endsWith("-") && key.startsWith(name));
  return JSON.stringify(Object.fromEntries(Object.entries(words).filter(([key]) => isNamed(key))));
});

// The theme's scripts are modules by the way in which pages load them, not by their names.
const folder = mkdtempSync(join(tmpdir(), "guildhall-form-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "package.json"), '{"type": "module"}');
for (const name of readdirSync(ASSETS).filter((it) => it.endsWith(".js"))) {
  writeFileSync(join(folder, name), published(readFileSync(new URL(name, ASSETS), "utf8")));
}
const script = (name) => import(pathToFileURL(join(folder, name)));

globalThis.document = { documentElement: { lang: "en-GB" } }; // of the page, by which words find their plurals
export const { meaningOf } = await script("meant.js");
export const { documentOf } = await script("meant-document.js");

/** What people write above the answer for each key. */
export const HEADINGS = JSON.parse(readFileSync(process.env.GUILDHALL_HEADINGS, "utf8"));

/** What the form knows on the Saturday on which the tests take place. */
export const CONTEXT = {
  today: "2026-11-28",
  language: "en-GB",
  currencies: ["AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "ISK", "JPY", "NOK", "NZD", "PLN", "SEK", "USD", "ZAR"],
  zones: [...Intl.supportedValuesOf("timeZone").map((zone) => ({ "Asia/Calcutta": "Asia/Kolkata", "Europe/Kiev": "Europe/Kyiv" })[zone] ?? zone), "GB", "Eire", "Poland", "Japan", "UTC", "EST", "US/Eastern"],
};

const meanings = (meaning) => (meaning === null ? [] : meaning.either ?? [meaning]);

/** The values that a text may have, in order: none if it is not understood. */
export const valuesOf = (kind, text, more) => meanings(meaningOf(kind, text, { ...CONTEXT, ...more })).map(({ value }) => value);

/** How what a text may mean is shown, in order. */
export const shownOf = (kind, text, more) => meanings(meaningOf(kind, text, { ...CONTEXT, ...more })).map(({ shown }) => shown);

/** Each text of a table means the values beside it. */
export function means(kind, rows, more) {
  for (const [text, ...values] of rows) assert.deepEqual(valuesOf(kind, text, more), values, `${kind}: ${text}`);
}

/** None of these texts is understood. */
export function isLeft(kind, texts, more) {
  for (const text of texts) assert.equal(meaningOf(kind, text, { ...CONTEXT, ...more }), null, `${kind}: ${text}`);
}
