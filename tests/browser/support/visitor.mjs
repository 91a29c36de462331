// A visitor with a phone, in any engine: sees, taps and types as a person does, and counts the taps.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { FOLD, candidates, isCovered } from './finding.mjs';
import { Refusal, until } from './webdriver.mjs';

/** How long a page has to show what a visitor waits for. */
const PATIENCE = 8_000;
/** What keys are called in the protocol. */
const KEYS = { Tab: '\uE004', Enter: '\uE007' };

export class Visitor {
  taps = 0;
  #session;
  #base;
  #faults = [];

  /**
   * @param {import('./engines.mjs').Session} session
   * @param {string} base the address of the site
   */
  constructor(session, base) {
    this.#session = session;
    this.#base = base;
  }

  /** Types an address below the site's, which costs no tap. */
  async open(address) {
    await this.#session.send('go', { url: this.#base + address });
    await this.#listen();
  }

  /** Taps on what has a role and a name, once it is there. Follows links, but not to other programs, as to mail. */
  async tap(role, name) {
    this.taps += 1;
    const { id, href } = await this.find(role, name);
    if (await this.runs(isCovered, reference(id))) throw new Error(`The ${role} ${name} is covered.`);
    if (href && !href.startsWith('http')) return;
    await this.#session.send('click', { id });
    if (href) await this.#arrives(href);
  }

  /** Types words into a field, behind what is in it. */
  async type(role, name, words) {
    const { id } = await this.find(role, name);
    await this.#session.send('type', { id, text: words });
  }

  /** Presses a key wherever the focus is. */
  async press(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    await this.#session.send('act', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Goes back to the page before, or to the state before of the same page. */
  async back() {
    await this.#session.send('back');
  }

  /**
   * What can be seen with a role and a name, both as the engine tells them to a screen reader: waits for it.
   *
   * @param {string} role a role of ARIA, or `fold` for what opens a part of the page: engines do not agree what that is
   * @param {string | RegExp} name
   * @returns {Promise<{id: string, name: string, href?: string}>}
   */
  async find(role, name) {
    // WebKit leaves out the space at which a line breaks beside an element: which that is depends on the fonts.
    const joined = (words) => words.replaceAll(' ', '');
    const fits = name instanceof RegExp ? (said) => name.test(said) : (said) => joined(said) === joined(name);
    let seen = [];
    return until(
      () => `a ${role} called ${name}. There are: ${seen.join(', ')}`,
      () => this.#whileItStays(async () => {
        seen = [];
        for (const { element, href } of await this.runs(candidates, role, name instanceof RegExp ? '' : name)) {
          const [id] = Object.values(element);
          const said = (await this.#session.send('name', { id })).replace(/\s+/g, ' ').trim();
          if (fits(said) && (role === FOLD || role === (await this.#session.send('role', { id })))) return { id, name: said, href };
          seen.push(said);
        }
        return undefined;
      }),
      PATIENCE,
    );
  }

  /** The words in what a selector finds, first to last, where they show. */
  async texts(selector) {
    return this.runs(shownTexts, selector);
  }

  /** Waits until the words of what a selector finds first fit, and returns them. */
  async reads(selector, fitting) {
    let last;
    const look = async () => {
      [last] = await this.#whileItStays(() => this.texts(selector)) ?? [];
      return last !== undefined && fitting.test(last) && last;
    };
    return until(() => `${selector} to say ${fitting}; it says ${last}`, look, PATIENCE);
  }

  /** Waits until a function that is run in the page returns what is true. */
  async waits(what, look) {
    await until(() => what, () => this.runs(look), PATIENCE);
  }

  /** How many of a selector's elements there are to see. */
  async count(selector) {
    return (await this.texts(selector)).length;
  }

  /** The address of the page below the site's. */
  async address() {
    return (await this.runs(() => location.href)).replace(this.#base, '');
  }

  /** Runs a function in the page: it must be whole in itself. */
  async runs(look, ...args) {
    return this.#session.send('run', { script: `return (${look}).apply(null, arguments)`, args });
  }

  /** Gives the page another size. */
  async size(width, height) {
    await this.#session.fit({ width, height });
  }

  /** Writes a picture of what the visitor sees, once it is painted. */
  async screenshot(file) {
    await this.runs(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted()))));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(await this.#session.send('picture', { full: false }), 'base64'));
  }

  /** What was wrong with the pages that the visitor has seen, as far as the engine tells. */
  async faults() {
    await this.#listen();
    return this.#faults;
  }

  async #listen() {
    this.#faults.push(...(await this.#session.faults(this.#base)));
  }

  async #arrives(href) {
    const isThere = () => this.runs((href) => document.readyState === 'complete' && location.href === href, href);
    await until(`the page ${href}`, () => this.#whileItStays(isThere), PATIENCE);
    await this.#listen();
  }

  /** Looks at a page that may be changing: an element that has gone is no fault. */
  async #whileItStays(look) {
    try {
      return await look();
    } catch (error) {
      if (error instanceof Refusal && /stale|no such|javascript error/.test(error.kind)) return undefined;
      throw error;
    }
  }
}

/** How the protocol writes an element. */
const reference = (id) => ({ 'element-6066-11e4-a52e-4f735466cecf': id });

function shownTexts(selector) {
  const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  return all.map((one) => one.innerText.replace(/\s+/g, ' ').trim());
}
