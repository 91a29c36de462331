import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { isNear, words } from "./support.mjs";

test("every text of the table has the words that the index has", async () => {
  const table = JSON.parse(await readFile(new URL("words.json", import.meta.url), "utf8"));
  assert.ok(table.length > 20);
  for (const [text, expected] of table) assert.deepEqual(words(text), expected, text);
});

test("of a word without end its beginning counts", () => {
  assert.deepEqual(words("a".repeat(100_000)), ["a".repeat(32)]);
  assert.deepEqual(words("é".repeat(100_000)), ["e".repeat(32)]);
});

test("half a character is no word", () => assert.deepEqual(words("a\ud83d b\udc00c"), ["a", "b", "c"]));

test("near is one letter missing, added or replaced, or two neighbours swapped", () => {
  for (const word of ["coachin", "oaching", "cooaching", "coachingg", "boaching", "coachinh", "ocaching",
    "coahcing", "coachign", "coacing"]) assert.ok(isNear(word, "coaching") && isNear("coaching", word), word);
  for (const word of ["coaching", "coachi", "caochign", "gnihcaoc", "coachinggg", "hcoacing", "coahc", ""]) {
    assert.ok(!isNear(word, "coaching"), word);
  }
  assert.ok(isNear("aab", "ab") && isNear("ab", "ba") && isNear("", "a") && !isNear("ab", "cd"));
});
