// Three leaders write a charter, with the mistakes that people make: one question at a time, on a phone and at a desk.
// What comes out passes the check, and says what was meant.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DESKTOP, PHONE } from './support/browser.mjs';
import { checked, choice, field, openForm, pageOf, theFile } from './support/form.mjs';

// What a person takes, at a calm pace on a phone: to read a screen, to press, and to type a letter. In seconds.
const READING = 12;
const PRESSING = 2;
const LETTER = 0.4;
const LONGEST = 10 * 60;

/** Someone who fills in the form, and what it takes them. */
class Leader {
  constructor(tab) {
    this.tab = tab;
    this.screens = 1;
    this.presses = 0;
    this.letters = 0;
  }

  get seconds() {
    return this.screens * READING + this.presses * PRESSING + this.letters * LETTER;
  }

  async press(target) {
    this.presses += 1;
    await target.click();
  }

  async type(name, text) {
    const typed = this.tab.locator(`[id="field-${name}"], [id="own-${name}"]`);
    await this.press(typed);
    await typed.fill(text);
    this.letters += [...text].length;
  }

  /** Types what the form understands, and sees how. */
  async mean(name, text, shown) {
    await this.type(name, text);
    await this.tab.locator(`[id="field-${name}"] ~ .understood`, { hasText: shown }).waitFor();
  }

  async choose(name, value) {
    await this.press(this.tab.locator('label', { has: choice(this.tab, name, value) }));
  }

  async select(name, option) {
    this.presses += 2;
    await field(this.tab, name).selectOption(option);
  }

  async next(heading) {
    await this.press(this.tab.getByRole('link', { name: 'Next', exact: true }));
    this.screens += 1;
    await this.tab.locator('.question[data-now] > h3', { hasText: heading }).waitFor();
  }

  /** Goes from the end of what is needed to the end of the form. */
  async finish() {
    await this.tab.locator('.progress', { hasText: 'You can send it whenever you like.' }).waitFor();
    await this.press(this.tab.getByRole('link', { name: 'Go to the end, and send it' }));
    this.screens += 1;
    await this.tab.locator('.summary h4', { hasText: 'can be sent' }).waitFor();
  }
}

async function bookCircle(leader) {
  await leader.type('name', 'Book Circle Łódź');
  await leader.type('summary', 'Readers in Łódź talk over one book a month, with coffee.');
  await leader.next('Where should people find the group?');
  await leader.choose('fields', 'coaching');
  await leader.next('What is its purpose?');
  await leader.type('purpose', 'To read what we would not read alone.');
  await leader.next('Who leads it');
  await leader.type('leaders.0.name', 'Ania');
  await leader.next('What are its aims');
  await leader.choose('aims', 'networking');
  await leader.next('Is it open or closed?');
  await leader.choose('membership', 'open');
  await leader.next('When, how often');
  await leader.mean('meetings.0.said', 'last Friday of the month at 6.30pm, for 2 hours', 'Every month on the last Friday, 18:30');
  await leader.mean('meetings.0.timezone', 'Łódź', 'Warsaw');
  await leader.type('meetings.0.place.venue', 'Café Niebo, ul. Piotrkowska 1');
  await leader.type('meetings.0.place.town', 'Łódź');
  await leader.select('meetings.0.place.country', { label: 'Poland' });
  await leader.next('How is a new member admitted?');
  await leader.choose('joining.places', 'open');
  await leader.type('joining.steps', '•\tWrite to us\n•\tRead the book, or half of it\n•\tCome on Friday');
  await leader.type('joining.contact', 'mailto: books@ example.org');
  await leader.next('The rest can wait');
  await leader.finish();
}

const BOOK_CIRCLE = `
meetings:
  - repeats: monthly
    day: last Friday
    time: "18:30"
    duration: 2 h
    timezone: Europe/Warsaw
    place:
      venue: Café Niebo, ul. Piotrkowska 1
      town: Łódź
      country: Poland
joining:
  places: open
  steps:
    - Write to us
    - Read the book, or half of it
    - Come on Friday
  contact: books@example.org
`;

