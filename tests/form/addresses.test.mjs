// What is meant by addresses to write to, and by those of web pages.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf } from "./support.mjs";

test("a mailbox is found within what stands around it", () => means("contact", [
  ["ann@example.org", "ann@example.org"], ["  ann@example.org. ", "ann@example.org"], ["ann@example.org,", "ann@example.org"], ["<ann@example.org>", "ann@example.org"],
  ["mailto:ann@example.org", "ann@example.org"], ["mailto:ann@example.org?subject=Hello", "ann@example.org"], ["Ann Lee <ann@example.org>", "ann@example.org"],
  ["Write to ann@example.org, please", "ann@example.org"], ["Ann.Lee@Example.ORG", "Ann.Lee@example.org"],
]));

test("a mailbox may be spelt out, or have spaces in it", () => means("contact", [
  ["ann (at) example.org", "ann@example.org"], ["ann [at] example [dot] org", "ann@example.org"], ["ann at example dot org", "ann@example.org"],
  ["ann @ example.org", "ann@example.org"], ["ann@example. org", "ann@example.org"], ["ann@ example .org", "ann@example.org"],
]));

test("of two addresses, a person chooses", () => means("contact", [
  ["ann@example.org or tom@example.org", "ann@example.org", "tom@example.org"],
  ["ann@example.org and https://example.org", "ann@example.org", "https://example.org"],
  ["ann lee@example.org", "lee@example.org", "annlee@example.org"],
]));

test("a web page gets https in front", () => {
  for (const kind of ["contact", "url"]) {
    means(kind, [
      ["www.example.org/join", "https://www.example.org/join"], ["Example.org/Join.", "https://example.org/Join"], ["https://example.org", "https://example.org"],
      ["HTTPS://example.org/a?b=c#d", "https://example.org/a?b=c#d"], ["https://example.org/?to=ann@example.org", "https://example.org/?to=ann@example.org"], ["<https://example.org/>", "https://example.org/"], ["See https://example.org/join.", "https://example.org/join"],
      ["https://one.example.org, https://two.example.org", "https://one.example.org", "https://two.example.org"],
    ]);
  }
});

test("http becomes https, and it is said", () => {
  means("url", [["http://example.org", "https://example.org"]]);
  assert.deepEqual(shownOf("url", "http://example.org"), ["https://example.org (with https in place of http: please check that it opens)"]);
});

test("an address that is typed right has nothing to say", () => assert.deepEqual([shownOf("contact", "ann@example.org"), shownOf("url", "https://example.org")], [[""], [""]]));

test("what is no address is left", () => {
  isLeft("contact", ["call me", "020 7946 0958", "ann@example", "@ann", "ann@", "ann@@example.org", "a..b@example.org", "ask at the door", "e.g.", "meet us at noon.", "example", ""]);
  isLeft("url", ["ann@example.org", "example", "see example.org", "3.12", "javascript:alert(1)", "ftp://example.org", "https://", ""]);
});
