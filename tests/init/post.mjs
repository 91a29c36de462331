// Runs a script of a workflow with a GitHub of our own, and prints what it asked for. The first argument is a file with
// the script; the second is JSON: what GitHub answers to each call, by its name, and `payload`, what the workflow is about.
// An answer `{"fails": words}` is an error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { payload, ...answers } = JSON.parse(process.argv[3]);
const asked = [];
const answer = (name) => async (call) => {
  asked.push({ ...call, name });
  const data = answers[name];
  if (data?.fails) throw Object.assign(new Error(data.fails), { status: data.status });
  return { data };
};
const calls = new Proxy({}, { get: (_, name) => answer(name) });
const rest = new Proxy({}, { get: () => calls });
const paginate = async (what, call) => (await what(call)).data ?? [];
const graphql = async (query, variables) => void asked.push({ ...variables, name: "graphql", query });
const github = { rest, paginate, graphql };
const context = { repo: { owner: "guild", repo: "directory" }, payload, serverUrl: "https://github.com" };
const core = {
  info: (words) => asked.push({ name: "info", words }),
  warning: (words) => asked.push({ name: "warning", words }),
};
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const text = readFileSync(process.argv[2], "utf8");
const script = new AsyncFunction("github", "context", "core", "require", text);
await script(github, context, core, createRequire(import.meta.url));
console.log(JSON.stringify(asked));
