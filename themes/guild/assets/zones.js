// What clocks show in a time zone, and when they show it. Zones have the names of the IANA database. A clock is read
// as milliseconds, as if it were UTC.

const MINUTE = 60_000;
export const DAY = 86_400_000;

/** The zone of the visitor's device. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map();
const offsets = new Map();

/** The name of a zone as the browser writes it; undefined if it knows none of this name. */
export function zoneNamed(name) {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name.trim().replaceAll(" ", "_") }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What the clocks of a zone show at a moment. */
export const clockAt = (zone, moment) => moment + offsetAt(zone, moment);

/**
 * When the clocks of a zone show a time. One that they jump over counts from before the jump, and of one that comes
 * twice the first is meant.
 */
export function momentOf(zone, clock) {
  const before = clock - offsetAt(zone, clock - DAY);
  if (clockAt(zone, before) === clock) return before;
  const after = clock - offsetAt(zone, before);
  return clockAt(zone, after) === clock ? after : before;
}

/** By how much the clocks of a zone are ahead of UTC. They are asked twice a day, and in between where they change. */
function offsetAt(zone, moment) {
  const day = Math.floor(moment / DAY) * DAY;
  const [begin, end] = [offsetOn(zone, day), offsetOn(zone, day + DAY)];
  return begin === end ? begin : asked(zone, moment);
}

function offsetOn(zone, day) {
  const key = `${zone} ${day}`;
  if (!offsets.has(key)) offsets.set(key, asked(zone, day));
  return offsets.get(key);
}

function asked(zone, moment) {
  if (!formats.has(zone)) formats.set(zone, formatOf(zone));
  const parts = formats.get(zone).formatToParts(moment);
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / MINUTE) * MINUTE;
}

function formatOf(timeZone) {
  const parts = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" };
  return new Intl.DateTimeFormat("en", { ...parts, hourCycle: "h23", timeZone });
}
