// The form that writes a charter: how tests open it, fill it in, and check what comes out.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { inTab, openBrowser } from './browser.mjs';
import { directory } from './sites.mjs';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
export const browser = await openBrowser();

/** A whole charter, as one would type it. */
export const ANSWERS = {
  name: 'Tea and Strengths',
  summary: 'Coaches in schools talk over one case: slowly, and with tea.',
  purpose: 'To stay curious.\n\nAnd to keep our spirits up.',
  leader: 'The two of us',
  responsibilities: 'Sends the invitations\nWelcomes newcomers: always',
  objective: 'Each member brings one case a term.',
  first: '2026-12-01',
  step: 'Write to us.\nCome to one meeting as a guest.',
  contact: 'tea-and-strengths@example.org',
};

export const openForm = (use, { path = 'start/#whole', site = directory, now = null, ...visitor } = {}) =>
  inTab(browser, visitor, async (tab) => {
    tab.setDefaultTimeout(10_000);
    if (now) await tab.clock.setFixedTime(now);
    await tab.goto(site.base + path);
    await ready(tab);
    await use(tab);
  });
export const ready = (tab) => tab.locator('[data-result] [data-check]').waitFor({ state: 'attached' });
export const field = (tab, name) => tab.locator(`#field-${name.replaceAll('.', '\\.')}`);
export const choice = (tab, name, value) => tab.locator(`[name="${name}"][value="${value}"]`);
export const theFile = (tab) => tab.locator('[data-result] pre').textContent();
export const isComplete = (tab) => tab.locator('.summary h4', { hasText: /^Your charter (is complete|can be sent as it is)$/ }).waitFor();

/** What the program says of a charter in the whole directory. */
export const checked = (text, path) => inDirectory(text, path, (root) => JSON.parse(output('check', '--format', 'json', '--root', root, join(root, path))).diagnostics);

/** The words of a group's page, as the program builds it in the whole directory. */
export const pageOf = (text, id) => inDirectory(text, `content/groups/${id}.md`, (root) => {
  output('build', '--quiet', '--root', root);
  return readFileSync(join(root, `dist/groups/${id}/index.html`), 'utf8').replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');
});

function inDirectory(text, path, use) {
  const root = mkdtempSync(join(tmpdir(), 'guildhall-form-'));
  try {
    cpSync(join(directory.root, 'content'), join(root, 'content'), { recursive: true });
    writeFileSync(join(root, path), text);
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function output(...words) {
  try {
    return execFileSync('cargo', ['run', '--quiet', '--locked', '--', ...words], { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error.status === 1) return error.stdout; // there are problems, and they are in the report
    throw error;
  }
}

/** Opens what is folded in the form. */
export const unfold = (tab) => tab.locator('.question:not(.send) details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));

/** A problem in the words of the form. */
export const inWords = ({ message }) => message.replace(/`([^`]*)`/g, '“$1”');

/** Fills in everything by clicks and touches. */
export async function fillByPointer(tab) {
  await unfold(tab);
  await field(tab, 'name').fill(ANSWERS.name);
  await field(tab, 'summary').fill(ANSWERS.summary);
  await choice(tab, 'fields', 'coaching').check();
  await choice(tab, 'domains', 'education').check();
  await field(tab, 'purpose').fill(ANSWERS.purpose);
  await field(tab, 'leaders.0.name').fill(ANSWERS.leader);
  await field(tab, 'leaders.0.responsibilities').fill(ANSWERS.responsibilities);
  await choice(tab, 'aims', 'supportive-reflection').check();
  await field(tab, 'objectives').fill(ANSWERS.objective);
  await choice(tab, 'membership', 'closed').check();
  await field(tab, 'size.ideal').fill('6');
  await field(tab, 'size.maximum').fill('8');
  await field(tab, 'meetings.0.repeats').selectOption('monthly');
  await field(tab, 'meetings.0.which').selectOption('first');
  await field(tab, 'meetings.0.weekday').selectOption('Tuesday');
  await field(tab, 'meetings.0.first').fill(ANSWERS.first);
  await field(tab, 'meetings.0.time').fill('18:30');
  await field(tab, 'meetings.0.duration').selectOption('90 min');
  await field(tab, 'meetings.0.timezone').fill('London');
  await field(tab, 'meetings.0.place.online').fill('Video call');
  await field(tab, 'commitment').fill('Come when you can.');
  await field(tab, 'structure').fill('A round, a case, a round.');
  await choice(tab, 'costs', 'free').check();
  await choice(tab, 'joining.places', 'open').check();
  await field(tab, 'joining.steps').fill(ANSWERS.step);
  await field(tab, 'joining.contact').fill(ANSWERS.contact);
  await choice(tab, 'values', 'confidentiality').check();
  for (const standard of ['professional-guidelines', 'safe-practice']) await choice(tab, 'standards', standard).check();
  await field(tab, 'communication').fill('By e-mail.');
  await field(tab, 'conflict').fill('We talk.');
  await field(tab, 'about').fill('We began with three people and a pot.\n\n- Tea\n- Cake');
}
