// The end of the form: how the charter stands, what it looks like, and the ways to send it.

import { editFile, isGitLab, message, newFile } from "./charter-sending.js";
import { element } from "./form-parts.js";

const SMALL = matchMedia("(max-width: 40rem)");
const made = new WeakMap();

/** Shows how the charter stands now. */
export function showResult(form, charter, values, problems) {
  const root = form.querySelector("[data-result]");
  if (!made.has(root)) made.set(root, new Result(root, charter));
  made.get(root).show(form, values, problems);
}

class Result {
  constructor(root, charter) {
    this.charter = charter;
    this.answered = element("p", "");
    this.check = element("button", "Check my charter", { type: "button", className: "button" });
    this.check.dataset.check = "";
    this.summary = element("div", "", { className: "summary", tabIndex: -1 });
    this.summary.dataset.summary = "";
    this.sending = element("div", "", { className: "sending", hidden: true });
    this.preview = new Preview();
    this.ways = waysOf(charter.data.site, Boolean(charter.original)).map((way, at, all) => new Way(way, all[at + 1], this));
    this.status = element("p", "", { className: "copied" });
    this.status.setAttribute("role", "status");
    const order = element("div", "", { className: "ways" });
    order.append(...this.ways.map((way) => way.root));
    this.sending.append(this.preview.root, element("h4", "Send it"), this.status, order);
    root.append(this.answered, this.check, this.summary, this.sending);
    if (this.ways[0]) this.ways[0].root.open = true;
  }

  show(form, values, problems) {
    const { charter } = this;
    const open = problems.filter(({ code }) => code === "unanswered").length;
    const missing = new Set(problems.filter(({ code }) => code === "missing").map(({ key }) => questionOf(charter.data, key))).size;
    this.answered.textContent = `${14 - open - missing} of the fourteen questions have an answer.`;
    const errors = problems.filter(({ severity }) => severity === "error");
    if (!charter.id(values) && values.name) {
      errors.push({ key: "id", severity: "error", text: "The name has no letters from a to z for an address. Write a short address of your own." });
    }
    this.sending.hidden = errors.length > 0;
    const signature = JSON.stringify([charter.tried, errors, problems]);
    if (signature !== this.signature) this.showSummary(form, errors, problems);
    this.signature = signature;
    if (!errors.length) this.showSending(values);
  }

  showSummary(form, errors, problems) {
    const warnings = problems.filter(({ severity }) => severity === "warning");
    const list = (found) => {
      const items = element("ul", "");
      items.append(...found.map((problem) => this.item(form, problem)));
      return items;
    };
    const parts = [];
    if (errors.length && this.charter.tried) {
      const count = `${errors.length} ${errors.length === 1 ? "thing is" : "things are"}`;
      parts.push(element("h4", `${count} still missing or wrong`), list(errors), element("p", "When they are mended, you can send your charter from here."));
    } else if (!errors.length) {
      parts.push(element("h4", warnings.length ? "Your charter can be sent" : "Your charter is complete"));
    }
    if (warnings.length && (this.charter.tried || !errors.length)) parts.push(element("p", "Worth a thought before you send it:"), list(warnings));
    this.summary.replaceChildren(...parts);
  }

