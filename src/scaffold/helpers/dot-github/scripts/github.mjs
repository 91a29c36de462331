// What the scripts next to this file share.
import { lstatSync, readFileSync } from "node:fs";

/** How long a text that is posted may be, in characters: GitHub takes 65,536, and we add a few sentences. */
export const LONGEST = 64_500;

/** The text of a file that a job has handed over: none, if it is a link, or longer than any that ours write. */
export function read(path) {
  const file = lstatSync(path, { throwIfNoEntry: false });
  return file?.isFile() && file.size <= 4 * LONGEST ? readFileSync(path, "utf8") : undefined;
}

/** A name, which may be any text, as a code span: in it, nothing has a meaning. */
export const code = (name) => `\`${name.replace(/[`\p{C}\p{Zl}\p{Zp}]/gu, "\uFFFD")}\``;

/** Whether a comment or a review is one of ours, by the mark with which it begins. */
export const isOurs = (said, mark) => said.user?.login === "github-actions[bot]" && said.body?.startsWith(mark);

/** Says something under an issue or a pull request, in the place of what was said there with this mark before. */
export async function say({ github, context, number, mark, words }) {
  const issue = { ...context.repo, issue_number: number };
  const body = `${mark}\n${words}`;
  const comments = await github.paginate(github.rest.issues.listComments, { ...issue, per_page: 100 });
  const earlier = comments.find((comment) => isOurs(comment, mark));
  if (earlier) {
    await github.rest.issues.updateComment({ ...context.repo, comment_id: earlier.id, body });
  } else {
    await github.rest.issues.createComment({ ...issue, body });
  }
}
