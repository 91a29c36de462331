// Reads the file of facets, and finds and counts the groups that filters match. A group is a number here: its
// position in the list of all groups by name.

const FIRST = "#".charCodeAt(0);
const LEFT_OUT = "\\".charCodeAt(0);
const BASE = 91;

/** Reads whole numbers written with `width` digits each. */
export function readDigits({ width, text }) {
  const numbers = new Uint32Array(text.length / width);
  for (let at = 0, index = 0; index < numbers.length; index += 1) {
    let number = 0;
    for (let place = 0; place < width; place += 1, at += 1) {
      const code = text.charCodeAt(at);
      number = number * BASE + code - FIRST - (code > LEFT_OUT ? 1 : 0);
    }
    numbers[index] = number;
  }
  return numbers;
}

/**
 * The facets, their choices, and which choices each group has. A choice may be below another, its `parent`; a group
 * that has it has the other too.
 */
export class Facets {
  constructor(file) {
    this.total = file.groups;
    this.cardsInFile = file.cards;
    this.facets = file.facets.map((facet) => ({ ...facet, values: readDigits(facet.values) }));
  }

  /** What is chosen in each facet, from the query of an address: `subject=resilience&time=evening`. */
  read(params) {
    return this.facets.map(({ id, choices }) => {
      const words = params.getAll(id);
      return new Set(choices.flatMap((choice, index) => (words.includes(choice.id) ? [index] : [])));
    });
  }

  /** The choices of a facet that are directly below one, or those that are below none. */
  below(facet, above) {
    return this.facets[facet].choices.flatMap(({ parent }, index) => (parent === above ? [index] : []));
  }

  /** What is above a choice of a facet, the nearest first. */
  above(facet, choice) {
    const { parent } = this.facets[facet].choices[choice];
    return parent === undefined ? [] : [parent, ...this.above(facet, parent)];
  }

  /** Adds what is chosen to the query of an address. */
  write(chosen, params) {
    this.facets.forEach(({ id, choices }, facet) => {
      for (const index of [...chosen[facet]].sort((a, b) => a - b)) params.append(id, choices[index].id);
    });
    return params;
  }

  /**
   * Finds the groups that match in every facet: they have one of its chosen choices, or nothing is chosen there.
   *
   * `groups` are those groups. `counts` says how many would match if a choice alone were chosen in its facet, and
   * `without` how many if nothing were chosen in a facet; the other facets stay as they are.
   */
  find(chosen) {
    const active = [];
    chosen.forEach((choices, facet) => {
      if (choices.size > 0) {
        const fits = (set) => set.some((choice) => choices.has(choice));
        active.push({ facet, fits: this.facets[facet].sets.map(fits), values: this.facets[facet].values });
      }
    });
    const perSet = this.facets.map(({ sets }) => new Uint32Array(sets.length));
    const without = new Uint32Array(this.facets.length);
    const groups = [];
    for (let group = 0; group < this.total; group += 1) {
      let missed = 0;
      let last = 0;
      for (const { facet, fits, values } of active) {
        if (!fits[values[group]]) {
          missed += 1;
          last = facet;
          if (missed > 1) break;
        }
      }
      if (missed === 0) {
        groups.push(group);
        this.facets.forEach(({ values }, facet) => { perSet[facet][values[group]] += 1; });
      } else if (missed === 1) {
        without[last] += 1;
        perSet[last][this.facets[last].values[group]] += 1;
      }
    }
    const counts = this.facets.map(({ choices, sets }, facet) => {
      const count = new Uint32Array(choices.length);
      sets.forEach((set, index) => set.forEach((choice) => { count[choice] += perSet[facet][index]; }));
      return count;
    });
    return { groups, counts, without: without.map((missed) => missed + groups.length) };
  }
}

/** Sorts groups by a file of orders: `newest` first, or by their `next` meeting. */
export function inOrder(groups, sort, orders, today) {
  if (sort === "newest") {
    const rank = new Uint32Array(orders.newest.length);
    orders.newest.forEach((group, index) => { rank[group] = index; });
    return [...groups].sort((a, b) => rank[a] - rank[b]);
  }
  const elapsed = Math.floor((Date.parse(today) - Date.parse(orders.today)) / 86_400_000);
  const days = orders.next.length / orders.newest.length;
  const next = (group) => {
    for (let day = group * days; day < (group + 1) * days; day += 1) {
      if (orders.next[day] > elapsed) return orders.next[day];
    }
    return Infinity;
  };
  const nextDays = new Map(groups.map((group) => [group, next(group)]));
  return [...groups].sort((a, b) => (nextDays.get(a) - nextDays.get(b) || 0) || a - b);
}

/** Reads a file of orders. */
export function readOrders(file) {
  return { today: file.today, newest: readDigits(file.newest), next: readDigits(file.next) };
}
