// Words that mean more than themselves: choices of the filters, what means the same, and pages.

import assert from "node:assert/strict";
import test from "node:test";
import { facts } from "./support.mjs";

const FREE = ["evening-call", "berliner-runde", "second-day", "two-halves"];

/** What a query was taken for: the names of choices. */
const chosen = async (query) => (await facts.search(query)).chosen.map(({ names }) => names.join(" or "));

test("a word of the filters finds the groups that have the choice, whatever their texts say", async () => {
  for (const [query, expected, name] of [
    ["no cost", FREE, "Free"],
    ["cost free", FREE, "Free"],
    ["free groups, please", FREE, "Free"],
    ["paid", ["free-to-grow", "in-words-only", "tired"], "There is a charge"],
    ["closed", ["free-to-grow", "after-loss"], "Closed group"],
    ["small group", ["evening-call", "free-to-grow"], "Small, up to 8"],
    ["LARGE group", ["berliner-runde", "shops"], "Large, 16 or more"],
    ["waiting list", ["evening-call"], "Waiting list"],
    ["places now", ["berliner-runde"], "Places now"],
    ["no places", ["free-to-grow"], "No places now"],
    ["online", ["evening-call", "after-loss", "in-words-only", "two-halves"], "Online"],
    ["german", ["berliner-runde", "rheinrunde"], "Deutsch (German)"],
    ["Deutsch", ["berliner-runde", "rheinrunde"], "Deutsch (German)"],
  ]) {
    const { groups, chosen } = await facts.search(query);
    assert.deepEqual(groups.map(({ doc }) => facts.ids[doc]).sort(), [...expected].sort(), query);
    assert.deepEqual(chosen.map(({ names }) => names), [[name]], query);
  }
  assert.equal((await facts.found("english")).length, 10);
});

test("days and times hold of one series, in the visitor's time zone", async () => {
  for (const query of ["free tuesday evening", "Tuesday evenings, free", "free on a tuesday evening", "tues evening no cost",
    "free tuesday evenings", "tuesday evening free", "free on tuesday evening", "gratis, tue evening"]) {
    assert.deepEqual(await facts.found(query), ["evening-call", "berliner-runde"], query);
  }
  assert.deepEqual(await facts.found("tuesdays"), ["evening-call", "berliner-runde", "in-words-only", "two-halves"]);
  assert.deepEqual(await facts.found("lunchtime"), ["kolkata"], "half past five there"); 
  assert.deepEqual(await facts.found("weekend"), ["cathedral", "rheinrunde"]);
  assert.deepEqual(await chosen("tuesday evening"), ["Tuesday evening"]);
  assert.deepEqual(await chosen("weekend"), ["Saturday or Sunday"]);
  assert.deepEqual(await chosen("weekend morning"), ["Saturday morning or Sunday morning"]);
});

test("a group that meets by the date is found by its time of the day, and by no weekday", async () => {
  assert.deepEqual(await facts.found("free evening"), ["evening-call", "berliner-runde", "second-day", "two-halves"]);
  for (const day of ["monday", "tuesday", "saturday"]) assert.ok(!(await facts.found(day)).includes("second-day"), day);
});

test("days have their usual short names", async () => {
  for (const [query, day] of [["mon", "Monday"], ["tue", "Tuesday"], ["tues", "Tuesday"], ["wed", "Wednesday"], ["thu", "Thursday"],
    ["thur", "Thursday"], ["thurs", "Thursday"], ["fri", "Friday"], ["sat", "Saturday"], ["sun", "Sunday"]]) {
    assert.deepEqual(await chosen(query), [day], query);
  }
});

test("ways to meet online are online, and a word that may mean one offers it", async () => {
  for (const query of ["zoom", "skype", "Microsoft Teams", "video call"]) assert.deepEqual(await chosen(query), ["Online"], query);
  const { chosen: none, near } = await facts.search("teams");
  assert.deepEqual([none, near.map(({ names }) => names)], [[], [["Online"]]]);
});

