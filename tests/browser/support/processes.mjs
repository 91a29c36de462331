// Programs that tests start, and end with all that those have started.

import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a program has to end when it is told to. */
const TIME_TO_END = 5_000;

const running = new Set();
process.once('exit', () => running.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/**
 * Starts a program. Its third pipe is for those that are told to write there.
 *
 * @returns {{pipe: import('node:stream').Readable, faults: () => string, stop: () => Promise<void>}} `faults`: the
 *   last that it said of what is wrong; `stop` ends it and all that it has started
 */
export function start(program, words, env) {
  const child = spawn(program, words, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr.on('data', (text) => (said = (said + text).slice(-2000)));
  running.add(child);
  return {
    pipe: child.stdio[3],
    faults: () => said,
    async stop() {
      end(child);
      await Promise.race([ended, pause(TIME_TO_END, undefined, { ref: false })]);
      running.delete(child);
    },
  };
}

/** `detached` has made the program the head of a group: what it has started ends with it. */
function end(child) {
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
