// The three engines of members' browsers: Chromium, Firefox and WebKit, each as the system's own packages have it.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { CHROMIUM, FLAGS } from './browser.mjs';
import { start } from './processes.mjs';
import { findProgram } from './programs.mjs';
import { overHttp, overMarionette, until } from './webdriver.mjs';

/** Where journeys begin: not where the groups of the directory meet. */
export const HOME_ZONE = 'Europe/Berlin';

/**
 * What is asked of the programs of each engine, and how it is opened in a folder of its own.
 *
 * @typedef {object} Session an engine that is open
 * @property {(command: string, parameters?: object) => Promise<any>} send a command of webdriver.mjs
 * @property {(size: {width: number, height: number}) => Promise<void>} fit gives the page a size
 * @property {(base: string) => Promise<string[]>} faults what the console has said of pages below an address since it
 *   was last asked; of WebKit, whose driver does not tell, only which scripts of the page did not load
 */
const ENGINES = {
  Chromium: {
    programs: { browser: CHROMIUM, driver: findProgram(['chromedriver']) },
    packages: 'chromium and chromium-driver',
    open: openChromium,
  },
  Firefox: {
    programs: { browser: findProgram(['firefox-esr', 'firefox']) },
    packages: 'firefox-esr',
    open: openFirefox,
  },
  WebKit: {
    programs: { browser: findProgram(['MiniBrowser'], webkitFolders()), driver: findProgram(['WebKitWebDriver']), screen: findProgram(['Xvfb']) },
    packages: 'webkit2gtk-driver, libwebkit2gtk-4.1-0 and xvfb',
    open: openWebKit,
  },
};

