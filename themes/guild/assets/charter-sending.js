// The addresses through which a charter is sent to the directory.

import { sayer } from "./words.js";

const say = sayer("words:script-letter-");

// Servers limit addresses to 8,191 bytes, and signing in encodes them once more.
const LONGEST_ADDRESS = 6000;
const LONGEST_ENCODED = 8000;

const baseOf = (repository) => repository.replace(/\/+$/, "").replace(/\.git$/, "");
const encoded = (branch) => branch.split("/").map(encodeURIComponent).join("/");
const bytes = (text) => new TextEncoder().encode(text).length;

/** The address of the web page that creates a file, and whether it contains the text. `repository` is a web address
 * at GitHub or GitLab, hosted by them or by the directory. */
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

/** The address of the web page that edits a file. */
export function editFile({ repository, branch }, path) {
  const base = baseOf(repository);
  const edit = isGitLab(base) ? "-/edit" : "edit";
  return `${base}/${edit}/${encoded(branch)}/${path}`;
}

/** Whether a repository is at GitLab, where groups may be nested and the host may be the directory's own. */
export const isGitLab = (repository) => /gitlab/i.test(repository);

/** The address of an e-mail to the directory that says what to do with a charter, and whether it contains the text. */
export function message(contact, request, text) {
  const { subject, body } = letter(request);
  const address = (end) => `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${body}\n\n${end}`.replace(/\n/g, "\r\n"))}`;
  const whole = address(text);
  return bytes(whole) < LONGEST_ADDRESS
    ? { address: whole, hasText: true }
    : { address: address(`${say("script-letter-paste")}\n`), hasText: false };
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
