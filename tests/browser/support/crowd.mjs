// Many of everything: the terms of a long axis, and groups enough for a second page.

const SUBJECTS = 40;
const GROUPS = 52;

/** The files of the crowd, as pairs of a path and its text. */
export function crowd() {
  return [...numbers(SUBJECTS).map(subject), ...numbers(GROUPS).map(group)];
}

const numbers = (count) => Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));

const subject = (number) => [
  `content/subjects/crowd-${number}.md`,
  `---\nname: موضوع ${number} Subject\nsummary: موضوع من مواضيع كثيرة.\n---\n`,
];

const group = (number) => [
  `content/groups/crowd-${number}.md`,
  `---
name: مجموعة ${number} Group
summary: مجموعة من مجموعات كثيرة.
fields: [coaching]
subjects: [crowd-${number > SUBJECTS ? SUBJECTS : number}]
reviewed: 2026-09-01
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
