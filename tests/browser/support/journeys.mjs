// Journeys: written once, and gone in every engine.

import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { PHONE } from './browser.mjs';
import { lacking, openEngine } from './engines.mjs';
import { directory } from './sites.mjs';
import { Visitor } from './visitor.mjs';

const FOLDER = fileURLToPath(new URL('../journeys/', import.meta.url));
/** Where pictures go, for people to look at. */
export const PICTURES = fileURLToPath(new URL('../../../target/journeys/', import.meta.url));

/** How long a journey may take. Most take a second. */
const PATIENCE = 60_000;

const journeys = [];

/**
 * A journey through the directory, on a phone.
 *
 * @param {string} title
 * @param {{atMost?: number, dark?: boolean}} terms `atMost`: how many taps it may take; `dark`: the visitor's scheme
 * @param {(visitor: Visitor, engine: string) => Promise<void>} go
 */
export function journey(title, terms, go) {
  journeys.push({ title, terms, go });
}

/** Goes all journeys in an engine, each as a test. */
export async function goAll(engine) {
  for (const name of readdirSync(FOLDER)) await import(join(FOLDER, name));
  const skip = lacking(engine);
  if (skip && (process.env.CI || existsSync('/etc/debian_version'))) throw new Error(`${skip}. Run tests/install.`);
  if (skip) console.error(`\nNOT TESTED in ${engine}: ${skip}.\n`);
  for (const dark of [false, true]) {
    const scheme = dark ? 'dark' : 'light';
    test(`${engine}, in the ${scheme} scheme`, { skip, timeout: 4 * PATIENCE }, async (suite) => {
      const session = await openEngine(engine, { dark });
      suite.after(session.close);
      for (const { title, terms, go } of journeys.filter(({ terms }) => Boolean(terms.dark) === dark)) {
        await suite.test(title, { timeout: PATIENCE }, async () => {
          const visitor = await newVisitor(session);
          await seenIfItFails(visitor, `${engine}/failed ${title}`, () => go(visitor, engine));
          assert.deepEqual(await visitor.faults(), []);
          assert.ok(visitor.taps <= (terms.atMost ?? Infinity), `${visitor.taps} taps`);
        });
      }
    });
  }
}

/** A visitor who has not been here before, and has a phone. */
async function newVisitor(session) {
  const first = new Visitor(session, directory.base);
  await first.open('about/');
  await first.runs(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await first.size(PHONE.width, PHONE.height);
  return new Visitor(session, directory.base);
}

async function seenIfItFails(visitor, name, go) {
  try {
    await go();
  } catch (error) {
    await visitor.screenshot(join(PICTURES, `${name}.png`));
    throw error;
  }
}
