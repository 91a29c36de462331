// Where things are on a page. These functions run in the page: each must be whole in itself.

/** By how many pixels the page is wider than the window. */
export function sidewaysScroll() {
  return document.documentElement.scrollWidth - window.innerWidth;
}

/** Elements that reach over the window's edge, to say what made the page too wide. */
export function elementsOverTheEdge() {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest('.said, .skip'))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -0.5 || right > width + 0.5;
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
}

/**
 * Elements that hide a part of what they hold. `.said` is for screen readers and meant to be unseen. Of a text that ends
 * in an ellipsis after so many lines, the ellipsis says so.
 */
export function cutElements() {
  const hides = (style) => style.webkitLineClamp === 'none'
    && [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip');
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest('.said') && hides(getComputedStyle(element)))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`);
}

/** Where the keyboard's focus is and what is wrong with how it shows; null when it is not on an element. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const [box] = element.getClientRects();
  const name = `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}”`;
  const faults = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) === 0) faults.push(`${name} has no outline`);
  if (!box || box.width === 0 || box.height === 0) faults.push(`${name} has no size`);
  else {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    if (!top) faults.push(`${name} is outside the window`);
    else if (!element.contains(top)) faults.push(`${name} is covered by ${top.tagName.toLowerCase()}.${top.className}`);
  }
  return { id: element.id, name, href: element.href, faults };
}

/**
 * Targets of a finger that are smaller than `least` pixels either way. Exempt are links in the run of a text
 * (WCAG 2.5.8, inline) and targets with so much room around that a circle of `least` pixels meets no other
 * target's (spacing).
 */
export function smallTargets(least) {
  const isInline = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, dd, dt, td, th, figcaption, summary, label');
    return block !== null && block.textContent.trim().length > element.textContent.trim().length + 1;
  };
  const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => element.checkVisibility() && !element.closest('.said, .skip'))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .map((target) => ({ ...target, small: target.box.width < least || target.box.height < least }));
  const crowded = ({ element, box }) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return targets.some((other) => {
      if (other.element === element) return false;
      const near = {
        x: Math.min(Math.max(x, other.box.left), other.box.right),
        y: Math.min(Math.max(y, other.box.top), other.box.bottom),
      };
      if (Math.hypot(near.x - x, near.y - y) < least / 2) return true;
      const centre = { x: other.box.left + other.box.width / 2, y: other.box.top + other.box.height / 2 };
      return other.small && Math.hypot(centre.x - x, centre.y - y) < least;
    });
  };
  return targets
    .filter((target) => target.small && !isInline(target.element) && crowded(target))
    .map(({ element, box }) => `“${element.textContent.trim().slice(0, 60)}” is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
}

/** Words of prose that go on in the next line before or after fewer than `least` letters, and those of a mail address that do. */
export function badlyBroken(least) {
  const lineOf = (text, at) => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return [...range.getClientRects()].at(-1)?.top; // WebKit has a second, empty one at the end of the line before
  };
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.closest('.prose')?.checkVisibility()) continue;
    for (const { 0: word, index } of text.data.matchAll(/\p{L}+/gu)) {
      const start = lineOf(text, index);
      const before = [...word].findIndex((_, at) => Math.abs(lineOf(text, index + at) - start) > 1);
      const fewest = text.parentElement.closest('[href^="mailto:"]') ? Infinity : least;
      if (before > 0 && Math.min(before, word.length - before) < fewest) found.push(`${word.slice(0, before)}-${word.slice(before)}`);
    }
  }
  return found;
}
