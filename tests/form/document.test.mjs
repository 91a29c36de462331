// What is meant by a whole document.

import assert from "node:assert/strict";
import test from "node:test";
import { CONTEXT, HEADINGS, documentOf } from "./support.mjs";

const QUESTIONS = [
  [["name", "summary", "fields", "subjects", "domains"], "What is the group’s focus?"],
  [["purpose"], "What is its purpose?"],
  [["leaders"], "Who leads it, and what do they answer for?"],
  [["aims", "objectives"], "What are its aims and objectives?"],
  [["membership"], "Is it open or closed?"],
  [["size"], "How many members would be ideal?"],
  [["meetings"], "When, how often, for how long and where does it meet?"],
  [["commitment"], "What attendance and participation is expected?"],
  [["structure"], "How is a meeting structured; who chairs and sets the agenda?"],
  [["costs"], "Are there costs, and how are they met?"],
  [["joining"], "How is a new member admitted?"],
  [["values", "standards"], "What are its values, and which standards does it follow? Does it practise safely, with respect for every member?"],
  [["communication"], "How do members communicate with each other?"],
  [["conflict"], "How are conflicts addressed?"],
].map(([keys, text], at) => ({ number: at + 1, text, keys }));

const LABELS = {
  name: "Name of the group", summary: "The group in one sentence", purpose: "Purpose", leaders: "Leaders", "leaders[].name": "Name or role", "size.maximum": "Most",
  "joining.contact": "Address to write to", "joining.who": "Who it is for", conflict: "If there is a conflict", founded: "When it began",
};

const MARKDOWN = ["purpose", "commitment", "structure", "communication", "conflict", "joining.steps"];

const read = (text) => documentOf(text, { questions: QUESTIONS, labels: LABELS, headings: HEADINGS, markdown: MARKDOWN, ...CONTEXT });

/** The answers of a document, by their keys, and what is left. */
const told = (text) => {
  const { answers, left } = read(text);
  return { ...Object.fromEntries(answers.map(({ key, value }) => [key, value])), left };
};

const WHOLE = `Strengths at School

1. What is the group’s focus?
Trainers and coaches in schools share what helps pupils.

2. What is its purpose?
To help each other.

To keep our spirits up.
3. Who leads it, and what do they answer for?
•\tAnn Lee, chair
•\tDr. Tom Jones – keeps the notes
4. What are its aims and objectives?
•\tWe listen
•\tWe share
5. Is it open or closed?
Closed
6. How many members would be ideal?
8 to 12 people
7. When, how often, for how long and where does it meet?
Second Tuesday of the month, 18:30–20:00 UK time, on Zoom
8. What attendance and participation is expected?
Four of six meetings.
9. How is a meeting structured; who chairs and sets the agenda?
A round, two cases, a round.
10. Are there costs, and how are they met?
£10 a year
11. How is a new member admitted?
-  Write to group@example.org
-  Come to one meeting
12. What are its values, and which standards does it follow? Does it practise safely, with respect for every member?
Confidentiality
13. How do members communicate with each other?
By a mailing list.
14. How are conflicts addressed?
We talk.`;

const ANSWERS = {
  summary: "Trainers and coaches in schools share what helps pupils.",
  purpose: "To help each other.\n\nTo keep our spirits up.",
  leaders: [{ name: "Ann Lee", role: "chair" }, { name: "Dr. Tom Jones", role: "keeps the notes" }],
  aims: ["We listen", "We share"],
  membership: "closed",
  "size.minimum": 8,
  "size.maximum": 12,
  meetings: [{ repeats: "monthly", which: "second", weekday: "Tuesday", time: "18:30", duration: "90 min", timezone: "Europe/London" }],
  commitment: "Four of six meetings.",
  structure: "A round, two cases, a round.",
  costs: { amount: "10", currency: "GBP", per: "year" },
  "joining.contact": "group@example.org",
  "joining.steps": ["Write to group@example.org", "Come to one meeting"],
  values: ["Confidentiality"],
  communication: "By a mailing list.",
  conflict: "We talk.",
};

test("a document with the fourteen questions gives its answers, and what is left", () => {
  const left = "Strengths at School\n\n7. When, how often, for how long and where does it meet?\non Zoom";
  assert.deepEqual(told(WHOLE), { ...ANSWERS, left });
  assert.deepEqual(told(WHOLE.replace(/^\d+\. /gm, "").replaceAll("\n", "\r\n")), { ...ANSWERS, left: left.replace("7. ", "") });
});

test("questions may be in other words, or numbers alone", () => {
  const numbers = "1. Coaching at work\n2) To learn\n3. Ann Lee\n4. We share\n(5) Open\n6. 10\n7. Fridays at noon\n8. Come often\n9. We talk\n10. Free";
  assert.deepEqual(told(numbers), {
    summary: "Coaching at work", purpose: "To learn", leaders: [{ name: "Ann Lee" }], aims: ["We share"], membership: "open", "size.ideal": 10,
    meetings: [{ repeats: "weekly", weekday: "Friday", time: "12:00" }], commitment: "Come often", structure: "We talk", costs: { free: true }, left: "",
  });
  assert.deepEqual(told("2. What is the purpose?\nTo learn.\n5. Open or closed?\nOpen\n8. What attendance is expected?\nMost.\n9. So how do you meet?\nWe talk."),
    { purpose: "To learn.", membership: "open", commitment: "Most.", structure: "We talk.", left: "" });
});

test("an answer may be on the line of its heading", () => {
  assert.deepEqual(told("What is its purpose? To learn.\nIs it open or closed? Open"), { purpose: "To learn.", membership: "open", left: "" });
});