test("the beginning of a filter's word offers the whole, if no other begins so", async () => {
  const half = async (query) => (await facts.search(query)).half;
  assert.deepEqual(await half("free tuesd"), { typed: "tuesd", name: "Tuesday" });
  assert.deepEqual(await half("onli"), { typed: "onli", name: "Online" });
  for (const query of ["tuesday", "thu", "week", "“tuesd”", "tuesd free", "grow"]) assert.equal(await half(query), undefined, query);
});

test("what means the same as a filter's word means the filter", async () => {
  assert.deepEqual(await chosen("gratis"), ["Free"]);
});

test("the list of groups has the same choices in its address", async () => {
  assert.equal((await facts.search("free tuesday evening")).query, "free=tue-evening&cost=free");
  assert.equal((await facts.search("german")).query, "language=de");
});

test("a name that has the words comes first, and is no decoy otherwise", async () => {
  assert.deepEqual(await facts.found("free"), ["free-to-grow", ...FREE]);
  assert.deepEqual(await facts.why("free", "free-to-grow"), [{ typed: "free", how: "exact", field: "name", word: "free" }]);
  const { total, named } = await facts.search("free");
  assert.deepEqual([total, named], [5, 1], "one of them costs something");
  assert.equal((await facts.search("no cost")).named, 0);
});

test("how many more have the words in their texts is said, and quotes find those", async () => {
  assert.equal((await facts.search("free")).unseen, 1);
  assert.deepEqual(await facts.found("“free”"), ["free-to-grow", "in-words-only"]);
  assert.deepEqual(await facts.found('"free" coffee'), ["in-words-only"]);
  assert.equal((await facts.search('"free"')).chosen.length, 0);
});

test("next to other words, a filter narrows what they find", async () => {
  assert.deepEqual(await facts.found("free practice"), ["evening-call"]);
  assert.deepEqual(await facts.found("practice"), ["evening-call", "after-loss"]);
  assert.deepEqual(await chosen("free practice"), ["Free"]);
});

test("a filter that would leave nothing of what the words find is left out, and named", async () => {
  const { left, chosen, total } = await facts.search("free coffee");
  assert.deepEqual([left, chosen, total], [["Free"], [], 2]);
  assert.deepEqual(await facts.found("free coffee"), ["in-words-only", "shops"], "a text with all words first");
  const { left: some, chosen: others } = await facts.search("paid closed coffee");
  assert.deepEqual([some, others.map(({ names }) => names)], [["Closed group"], [["There is a charge"]]]);
});

test("where filters alone leave nothing, each says how many groups there are without it", async () => {
  const { total, without } = await facts.search("online saturday");
  assert.deepEqual([total, without.map(({ names, typed, groups }) => [names, typed, groups])],
    [0, [[["Saturday"], ["saturday"], 4], [["Online"], ["online"], 2]]]);
  const none = await facts.search("free xyzzyx");
  assert.deepEqual([none.total, none.missing], [0, ["xyzzyx"]]);
  assert.deepEqual(none.without, [{ names: ["xyzzyx"], typed: ["xyzzyx"], groups: 4 }]);
});

test("of a day and a time, either is offered to be left out alone", async () => {
  const { without } = await facts.search("german saturday evening");
  assert.deepEqual(without.map(({ names, groups }) => [names, groups]),
    [[["Saturday"], 1], [["Evening"], 1]]);
});

test("where no one filter is in the way, two are offered to be left out", async () => {
  const { total, without } = await facts.search("closed large saturday");
  assert.equal(total, 0);
  assert.deepEqual(without.map(({ names }) => names),
    [["Saturday", "Large, 16 or more"], ["Saturday", "Closed group"], ["Large, 16 or more", "Closed group"]]);
});

test("a place is a choice next to other filters, and a word alone", async () => {
  assert.deepEqual(await facts.found("free in Berlin"), ["berliner-runde"]);
  assert.deepEqual(await chosen("free in Berlin"), ["Berlin", "Free"]);
  assert.deepEqual(await chosen("german, Germany"), ["Germany", "Deutsch (German)"]);
  assert.deepEqual(await chosen("Berlin"), []);
  assert.deepEqual(await facts.found("Leeds"), ["free-to-grow"]);
});

