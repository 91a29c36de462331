// The page that the form makes of its answers, beside the page that the program makes of them.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The address of a script of a site, which has a hash in its name. */
export const script = (site, name) =>
  `${site.base}assets/${readdirSync(join(site.folder, 'assets')).find((file) => file.startsWith(`${name}.`) && file.endsWith('.js'))}`;

/** The values in the form in the tab, as it understands and writes them. */
export const valuesIn = (tab, site, reviewed) =>
  tab.evaluate(
    async ([scripts, reviewed]) => {
      const [{ read }, { tidy }, { kindsOf }, { Understood }] = await Promise.all(scripts.map((from) => import(from)));
      const form = document.querySelector('form[data-form]');
      const data = await (await fetch(form.dataset.form)).json();
      const { meetings, costs } = data.schema.properties;
      const lists = { currencies: costs.anyOf[0].properties.currency.enum, zones: meetings.items.properties.timezone.enum, countries: data.countries };
      const { valueOf } = new Understood({ today: new Date().toISOString().slice(0, 10), language: form.dataset.language, ...lists });
      return { ...tidy(read(form, valueOf), kindsOf(data).markdown), reviewed };
    },
    [['charter-values', 'charter-file', 'charter-schema', 'form-understood'].map((name) => script(site, name)), reviewed],
  );

/** Shows the page and the card for some values in the place of all else in the tab. */
export const show = (tab, site, values) =>
  tab.evaluate(
    async ([from, schemaFrom, values]) => {
      const [{ Page }, { kindsOf }] = await Promise.all([from, schemaFrom].map((script) => import(script)));
      const form = document.querySelector('form[data-form]') ?? window.kept.form;
      const data = window.kept?.data ?? (await (await fetch(form.dataset.form)).json());
      window.kept ??= { form, data: { ...data, ...kindsOf(data) } };
      const holders = ['card', 'page'].map(() => document.createElement('div'));
      await new Page(...holders, window.kept).show(values);
      document.querySelector('main').replaceChildren(...holders);
    },
    [script(site, 'charter-page'), script(site, 'charter-schema'), values],
  );

/** The lines that can be read in an element, all that can be unfolded included, without some parts and what other
 * groups add to it. Terms, aims and values
 * are sorted: the form has them in the order of its boxes, and a charter in its own. */
export const linesOf = (tab, selector, without = []) =>
  tab.locator(selector).evaluate((element, without) => {
    for (const part of without) element.querySelectorAll(part).forEach((one) => one.remove());
    for (const heading of element.querySelectorAll('h2')) {
      if (heading.textContent === 'Other groups') heading.parentElement.remove();
    }
    const notice = element.querySelector('.notice');
    if (notice) notice.textContent = notice.textContent.replace(/ +may suit you too\./, '');
    element.querySelectorAll('details').forEach((details) => (details.open = true));
    const byText = (one, other) => (one.textContent < other.textContent ? -1 : 1);
    for (const list of element.querySelectorAll('.phrases')) list.append(...[...list.children].sort(byText));
    for (const terms of element.querySelectorAll('.facts dd:has(> a + a)')) {
      terms.replaceChildren(...[...terms.children].sort(byText).flatMap((term) => [term, ' ']));
    }
    return element.innerText.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
  }, without);

/** The ids of the charters of a site, each with the day on which it was reviewed. */
export function chartersOf(site) {
  const folder = join(site.root, 'content/groups');
  const ids = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
  const reviewed = (id) => /^reviewed: (.*)$/m.exec(readFileSync(join(folder, `${id}.md`), 'utf8'))?.[1];
  return ids.map((id) => ({ id, reviewed: reviewed(id) }));
}

/** The lines of each card on the page in the tab, by the ids of the groups. */
export async function cardsOf(tab) {
  const found = [];
  for (const href of await tab.locator('.whole article.card h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    found.push([href.split('/').at(-2), await linesOf(tab, `article.card:has(a[href="${href}"])`, ['.compare'])]);
  }
  return found;
}
