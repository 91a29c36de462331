// The Nu checker of HTML.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';

const JAR = String(createRequire(import.meta.url)('vnu-jar'));
const LOOPBACK_TOO = '-Dnu.validator.servlet.allow-forbidden-hosts=true';

/**
 * Checks pages at their addresses, so that `'self'` in a policy means what it means to a browser.
 *
 * @param {string[]} urls
 * @returns {Promise<string[]>} errors and warnings, a line each
 */
export async function check(urls) {
  const { messages } = JSON.parse(await run([LOOPBACK_TOO, '-jar', JAR, '--format', 'json', '--exit-zero-always', '--stdout', ...urls]));
  return messages.map(({ type, subType, url, lastLine, message, extract }) =>
    `${url}:${lastLine} ${subType ?? type}: ${message} … ${extract ?? ''}`,
  );
}

function run(words) {
  return new Promise((resolve, reject) => {
    execFile('java', words, { maxBuffer: 64 * 1024 * 1024 }, (error, output, complaints) => {
      if (error?.code === 'ENOENT') reject(new Error('No Java is installed. Run tests/install.'));
      else if (error) reject(new Error(`${error.message}\n${complaints}`));
      else resolve(output);
    });
  });
}
