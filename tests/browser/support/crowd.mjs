// Many of everything: the terms of a long axis, and groups enough for a second page.

const SUBJECTS = 40;
const GROUPS = 52;

/** The files of the crowd, as pairs of a path and its text. The second subject is below the first. */
export function crowd() {
  return [...numbers(SUBJECTS).map(subject), ...PLACES.slice(1).map(place), ...numbers(GROUPS).map(group)];
}

/** Domains, each below the one before it; the first is one of the fixture's own. */
const PLACES = ['families', 'young-families', 'families-with-twins'];

const numbers = (count) => Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));

const subject = (number) => [
  `content/subjects/crowd-${number}.md`,
  `---\nname: موضوع ${number} Subject\nsummary: موضوع من مواضيع كثيرة.\n${number === '02' ? 'parent: crowd-01\n' : ''}---\n`,
];

const place = (id, at) => [
  `content/domains/${id}.md`,
  `---\nname: ${['عائلات شابّة Young families', 'توائم Twins'][at]}\nsummary: من يعمل مع العائلات.\nparent: ${PLACES[at]}\n---\n`,
];

const group = (number) => [
  `content/groups/crowd-${number}.md`,
  `---
name: مجموعة ${number} Group
summary: مجموعة من مجموعات كثيرة.
fields: [coaching]
subjects: [crowd-${number > SUBJECTS ? SUBJECTS : number}]
${Number(number) > 30 ? '' : `domains: [${PLACES[Number(number) % 3]}]\n`}reviewed: 2026-09-01
purpose: نتعلّم معًا.
leaders: [{name: منسّقة}]
aims: [نتعلّم معًا.]
membership: open
meetings:
  - {repeats: monthly, day: first Monday, time: "18:00", duration: 1 h, timezone: Asia/Dubai, first: 2026-01-05, place: {online: مكالمة}}
joining: {places: open, steps: [اكتبوا لنا.], contact: crowd-${number}@example.org}
---
`,
];