test("labels are headings too", () => {
  const text = "Name: Tuesday Circle\n**Purpose:** To learn.\n# Who leads the group\nAnn Lee (chair)\nContact: ann (at) example.org\nWho it is for: Coaches\nWhen it began: 1 Sept 2024\nMost: 12\nFee: free";
  assert.deepEqual(told(text), {
    name: "Tuesday Circle", purpose: "To learn.", leaders: [{ name: "Ann Lee", role: "chair" }], "joining.contact": "ann@example.org", "joining.who": "Coaches", founded: "2024-09-01",
    "size.maximum": 12, costs: { free: true }, left: "",
  });
});

test("a heading may have a number and a mark besides its label, and be of a part of an answer", () => {
  assert.deepEqual(told("### 1. Name of the group\n\nTuesdays\n\n### 6. Most\n\n10\n\n### 7. How often\n\nmonthly\n\n### 11. Address to write to\n\ngroup@example.org"),
    { name: "Tuesdays", "size.maximum": 10, meetings: [{ repeats: "monthly" }], "joining.contact": "group@example.org", left: "" });
});

test("a leader is a name, with a role if there is one", () => {
  for (const [line, leader] of [["Ann Lee", { name: "Ann Lee" }], ["Anne-Marie Lee - chair", { name: "Anne-Marie Lee", role: "chair" }], ["Ann Lee (chair)", { name: "Ann Lee", role: "chair" }],
    ["Dr. Ann Lee: keeps the notes.", { name: "Dr. Ann Lee", role: "keeps the notes" }], ["Łukasz Żak – prowadzi", { name: "Łukasz Żak", role: "prowadzi" }]]) {
    assert.deepEqual(told(`Leaders: ${line}`), { leaders: [leader], left: "" }, line);
  }
});

test("several leaders in one line are one each", () => {
  const [ann, tom] = [{ name: "Ann Lee" }, { name: "Tom Ray" }];
  for (const line of ["Ann Lee and Tom Ray", "Ann Lee, Tom Ray", "• Ann Lee & Tom Ray", "Ann Lee\nTom Ray"]) assert.deepEqual(told(`Leaders: ${line}`), { leaders: [ann, tom], left: "" }, line);
  assert.deepEqual(told("Leaders: Ann Lee (chair), Tom Ray, CPsychol"), { leaders: [{ ...ann, role: "chair" }, { name: "Tom Ray, CPsychol" }], left: "" });
});

test("a numbered list within an answer has no headings", () => {
  const { aims, membership, left } = told("2. What is its purpose?\nTo learn.\n4. What are its aims and objectives?\n1. Listen\n2. Share\n3. Learn\n4. Rest\n5. Laugh\n5. Is it open or closed?\nOpen");
  assert.deepEqual([aims, membership, left], [["Listen", "Share", "Learn", "Rest", "Laugh"], "open", ""]);
});

test("a heading may be the beginning of a question, and an answer of one line ends where another begins", () => {
  const { leaders, costs, purpose, left } = told("Purpose: To stay well.\nWho leads it:\n• Joan Reed, convenor\nCost: free\nParking: in the yard");
  assert.deepEqual([purpose, leaders, costs], ["To stay well.", [{ name: "Joan Reed", role: "convenor" }], { free: true }]);
  assert.match(left, /Parking: in the yard/);
});

test("a number of members is what is said of it", () => {
  for (const [text, sizes] of [
    ["8", { "size.ideal": 8 }], ["about 8 people", { "size.ideal": 8 }], ["up to 12", { "size.maximum": 12 }], ["Ideally 8, at most 10.", { "size.ideal": 8, "size.maximum": 10 }],
    ["between 6 and 10", { "size.minimum": 6, "size.maximum": 10 }], ["7 at the moment, maximum 12", { "size.current": 7, "size.maximum": 12 }],
  ]) assert.deepEqual(told(`Size: ${text}`), { ...sizes, left: "" }, text);
  for (const text of ["small", "8 on Mondays, 10 on Fridays", "as many as fit"]) assert.deepEqual(told(`Size: ${text}`), { left: `Size: ${text}` }, text);
});

test("what is uncertain is left, with its heading", () => {
  for (const text of [
    "Costs: ask us", "Open or closed? It depends on whether it is open or closed", "Meetings: Tuesdays at 7", "Meetings: when we can", "Contact: call me", "Contact: ann@example.org, tom@example.org",
    "Leaders: ann@example.org", "Leaders: Ann Lee, 020 7946 0958",
  ]) assert.deepEqual(told(text), { left: text });
});

test("of two answers to one question, the second is left", () => {
  assert.deepEqual(told("Purpose: To learn.\nPurpose: To teach."), { purpose: "To learn.", left: "Purpose: To teach." });
});

test("an entry of a list is no heading", () => {
  assert.deepEqual(told("Values:\n• Communication\n• Purpose\n- Costs"), { values: ["Communication", "Purpose", "Costs"], left: "" });
});

test("a text without headings is left as it is", () => {
  for (const text of ["We are a group of coaches.\n\nWe meet often.", "1. one\n2. two\n3. three", "Dear all: here is the news.", ""]) assert.deepEqual(read(text), { answers: [], left: text });
});

test("no letter of a document is lost", () => {
  const { answers, left } = read(WHOLE.replace("Closed", "It depends").replace("£10 a year", "Ask Ann"));
  const kept = JSON.stringify(answers) + left;
  for (const word of ["Strengths at School", "It depends", "Ask Ann", "Zoom", "Four of six", "Ann Lee", "keeps the notes"]) assert.ok(kept.includes(word), word);
});
