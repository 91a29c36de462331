// The end of the form: the state of the charter, a preview, and the ways to send it.

import { editFile, isGitLab, message, newFile } from "./charter-sending.js";
import { namesOf } from "./charter-values.js";
import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-result- script-send- form-own");

const SMALL = matchMedia("(max-width: 40rem)");
const made = new WeakMap();

/** Shows the present state of the charter. */
export function showResult(form, charter, values, problems) {
  const root = form.querySelector("[data-result]");
  if (!made.has(root)) made.set(root, new Result(root, charter));
  made.get(root).show(form, values, problems);
}

class Result {
  constructor(root, charter) {
    this.charter = charter;
    this.answered = element("p");
    this.summary = element("div", { class: "summary", tabindex: -1, "data-summary": true });
    this.status = element("p", { class: "copied", role: "status" });
    this.preview = new Preview();
    this.ways = waysOf(charter.data.site, Boolean(charter.original)).map((way, at, all) => new Way(way, all[at + 1], this));
    this.ways[0].root.open = true;
    const ways = element("div", { class: "ways" }, ...this.ways.map((way) => way.root));
    this.sending = element("div", { class: "sending", hidden: true }, this.preview.root, heading(say("script-send-title")), this.status, ways);
    const check = element("button", { type: "button", class: "button", "data-check": true }, say("script-result-check"));
    root.append(this.answered, check, this.summary, this.sending);
  }

  show(form, values, problems) {
    const { charter } = this;
    const open = problems.filter(({ code }) => code === "unanswered").length;
    const missing = new Set(problems.filter(({ code }) => code === "missing").map(({ key }) => questionOf(charter.data, key))).size;
    this.answered.textContent = say("script-result-answered", { n: 14 - open - missing });
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!charter.id(values) && values.name) {
      errors.push({ key: "id", severity: "error", text: say("script-result-no-address") });
    }
    this.sending.hidden = errors.length > 0;
    const signature = JSON.stringify([charter.tried, errors, problems]);
    if (signature !== this.signature) this.showSummary(form, errors, problems);
    this.signature = signature;
    if (!errors.length) this.showSending(values);
  }

  showSummary(form, errors, problems) {
    const warnings = problems.filter(({ severity }) => severity === "warning");
    const list = (found) => element("ul", {}, ...found.map((problem) => this.item(form, problem)));
    const parts = [];
    if (errors.length && this.charter.tried) {
      parts.push(heading(say("script-result-wrong", { n: errors.length })), list(errors), paragraph(say("script-result-mended")));
    } else if (!errors.length) {
      parts.push(heading(say(warnings.length ? "script-result-can-be-sent" : "script-result-complete")));
    }
    if (warnings.length && (this.charter.tried || !errors.length)) parts.push(paragraph(say("script-result-thought")), list(warnings));
    this.summary.replaceChildren(...parts);
  }

  item(form, { key, text }) {
    const link = element("a", { href: `#${fieldOf(form, key)}` }, text.replaceAll("`", ""));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const field = document.getElementById(fieldOf(form, key));
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
      field?.scrollIntoView({ block: "center" });
    });
    return element("li", {}, link);
  }

  showSending(values) {
    const text = this.charter.text(values);
    this.preview.show(text, this.charter.path(values), this.charter.data, values);
    for (const way of this.ways) way.show(this.charter, values, text);
  }

  async copy(text, words) {
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = words;
    } catch {
      this.preview.select();
      this.status.textContent = say("script-send-no-copy");
    }
  }

  next(way) {
    const other = this.ways[this.ways.indexOf(way) + 1];
    way.root.open = false;
    if (!other) return;
    other.root.open = true;
    other.root.querySelector("summary").focus();
  }
}

