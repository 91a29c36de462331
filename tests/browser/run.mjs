// Builds the sites, serves them, and runs the tests: all of them, or those named (`npm test -- print`).

import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SITES, build } from './support/build.mjs';
import { serve } from './support/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (tests.length === 0) throw new Error(`No test file begins with ${wanted.join(' or ')}.`);

const scratch = mkdtempSync(join(tmpdir(), 'guildhall-browser-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const sites = {};
for (const [name, { day }] of Object.entries(SITES)) {
  const server = await serve();
  const { root, folder } = build(name, server.base, scratch);
  server.folder = folder;
  sites[name] = { base: server.base, root, folder, day };
}

const flags = ['--test', '--test-reporter=spec', '--test-concurrency=2', ...tests];
const env = { ...process.env, GUILDHALL_SITES: JSON.stringify(sites) };
const child = spawn(process.execPath, flags, { cwd: here, env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => process.exit(status ?? 1));
