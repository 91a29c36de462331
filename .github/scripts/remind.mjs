// Lists the charters that are due for review in one issue. remind.yml runs it.
import { readFileSync } from "node:fs";
import { code, isOurs, LONGEST } from "./github.mjs";

const MARK = "<!-- guildhall: due -->";
const TITLE = "Charters that are due for their yearly review";
const WHAT =
  "These groups last reviewed their charters a year ago or more. Open the letter, and send it to the group; for a group without an e-mail address, follow the link to its page. A line goes when the charter has a new date under `reviewed`.";

export default async function remind({ github, context, core, folder }) {
  const json = (name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
  const due = new Set(json("stale.json").diagnostics.map(({ file }) => file));
  const site = json("groups.json");
  const groups = site.groups.filter(({ id }) => due.has(`content/groups/${id}.md`));
  const issues = await github.paginate(github.rest.issues.listForRepo, { ...context.repo, state: "open", per_page: 100 });
  const earlier = issues.find((issue) => isOurs(issue, MARK));
  const issue = { ...context.repo, issue_number: earlier?.number };
  if (groups.length === 0) {
    core.info("Nothing is due.");
    if (earlier) await github.rest.issues.update({ ...issue, state: "closed" });
    return;
  }
  groups.sort((one, other) => one.reviewed.localeCompare(other.reviewed));
  const body = list(groups, site);
  if (earlier) {
    await github.rest.issues.update({ ...issue, body });
  } else {
    await github.rest.issues.create({ ...context.repo, title: TITLE, body });
  }
}

/** The groups, those that have waited longest first, as many as an issue has room for. */
function list(groups, site) {
  let text = `${MARK}\n${WHAT}\n\n`;
  for (const [position, group] of groups.entries()) {
    const line = entry(group, site);
    if (text.length + line.length > LONGEST) return `${text}- and ${groups.length - position} more\n`;
    text += line;
  }
  return text;
}

function entry(group, site) {
  const form = `${site.url}start/?edit=${group.id}`;
  const confirm = `${form}&still-true#form`;
  const contact = group.joining?.contact;
  const isMail = contact?.kind === "email";
  const letter = isMail ? `[letter](${mail(contact.address, group, site, form, confirm)}), ` : "";
  return `- ${code(group.name)}, ${group.reviewed}: ${letter}[page](${group.url}), [confirm](${confirm})\n`;
}

function mail(address, group, site, form, confirm) {
  const words = [
    "Hello,",
    `your group ${group.name} has a page in ${site.title}: ${group.url}`,
    `You last reviewed its charter on ${group.reviewed}. Please read the page through. If everything on it is still true, open this address, and send the form as it is: ${confirm}`,
    `If something has changed, correct it here: ${form}#form`,
    "Or simply answer this letter, and we will do it for you. If the group has paused or ended, please tell us that too.",
    "Thank you!",
  ];
  const encoded = (text) => encodeURIComponent(text).replace(/[()'*!]/g, (it) => `%${it.charCodeAt(0).toString(16)}`);
  return `mailto:${encoded(address)}?subject=${encoded(`${group.name}: is your page still true?`)}&body=${encoded(words.join("\r\n\r\n"))}`;
}
