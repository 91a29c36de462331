// Answers an issue in which somebody has filled in the form for a new group, and opens a pull request with the charter
// that the answers make. answer.yml runs it.
import { read, say } from "./github.mjs";

const MARK = "<!-- guildhall: answer -->";
const LONGEST = 50_000; // characters of each text, so that GitHub takes them together
const CHARTER = /^content\/groups\/[a-z0-9]+(-[a-z0-9]+)*\.md$/;

export default async function answer({ github, context, core, folder }) {
  const { issue, repository } = context.payload;
  const text = (name) => read(`${folder}/${name}`)?.slice(0, LONGEST);
  const path = text("path.txt")?.trim();
  const charter = read(`${folder}/charter.md`);
  const report = text("report.md");
  const reply = (words) => say({ github, context, number: issue.number, mark: MARK, words });
  if (!CHARTER.test(path ?? "") || charter === undefined || report === undefined) {
    return reply(`${NO_CHARTER}\n\n${block("", text("said.txt") ?? "")}\n\n${EDIT}`);
  }
  const shown = `<details><summary>The charter that your answers make</summary>\n\n${block("yaml", charter)}\n</details>`;
  if (read(`${folder}/ready`) === undefined) {
    return reply(`${THANKS}\n\n${EDIT}\n\n${report}${charter.length < 10_000 ? `\n${shown}` : ""}`);
  }
  const branch = `group-issue-${issue.number}`;
  const made = { github, context, core, issue, branch, base: repository.default_branch, path, charter, report };
  return reply(`${THANKS}\n\n${await propose(made)}`);
}

const THANKS = "Thank you! A charter was made from your answers, and checked.";
const NO_CHARTER = "Thank you! No charter could be made from these answers yet. The reason:";
const EDIT =
  "To correct an answer, edit your text above: press **…** at its top right, then **Edit**. Keep the headings. It is then checked again.";
const START =
  "The check does not start by itself here, because a program opened this pull request. Somebody who may write to this " +
  "repository starts it: close the pull request and open it again, or approve the run if GitHub asks for it.";

/** Puts the charter on the issue's own branch, in a pull request, and says what has become of it. */
async function propose(made) {
  const { github, context, core, issue, branch, base, report } = made;
  const head = `${context.repo.owner}:${branch}`;
  const { data: pulls } = await github.rest.pulls.list({ ...context.repo, state: "all", head });
  const open = pulls.find((pull) => pull.state === "open");
  if (!open && pulls.length > 0) {
    return `Its pull request, #${pulls[0].number}, is closed, so your change was not taken over. Please write below what should change.`;
  }
  if (!(await push(made))) {
    return `Somebody has worked on the charter in the meantime, so your change was not taken over. Please write below what should change, or in ${open ? `#${open.number}` : `the branch \`${branch}\``}.`;
  }
  const title = issue.title.slice(0, 200);
  const body = `Made from the answers in #${issue.number}, by @${issue.user.login}. When they are edited, this changes too.\n\n${report}\n${START}\n\nCloses #${issue.number}.`;
  if (open) {
    await github.rest.pulls.update({ ...context.repo, pull_number: open.number, title, body });
    return `Your change is in the pull request #${open.number}. The people who look after this directory will read it there.`;
  }
  try {
    const { data: pull } = await github.rest.pulls.create({ ...context.repo, title, head: branch, base, body });
    return `It is in the pull request #${pull.number}, with the result of the check. The people who look after this directory will read it there. You can still edit your answers above.`;
  } catch (error) {
    core.warning(`The pull request was not opened: ${error.message}`);
    const page = `${context.serverUrl}/${context.repo.owner}/${context.repo.repo}/compare/${base}...${branch}?expand=1`;
    return `It is on the branch \`${branch}\`. This repository does not let a program open pull requests, so a person must do it: [open the pull request](${page}).\n\n${report}`;
  }
}

/** Makes the charter the only change of the branch. Not if somebody else has worked on it. */
async function push({ github, context, issue, branch, path, charter }) {
  const { repo, sha: parent } = context;
  const { data: tip } = await github.rest.repos.getBranch({ ...repo, branch }).catch((error) => {
    if (error.status === 404) return {};
    throw error;
  });
  if (tip && tip.commit.author?.login !== "github-actions[bot]") return false;
  const { data: below } = await github.rest.git.getCommit({ ...repo, commit_sha: parent });
  const file = { path, mode: "100644", type: "blob", content: charter };
  const { data: tree } = await github.rest.git.createTree({ ...repo, base_tree: below.tree.sha, tree: [file] });
  const message = `A new group, from the answers in #${issue.number}`;
  const { data: commit } = await github.rest.git.createCommit({ ...repo, message, tree: tree.sha, parents: [parent] });
  if (tip) {
    await github.rest.git.updateRef({ ...repo, ref: `heads/${branch}`, sha: commit.sha, force: true });
  } else {
    await github.rest.git.createRef({ ...repo, ref: `refs/heads/${branch}`, sha: commit.sha });
  }
  return true;
}

/** Text as a block of code, with a fence that is longer than any in it. */
function block(kind, text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${kind}\n${text.trimEnd()}\n${fence}`;
}
