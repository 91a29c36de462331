// Answers at random, through the form's own code: the files of charters, and what the form says of each.
//
// node answers.mjs ASSETS FORM.JSON FOLDER COUNT SEED TODAY

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [assets, formFile, folder, count, seed, today] = process.argv.slice(2);
const script = (name) => import(pathToFileURL(path.join(assets, name)));
const { check } = await script("charter-checks.js");
const { safe, tidy, write } = await script("charter-file.js");
const { dayOf, nextOn, ruleOf, textOf } = await script("meeting-days.js");
const { kindsOf } = await script("charter-schema.js");
const { withIds } = await script("charter-series.js");
const form = JSON.parse(fs.readFileSync(formFile, "utf8"));
const data = { ...form, ...kindsOf(form) };
const { properties } = data.schema;

let state = Number(seed);
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const below = (number) => Math.floor(random() * number);
const chance = (share) => random() < share;
const one = (items) => items[below(items.length)];
const some = (items, most) => Array.from({ length: below(most + 1) }, () => one(items));
const pad = (number, width = 2) => String(number).padStart(width, "0");

const PLAIN = [
  "Coaches compare notes.", "A round, two cases, and what we take away", "We meet; we talk – and listen", "Straße, café, naïve",
  "حلقة أمل", "強みの会（東京）", "Tea 🍵 first", "Ask us", "Within a week.", "Video call", "It’s “ours”", "I <3 coaching", "a < b > c",
];
const ODD = [
  "key: value", "ends with a colon:", "with # a hash", "#hash", "- hyphen", "? query", "true", "Null", "~", "12", "1e3", "0x1F", "2026-01-13",
  "[a, b]", "{a: b}", "&anchor", "*alias", "!tag", "%YAML 1.2", "---", "...", "…", "@at", "`tick`", "| pipe", "> fold", "'single'", "\"double\"",
  "back\\slash", "tab\there", "  spaces  inside  ", "control\u0007 and \u202e override", "line\u2028separator", "no", "on", "18:30", ".inf", "=",
  "\u200b\u3164", "\u00ad", "\u2800 \u{e0041}", "<b>bold</b>", "<!-- hidden -->", "</div>", "<script>alert(1)</script>", "x".repeat(150), "wörter ".repeat(40), "\ud800 alone", "a \u0085 b",
];
const MARKED = [
  "First.\n\nSecond.", "- one\n- two\n  more", "> quoted", "[words](https://example.org/page?a=1)", "[here](/nowhere/)", "[x](javascript:alert(1))",
  "[x](#top)", "[x]: /foo\n\n[x]", "[^1]\n\n[^1]: note", "![picture](https://example.org/x.png)", "![p](/x.png)", "<https://example.org>",
  "<a href=x>y</a>", "\\<b>", "\\\\[x](/foo)", "[a\\](/x)", "[x](</foo>)", "[x](https://example.org 'title')", "[[x](/y)](https://example.org)",
  "```\n<b>\n```", "    <b>indented</b>", "| a | b |\n|---|---|\n| [x](/y) | <i> |", ">".repeat(40), "1. ".repeat(40), "- ".repeat(40) + "x",
  "# Heading\n\ntext", "Title\n===", "* * *", "line  \nbreak", "\ttabbed", "<b\n>x</b\n>", "&lt;b&gt; &#x202e;", "[x](mailto:a@example.org)",
  "[x](mailto:a@example.org?cc=b@example.org)", "[x](http://example.org)", "[x](https://user:pw@example.org)", "[x](//example.org)",
  "[x](https://example.org/a\\)b)", "[Q&A](https://example.org/?a=1&b=2)", "[Come!](https://example.org:8080/a%20b@c)", "[a &#x202e;](https://example.org)",
  "[x](https://example.org/&#x202e;)", "[it's](https://example.org/it's)", "[x](https://example.org/%zz)", "- [ ] task", "----------", "- - - - - - - - - -",
  `${" ".repeat(80)}- deep`, Array.from({ length: 40 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"), `${"\\".repeat(21)}[x](/nowhere/)`, "![[x](https://example.org)](/y)", "*[x](/a)*", "[*x*](/a)", "\\[x](/a)", "`[x](/a)`", "[x][y]\n\n[y]: /z",
];
// What must not become public, what looks like it, and supervision, offered and denied.
const PRIVATE = [
  "Write to Ann.Lee@Example.org.", "ann (at) example.org", "ann [at] example [dot] org", "ann&#64;example.org", "<ann@example.org>", "größe@straße.example",
  "@robin@social.example", "a@b", "group@example.org", "Group@Example.ORG, please", "two: a@example.org, b@example.org", "ann%40example.org", "ann\\_b@example.org",
  "+44 20 7946 0958", "(+44 (0)20 7946 0958)", "Tel. 020 7946 0958", "020 7946 0958", "(555) 010-1234", "01.23.45.67.89", "01.09.2024 18.30 Uhr", "2024-2026",
  "ORCID 0000-0002-1825-0097", "https://zoom.us/j/123", "us02web.Zoom.us/j/123?pwd=aB1", "https://zoom.us/j/123 Passcode: 4321", "https://notzoom.us/j/123",
  "[call](https://meet.google.com/abc-defg-hij)", "https://teams.microsoft.com/meet/1?p=x", "https://example.org/?url=https%3A%2F%2Fzoom.us%2Fj%2F1%3Fpwd%3Dx",
  "https://bbb.example.org/room?password=x", "Meeting ID: 812 3456 7890", "Peer supervision for coaches", "This is not supervision.", "alongside your supervision",
  "We supervise each other; nobody is supervised by others.", "Not therapy but supervision", "Supervisionsgruppe", "keine Supervision", "supervisión",
];
const text = () => (chance(0.7) ? one(PLAIN) : one([...ODD, ...PRIVATE]));
const marked = () => some([...PLAIN, ...MARKED, ...ODD, ...PRIVATE], 3).join(one(["\n", "\n\n", " "]));
const maybe = (share, make) => (chance(share) ? make() : "");
// Every other charter is written with care: what has to be there is, and fits; its texts are as odd as ever.
let careful = false;
const needed = (make) => (careful || chance(0.93) ? make() : "");
// What the directory may leave to its groups, which then leave it out more often.
const isLeft = data.has_other_ways;
const byDefault = (make, none = "") => (isLeft && chance(0.4) ? none : needed(make) || none);
const from = (right, wrong) => (careful || chance(0.6) ? one(right) : one(wrong));
const ids = (key) => data[key].map(([id]) => id);

const date = () => (!careful && chance(0.05) ? one(["2026-02-30", "1/9/2026", "soon"]) : `${one([2025, 2026, 2026, 2027])}-${pad(1 + below(12))}-${pad(1 + below(28))}`);
const tomorrow = textOf(dayOf(today) + 1);
const isoDate = () => `${one([2024, 2025, 2026, 2026, 2027])}-${pad(1 + below(12))}-${pad(1 + below(28))}`;
const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
// Addresses that are none, one for each way in which they can be wrong and more.
const NO_WEB = [
  "http://example.org", "example.org", "https://a b.org", "https://example.org/ü", "https://localhost", "https://example.org:99999/", "https://example.org:0",
  "https://u:p@example.org", "https://example.org:80:80/", "https://example.org:/", "https://example.org/<x>", "https://-x.org", `https://example.org/${"é".repeat(1500)}`,
  `https://example.org/${"x".repeat(2000)}`, `https://${"x".repeat(64)}.org`, `https://${"x.".repeat(130)}org`, "HTTPS://example.org", "https://",
];
const NO_CONTACT = [
  "nobody", "a b@example.org", "a@b", "a..b@example.org", "https://example.org:65536/x", "x@-y.org", "https://x", "a@b@example.org", ".a@example.org", "größe@example.org",
  "a@größe.org", `${"x".repeat(65)}@example.org`, `a@${"x.".repeat(130)}org`, `a@${"é".repeat(200)}`, "@example.org", "a@", "javascript://x", "mailto:a@example.org",
];
const NEAR = ["Networking", "networkin", "wellbeing", "Our own wellbeing", "confidentialty", "ethical", "cpd.", "research projects"];

// Zones that the samples use too: what is offered for another depends on those that are in use.
const ZONES = ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
const FIXED_ZONES = Object.keys(data.fixed_zones);

const mostDates = properties.meetings.items.properties.dates.maxItems;
// As many as a list may have, or one more.
const manyDates = () => Array.from({ length: mostDates + below(2) }, (_, day) => textOf(dayOf(today) + day));

const time = () => `${pad(below(24))}:${pad(below(60))}`;
const place = () => ({ online: careful ? text() : maybe(0.6, text), venue: maybe(0.3, text), town: maybe(0.4, text), country: maybe(0.2, text) });
const range = () => one(["2026-12-20 to 2027-01-05", "2026-01-01 to 2027-12-31", "2026-12-24 to 2026-12-24", "2028-01-01 to 2028-01-02", `${isoDate()} to ${isoDate()}`]);
const NO_RANGE = ["2026-12-20 until 2027-01-05", "2026-12-20 – 2027-01-05", "2026-12-20..2027-01-05", "2026-02-30 to 2026-03-05", "2026-12-20 to", "a to b to c", "2027-01-05 to 2026-12-20"];
const leftOut = (first) => (chance(0.4) ? range() : !careful && chance(0.1) ? one(NO_RANGE) : careful || chance(0.5) ? first : date());

/** Meetings that are moved. With care, one of them, as a charter may have it. */
function moved(first) {
  if (!careful && chance(0.01)) return manyDates().map((from) => ({ from, to: from, time: "10:00" }));
  return Array.from({ length: careful ? below(2) : below(4) }, () => ({
    from: careful || chance(0.7) ? first : chance(0.9) ? date() : "",
    to: careful || chance(0.95) ? (chance(0.2) ? first : date()) : "",
    time: maybe(careful ? 1 : 0.3, time),
    place: chance(0.3) ? place() : {},
  }));
}

// What series are called, where an id can be made of it and where not.
const NAMES = ["Book evening", "The group’s Café & naïve – Øst", "Straße", "Con", "Main", "Series 2", "x".repeat(99), "?"];
const EVERY_TUESDAY = { repeats: "weekly", day: "Tuesday" };

/** A series by a rule that the form keeps as it is. */
function byRule(base) {
  const day = dayOf(isoDate());
  const tuesday = textOf(nextOn(ruleOf(EVERY_TUESDAY), day, day));
  return { rrule: "FREQ=WEEKLY;BYDAY=TU", when: maybe(0.6, careful ? () => one(PLAIN) : text), moved: chance(0.3) ? [{ from: tuesday, to: date(), time: "23:59" }] : [], ...base };
}

function series(_, at) {
  const base = {
    time: needed(time),
    id: careful ? maybe(0.4, () => `series-${at + 1}`) : maybe(0.3, () => from(["main", "book-evening"], ["Book Evening", "con", "a--b", "x".repeat(231), "ä", "-"])),
    name: maybe(0.6, () => (chance(0.5) ? one(NAMES) : careful ? one(PLAIN) : text())),
    duration: maybe(0.8, () => one(["90 min", "2 h", "1 h 30 min", "45 min", "25 h", "3 days", "1 day 6 h", "7 days"])),
    timezone: needed(() => one(chance(0.6) ? ZONES : FIXED_ZONES)),
    place: place(),
    notice: maybe(0.3, text),
    ...Object.fromEntries(["url", "notes", "recordings"].map((key) => [key, maybe(0.2, () => from(["https://example.org/a", "https://zoom.us/j/123", "https://example.org/+44-20-7946-0958"], NO_WEB))])),
  };
  const kind = one(careful ? ["weeks", "months", "dates", "varies", "rule"] : ["weeks", "weeks", "months", "months", "months", "dates", "varies", "rule", "none"]);
  if (kind === "none") return chance(0.5) ? {} : base;
  if (kind === "rule") return byRule(base);
  if (kind === "varies") return { repeats: "varies", when: needed(text), ...base };
  if (kind === "dates") {
    const dates = !careful && chance(0.2) ? manyDates() : Array.from({ length: careful ? 1 : below(4) }, date);
    return { dates, moved: chance(0.4) ? moved(dates[0] ?? isoDate()) : [], ...base };
  }
  const weeks = kind === "weeks";
  const repeats = weeks
    ? one(["weekly", "fortnightly", `every ${careful ? 4 : below(60)} weeks`, "every 3 weeks"])
    : one(["monthly", "quarterly", "yearly", `every ${careful ? 5 : below(30)} months`, "every 2 months"]);
  const nth = `${one(["first", "second", "third", "fourth", "fifth", "last", "first and third", "second and fourth", "fifth and last"])} ${one(WEEK)}`;
  const weekday = one(WEEK);
  const day = weeks ? [weekday, ...(chance(0.3) ? [one(WEEK.filter((other) => other !== weekday))] : [])].join(" and ") : chance(0.7) ? nth : String(1 + below(31));
  const anyDay = isoDate();
  const first = careful ? textOf(nextOn(ruleOf({ repeats, day }), dayOf(anyDay), dayOf(anyDay))) : anyDay;
  return {
    repeats,
    day: needed(() => day),
    first: maybe(0.7, () => first),
    until: careful ? "" : maybe(0.3, isoDate),
    skip: !careful && chance(0.03) ? manyDates() : chance(0.3) ? Array.from({ length: careful ? 1 : 1 + below(3) }, () => leftOut(first)) : [],
    moved: chance(0.4) ? moved(first) : [],
    ...base,
  };
}

// Several of these have more dates than a charter may.
const oneOfMany = () => ({
  dates: manyDates().slice(0, mostDates), time: "18:30", duration: "90 min", timezone: "Europe/London", place: { online: "Video call" },
});

function answers(number) {
  careful = number % 2 === 0;
  const phrases = (kind) => [...new Set([...some(ids(kind), 4), one(PLAIN)]), ...(careful ? [] : some([...PLAIN, ...ODD, ...NEAR], 2))];
  const amount = () => from(["20", "500", "1"], ["7.50", "0", "£20", "20.123", "-5", "1e3", "twenty", "0.00", "12345678"]);
  return {
    name: needed(() => (careful ? `${one(PLAIN)} ${number}` : `${text()} ${number}`)),
    summary: byDefault(careful ? () => one([...PLAIN, ...PRIVATE]) : text),
    ...Object.fromEntries(["fields", "subjects", "domains"].map((axis) => [axis, careful || chance(0.6) ? [...new Set(some(properties[axis].items.enum, !careful && chance(0.1) ? 120 : 3))] : []])),
    status: one(["active", "active", "active", "forming", "paused", "ended"]),
    since: maybe(0.2, careful ? () => "2025-05-06" : isoDate),
    succeeded_by: maybe(careful ? 0 : 0.1, () => one(["page-turners", "Page Turners", "con"])),
    part_of: maybe(0.2, () => from(["page-turners", "amal-circle"], ["Not an id", "a--b", "ä"])),
    related: chance(0.2) ? [...new Set(some(["page-turners", "amal-circle", "first-steps-forum"], 3)), ...(careful ? [] : some(["page-turners", "A b"], 2))] : [],
    picture: careful ? {} : { file: maybe(0.1, () => "none.webp"), alt: maybe(0.1, text) },
    based: { town: maybe(0.3, text), region: maybe(0.2, text), country: maybe(0.3, () => from(["United Kingdom", "gb", "USA", "Côte d'Ivoire", "turkey", "Österreich".normalize("NFD") && "AT"], ["Atlantis", "XX", "Scotland", "Germnay"])) },
    links: Array.from({ length: chance(0.3) ? 1 + below(3) : careful || chance(0.97) ? 0 : properties.links.maxItems + 1 }, () => ({
      name: needed(careful ? () => one(PLAIN) : text), url: needed(() => from(["https://example.org/list", "mailto:list@example.org"], ["list@example.org", "mailto:", "mailto:a b@example.org", "mailto:https://example.org", ...NO_WEB])),
    })),
    founded: maybe(0.4, careful ? () => "2024-05-06" : isoDate),
    reviewed: isLeft && chance(0.3) ? "" : careful || chance(0.9) ? one([today, today, tomorrow]) : chance(0.3) ? textOf(dayOf(today) + 2) : isoDate(),
    language: maybe(0.3, () => from(["en-GB", "cy", "de", "zh-Hant-TW", "es-419", "x-own", "i-klingon", "en-GB-oed"], ["English", "i-none", "en-", "POLISH", "Deutsch", "العربية", "francais", "en_GB", "English (UK)", "toString", "isiNdebele"])),
    purpose: byDefault(() => `${one(PLAIN)}\n\n${marked()}`),
    leaders: isLeft && chance(0.3) ? [] : Array.from({ length: careful ? 1 + below(2) : chance(0.05) ? properties.leaders.maxItems + below(2) : below(3) }, () => ({
      name: needed(careful ? () => one(PLAIN) : text), role: maybe(0.5, text), organisation: maybe(0.3, careful ? () => one(PLAIN) : text), responsibilities: some([...PLAIN, ...ODD, ...PRIVATE], 3),
      url: maybe(0.3, () => from(["https://example.org/a", "https://example.org:0443?x=[1]#y"], NO_WEB)),
    })),
    aims: byDefault(() => phrases("aims"), []),
    objectives: some([...PLAIN, ...ODD], 3),
    membership: byDefault(() => from(["open", "closed"], [""])),
    size: Object.fromEntries(["ideal", "minimum", "maximum", "current"].map((key) => [key, maybe(0.5, () => from(["8"], ["12", "25", "5", "0", "-1", "8.5", "200000", "7"]))])),
    meetings: isLeft && chance(0.3) ? [] : Array.from({ length: careful ? 1 + below(2) : below(3) }, series).concat(!careful && chance(0.03) ? Array.from({ length: 6 }, oneOfMany) : []),
    commitment: maybe(0.7, marked), structure: maybe(0.7, marked),
    costs: chance(0.3) ? "free" : chance(0.3) ? "" : {
      amount: needed(amount), currency: needed(() => one(["GBP", "EUR", "JPY", "KWD"])), per: needed(() => one(["meeting", "month", "year", "once"])),
      covers: maybe(0.4, text), concessions: maybe(0.4, text),
    },
    joining: (!careful || isLeft) && chance(0.1) ? {} : {
      places: byDefault(() => one(["open", "waiting-list", "full"])), who: maybe(0.5, text),
      steps: isLeft && chance(0.3) ? [] : careful ? [one(PLAIN), one(ODD), one(PRIVATE)] : some([...PLAIN, ...ODD, ...PRIVATE, ...MARKED.filter((it) => !it.includes("\n"))], 4),
      contact: byDefault(() => from(["group@example.org", "ann@gmail.com", "https://example.org/join", "https://zoom.us/j/123"], ["ann@Yahoo.co.uk", ...NO_CONTACT, ...NO_WEB.filter((text) => text.includes("://"))])),
      reply: maybe(0.4, text), welcome: maybe(0.4, text),
    },
    values: chance(0.2) ? [] : [...(chance(0.7) ? ["confidentiality"] : []), ...phrases("values").filter((id) => id !== "confidentiality")],
    standards: chance(0.7) ? ids("standards") : some(ids("standards"), 1),
    communication: maybe(0.7, marked), conflict: maybe(0.7, marked),
    about: maybe(0.7, marked),
  };
}

/** The values as they are in the file. */
function written(values) {
  const marked = ["purpose", "commitment", "structure", "communication", "conflict", "about"].filter((key) => values[key]);
  const texts = Object.fromEntries(marked.map((key) => [key, safe(values[key])]));
  const joining = values.joining?.steps && { joining: { ...values.joining, steps: values.joining.steps.map((step) => safe(step)) } };
  return { ...values, ...texts, ...joining };
}

const said = {};
for (let number = 1; number <= Number(count); number += 1) {
  const file = `r${pad(number, 5)}.md`;
  const values = tidy(answers(number), data.markdown);
  fs.writeFileSync(path.join(folder, file), write(values, data));
  said[`content/groups/${file}`] = { problems: check(values, data, today), values: written(values), ids: withIds(values.meetings ?? [], data).map(({ id }) => id ?? "") };
}
process.stdout.write(JSON.stringify(said));
