// WebDriver, the protocol by which W3C has browsers driven: over HTTP, and over Marionette, which is in Firefox itself.

import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a browser has to start, and to answer. */
const PATIENCE = 30_000;

/** The commands: how each is asked for over HTTP, below the session's address, and what Marionette calls it. */
const COMMANDS = {
  go: ['POST', '/url', 'WebDriver:Navigate'],
  back: ['POST', '/back', 'WebDriver:Back'],
  run: ['POST', '/execute/sync', 'WebDriver:ExecuteScript'],
  click: ['POST', '/element/{id}/click', 'WebDriver:ElementClick'],
  type: ['POST', '/element/{id}/value', 'WebDriver:ElementSendKeys'],
  role: ['GET', '/element/{id}/computedrole', 'WebDriver:GetComputedRole'],
  name: ['GET', '/element/{id}/computedlabel', 'WebDriver:GetComputedLabel'],
  act: ['POST', '/actions', 'WebDriver:PerformActions'],
  size: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
  picture: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
  log: ['POST', '/se/log'],
  quit: ['DELETE', '', 'Marionette:Quit'],
};

/** What a browser says when it cannot do what it is asked. `kind` is the protocol's word for it. */
export class Refusal extends Error {
  constructor(command, { error, message }) {
    super(`${command}: ${error}: ${message}`);
    this.kind = error;
  }
}

/** Waits until `look` gives something, and returns it. What stays away is a fault that says what was waited for. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${typeof what === 'string' ? what : await what()}.`);
    await pause(40);
  }
}

/** Opens a session at a driver that listens on a port of this machine. */
export async function overHttp(port, capabilities) {
  const ask = async (command, method, path, body) => {
    const signal = AbortSignal.timeout(PATIENCE);
    const request = { method, signal, body: method === 'POST' ? JSON.stringify(body) : undefined };
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, request);
    const { value } = await response.json();
    if (!response.ok) throw new Refusal(command, value);
    return value;
  };
  const { sessionId } = await ask('session', 'POST', '', { capabilities: { alwaysMatch: capabilities } });
  return (command, body = {}) => {
    const [method, path] = COMMANDS[command];
    return ask(command, method, `/${sessionId}${path.replace('{id}', body.id)}`, body);
  };
}

/** Opens a session at the Firefox that has written its port into a file. A message is its length, a colon, and JSON. */
export async function overMarionette(portFile) {
  const port = await until('Firefox to start', () => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')));
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Firefox has gone.'))));
  socket.on('data', messages(([, number, fault, result]) => {
    const { command, resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (fault) reject(new Refusal(command, fault));
    else resolve(result && 'value' in result ? result.value : result);
  }));
  let asked = 0;
  const send = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify([0, (asked += 1), COMMANDS[command]?.[2] ?? command, parameters]);
      waiting.set(asked, { command, resolve, reject });
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await send('WebDriver:NewSession');
  return send;
}

/** Cuts what comes from Marionette into messages. It greets with an object; all others are lists. */
function messages(read) {
  let rest = Buffer.of();
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const start = rest.indexOf(':') + 1;
      const end = start + Number(rest.subarray(0, start - 1));
      if (start === 0 || rest.length < end) return;
      const message = JSON.parse(rest.subarray(start, end));
      rest = rest.subarray(end);
      if (Array.isArray(message)) read(message);
    }
  };
}
