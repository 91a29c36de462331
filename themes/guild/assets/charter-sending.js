// The ways by which a charter reaches the directory.

import { sayer } from "./words.js";

const say = sayer("words:script-letter-");

// Servers cut addresses at 8,191 bytes, and signing in encodes them once more.
const LONGEST_ADDRESS = 6000;
const LONGEST_ENCODED = 8000;

const baseOf = (repository) => repository.replace(/\/+$/, "").replace(/\.git$/, "");
const encoded = (branch) => branch.split("/").map(encodeURIComponent).join("/");
const bytes = (text) => new TextEncoder().encode(text).length;

/** The web page that takes a new file: its address, and whether the text is in it. `repository`: its web address,
 * at GitHub or GitLab, on their own hosts or on one's own. */
export function newFile({ repository, branch }, path, text) {
  const base = baseOf(repository);
  const folder = path.slice(0, path.lastIndexOf("/"));
  const name = path.slice(folder.length + 1);
  const at = `${encoded(branch)}/${folder}`;
  const page = isGitLab(base) ? `${base}/-/new/${at}?file_name=${name}` : `${base}/new/${at}?filename=${name}`;
  const whole = `${page}&${isGitLab(base) ? "content" : "value"}=${encodeURIComponent(text)}`;
  const fits = bytes(whole) < LONGEST_ADDRESS && bytes(encodeURIComponent(whole)) < LONGEST_ENCODED;
  return fits ? { address: whole, hasText: true } : { address: page, hasText: false };
}

/** The web page that takes a changed file. */
export function editFile({ repository, branch }, path) {
  const base = baseOf(repository);
  const edit = isGitLab(base) ? "-/edit" : "edit";
  return `${base}/${edit}/${encoded(branch)}/${path}`;
}

/** Whether a repository is at GitLab. Its groups may be nested, and its host may be the directory's own. */
export const isGitLab = (repository) => /gitlab/i.test(repository);

/** A message to whoever keeps the directory that says what to do with a charter: its address, and whether the text is in it. */
export function message(contact, request, text) {
  const { subject, body } = letter(request);
  const address = (end) => `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${body}\n\n${end}`.replace(/\n/g, "\r\n"))}`;
  const whole = address(text);
  return bytes(whole) < LONGEST_ADDRESS
    ? { address: whole, hasText: true }
    : { address: address(`${say("script-letter-paste")}\n`), hasText: false };
}

/** The subject of a message and what it asks for. `before`: the name that the group has now, where it has a charter;
 * `page`: the web address of its page. */
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
