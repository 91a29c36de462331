import assert from "node:assert/strict";
import test from "node:test";
import { createReader, wordy } from "./support.mjs";

const { ids } = wordy;
const [open, found, why] = ["open", "found", "why"].map((name) => wordy[name].bind(wordy));

test("a word finds longer ones that begin with it, in names before texts", async () => {
  assert.deepEqual(await found("coach"), ["strengths-in-coaching", "evening-circle"]);
  assert.deepEqual(await found("COACHING"), ["strengths-in-coaching", "evening-circle"]);
});

test("case and accents make no difference", async () => {
  assert.deepEqual(await found("cafe"), ["corner-table"]);
  assert.deepEqual(await found("Perez"), ["strengths-in-coaching"]);
  assert.deepEqual(await found("KOLN strasse"), ["staerken"]);
  assert.deepEqual(await found("ecoute"), ["ecoute"]);
});

test("one wrong letter is forgiven wherever it stands", async () => {
  for (const typed of ["eveing", "vening", "bvening", "eevning", "eveniing", "evenign", "evneing", "evenin", "veening"]) {
    assert.deepEqual(await found(typed), ["evening-circle"], typed);
  }
  assert.deepEqual(await found("Lieds"), await found("Leeds"));
  assert.deepEqual(await found("evneinf"), [], "but not two");
});

test("the first letter of a short word is right, and a longer word is not meant by it", async () => {
  assert.deepEqual(await found("Heeds"), []);
  assert.deepEqual(await found("Kafe"), []);
  assert.deepEqual(await found("Yrk"), [], "too short");
  assert.deepEqual(await found("Yrok"), [], "four letters are still too short");
  assert.deepEqual([await found("coahc"), await found("coahci")], [[], await found("coaching")]);
});

test("a mistake in a word that is still being typed is forgiven", async () => {
  assert.deepEqual(await found("superivs"), await found("supervision"));
});

test("nothing is forgiven in short words, numbers, and words that groups have", async () => {
  assert.deepEqual(await found("tmo"), []);
  assert.deepEqual(await found("zone99"), []);
  assert.deepEqual(await found("cake"), ["corner-table"]);
});

test("terms are found by their names and aliases, names of groups first", async () => {
  const expected = ["resilience-now", "corner-table", "evening-circle"];
  assert.deepEqual(await found("resilience"), expected);
  for (const typed of ["bouncing back", "coping", "bounc", "copnig"]) {
    assert.deepEqual((await found(typed)).sort(), [...expected].sort(), typed);
  }
});

test("terms are offered with their groups", async () => {
  const { terms } = await open().search("resil");
  assert.deepEqual(terms, [
    { axis: "subject", name: "Resilience", href: "/cop/subjects/resilience/", groups: 3, alias: undefined },
  ]);
  const none = await open().search("gratitude");
  assert.deepEqual([none.total, none.terms.map(({ name }) => name)], [0, ["Gratitude"]]);
  assert.deepEqual((await open().search("r")).terms.map(({ name }) => name), ["Resilience"]);
});

test("several words are all needed, in whatever they stand, if a group has them all", async () => {
  assert.deepEqual(await found("supervision"), ["evening-circle", "strengths-in-coaching"]);
  assert.deepEqual(await found("leeds supervision"), ["strengths-in-coaching"]);
  assert.deepEqual(await found("supervision, LEEDS!"), ["strengths-in-coaching"]);
});

test("where no group has all words, those with the most come, the best first", async () => {
  const { lacks, missing, without } = await open().search("york supervision");
  assert.deepEqual([lacks, missing], [1, []]);
  assert.deepEqual(without.map(({ typed, groups }) => [typed, groups]), [[["york"], 2], [["supervision"], 1]]);
  assert.deepEqual(await found("york supervision"), ["corner-table", "evening-circle", "strengths-in-coaching"]);
  assert.deepEqual(await found("leeds supervision xyzzyx"), ["strengths-in-coaching"], "two of the three");
  assert.equal((await open().search("leeds supervision")).lacks, 0);
});

test("places and leaders are found", async () => {
  assert.deepEqual(await found("online"), ["evening-circle", "amal"]);
  assert.deepEqual(await found("old hall"), ["corner-table"]);
  assert.deepEqual(await found("jurgen"), ["staerken"]);
});

test("groups are found by their language, by its own name and the English one", async () => {
  for (const typed of ["Arabic", "arab", "العربية"]) assert.deepEqual(await found(typed), ["amal"], typed);
  for (const typed of ["German", "Deutsch", "deutsch"]) assert.deepEqual(await found(typed), ["staerken"], typed);
  for (const typed of ["French", "francais"]) assert.deepEqual(await found(typed), ["ecoute"], typed);
});

test("the language of nearly every group excludes nobody", async () => {
  assert.deepEqual(await found("English cake"), ["corner-table"]);
});

