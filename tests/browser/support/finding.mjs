// Where things with a role and a name may be on a page. These functions run in the page: each must be whole in itself.

/** The role of what opens a part of the page, for which engines have no name in common. */
export const FOLD = 'fold';

/**
 * What shows, may have the role, and has the name among its words: the engine then says what it is really called.
 *
 * @returns {{element: Element, href?: string}[]}
 */
export function candidates(role, name) {
  const selectors = {
    link: 'a[href]',
    button: 'button',
    fold: 'summary',
    checkbox: '[type=checkbox]',
    radio: '[type=radio]',
    searchbox: '[type=search]',
    textbox: 'textarea, input:not([type]), [type=text], [type=email], [type=url]',
    combobox: 'select',
    heading: 'h1, h2, h3, h4',
  };
  if (!selectors[role]) throw new Error(`candidates() does not know the role ${role}`);
  const words = (element) =>
    [element.getAttribute('aria-label'), element.textContent, ...[...(element.labels ?? [])].map((label) => label.textContent)]
      .join(' ')
      .replace(/\s+/g, ' ');
  return [...document.querySelectorAll(selectors[role])]
    .filter((element) => element.checkVisibility() && words(element).includes(name))
    .map((element) => ({ element, href: element.href }));
}

/** Scrolls to an element. Returns whether a finger would meet something else there. */
export function isCovered(element) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [box] = element.getClientRects();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !element.contains(top);
}
