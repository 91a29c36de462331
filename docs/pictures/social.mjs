// Draws the social pictures of the theme, one for each tint: `node docs/pictures/social.mjs`, after tests/install.
// Needs Chromium and pngquant.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const { chromium } = createRequire(new URL('tests/browser/package.json', root))('playwright-core');
const assets = fileURLToPath(new URL('themes/guild/assets/', root));
const css = readFileSync(`${assets}guild.css`, 'utf8');
const hues = [...css.matchAll(/\.tint-(\d) \{ --hue: (\d+); \}/g)].map(([, tint, hue]) => [tint, `oklch(45% 0.11 ${hue})`]);

/** Dots on a lattice of triangles, three rings around a middle, as in the logo. */
function flower() {
  const dots = [];
  for (let right = -3; right <= 3; right += 1) {
    for (let lower = -3; lower <= 3; lower += 1) {
      const ring = Math.max(Math.abs(right), Math.abs(lower), Math.abs(right + lower));
      if (ring > 3) continue;
      const size = [4.6, 4, 2.8, 1.6][ring];
      dots.push(`<circle cx="${10 * right + 5 * lower}" cy="${8.66 * lower}" r="${size}"/>`);
    }
  }
  return dots.join('');
}

const picture = (colour) => `<!doctype html><style>
  body { margin: 0; width: 1200px; height: 630px; background: #faf6ee; color: #2a2420; font: 76px/1.15 "Noto Serif", serif; }
  svg { position: absolute; right: 70px; top: 95px; width: 440px; fill: ${colour}; }
  h1 { position: absolute; left: 90px; top: 120px; margin: 0; font-size: 84px; font-weight: 500; }
  p { position: absolute; left: 90px; top: 440px; margin: 0; width: 620px; font-size: 34px; line-height: 1.4; color: #645950; }
  hr { position: absolute; left: 90px; top: 370px; width: 220px; margin: 0; border: 0; border-top: 6px double ${colour}; }
</style><h1>Find a group<br>to learn with</h1><hr><p>Communities of practice: how each works, when it meets, and how to join</p>
<svg viewBox="-36 -36 72 72">${flower()}</svg>`;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
for (const [tint, colour] of [['0', '#7a2b4a'], ...hues]) {
  await page.setContent(picture(colour));
  const path = `${assets}social-${tint}.png`;
  await page.screenshot({ path });
  execFileSync('pngquant', ['--force', '--ext', '.png', '32', path]);
}
await browser.close();