/** The number of the question that a key answers. */
function questionOf(data, key) {
  const top = key.split(/[.[]/)[0];
  return data.questions.find(({ keys }) => keys.includes(top))?.number ?? 0;
}

/** The id of the field of a key, or of its first field. */
function fieldOf(form, key) {
  const first = (selector) => [...form.querySelectorAll(selector)].find((field) => !field.closest("[hidden]"));
  for (const name of namesOf(key.replace(/\.day$/, ".weekday"))) {
    const same = CSS.escape(name);
    const field = first(`#field-${same}`) ?? first(`[name="${same}"]`) ?? first(`[name^="${same}."]`);
    if (!field) continue;
    field.id ||= `field-${name}-${field.value || "choice"}`;
    return field.id;
  }
  return "form";
}

/** The charter as it will be sent: question by question, and as a file. */
class Preview {
  constructor() {
    this.answers = element("dl");
    this.name = element("code");
    this.file = element("pre", { tabindex: 0, role: "region", "aria-label": say("script-result-file") });
    this.asFile = element("details", {}, element("summary", {}, `${say("script-result-file-itself")} `, this.name), this.file);
    const read = element("details", {}, element("summary", {}, say("script-result-read")), this.answers);
    this.root = element("div", { class: "preview" }, read, this.asFile);
  }

  show(text, path, data, values) {
    if (this.file.textContent === text) return;
    this.file.textContent = text;
    this.name.textContent = path;
    const answered = data.questions.filter(({ keys }) => keys.some((key) => values[key]));
    const rows = answered.flatMap(({ text: question, keys }) => [
      element("dt", {}, question),
      ...keys.filter((key) => values[key]).map((key) => element("dd", {}, inWords(values[key]))),
    ]);
    if (values.about) rows.push(element("dt", {}, say("form-own")), element("dd", {}, values.about));
    this.answers.replaceChildren(...rows);
  }

  select() {
    this.asFile.open = true;
    getSelection().selectAllChildren(this.file);
    this.file.focus();
  }
}

/** A value as text for people to read. */
function inWords(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(inWords).join(value.every((item) => typeof item === "string" && !item.includes(" ")) ? ", " : "\n");
  return Object.entries(value).map(([key, part]) => `${key}: ${inWords(part).replaceAll("\n", ", ")}`).join("; ");
}

/** The ways to send a charter to this directory, the likeliest first. On a phone that is e-mail, as the app of the
 * repository's host would open the link. */
function waysOf({ repository, contact }, isChange) {
  const byRequest = repository ? [isChange ? CHANGE : REQUEST] : [];
  const byMail = contact ? [contact.includes("://") ? PAGE : MAIL] : [];
  const both = SMALL.matches ? [...byMail, ...byRequest] : [...byRequest, ...byMail];
  return [...both, DOWNLOAD, COPY];
}

class Way {
  constructor(way, next, result) {
    Object.assign(this, { way, result });
    this.title = element("summary");
    this.body = element("div");
    this.root = element("details", { class: "way" }, this.title, this.body);
    if (next) this.root.append(button(say("script-send-failed"), "clear", () => result.next(this)));
  }

  show(charter, values, text) {
    const path = charter.path(values);
    const signature = `${path}\n${text}`;
    if (signature === this.signature) return;
    this.signature = signature;
    const request = { name: values.name, before: charter.original?.values.name, path, page: charter.page(values) };
    const { title, parts } = this.way({ site: charter.data.site, request, path, text, copy: (words) => this.result.copy(text, words) });
    this.title.textContent = title;
    this.body.replaceChildren(...parts);
  }
}

const heading = (words) => element("h4", {}, words);
const paragraph = (...parts) => element("p", {}, ...parts);
const steps = (lines) => element("ol", {}, ...lines.map((line) => element("li", {}, line)));

function hostOf(repository) {
  if (isGitLab(repository)) return "GitLab";
  const isGitHub = /^https:\/\/(www\.)?github\.com\//i.test(repository);
  return isGitHub ? "GitHub" : say("script-send-repository");
}

function opening(words, address, opened) {
  const link = element("a", { class: "button", href: address, target: "_blank", rel: "noopener noreferrer" }, words);
  if (opened) link.addEventListener("click", opened);
  return paragraph(link);
}

/** A way by a change proposed at the host of the repository: what it is, a link, and what to do there. */
function byRequest(host, what, link, lines) {
  const privacy = host === "GitLab" ? "script-send-privacy-gitlab" : "script-send-privacy";
  return { title: say("script-send-request", { host }), parts: [paragraph(what), link, steps(lines), paragraph(say(privacy))] };
}

function REQUEST({ site, path, text, copy }) {
  const host = hostOf(site.repository);
  const { address, hasText } = newFile(site, path, text);
  const pastes = !hasText || host === "GitLab";
  const opened = pastes ? () => copy(say("script-send-copied-field")) : null;
  const link = opening(say(pastes ? "script-send-copy-and-open" : "script-send-open", { host }), address, opened);
  const signIn = host === "GitHub" ? "script-send-sign-in-github" : "script-send-sign-in";
  const fill = !hasText ? "script-send-fill-paste" : pastes ? "script-send-fill-or-paste" : "script-send-fill";
  const press = host === "GitLab" ? "script-send-press-gitlab-new" : "script-send-press";
  return byRequest(host, say("script-send-request-what"), link, [say(signIn), say(fill), say(press)]);
}

function CHANGE({ site, path, copy }) {
  const host = hostOf(site.repository);
  const link = opening(say("script-send-change-open", { host }), editFile(site, path), () => copy(say("script-send-change-copied")));
  const press = host === "GitLab" ? "script-send-press-gitlab" : "script-send-press";
  return byRequest(host, say("script-send-change-what"), link, [say("script-send-sign-in"), say("script-send-change-paste"), say(press)]);
}

function MAIL({ site, request, text, copy }) {
  const { address, hasText } = message(site.contact, request, text);
  const opened = hasText ? null : () => copy(say("script-send-mail-copied"));
  return {
    title: say("script-send-mail"),
    parts: [
      paragraph(say("script-send-mail-to", { contact: site.contact, site: site.title })),
      opening(say(hasText ? "script-send-mail-open" : "script-send-mail-copy-and-open"), address, opened),
      paragraph(say(!hasText ? "script-send-mail-paste" : request.before ? "script-send-mail-has-new" : "script-send-mail-has")),
    ],
  };
}

/** What to tell the directory along with a change, where no message is written that says it. */
function toldOf({ name, before, path }) {
  if (!before) return [];
  return [paragraph(say(before === name ? "script-send-told" : "script-send-told-rename", { before, path }))];
}

function PAGE({ site, request, copy }) {
  return {
    title: say("script-send-page", { site: site.title }),
    parts: [
      paragraph(say("script-send-page-paste")),
      opening(say("script-send-page-open"), site.contact, () => copy(say("script-send-page-copied"))),
      ...toldOf(request),
    ],
  };
}

function DOWNLOAD({ site, request, path, text }) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const download = button(say("script-send-download", { name }), "button", () => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  });
  const where = site.contact && !site.contact.includes("://") ? say("script-send-attach", { contact: site.contact }) : say("script-send-any-way");
  return { title: say("script-send-file"), parts: [paragraph(download), paragraph(where), ...toldOf(request)] };
}

function COPY({ request, copy }) {
  const copying = button(say("script-send-copy"), "button", () => copy(say("script-send-copied")));
  return { title: say("script-send-text"), parts: [paragraph(copying), paragraph(say("script-send-text-how")), ...toldOf(request)] };
}