  item(form, { key, text }) {
    const item = element("li", "");
    const link = element("a", text.replaceAll("`", ""), { href: `#${fieldOf(form, key)}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const field = document.getElementById(fieldOf(form, key));
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
      field?.scrollIntoView({ block: "center" });
    });
    item.append(link);
    return item;
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
      this.status.textContent = "This browser does not let a page copy. The text is marked above: copy it by hand.";
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

/** The id of the field, or of the first field, that a key belongs to. */
function fieldOf(form, key) {
  let name = key.replace(/\[(\d+)\]/g, ".$1").replace(/\.day$/, ".weekday");
  for (; name; name = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "") {
    const first = (selector) => [...form.querySelectorAll(selector)].find((field) => !field.closest("[hidden]"));
    const field = first(`#field-${CSS.escape(name)}`) ?? first(`[name="${CSS.escape(name)}"]`) ?? first(`[name^="${CSS.escape(name)}."]`);
    if (!field) continue;
    field.id ||= `field-${name}-${field.value || "choice"}`;
    return field.id;
  }
  return "form";
}

/** The charter as it will be sent: question by question, and as a file. */
class Preview {
  constructor() {
    this.root = element("div", "", { className: "preview" });
    this.answers = element("dl", "");
    this.name = element("code", "");
    this.file = element("pre", "", { tabIndex: 0 });
    this.file.setAttribute("role", "region");
    this.file.setAttribute("aria-label", "The file");
    const asFile = element("details", "");
    const summary = element("summary", "The file itself, ");
    summary.append(this.name);
    asFile.append(summary, this.file);
    const read = element("details", "");
    read.append(element("summary", "Read your charter through"), this.answers);
    this.root.append(read, asFile);
    this.asFile = asFile;
  }

  show(text, path, data, values) {
    if (this.file.textContent === text) return;
    this.file.textContent = text;
    this.name.textContent = path;
    const answered = data.questions.filter(({ keys }) => keys.some((key) => values[key]));
    const rows = answered.flatMap(({ text: question, keys }) => [
      element("dt", question),
      ...keys.filter((key) => values[key]).map((key) => element("dd", inWords(values[key]))),
    ]);
    if (values.about) rows.push(element("dt", "In your own words"), element("dd", values.about));
    this.answers.replaceChildren(...rows);
  }

  select() {
    this.asFile.open = true;
    getSelection().selectAllChildren(this.file);
    this.file.focus();
  }
}

/** A value as a line or lines to be read. */
function inWords(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(inWords).join(value.every((item) => typeof item === "string" && !item.includes(" ")) ? ", " : "\n");
  return Object.entries(value).map(([key, part]) => `${key}: ${inWords(part).replaceAll("\n", ", ")}`).join("; ");
}

/** The ways that this directory offers, the likeliest first. On a phone the app of the repository's host catches
 * the link, and a message is easier. */
function waysOf({ repository, contact }, isChange) {
  const byRequest = repository ? [isChange ? CHANGE : REQUEST] : [];
  const byMail = contact ? [contact.includes("://") ? PAGE : MAIL] : [];
  const both = SMALL.matches ? [...byMail, ...byRequest] : [...byRequest, ...byMail];
  return [...both, DOWNLOAD, COPY];
}

class Way {
  constructor(way, next, result) {
    Object.assign(this, { way, result });
    this.root = element("details", "", { className: "way" });
    this.title = element("summary", "");
    this.body = element("div", "");
    this.root.append(this.title, this.body);
    if (next) {
      const failed = element("button", "It did not work", { type: "button", className: "clear" });
      failed.addEventListener("click", () => result.next(this));
      this.root.append(failed);
    }
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

const paragraph = (words) => element("p", words);
const hostOf = (repository) => (isGitLab(repository) ? "GitLab" : /^https:\/\/(www\.)?github\.com\//i.test(repository) ? "GitHub" : "the repository");

function steps(lines) {
  const list = element("ol", "");
  list.append(...lines.map((line) => element("li", line)));
  return list;
}

function opening(words, address, opened) {
  const line = element("p", "");
  const link = element("a", words, { className: "button", href: address, target: "_blank", rel: "noopener noreferrer" });
  if (opened) link.addEventListener("click", opened);
  line.append(link);
  return line;
}

function privacyAt(host) {
  const setting = host === "GitLab"
    ? "choose a private address as “Commit email” in your profile at GitLab"
    : "tick “Keep my email addresses private” under “Emails” in the settings of your account";
  return paragraph(`A pull request is public: anyone can read it, with the name of your account. To keep your own e-mail address out of it, first ${setting}.`);
}

function REQUEST({ site, path, text, copy }) {
  const host = hostOf(site.repository);
  const { address, hasText } = newFile(site, path, text);
  const pastes = !hasText || host === "GitLab";
  const opened = pastes ? () => copy("The text is copied. Paste it into the large empty field of the page that has opened.") : null;
  const fill = !hasText
    ? "Your charter is too long to travel in an address. It is copied when you press the button: paste it into the large empty field."
    : host === "GitLab" ? "The page opens with your charter in it. If its large field is empty, paste: your charter is copied too." : "The page opens with your charter in it. You need not change anything there.";
  const last = host === "GitLab"
    ? "Press “Commit changes”, and then “Create merge request”, which is what a pull request is called there."
    : "Press “Commit changes …”, then “Propose changes”, and then “Create pull request”.";
  return {
    title: `With a free account at ${host}: as a pull request`,
    parts: [
      paragraph("A pull request is a change that you propose. A program checks it at once. Then whoever looks after the directory reads it."),
      opening(pastes ? `Copy the charter and open ${host}` : `Open it at ${host}`, address, opened),
      steps([`Sign in if you are asked to. ${host === "GitHub" ? "If GitHub says that you need a fork, press “Fork this repository”: that is a copy of your own to work in." : ""}`.trim(), fill, last]),
      privacyAt(host),
    ],
  };
}

function CHANGE({ site, path, copy }) {
  const host = hostOf(site.repository);
  return {
    title: `With a free account at ${host}: as a pull request`,
    parts: [
      paragraph("The page that opens has the charter as it is now. The new text is copied when you press the button."),
      opening(`Copy the new text and open ${host}`, editFile(site, path), () => copy("The new text is copied. Put it in the place of the old one.")),
      steps(["Sign in if you are asked to.", "Click into the text, mark all of it (Ctrl+A, or ⌘A on a Mac), and paste.", host === "GitLab" ? "Press “Commit changes”, and then “Create merge request”." : "Press “Commit changes …”, then “Propose changes”, and then “Create pull request”."]),
      privacyAt(host),
    ],
  };
}

function MAIL({ site, request, text, copy }) {
  const { address, hasText } = message(site.contact, request, text);
  const what = request.before ? "the new text of your charter" : "your charter";
  const opened = hasText ? null : () => copy("The text is copied. Paste it into the message.");
  return {
    title: "Without an account: by e-mail",
    parts: [
      paragraph(`The message goes to ${site.contact}, the address of “${site.title}”.`),
      opening(hasText ? "Write the e-mail" : "Copy the charter and write the e-mail", address, opened),
      paragraph(hasText ? `The message opens with ${what} in it. Leave the text as it is, and send it.` : "Your charter is too long for a message that opens by itself. It is copied when you press the button: paste it into the message, and send it."),
    ],
  };
}

/** What to say with the text of a change, where no message says it. */
function toldOf({ name, before, path }) {
  if (!before) return [];
  const renamed = before === name ? "" : ` The group was called “${before}” until now.`;
  return [paragraph(`Say with it: “This is a change to ${before}. It takes the place of the text in ${path}.${renamed}”`)];
}

function PAGE({ site, request, copy }) {
  return {
    title: `Without an account: through the page of “${site.title}”`,
    parts: [
      paragraph("Your charter is copied when you press the button. Paste it where that page lets you write."),
      opening("Copy the charter and open the page", site.contact, () => copy("The text is copied. Paste it into the page that has opened.")),
      ...toldOf(request),
    ],
  };
}

function DOWNLOAD({ site, request, path, text }) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const button = element("button", `Download ${name}`, { type: "button", className: "button" });
  button.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    element("a", "", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  });
  const line = element("p", "");
  line.append(button);
  const where = site.contact && !site.contact.includes("://") ? `Send it as an attachment to ${site.contact}.` : "Send it in any way that suits you.";
  return { title: "As a file", parts: [line, paragraph(where), ...toldOf(request)] };
}

function COPY({ request, copy }) {
  const button = element("button", "Copy the charter", { type: "button", className: "button" });
  button.addEventListener("click", () => copy("The text is copied. Paste it wherever you like."));
  const line = element("p", "");
  line.append(button);
  return { title: "As text", parts: [line, paragraph("Paste it into a message of your own. It must stay as it is: the spaces at the starts of lines say what belongs together."), ...toldOf(request)] };
}
