// Groups for one who looks for a free group on Tuesday evenings in London, and groups that are nearly right.

const FIRST = { Monday: '2026-01-05', Tuesday: '2026-01-06', Wednesday: '2026-01-07', Friday: '2026-01-09', 15: '2026-01-15' };

/** Where it is Tuesday evening in London: the names of these groups and two of `tests/search/facts/` are the right ones. */
const RIGHT = {
  'Right in New York': [['America/New_York', 'Tuesday', '13:00']],
  'Right in Tokyo': [['Asia/Tokyo', 'Wednesday', '03:00']],
  'Right in Auckland': [['Pacific/Auckland', 'Wednesday', '06:30']],
};
const DECOYS = {
  'Decoy of New York': [['America/New_York', 'Tuesday', '19:00']],
  'Decoy of Tokyo': [['Asia/Tokyo', 'Tuesday', '19:00']],
  'Decoy on Wednesday': [['Europe/London', 'Wednesday', '19:00']],
  'Decoy in two halves': [['Europe/London', 'Tuesday', '09:00'], ['Europe/London', 'Monday', '19:00']],
  'Decoy on the fifteenth': [['Europe/London', 15, '19:00']],
  'Decoy at night': [['Europe/London', 'Tuesday', '22:30']],
};
const PAID = { 'Decoy that costs': [['Europe/London', 'Monday', '19:00'], ['Europe/London', 'Tuesday', '19:00']] };
const SILENT = { 'Decoy that says no cost': [['Europe/London', 'Tuesday', '19:00']] };

/** The names of all free groups on Tuesday evenings, in the order of lists. */
export const FREE_ON_TUESDAY_EVENING = ['A Weekly Call', 'Berliner Runde', ...Object.keys(RIGHT).sort()];

const series = ([zone, day, time]) =>
  `  - {repeats: ${Number(day) ? 'monthly' : 'weekly'}, day: ${day}, time: "${time}", duration: 1 h, timezone: ${zone}, first: ${FIRST[day]}, place: {online: A call}}`;

/** Towns of further groups: with those of `tests/search/facts/` so many that a filter has a field to find one. */
const TOWNS = {
  'Aarhus Circle': 'Aarhus',
  'Bergen Circle': 'Bergen',
  'Cork Circle': 'Cork',
  'Derry Circle': 'Derry',
  'Exeter Circle': 'Exeter',
  'Fife Circle': 'Fife',
  'Ghent Circle': 'Ghent',
  'Sunday People': 'Hull',
};

const silent = ([name, town]) => [
  `content/groups/${town.toLowerCase()}.md`,
  `---\nname: ${name}\nsubjects: [growth]\nreviewed: 2026-09-01\nbased: {town: ${town}}\n---\nWe meet.\n`,
];

const group = (costs, text) => ([name, meetings]) => [
  `content/groups/${name.toLowerCase().replaceAll(' ', '-')}.md`,
  `---\nname: ${name}\nsubjects: [growth]\nreviewed: 2026-09-01\n${costs}meetings:\n${meetings.map(series).join('\n')}\n---\n${text}\n`,
];

/** The files of these groups, as pairs of a path and its text. */
export function tuesdays() {
  const words = 'Feel free to come. We would like a Tuesday evening too.';
  return [
    ...Object.entries(RIGHT).map(group('costs: free\n', 'We meet.')),
    ...Object.entries(DECOYS).map(group('costs: free\n', words)),
    ...Object.entries(PAID).map(group('costs: {amount: 5, currency: GBP, per: meeting}\n', words)),
    ...Object.entries(SILENT).map(group('', words)),
    ...Object.entries(TOWNS).map(silent),
  ];
}