async function twoSlots(leader) {
  await leader.type('name', 'Cases in Two Zones');
  await leader.type('summary', 'Eight coaches bring their cases, from two sides of an ocean.');
  await leader.next('Where should people find the group?');
  await leader.choose('fields', 'coaching');
  await leader.next('What is its purpose?');
  await leader.type('purpose', 'To see a case with other eyes.');
  await leader.next('Who leads it');
  await leader.type('leaders.0.name', 'Ines');
  await leader.press(leader.tab.getByRole('button', { name: 'Add another leader' }));
  await leader.type('leaders.1.name', 'Tom');
  await leader.next('What are its aims');
  await leader.choose('aims', 'supportive-reflection');
  await leader.next('Is it open or closed?');
  await leader.choose('membership', 'closed');
  await leader.next('When, how often');
  await leader.type('meetings.0.said', 'every other Tuesday, 7 pm for 90 minutes');
  await leader.mean('meetings.0.first', '1st of December', '1 December');
  await leader.mean('meetings.0.timezone', 'manchester', 'UK time');
  await leader.type('meetings.0.place.online', 'Video call; members get the link');
  await leader.press(leader.tab.getByRole('button', { name: 'Add another series' }));
  await leader.type('meetings.1.said', 'first and third Thursday 7-8.30pm');
  await leader.mean('meetings.1.timezone', 'Boston', 'New York');
  await leader.type('meetings.1.place.online', 'Video call; members get the link');
  await leader.next('How is a new member admitted?');
  await leader.choose('joining.places', 'waiting-list');
  await leader.type('joining.steps', '1. Write to us.\n2. We tell you when a place is free.');
  await leader.type('joining.contact', 'Two Zones <cases@example.org>');
  await leader.next('The rest can wait');
  await leader.finish();
}

const TWO_SLOTS = `
meetings:
  - id: main
    repeats: fortnightly
    day: Tuesday
    time: "19:00"
    duration: 90 min
    timezone: Europe/London
    first: 2026-12-01
    place:
      online: Video call; members get the link
  - id: series-2
    repeats: monthly
    day: first and third Thursday
    time: "19:00"
    duration: 90 min
    timezone: America/New_York
    place:
      online: Video call; members get the link
joining:
  places: waiting-list
  steps:
    - Write to us.
    - We tell you when a place is free.
  contact: cases@example.org
`;

async function notYet(leader) {
  await leader.type('name', '  Grief and   Growth ');
  await leader.type('summary', 'Therapists who work with grief look for three more to begin with.');
  await leader.next('Where should people find the group?');
  await leader.choose('subjects', 'post-traumatic-growth');
  await leader.next('What is its purpose?');
  await leader.type('purpose', 'We want to:\n•\tread together\n•\tlook after each other');
  await leader.next('Who leads it');
  await leader.type('leaders.0.name', 'A “founding” pair');
  await leader.next('What are its aims');
  await leader.type('aims', '- Learn from one another.');
  await leader.next('Is it open or closed?');
  await leader.choose('membership', 'closed');
  await leader.next('When, how often');
  await leader.choose('status', 'forming');
  await leader.next('How is a new member admitted?');
  await leader.choose('joining.places', 'open');
  await leader.type('joining.steps', 'Tell us about your work.');
  await leader.type('joining.contact', 'grief at example dot org');
  await leader.next('The rest can wait');
  await leader.finish();
}

const NOT_YET = `
purpose: |-
  We want to:

  - read together
  - look after each other
leaders:
  - name: A “founding” pair
aims:
  - Learn from one another.
membership: closed
joining:
  places: open
  steps:
    - Tell us about your work.
  contact: grief@example.org
`;

for (const [title, id, go, meant, shown] of [
  ['a monthly book circle in a café', 'book-circle-lodz', bookCircle, BOOK_CIRCLE, ['Last Friday of each month, 18:30 to 20:30', 'In person: Café Niebo, ul. Piotrkowska 1, Łódź, Poland', 'books@example.org']],
  ['a closed group with two slots in two zones', 'cases-in-two-zones', twoSlots, TWO_SLOTS, ['Every two weeks on Tuesday, 19:00 to 20:30, UK time', 'First and third Thursday of each month, 19:00 to 20:30, New York', 'waiting list']],
  ['a group that does not meet yet', 'grief-and-growth', notYet, NOT_YET, ['Grief and Growth', 'A “founding” pair', 'Tell us about your work.']],
]) {
  for (const [device, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    test(`${title}, on a ${device}`, (run) =>
      openForm(async (tab) => {
        const leader = new Leader(tab);
        await go(leader);
        const file = await theFile(tab);
        assert.ok(file.includes(meant), file);
        const errors = checked(file, `content/groups/${id}.md`).filter(({ severity }) => severity === 'error');
        assert.deepEqual(errors, []);
        const page = pageOf(file, id);
        for (const words of shown) assert.ok(page.includes(words), `${words}\n${page}`);
        assert.ok(leader.seconds < LONGEST, `${leader.seconds} seconds`);
        run.diagnostic(`${leader.screens} screens, ${leader.presses} presses, ${leader.letters} letters: ${Math.round(leader.seconds)} seconds`);
      }, { path: 'start/#form', viewport, timezoneId: 'Europe/Warsaw', now: new Date('2026-11-28T10:00:00Z') }));
  }
}
