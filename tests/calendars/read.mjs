// Reads calendars (RFC 5545) with ical.js, and says where they differ from what was meant.
//
//   read.mjs FOLDER
//
// FOLDER/expected.json says what was meant: for each group the starts of its meetings, or their starts and ends, in some
// windows of days, all or the first `most`. FOLDER/<id>.ics should have these. Differences go to standard error, with exit status 1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(new URL('../browser/package.json', import.meta.url));
const ICAL = require('ical.js');

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');

const utc = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * A time in seconds since 1970. Within a day of a change of the clocks there are two that it may be: ical.js is not exact
 * there, which read.py is.
 */
function instants(time) {
  const around = [-1, 1].map((days) => {
    const other = time.clone();
    other.adjust(days, 0, 0, 0);
    return other.utcOffset();
  });
  return [...new Set(around)].map((offset) => time.toUnixTime() + time.utcOffset() - offset);
}

/** When a meeting starts and ends: days are those of the calendar, hours and minutes are exact (section 3.3.6). */
function spans(start, length) {
  if (!length) return instants(start).map((time) => [time, time]);
  const exact = length.hours * 3600 + length.minutes * 60 + length.seconds;
  const days = length.weeks * 7 + length.days;
  if (days === 0) return instants(start).map((time) => [time, time + exact]);
  const last = start.clone();
  last.adjust(days, 0, 0, 0);
  return instants(start).flatMap((from) => [...instants(last), from + days * 86400].map((to) => [from, to + exact]));
}

/** The meetings of an event and of its exceptions, up to a year after a day. */
function* meetingsOf(master, exceptions, last) {
  const event = new ICAL.Event(master, { exceptions, strictExceptions: true });
  const meeting = ({ component }, start) => [start, component.getFirstPropertyValue('duration')];
  if (!event.isRecurring()) {
    yield meeting(event, event.startDate);
    return;
  }
  const dates = event.iterator();
  for (let date = dates.next(); date && date.year <= last.year + 1; date = dates.next()) {
    const { item, startDate } = event.getOccurrenceDetails(date);
    yield meeting(item, startDate);
  }
}

const expected = JSON.parse(read('expected.json'));
const differences = [];
let count = 0;
for (const { id, windows } of expected) {
  const calendar = new ICAL.Component(ICAL.parse(read(`${id}.ics`)));
  const events = calendar.getAllSubcomponents('vevent');
  const isException = (event) => event.hasProperty('recurrence-id');
  for (const { from, to, most, meetings } of windows) {
    const [first, last] = [from, to].map((day) => ICAL.Time.fromDateString(day));
    const parts = meetings[0]?.length ?? 2; // the start, and the end unless only starts are meant
    const meant = meetings.map((times) => times.join(' ')).sort();
    const unread = [...meant];
    const isWithin = ([start]) =>
      start.compareDateOnlyTz(first, start.zone) >= 0 && start.compareDateOnlyTz(last, start.zone) <= 0;
    const found = events
      .filter((event) => !isException(event))
      .flatMap((event) => {
        const uid = event.getFirstPropertyValue('uid');
        const own = events.filter((it) => isException(it) && it.getFirstPropertyValue('uid') === uid);
        return [...meetingsOf(event, own, last)];
      })
      .filter(isWithin)
      .map(([start, length]) => spans(start, length).map((times) => times.slice(0, parts).map(utc).join(' ')))
      .sort((one, other) => one.length - other.length)
      .map((possible) => {
        const at = unread.findIndex((it) => possible.includes(it));
        return at < 0 ? possible[0] : unread.splice(at, 1)[0];
      })
      .sort()
      .slice(0, most ?? undefined);
    count += meant.length;
    if (found.join() !== meant.join()) {
      const missing = meant.filter((it) => !found.includes(it)).slice(0, 5);
      const surplus = found.filter((it) => !meant.includes(it)).slice(0, 5);
      const text = read(`${id}.ics`);
      differences.push(`${id}: missing ${missing}, surplus ${surplus}\n${text.slice(text.indexOf('BEGIN:VEVENT'))}`);
    }
  }
}
console.log(`${expected.length} groups, ${count} meetings`);
console.error(differences.slice(0, 20).join('\n'));
process.exitCode = differences.length > 0 ? 1 : 0;
