// What is typed as the name of a leader.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf, valuesOf } from "./support.mjs";

const named = (...names) => names.map((name) => ({ name }));

test("two names in one field may be two people, or one name as it is typed", () => {
  for (const text of [
    "Ann Lee and Tom Ray", "Ann Lee, Tom Ray", "Ann Lee & Tom Ray", "Ann Lee; Tom Ray", "Ann Lee\nTom Ray", "Ann Lee + Tom Ray", "Ann Lee / Tom Ray", "Ann Lee, and Tom Ray",
    "Ann Lee | Tom Ray", "Ann Lee and Tom Ray.",
  ]) assert.deepEqual(valuesOf("person", text)[0], named("Ann Lee", "Tom Ray"), text);
  means("person", [
    ["Ann and Tom", named("Ann", "Tom"), named("Ann and Tom")],
    ["Ann, Tom and Priya", named("Ann", "Tom", "Priya"), named("Ann, Tom and Priya")],
    ["Dr Ann Lee and Prof. Tom van der Ray", named("Dr Ann Lee", "Prof. Tom van der Ray"), named("Dr Ann Lee and Prof. Tom van der Ray")],
    ["Anna-Maria Lee, PhD, and Tom O’Ray, CPsychol", named("Anna-Maria Lee, PhD", "Tom O’Ray, CPsychol"), named("Anna-Maria Lee, PhD, and Tom O’Ray, CPsychol")],
    ["ann lee and tom ray", named("ann lee", "tom ray"), named("ann lee and tom ray")],
    ["ANN LEE, TOM RAY", named("ANN LEE", "TOM RAY"), named("ANN LEE, TOM RAY")],
  ]);
  means("person", [["Ann Lee und Tom Ray", named("Ann Lee", "Tom Ray"), named("Ann Lee und Tom Ray")]], { language: "de" });
});

test("both readings are shown", () => {
  assert.deepEqual(shownOf("person", "Ann Lee & Tom Ray, chair"), ["2 people: Ann Lee and Tom Ray (chair)", "One name: Ann Lee & Tom Ray, chair"]);
});

test("a role beside a name is told from it", () => {
  for (const [text, name, role] of [
    ["Ann – Chair", "Ann", "Chair"], ["Ann Lee (chair)", "Ann Lee", "chair"], ["Chair: Ann Lee", "Ann Lee", "Chair"], ["Ann Lee, co-founder and host", "Ann Lee", "co-founder and host"],
    ["Ann Lee - Membership Secretary", "Ann Lee", "Membership Secretary"], ["Ann Lee: keeps the notes.", "Ann Lee", "keeps the notes"], ["Ann Lee, PhD (Chair)", "Ann Lee, PhD", "Chair"],
    ["Ann Lee, Chair of the group", "Ann Lee", "Chair of the group"], ["Łukasz Żak – prowadzi", "Łukasz Żak", "prowadzi"], ["Chair – Ann Lee", "Ann Lee", "Chair"], ["ann lee, host", "ann lee", "host"],
  ]) means("person", [[text, [{ name, role }]]]);
  assert.deepEqual(shownOf("person", "Ann Lee (chair)"), ["Ann Lee, with the role “chair”"]);
});

test("each of several people has the role beside them, and all have one that is said of all", () => {
  const [ann, tom] = [{ name: "Ann Lee", role: "chair" }, { name: "Tom Ray", role: "host" }];
  for (const text of ["Ann Lee (chair), Tom Ray (host)", "Ann Lee, chair, Tom Ray, host", "Ann Lee – chair; Tom Ray – host"]) assert.deepEqual(valuesOf("person", text)[0], [ann, tom], text);
  assert.deepEqual(valuesOf("person", "Chair: Ann Lee, Host: Tom Ray")[0], [{ name: "Ann Lee", role: "Chair" }, { name: "Tom Ray", role: "Host" }]);
  const both = [{ name: "Ann Lee", role: "co-chair" }, { name: "Tom Ray", role: "co-chair" }];
  for (const text of ["Ann Lee and Tom Ray, co-chairs", "Ann Lee and Tom Ray (co-chairs)", "co-chairs: Ann Lee and Tom Ray"]) assert.deepEqual(valuesOf("person", text)[0], both, text);
});

test("one name stays as it is", () => isLeft("person", [
  "Ann", "Ann Lee", "Anna-Maria Lee", "Ann Lee, PhD", "Ann Lee, CPsychol", "Jean-Luc de la Tour", "Ann Lee, Ph.D., MBPsS", "Ann Lee, BA (Hons)", "Tom Ray, Jr.", "Tom Ray III", "Lee, Ann",
  "Ann (Annie) Lee", "Ann Lee (she/her)", "Ann Lee (née Ray)", "J. K. Lee", "O’Neill-Żak", "Ann Lee, Leeds", "Ann Lee, University of Leeds", "Ann Lee – Leeds", "Ann Lee of Leeds", "حلقة أمل", "山田太郎",
  "María José y Gil", "Ann Lee, née Ray", "Ludwig van der Rohe", "Ann Lee,", "DeShawn McRay",
]));

test("what is no name is left", () => isLeft("person", [
  "The two of us", "A “founding” pair", "the chair and the secretary", "Chair", "Members of the north and south groups", "The Research and Practice Group", "me and my friend", "Ann Lee, 020 7946 0958",
  "ann@example.org, tom@example.org", "Name: Ann Lee", "Ann Lee: Tom Ray", "and", " , ", "(", ")(", "Lee & Ray Partnership", "x".repeat(300),
]));
