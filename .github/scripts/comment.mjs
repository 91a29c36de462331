// Posts what check.yml found on a pull request: as one comment that is kept up to date, and as a review whose
// suggestions one accepts with a click. comment.yml runs it, and says what it may trust.
import { code, isOurs, LONGEST, read, say } from "./github.mjs";

const COMMENT = "<!-- guildhall: check -->";
const REVIEW = "<!-- guildhall: suggestions -->";
const MOST = 50; // suggestions

export default async function post({ github, context, core, folder }) {
  const run = context.payload.workflow_run;
  if (!run.head_repository) return core.info("The fork is gone.");
  const text = read(`${folder}/comment.md`)?.slice(0, LONGEST);
  const suggestions = suggestionsIn(read(`${folder}/suggestions.json`));
  const head = `${run.head_repository.owner.login}:${run.head_branch}`;
  const { data: open } = await github.rest.pulls.list({ ...context.repo, state: "open", head });
  for (const { number } of open.filter((pull) => pull.head.sha === run.head_sha)) {
    const pull = { ...context.repo, pull_number: number };
    const files = await github.paginate(github.rest.pulls.listFiles, { ...pull, per_page: 100 });
    const names = files.flatMap((changed) => [changed.filename, changed.previous_filename ?? changed.filename]);
    const { data: now } = await github.rest.pulls.get(pull);
    if (now.head.sha !== run.head_sha) {
      core.info(`Pull request ${number} has changed since.`);
      continue;
    }
    // GitHub lists 3,000 files at most: one that it left out could be anything.
    const isTextsAlone = files.length === now.changed_files && names.every((name) => name.startsWith("content/"));
    if (isTextsAlone && text === undefined) {
      core.info("There is no text to post.");
      continue;
    }
    const fitting = isTextsAlone ? suggestions.filter((one) => fits(one, files)) : [];
    const posted = await review({ github, context, core, pull, run, suggestions: fitting });
    const words = isTextsAlone ? text : forPeople([...new Set(names)], now.changed_files);
    const hint = posted
      ? `\n\n**With one click**: under **Files changed**, ${posted === 1 ? "there is a suggestion" : `there are ${posted} suggestions`}. Press **Commit suggestion** to accept one.`
      : "";
    const look = isTextsAlone ? await linkToPages({ github, context, run }) : "";
    const checked = `[The check](${run.html_url}) of ${run.head_sha}. It runs again after each change.`;
    await say({ github, context, number, mark: COMMENT, words: `${words}${hint}${look}\n\n${checked}` });
  }
}

/** The suggestions of a text that may be anything. */
function suggestionsIn(text) {
  let found;
  try {
    found = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  const isLine = (number) => Number.isSafeInteger(number) && number > 0;
  const isSuggestion = (one) =>
    typeof one?.path === "string" && one.path.startsWith("content/") && typeof one.body === "string" &&
    one.body.length <= LONGEST && isLine(one.start_line) && isLine(one.line) && one.start_line <= one.line &&
    Array.isArray(one.before) && one.before.length === one.line - one.start_line + 1;
  return Array.isArray(found) ? found.filter(isSuggestion).slice(0, MOST) : [];
}

/** Whether the lines of a suggestion are together in the pull request's change, and still the same. */
function fits({ path, start_line, before }, files) {
  const changed = files.find((file) => file.filename === path);
  const isThere = (lines) => before.every((line, index) => lines.get(start_line + index) === line);
  return hunks(changed?.patch ?? "").some(isThere);
}

/** The lines of each part of a change as they are after it, by their numbers. */
function hunks(patch) {
  const found = [];
  let next = 0;
  for (const line of patch.split("\n")) {
    const start = /^@{2} -\d+(?:,\d+)? \+(\d+)/.exec(line);
    if (start) {
      next = Number(start[1]);
      found.push(new Map());
    } else if (line.startsWith("+") || line.startsWith(" ")) {
      found.at(-1)?.set(next, line.slice(1).replace(/\r$/, ""));
      next += 1;
    }
  }
  return found;
}

/** Puts a review with these suggestions in the place of our last one, and returns how many there are. */
async function review({ github, context, core, pull, run, suggestions }) {
  const reviews = await github.paginate(github.rest.pulls.listReviews, { ...pull, per_page: 100 });
  const earlier = reviews.filter((one) => isOurs(one, REVIEW));
  if (earlier.length > 0) await withdraw({ github, context, core, pull, earlier });
  if (suggestions.length === 0) return 0;
  const comments = suggestions.map(({ path, start_line, line, body }) => ({
    path, body, line, side: "RIGHT", ...(start_line < line && { start_line, start_side: "RIGHT" }),
  }));
  const body = `${REVIEW}\nThis can be corrected with one click each. Press **Commit suggestion** below the lines, or change them yourself.`;
  try {
    await github.rest.pulls.createReview({ ...pull, commit_id: run.head_sha, event: "COMMENT", body, comments });
  } catch (error) {
    core.warning(`The suggestions were not posted: ${error.message}`);
    return 0;
  }
  return suggestions.length;
}

/** Removes the suggestions of our earlier reviews that nobody has answered, and folds the last of these reviews away. */
async function withdraw({ github, context, core, pull, earlier }) {
  const ids = new Set(earlier.map(({ id }) => id));
  const comments = await github.paginate(github.rest.pulls.listReviewComments, { ...pull, per_page: 100 });
  const answered = new Set(comments.map((comment) => comment.in_reply_to_id));
  for (const { id } of comments.filter((one) => ids.has(one.pull_request_review_id) && !answered.has(one.id))) {
    await github.rest.pulls.deleteReviewComment({ ...context.repo, comment_id: id });
  }
  const fold = "mutation ($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }";
  try {
    await github.graphql(fold, { id: earlier.at(-1).node_id });
  } catch (error) {
    core.info(`The earlier review stays open: ${error.message}`);
  }
}

/** The sentence that leads to the pages as they will look, if the check kept them. */
async function linkToPages({ github, context, run }) {
  const of = { ...context.repo, run_id: run.id, per_page: 100 };
  const artifacts = await github.paginate(github.rest.actions.listWorkflowRunArtifacts, of);
  const page = artifacts.find(({ name }) => name === "preview.html");
  return page ? `\n\n[See the page as it will look](${run.html_url}/artifacts/${page.id}). You need to be signed in to GitHub.` : "";
}

function forPeople(names, count) {
  const lines = [
    "## For people to look at",
    "",
    "This pull request changes more than `content/`, so it could have changed the check itself. " +
      "The result of the check is not repeated here. A person must look at every file before this is accepted:",
    "",
  ];
  const sorted = names.toSorted((a, b) => a.startsWith("content/") - b.startsWith("content/"));
  let length = lines.join("\n").length;
  for (const [position, name] of sorted.entries()) {
    const line = `- ${code(name)}`;
    length += line.length + 1;
    if (length > LONGEST - 1000) {
      lines.push(`- and ${sorted.length - position} more`);
      break;
    }
    lines.push(line);
  }
  lines.push("", `Files changed: ${count}. **Files changed** above shows them all.`);
  return lines.join("\n");
}
