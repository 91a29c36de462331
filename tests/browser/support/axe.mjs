// axe-core: what a program can find of WCAG 2.2 and of good practice.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
};
/** In forced colours the text is in the visitor's colours, while axe reads the author's from `-webkit-text-fill-color`. */
const RULES_BUT_CONTRAST = { ...RULES, rules: { ...RULES.rules, 'color-contrast': { enabled: false } } };
const RULES_ON_COLOUR = { runOnly: ['cat.color'], rules: { 'color-contrast-enhanced': { enabled: false } } };

/** What axe finds on the page in the tab, a line for each element. */
export const violations = (tab) => run(tab, RULES);

/** The same by the rules on colour alone: for a page that was looked at in other colours before. */
export const violationsOfColour = (tab) => run(tab, RULES_ON_COLOUR);

/** The same for a page in forced colours. */
export const violationsInForcedColours = (tab) => run(tab, RULES_BUT_CONTRAST);

async function run(tab, rules) {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(SOURCE);
  const { violations } = await tab.evaluate((rules) => window.axe.run(rules), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) ${target.join(' ')}: ${failureSummary}`),
  );
}
