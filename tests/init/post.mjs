// Runs the script of comment.yml with a GitHub of our own, and prints what it asked for. The first argument is a
// file with the script; the second is JSON: `open` (pull requests), `files`, `now` (the one whose files they are), `comments`, and `run`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const world = JSON.parse(process.argv[3]);
const asked = [];
const list = (what) => Object.assign(async () => ({ data: world[what] }), { what });
const note = (name) => async (call) => void asked.push({ name, ...call });
const github = {
  rest: {
    pulls: {
      list: async (call) => {
        asked.push({ name: "list", ...call });
        return { data: world.open };
      },
      listFiles: list("files"),
      get: async () => ({ data: world.now }),
    },
    issues: { listComments: list("comments"), createComment: note("create"), updateComment: note("update") },
  },
  paginate: async (what) => (await what()).data,
};
const context = { repo: { owner: "guild", repo: "directory" }, payload: { workflow_run: world.run } };
const core = { info: (words) => asked.push({ name: "info", words }) };
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const script = new AsyncFunction("github", "context", "core", "require", readFileSync(process.argv[2], "utf8"));
await script(github, context, core, createRequire(import.meta.url));
console.log(JSON.stringify(asked));