test("the name of a term is no filter", async () => {
  const { chosen, terms } = await facts.search("small business");
  assert.deepEqual([chosen, terms.map(({ name }) => name)], [[], ["Growth"]]);
});

test("a word that may mean a choice offers it", async () => {
  const offered = async (query) => (await facts.search(query)).near.map(({ names, groups, query }) => [names, groups, query]);
  assert.deepEqual(await offered("confidential"), [[["Closed group"], 2, "membership=closed"]]);
  assert.deepEqual(await offered("open"), [[["Places now"], 1, "places=open"]]);
  assert.deepEqual(await offered("closed"), []);
});

test("guidance and pages are offered by their names, their aliases and their summaries", async () => {
  const offered = async (query) => (await facts.search(query)).pages.map(({ title }) => title);
  for (const query of ["confidential", "confidentiality", "secrets", "stays in the room"]) {
    assert.deepEqual(await offered(query), ["Client confidentiality"], query);
  }
  assert.deepEqual(await offered("safe practice"), ["Safe Practice Guidance"]);
  assert.deepEqual(await offered("about"), ["About this directory"]);
  assert.deepEqual(await offered("free"), []);
});

test("a group is found by every fact of its charter", async () => {
  for (const [query, id] of [["perez", "after-loss"], ["listening", "after-loss"], ["safe practice", "after-loss"],
    ["forming", "after-loss"], ["mourners", "after-loss"], ["shelf", "after-loss"], ["weekly", "evening-call"]]) {
    assert.equal((await facts.found(query))[0], id, query);
  }
});

test("words that mean the same find each other, after the word itself", async () => {
  for (const query of ["grief", "bereavement", "greif"]) {
    assert.equal((await facts.found(query))[0], "after-loss", query);
  }
  assert.deepEqual((await facts.why("grief", "after-loss"))[0],
    { typed: "grief", how: "synonym", field: "name", word: "loss", synonym: "loss" });
  assert.deepEqual(await facts.found("burnout"), ["tired"]);
  assert.deepEqual(await facts.found("burn out"), ["tired"]);
  assert.deepEqual(await facts.found("burn out tea"), ["tired"]);
});

test("a name or a subject that means the same comes before a text with the word itself", async () => {
  const found = await facts.found("grief");
  assert.deepEqual([found[0], found.at(-1), found.length], ["after-loss", "second-day", 12]);
});

test("Köln is Cologne, however it is typed, and never Kolkata", async () => {
  for (const query of ["Köln", "Koln", "köln"]) assert.deepEqual(await facts.found(query), ["rheinrunde", "cathedral"], query);
  assert.deepEqual((await facts.found("Cöln")).sort(), ["cathedral", "rheinrunde"]);
  assert.deepEqual(await facts.found("cologne"), ["cathedral", "rheinrunde"]);
  assert.deepEqual(await facts.found("kolkatta"), ["kolkata"]);
});

test("a town is found however its letters are typed", async () => {
  for (const query of ["Łódź", "Lodz", "łodz"]) assert.deepEqual(await facts.found(query), ["second-day"], query);
  assert.deepEqual(await chosen("free in Lodz"), ["Łódź", "Free"]);
});

test("the facets are fetched only for words that mean filters, and the week only for days and times", async () => {
  const fetches = async (query) => {
    const own = facts.open();
    await own.search(query, 10);
    return own.fetched.map(({ path }) => path).filter((path) => ["facets.json", "week.json"].includes(path));
  };
  assert.deepEqual(await fetches("growth"), []);
  assert.deepEqual(await fetches("free"), ["facets.json"]);
  assert.deepEqual(await fetches("free tuesday"), ["facets.json", "week.json"]);
});

test("without the facets, words of filters are words", async () => {
  const own = facts.open((path, text) => {
    if (path === "facets.json") throw new Error("offline");
    return text;
  });
  assert.deepEqual(await facts.found("free", own), ["free-to-grow", "in-words-only"]);
});
