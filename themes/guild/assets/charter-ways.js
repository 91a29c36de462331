// The ways to send a charter to the directory, each with what happens next.

import { editFile, message, newFile, post } from "./charter-sending.js";
import { button, element } from "./page.js";
import { sayer } from "./words.js";

const say = sayer("words:script-send-");
const SMALL = matchMedia("(max-width: 40rem)");

const paragraph = (...parts) => element("p", {}, ...parts);
const steps = (lines) => element("ol", {}, ...lines.map((line) => element("li", {}, line)));
const isPage = (contact) => contact.includes("://");

/** The ways that this directory has, the likeliest first: its own address for charters; on a phone, a pull request last, as
 * the app of the repository's host would open the link. */
function waysOf({ repository, submissions, contact }) {
  const byPost = submissions ? [POST] : [];
  const byRequest = repository ? [REQUEST] : [];
  const byMail = contact ? [isPage(contact) ? PAGE : MAIL] : [];
  const byHand = [...byMail, DOWNLOAD, COPY];
  return [...byPost, ...(SMALL.matches && contact ? [...byHand, ...byRequest] : [...byRequest, ...byHand])];
}

export class Ways {
  /** `file`: where the text can be selected, for browsers that copy nothing. */
  constructor(charter, file) {
    Object.assign(this, { charter, file });
    this.status = element("p", { class: "copied", role: "status" });
    this.all = waysOf(charter.data.site).map((make, at, all) => new Way(make, at + 1 < all.length, this));
    this.all[0].root.open = true;
    const ways = element("div", { class: "ways" }, ...this.all.map((way) => way.root));
    this.parts = [element("h4", {}, say("script-send-title")), this.status, ways];
  }

  show(values, text) {
    const { charter } = this;
    const path = charter.path(values);
    const { original, data: { site } } = charter;
    const request = { name: values.name, before: original?.values.name, path, page: charter.page(values), contact: values.joining?.contact };
    for (const way of this.all) way.show({ site, request, text });
  }

  async copy(text, words) {
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = words;
    } catch {
      this.file.select();
      this.status.textContent = say("script-send-no-copy");
    }
  }

  next(way) {
    const other = this.all[this.all.indexOf(way) + 1];
    way.root.open = false;
    other.root.open = true;
    other.root.querySelector("summary").focus();
  }
}

class Way {
  constructor(make, hasNext, ways) {
    Object.assign(this, { make, ways });
    this.title = element("summary");
    this.body = element("div");
    this.receipt = element("p", { class: "receipt", role: "status" });
    this.root = element("details", { class: "way" }, this.title, this.body, this.receipt);
    if (hasNext) this.root.append(button(say("script-send-failed"), "clear", () => ways.next(this)));
  }

  show({ site, request, text }) {
    const signature = `${request.path}\n${request.name}\n${text}`;
    if (signature === this.signature) return;
    this.signature = signature;
    this.receipt.textContent = "";
    const copy = (words) => this.ways.copy(text, words);
    const next = (words) => { this.receipt.textContent = words; };
    const { title, parts } = this.make({ site, request, text, copy, next });
    this.title.textContent = title;
    this.body.replaceChildren(...parts);
  }
}

function opening(words, address, opened) {
  const link = element("a", { class: "button", href: address, target: "_blank", rel: "noopener noreferrer" }, words);
  link.addEventListener("click", opened);
  return paragraph(link);
}

/** The form is sent from here, and the answer shown. */
function POST({ site, request, text, next }) {
  const send = button(say("script-send-post-now"), "button", async () => {
    send.disabled = true;
    next(say("script-send-post-waiting"));
    try {
      const { isTaken, status, words } = await post(site.submissions, request, text);
      const answer = words ? say("script-send-post-words", { words }) : "";
      next(`${isTaken ? say("script-send-post-taken", { site: site.title }) : say("script-send-post-refused", { status })} ${answer}`);
      send.disabled = isTaken;
    } catch {
      next(say("script-send-post-failed"));
      send.disabled = false;
    }
  });
  return { title: say("script-send-post"), parts: [paragraph(say("script-send-post-what", { site: site.title })), ...whatChanges(request), paragraph(send)] };
}

