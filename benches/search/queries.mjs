// Runs queries over an index with the theme's own script, and prints what each of them fetches.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const QUERIES = [
  "coach", "coaching", "resilience", "re", "s", "res", "con", "mindfulness leeds", "supervision",
  "the strengths group", "coahcing", "esilience", "reslience", "online book circle", "coaching resilience",
  "evidence for wellbeing in schools", "強みの会", "أمل", "habadigus", "lotang",
];

const [folder] = process.argv.slice(2);
const script = readFileSync(new URL("../../themes/guild/assets/index-reader.js", import.meta.url));
const { createReader } = await import(`data:text/javascript;base64,${script.toString("base64")}`);

/** A reader that counts what it fetches. */
function open() {
  const fetched = [];
  const reader = createReader((path) => {
    const text = readFileSync(`${folder}/${path}`);
    fetched.push({ path, bytes: gzipSync(text).length });
    return JSON.parse(text);
  });
  return { ...reader, fetched };
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

console.log("| query | groups | files | fetched, first | of it index.json | files of cards | once fetched |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const query of QUERIES) {
  const { search, fetched } = open();
  const { total, groups, cards } = await search(query);
  const sum = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
  const manifest = fetched.find(({ path }) => path === "index.json").bytes;
  const files = new Set(groups.map(({ doc }) => Math.floor(doc / cards))).size;
  const start = performance.now();
  await search(query);
  const time = performance.now() - start;
  console.log(`| ${query} | ${total} | ${fetched.length} | ${kilobytes(sum)} | ${kilobytes(manifest)} | ${files} | ${time.toFixed(1)} ms |`);
}
