// The filters as a query has them: which groups match the choices that its words mean.

import { Facets } from "./facets.js";
import { choiceOf, phrasesIn } from "./query-meaning.js";
import { words } from "./search-words.js";
import { ownZone } from "./zones.js";

/** The facets of places, the widest first: that is taken if two have the same name. */
const PLACES = ["country", "region", "town"];

/** The filters of a file of facets, for a visitor's time zone. */
export class QueryFilters {
  constructor(file, zone = ownZone) {
    this.facets = new Facets(file, zone);
    this.found = new Map();
  }

  /** The places that some words of a query name. */
  placesIn(tokens) {
    this.places ??= new Map(this.facets.facets.filter(({ id }) => PLACES.includes(id)).reverse()
      .flatMap(({ id, choices }) => choices.map((choice) => [words(choice.name).join(" "), [choiceOf(id, choice.id)]])));
    return phrasesIn(tokens, this.places);
  }

  /** What phrases choose in each facet. */
  chosen(phrases) {
    return this.facets.read(new URLSearchParams(phrases.flatMap(({ meant }) => meant).join("&")));
  }

  /** Tells whether a moment is at a time that phrases choose; undefined where they choose none. */
  atChosenTime(phrases) {
    return this.facets.atChosenTime(this.chosen(phrases));
  }

  /** The groups that match all phrases. */
  groups(phrases) {
    if (!phrases.every((phrase) => this.isKnown(phrase))) return [];
    const key = phrases.flatMap(({ meant }) => meant).join("&");
    if (!this.found.has(key)) this.found.set(key, this.facets.find(this.chosen(phrases)).groups);
    return this.found.get(key);
  }

  /** The facets in which phrases choose: what each is called, the names of what is chosen, and the phrases that do so. */
  choices(phrases) {
    const chosen = this.chosen(phrases);
    const known = this.facets.facets.flatMap(({ name, choices, isWeek }, facet) => {
      if (chosen[facet].size === 0) return [];
      const own = phrases.filter((phrase) => this.chosen([phrase])[facet].size);
      const lines = isWeek ? this.lines(own) : [];
      const names = lines.length === 1 ? lines[0].names : [...chosen[facet]].map((choice) => choices[choice].name);
      return [{ facet: name, names, phrases: own, lines: lines.length > 1 ? lines : [] }];
    });
    const others = phrases.filter((phrase) => !this.isKnown(phrase));
    const unknown = (phrase) => ({ names: [phrase.part.map(({ typed }) => typed).join(" ")], phrases: [phrase], lines: [] });
    return [...known, ...others.map(unknown)];
  }

  /** Whether some group could have what a phrase means: a choice that none has may be in no file. */
  isKnown(phrase) {
    return this.chosen([phrase]).some(({ size }) => size);
  }

  /** The days of some phrases, and their times of the day: what they are called, and the phrases that say so. */
  lines(phrases) {
    const { days, times } = this.facets.week;
    return [["day", days], ["time", times]].map(([id, all]) => {
      const ids = ({ meant }) => new URLSearchParams(meant.join("&")).getAll(id);
      const own = phrases.filter((phrase) => ids(phrase).length);
      return { names: all.filter((one) => own.flatMap(ids).includes(one.id)).map(({ name }) => name), phrases: own };
    }).filter(({ names }) => names.length);
  }

  /** The query of the address of a list with the same choices. */
  query(phrases) {
    return String(this.facets.write(this.chosen(phrases), new URLSearchParams()));
  }
}