// What is pressed at each host once the text is there, and what a pull request shows of whoever makes it.
const PRESS = { gitlab: "script-send-press-gitlab", forgejo: "script-send-press-forgejo", bitbucket: "script-send-press-bitbucket" };
const PRIVACY = { github: "script-send-privacy", gitlab: "script-send-privacy-gitlab" };

/** A change that is proposed at the host of the repository. */
function REQUEST(way) {
  const { site: { repository }, request } = way;
  const host = repository.name ?? say("script-send-repository");
  const { what, link, lines } = request.before ? ofChange(way, host) : ofNew(way, host);
  const signIn = repository.host === "github" ? "script-send-sign-in-github" : "script-send-sign-in";
  const press = say(PRESS[repository.host] ?? "script-send-press");
  const privacy = say(PRIVACY[repository.host] ?? "script-send-privacy-other");
  return { title: say("script-send-request", { host }), parts: [paragraph(what), link, steps([say(signIn), ...lines, press]), paragraph(privacy)] };
}

function ofNew({ site: { repository }, request, text, copy, next }, host) {
  const { address, hasText } = newFile(repository, request.path, text);
  const isSure = hasText && repository.host !== "gitlab";
  const opened = () => {
    if (!isSure) copy(say("script-send-copied-field"));
    next(say("script-send-request-next"));
  };
  const link = opening(say(isSure ? "script-send-open" : "script-send-copy-and-open", { host }), address, opened);
  const fill = !hasText ? "script-send-fill-paste" : isSure ? "script-send-fill" : "script-send-fill-or-paste";
  const name = request.path.slice(request.path.lastIndexOf("/") + 1);
  const named = repository.host === "bitbucket" ? [say("script-send-fill-name", { name })] : [];
  return { what: say("script-send-request-what"), link, lines: [...named, say(fill)] };
}

function ofChange({ site: { repository }, request, copy, next }, host) {
  const link = opening(say("script-send-change-open", { host }), editFile(repository, request.path), () => {
    copy(say("script-send-change-copied"));
    next(say("script-send-request-next"));
  });
  return { what: say("script-send-change-what"), link, lines: [say("script-send-change-paste")] };
}

function MAIL({ site, request, text, copy, next }) {
  const { address, hasText } = message(site.contact, request, text);
  const opened = () => {
    if (!hasText) copy(say("script-send-mail-copied"));
    next(say("script-send-mail-next", { site: site.title }));
  };
  return {
    title: say("script-send-mail"),
    parts: [
      paragraph(say("script-send-mail-to", { contact: site.contact, site: site.title })),
      opening(say(hasText ? "script-send-mail-open" : "script-send-mail-copy-and-open"), address, opened),
      paragraph(say(!hasText ? "script-send-mail-paste" : request.before ? "script-send-mail-has-new" : "script-send-mail-has")),
    ],
  };
}

/** What to say along with a change, where no message is written that says it. */
function whatChanges({ name, before, path }) {
  if (!before) return [];
  return [paragraph(say(before === name ? "script-send-told" : "script-send-told-rename", { before, name, path }))];
}

function PAGE({ site, request, copy, next }) {
  const opened = () => {
    copy(say("script-send-page-copied"));
    next(say("script-send-mail-next", { site: site.title }));
  };
  return {
    title: say("script-send-page", { site: site.title }),
    parts: [paragraph(say("script-send-page-paste")), opening(say("script-send-page-open"), site.contact, opened), ...whatChanges(request)],
  };
}

function DOWNLOAD({ site, request, text, next }) {
  const name = request.path.slice(request.path.lastIndexOf("/") + 1);
  const download = button(say("script-send-download", { name }), "button", () => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    next(say("script-send-file-next"));
  });
  const where = site.contact && !isPage(site.contact) ? say("script-send-attach", { contact: site.contact }) : say("script-send-any-way");
  return { title: say("script-send-file"), parts: [paragraph(download), paragraph(where), ...whatChanges(request)] };
}

function COPY({ request, copy }) {
  const copying = button(say("script-send-copy"), "button", () => copy(say("script-send-copied")));
  return { title: say("script-send-text"), parts: [paragraph(copying), paragraph(say("script-send-text-how")), ...whatChanges(request)] };
}