/** Where WebKit keeps its small browser: systems differ. */
function webkitFolders() {
  const places = ['/usr/lib', '/usr/libexec', '/usr/lib64', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  return places.map((place) => join(place, 'webkit2gtk-4.1'));
}

/** What must be installed before an engine can be opened; nothing when all is there. */
export function lacking(name) {
  const { programs, packages } = ENGINES[name];
  return Object.values(programs).every(Boolean) ? undefined : `${name} is not installed here: its packages are ${packages} on Debian`;
}

/**
 * Opens an engine as a new visitor.
 *
 * @param {string} name of one of the engines
 * @param {{dark?: boolean}} visitor
 * @returns {Promise<Session & {close: () => Promise<void>}>}
 */
export async function openEngine(name, { dark = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-engine-'));
  const { PATH } = process.env;
  const env = { PATH, HOME: folder, TMPDIR: folder, TZ: HOME_ZONE, LANG: 'C.UTF-8', NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const started = [];
  const run = (program, words, more = {}) => {
    const one = start(program, words, { ...env, ...more });
    started.unshift(one);
    return one;
  };
  const stop = async () => {
    for (const one of started) await one.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  const { programs, open } = ENGINES[name];
  try {
    const session = await open(programs, { dark, folder, run });
    return { ...session, close: () => session.send('quit', { flags: ['eForceQuit'] }).then(stop, stop) };
  } catch (error) {
    const said = started.map((one) => one.faults()).join('\n');
    await stop();
    throw new Error(`${name} does not start: ${error.message}\n${said}`);
  }
}

async function openChromium({ browser, driver }, { dark, run }) {
  const args = ['--headless', '--hide-scrollbars', ...FLAGS, ...(dark ? ['--force-dark-mode'] : [])];
  const port = await listening(driver, run);
  const send = await overHttp(port, {
    'goog:chromeOptions': { binary: browser, args },
    'goog:loggingPrefs': { browser: 'ALL' },
  });
  const faults = async () => {
    const said = await send('log', { type: 'browser' });
    return said.filter(({ level }) => ['SEVERE', 'WARNING'].includes(level)).map(({ message }) => message);
  };
  return { send, fit: (size) => fitWindow(send, size), faults };
}

async function openWebKit({ browser, driver, screen }, { dark, folder, run }) {
  write(join(folder, '.config/gtk-3.0/gtk.css'), WITHOUT_TOOLBAR);
  const { pipe } = run(screen, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']);
  const display = await new Promise((resolve) => pipe.once('data', (text) => resolve(`:${String(text).trim()}`)));
  const port = await listening(driver, run, { DISPLAY: display });
  const args = ['--automation', ...(dark ? ['--dark-mode'] : [])];
  const send = await overHttp(port, { 'webkitgtk:browserOptions': { binary: browser, args } });
  return { send, fit: (size) => fitWindow(send, size), faults: () => send('run', { script: WEBKIT_SCRIPTS, args: [] }) };
}

/** The window of WebKit's small browser can be no narrower than its toolbar. */
const WITHOUT_TOOLBAR = '* { min-width: 0; min-height: 0; margin: 0; border: 0; padding: 0; font-size: 1px; -gtk-icon-transform: scale(0); }';

/** A module that could not be read when the page asked for it cannot be read now either, and says why. */
const WEBKIT_SCRIPTS = `
  const fault = ({ src }) => import(src).then(() => [], (error) => [src + ': ' + error]);
  return Promise.all([...document.querySelectorAll('script[type=module]')].map(fault)).then((all) => all.flat());`;

async function openFirefox({ browser }, { dark, folder, run }) {
  const wishes = { ...QUIET, 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 };
  const lines = Object.entries(wishes).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  write(join(folder, 'user.js'), lines.join(''));
  run(browser, ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', folder]);
  const send = await overMarionette(join(folder, 'MarionetteActivePort'));
  const runInside = async (script, ...args) => {
    await send('Marionette:SetContext', { value: 'chrome' });
    const result = await send('run', { script, args });
    await send('Marionette:SetContext', { value: 'content' });
    return result;
  };
  const fit = async ({ width, height }) => {
    await runInside(FIT_FIREFOX, width, height);
    await hasSize(send, { width, height });
  };
  return { send, fit, faults: (base) => runInside(FIREFOX_CONSOLE, base) };
}

/** Port 0: Firefox takes one that is free. Scrollbars take no room, as on a phone. */
const QUIET = {
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'ui.useOverlayScrollbars': 1,
};
/** The window of Firefox can be no narrower than its toolbar; the page in it can. */
const FIT_FIREFOX = 'const { style } = gBrowser.selectedBrowser; [style.width, style.height] = [...arguments].map((size) => `${size}px`);';
const FIREFOX_CONSOLE = `
  const said = Services.console.getMessageArray();
  Services.console.reset();
  return said
    .filter((one) => one instanceof Ci.nsIScriptError && one.logLevel >= Ci.nsIConsoleMessage.warn)
    .filter((one) => one.sourceName.startsWith(arguments[0]))
    .map((one) => one.category + ': ' + one.errorMessage);`;

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Starts a driver, and returns the port where it listens. */
async function listening(driver, run, env) {
  const port = await freePort();
  run(driver, [`--port=${port}`], env);
  const isReady = () => fetch(`http://127.0.0.1:${port}/status`).then((response) => response.ok, () => false);
  await until('its driver to start', isReady);
  return port;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Sizes the window so that the page in it has a size. A window may take a while to follow, so its frame is measured anew. */
async function fitWindow(send, { width, height }) {
  const run = (script) => send('run', { script, args: [] });
  await until(`a page of ${width} × ${height} px`, async () => {
    const frame = await run('return outerHeight - innerHeight');
    await send('size', { width, height: height + frame });
    const [isWide, isHigh] = await run('return [innerWidth, innerHeight]');
    return isWide === width && isHigh === height;
  });
}

async function hasSize(send, { width, height }) {
  const isIt = () => send('run', { script: 'return innerWidth === arguments[0] && innerHeight === arguments[1]', args: [width, height] });
  await until(`a page of ${width} × ${height} px`, isIt);
}
