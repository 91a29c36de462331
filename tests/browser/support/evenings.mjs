// A thousand groups, of which few are right for one who looks for an open online group with places, free, in English, of
// up to eight people, on Tuesday evenings: three in each of three time zones. All others are nearly right.

const GROUPS = 1000;
/** As many fields share the groups, so that few groups are alike, which costs a build time. */
const FIELDS = 20;

/** For each time zone of a visitor, where and when the right groups meet: zone, day, and time there. */
export const RIGHT = {
  'Europe/Berlin': [
    ['Europe/Berlin', 'Tuesday', '19:00'],
    ['America/New_York', 'Tuesday', '12:30'],
    ['Asia/Kolkata', 'Tuesday', '21:00'], // in winter, half past four in the afternoon
  ],
  'Pacific/Auckland': [
    ['Pacific/Auckland', 'Tuesday', '17:15'],
    ['Europe/London', 'Tuesday', '07:00'],
    ['Asia/Tokyo', 'Tuesday', '14:30'],
  ],
  'America/Los_Angeles': [
    ['America/Los_Angeles', 'Tuesday', '20:30'],
    ['Australia/Sydney', 'Wednesday', '12:00'],
    ['America/Sao_Paulo', 'Tuesday', '23:00'],
  ],
};

const EVENINGS = Object.values(RIGHT).flat();
const HOMES = Object.keys(RIGHT);

/** Where it is another time of the day in all three zones when it is Tuesday evening. */
const ELSEWHERE = ['Asia/Tokyo', 'Asia/Kolkata', 'America/Sao_Paulo', 'Asia/Karachi', 'Pacific/Honolulu'];

/** A Tuesday morning in each of the three zones that is no Tuesday evening in another. */
const MORNINGS = [['Europe/Berlin', 'Tuesday', '11:30'], ['Pacific/Auckland', 'Tuesday', '09:00'], ['America/Los_Angeles', 'Tuesday', '07:30']];

const ONLINE = 'online: A call';
const IN_PERSON = 'venue: A room, town: Anytown';

const meeting = ([zone, day, time], place = ONLINE) =>
  `  - {repeats: weekly, day: ${day}, time: "${time}", duration: 1 h, timezone: ${zone}, first: ${FIRST[day]}, place: {${place}}}`;
const FIRST = { Monday: '2026-01-05', Tuesday: '2026-01-06', Wednesday: '2026-01-07', Friday: '2026-01-09' };

const pick = (list, number) => list[number % list.length];

/** What is wrong with a group: each gives the parts of its charter in which it differs from a right one. */
const DECOYS = {
  'two half fits': (number) => ({ meetings: [meeting(pick(MORNINGS, number)), meeting([pick(HOMES, number), 'Friday', '19:00'])] }),
  'Monday morning and Friday evening': (number) => ({
    meetings: [meeting([pick(HOMES, number), 'Monday', '09:00']), meeting([pick(HOMES, number), 'Friday', '19:00'])],
  }),
  'online at another time': (number) => ({
    meetings: [meeting(pick(EVENINGS, number), IN_PERSON), meeting([pick(HOMES, number), 'Monday', '09:00'])],
  }),
  'at night': (number) => ({ meetings: [meeting([pick(HOMES, number), 'Tuesday', pick(['22:00', '23:30', '02:00', '05:30'], number)])] }),
  'in person': (number) => ({ meetings: [meeting(pick(EVENINGS, number), IN_PERSON)] }),
  'evening elsewhere': (number) => ({ meetings: [meeting([pick(ELSEWHERE, number), 'Tuesday', '19:00'])] }),
  full: (number) => ({ meetings: [meeting(pick(EVENINGS, number))], places: pick(['full', 'waiting-list'], number) }),
  closed: (number) => ({ meetings: [meeting(pick(EVENINGS, number))], membership: 'closed' }),
  'for money': (number) => ({ meetings: [meeting(pick(EVENINGS, number))], costs: '{amount: 5, currency: EUR, per: meeting}' }),
  'in another language': (number) => ({ meetings: [meeting(pick(EVENINGS, number))], language: pick(['de', 'fr', 'hi'], number) }),
  large: (number) => ({ meetings: [meeting(pick(EVENINGS, number))], maximum: pick([9, 15, 40], number) }),
};

const group = (number, id, name, { meetings, places = 'open', membership = 'open', maximum = 8, costs = 'free', language = 'en' }) => [
  `content/groups/${id}.md`,
  `---
name: ${name}
summary: One of a thousand.
fields: [field-${number % FIELDS}]
language: ${language}
reviewed: 2026-09-01
purpose: To find each other.
leaders: [{name: Somebody}]
aims: [To find each other.]
membership: ${membership}
costs: ${costs}
size: {maximum: ${maximum}}
meetings:
${meetings.join('\n')}
joining: {places: ${places}, steps: [Write to us.], contact: ${id}@example.org}
---
`,
];

/** The name of a right group: they are the last by name. */
export const nameOf = (zone, number) => `Yes ${zone.split('/')[1]} ${number + 1}`;

const right = (zone) => RIGHT[zone].map((at, number) => {
  const name = nameOf(zone, number);
  return group(number, name.toLowerCase().replace(/[ _]/g, '-'), name, { meetings: [meeting(at)] });
});

const field = (number) => [`content/fields/field-${number}.md`, `---\nname: Field ${number}\nsummary: One of twenty.\n---\n`];

/** The files of all groups and their fields, as pairs of a path and its text. */
export function evenings() {
  const kinds = Object.entries(DECOYS);
  const decoys = Array.from({ length: GROUPS - EVENINGS.length }, (_, number) => {
    const [kind, parts] = pick(kinds, number);
    const count = String(number).padStart(3, '0');
    return group(number, `decoy-${count}`, `Decoy ${count}, ${kind}`, parts(Math.floor(number / kinds.length)));
  });
  return [...Array.from({ length: FIELDS }, (_, number) => field(number)), ...HOMES.flatMap(right), ...decoys];
}
