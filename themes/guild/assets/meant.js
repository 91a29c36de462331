// What people mean by what they type into the form. Nothing here knows the page, the clock or the network: today's date,
// the language, and the lists of currencies and zones are the context. So is the country, and so are the names of
// countries that charters may have (`countries`), where they are known.

import { contactsMeant, urlsMeant } from "./meant-addresses.js";
import { datesMeant, listsOfDatesMeant } from "./meant-dates.js";
import { listsMeant, proseMeant } from "./meant-lists.js";
import { countriesMeant, languagesMeant } from "./meant-names.js";
import { peopleMeant } from "./meant-people.js";
import { rhythmsMeant } from "./meant-rhythms.js";
import { sumsMeant } from "./meant-sums.js";
import { LONGEST, different } from "./meant-texts.js";
import { lengthsMeant, timesMeant } from "./meant-times.js";
import { zonesMeant } from "./meant-zones.js";

const short = (read) => (text, context) => (text.length > LONGEST ? [] : read(text, context));

const KINDS = {
  date: short(datesMeant),
  "past-date": short((text, context) => datesMeant(text, context, true)),
  dates: listsOfDatesMeant,
  time: short(timesMeant),
  length: short(lengthsMeant),
  sum: short(sumsMeant),
  contact: contactsMeant,
  url: urlsMeant,
  person: short(peopleMeant),
  list: listsMeant,
  prose: proseMeant,
  rhythm: short(rhythmsMeant),
  zone: short(zonesMeant),
  language: short(languagesMeant),
  country: short(countriesMeant),
};

/**
 * What a text means as an answer of a kind: null if nothing is understood, `{value, shown}` if it can mean one thing,
 * `{either}` with several of them if a person has to choose. `shown` is empty where there is nothing to say about the text.
 * A time may have the `length` that was typed with it, and a rhythm has in `left` the words about something else.
 */
export function meaningOf(kind, text, context) {
  const meanings = text.trim() ? different(KINDS[kind](text, context)) : [];
  const told = meanings.map((meaning) => (meaning.shown === text && meaning.value === text ? { ...meaning, shown: "" } : meaning));
  return told.length > 1 ? { either: told } : told[0] ?? null;
}