test("a word that nearly every text has excludes nobody and finds nobody by itself", async () => {
  assert.deepEqual(await found("we leeds"), await found("leeds"));
  assert.deepEqual(await found("we"), []);
  const { missing, words, common } = await open().search("we");
  assert.deepEqual([missing, words, common], [[], ["we"], true]);
  assert.equal((await open().search("we leeds")).common, false);
});

test("scripts without spaces are found by parts of their texts", async () => {
  for (const typed of ["強み", "東京", "会", "みの会", "実践", "強みの会（東京）"]) {
    assert.deepEqual(await found(typed), ["tokyo"], typed);
  }
  assert.deepEqual(await found("東西"), []);
});

test("other scripts are found", async () => {
  assert.deepEqual(await found("أمل"), ["amal"]);
  assert.deepEqual(await found("امل مساء"), ["amal"]);
});

test("groups that have ended are found, after those that meet", async () => {
  assert.deepEqual(await found("xylophones"), ["ended"]);
  const { groups } = await open().search("strengths", 1000);
  assert.deepEqual(groups.filter(({ isApart }) => isApart).map(({ doc }) => ids[doc]), ["ended"]);
  assert.equal(groups.at(-1).isApart, true);
});

test("words that are names in JavaScript are words", async () => {
  for (const typed of ["__proto__", "constructor", "tostring", "hasOwnProperty", "valueOf", "script"]) {
    assert.deepEqual(await found(typed), ["hostile"], typed);
  }
});

test("every result says why it is found", async () => {
  assert.deepEqual(await why("coach", "strengths-in-coaching"),
    [{ typed: "coach", how: "beginning", field: "name", word: "coaching" }]);
  assert.deepEqual(await why("bouncing back", "corner-table"), [
    { typed: "bouncing", how: "exact", field: "term", term: { axis: "subject", name: "Resilience", alias: "bouncing back" } },
    { typed: "back", how: "exact", field: "term", term: { axis: "subject", name: "Resilience", alias: "bouncing back" } },
  ]);
  assert.deepEqual(await why("perez suprvision", "strengths-in-coaching"), [
    { typed: "perez", how: "exact", field: "leader", word: "perez" },
    { typed: "suprvision", how: "forgiven", field: "text", word: "supervision" },
  ]);
  assert.deepEqual((await why("みの会", "tokyo"))[1],
    { typed: "みの会", how: "exact", field: "name", word: "みの会" });
});

test("the best so many are given, in the same order every time", async () => {
  const own = open();
  const all = await own.search("filler", 100);
  assert.deepEqual([all.total, all.groups.length], [15, 15]);
  const few = await own.search("filler", 4);
  assert.deepEqual([few.total, few.groups], [15, all.groups.slice(0, 4)]);
  assert.deepEqual(few.groups.map(({ doc }) => doc), few.groups.map(({ doc }) => doc).sort((a, b) => a - b));
});

test("what is not there is named", async () => {
  assert.deepEqual((await open().search("leeds xyzzyx")).missing, ["xyzzyx"]);
  const { total, without } = await open().search("xyzzyx");
  assert.deepEqual([total, without], [0, []]);
});

test("nothing typed finds nothing", async () => {
  for (const query of ["", "  ", "…!?", "😀"]) {
    const { groups, total, terms } = await open().search(query);
    assert.deepEqual([groups, total, terms], [[], 0, []], query);
  }
});

test("a query without end is answered", async () => {
  assert.equal((await open().search("we ".repeat(10_000))).total, 0);
  assert.equal((await open().search("a".repeat(100_000))).total, 0);
});

test("a file is fetched once, and few bytes for a query", async () => {
  const own = open();
  await own.search("supervision");
  const paths = own.fetched.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  assert.ok(own.fetched.reduce((sum, { bytes }) => sum + bytes, 0) < 4_000);
  await own.search("supervisio");
  assert.equal(own.fetched.length, paths.length);
});

test("an index that was published anew is read anew", async () => {
  let isOld = true;
  const own = open((path, text) => {
    if (path !== "index.json" || !isOld) return text;
    isOld = false;
    return text.replace(/"words":\{"first":"([^"]*)","files":\["[^"]*"/, '"words":{"first":"$1","files":["gone"');
  });
  assert.deepEqual(await found("leeds", own), await found("leeds"));
});

test("a file that cannot be fetched is asked for again", async () => {
  let fails = true;
  const own = createReader(() => {
    if (fails) throw new Error("offline");
    return { documents: 0, current: 0, cards: 8, common: "", terms: [], filters: [], near: [], idle: "", synonyms: [],
      pages: [], words: { first: "", files: [] }, endings: { first: "", files: [] } };
  });
  await assert.rejects(own.search("leeds"), /offline/);
  fails = false;
  assert.equal((await own.search("leeds")).total, 0);
});
