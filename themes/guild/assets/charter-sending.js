// The addresses through which a charter is sent to the directory.

import { sayer } from "./words.js";

const say = sayer("words:script-letter-");

// Servers limit addresses to 8,191 bytes, and signing in encodes them once more.
const LONGEST_ADDRESS = 6000;
const LONGEST_ENCODED = 8000;
// What mail programs and browsers are sure to take.
const LONGEST_LETTER = 2000;
const LONGEST_ANSWER = 500; // characters of what a server says that are shown

const bytes = (text) => new TextEncoder().encode(text).length;
const encoded = (path) => path.split("/").map(encodeURIComponent).join("/");

/** The address of the page that creates a file, and whether it contains the text. */
export function newFile({ create, text: parameter }, path, text) {
  const page = create + encodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
  const whole = `${page}&${parameter}=${encodeURIComponent(text)}`;
  const fits = parameter && bytes(whole) < LONGEST_ADDRESS && bytes(encodeURIComponent(whole)) < LONGEST_ENCODED;
  return fits ? { address: whole, hasText: true } : { address: page, hasText: false };
}

/** The address of the page that edits a file. */
export const editFile = ({ edit: [before, after] }, path) => before + encoded(path) + after;

/** The address of an e-mail to the directory that says what to do with a charter, and whether it contains the text. */
export function message(contact, request, text) {
  const { subject, body } = letter(request);
  const address = (end) => `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${body}\n\n${end}`.replace(/\n/g, "\r\n"))}`;
  const whole = address(text);
  return whole.length <= LONGEST_LETTER
    ? { address: whole, hasText: true }
    : { address: address(`${say("script-letter-paste")}\n`), hasText: false };
}

/** Sends a charter to the directory's own address, as a form is sent. Returns what the server says, in a line. */
export async function post(address, request, text) {
  const { subject, body } = letter(request);
  const { path: file, page, contact = "" } = request;
  const form = new URLSearchParams({ subject, message: body, file, page, email: contact, charter: text });
  const response = await fetch(address, { method: "POST", body: form, headers: { Accept: "application/json" } });
  const said = await response.text();
  const words = wordsOf(said, response.headers.get("Content-Type") ?? "").slice(0, LONGEST_ANSWER);
  return { isTaken: response.ok, status: response.status, words };
}

/** What a server says in plain text or in JSON, as `message` or as the messages of `errors`. Pages are not shown. */
function wordsOf(said, type) {
  if (type.startsWith("text/plain")) return said.trim();
  if (!type.includes("json")) return "";
  try {
    const { message, error, errors } = JSON.parse(said);
    const words = message ?? error ?? (Array.isArray(errors) ? errors.map((one) => one?.message ?? one).join(" ") : "");
    return typeof words === "string" ? words.trim() : "";
  } catch {
    return "";
  }
}

/** The subject of the e-mail and what it asks for. `before` is the group's published name, if it has a charter; `page`
 * is the web address of its page. */
export function letter({ name, before, path, page }) {
  if (!before) {
    return {
      subject: say("script-letter-new-subject", { name }),
      body: say("script-letter-new", { name, path, page }),
    };
  }
  const body = before === name ? "script-letter-change" : "script-letter-rename";
  return { subject: say("script-letter-change-subject", { before }), body: say(body, { before, name, path, page }) };
}
