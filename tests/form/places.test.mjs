// What is meant by time zones, languages and countries.

import assert from "node:assert/strict";
import test from "node:test";
import { isLeft, means, shownOf } from "./support.mjs";

test("a zone is known by its name, a city or a country", () => means("zone", [
  ["Europe/London", "Europe/London"], ["europe/london", "Europe/London"], ["America/New_York", "America/New_York"], ["London", "Europe/London"], ["new  york", "America/New_York"],
  ["Łódź", "Europe/Warsaw"], ["lodz", "Europe/Warsaw"], ["KRAKÓW", "Europe/Warsaw"], ["München", "Europe/Berlin"], ["Leeds", "Europe/London"], ["Mumbai", "Asia/Kolkata"],
  ["UK", "Europe/London"], ["U.K.", "Europe/London"], ["United Kingdom", "Europe/London"], ["Scotland", "Europe/London"], ["Poland", "Europe/Warsaw"], ["Germany", "Europe/Berlin"],
  ["Ireland", "Europe/Dublin"], ["Kenya", "Africa/Nairobi"], ["India", "Asia/Kolkata"], ["UK time", "Europe/London"], ["London time", "Europe/London"], ["Leeds, UK", "Europe/London"],
  ["Portland (US)", "America/Los_Angeles"], ["SAST", "Africa/Johannesburg"],
]));

test("of several zones, a person chooses by their cities", () => {
  means("zone", [
    ["CET", "Europe/Berlin", "Europe/Warsaw", "Europe/Paris", "Europe/Madrid"],
    ["GMT", "Europe/London", "Europe/Dublin", "Africa/Accra"],
    ["IST", "Europe/Dublin", "Asia/Kolkata", "Asia/Jerusalem"],
    ["Eastern Time", "America/New_York", "America/Toronto"],
    ["US", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
  ]);
  assert.deepEqual(shownOf("zone", "Eastern time"), ["New York time", "Toronto time"]);
});

test("what is no zone is left", () => isLeft("zone", ["maybe", "3", "Cambridge, Massachusetts", "Nowhere", "UTC+1", "London or Paris", "__proto__", "constructor", "time", ","]));

test("a language is known by its name in English, in its own words or the site's, or by its tag", () => {
  means("language", [["Welsh", "cy"], ["Cymraeg", "cy"], ["german", "de"], ["Deutsch", "de"], ["British English", "en-GB"], ["en-gb", "en-GB"], ["pt_BR", "pt-BR"], ["CY", "cy"], ["日本語", "ja"]]);
  means("language", [["Walisisch", "cy"]], { language: "de" });
  assert.deepEqual(shownOf("language", "Cymraeg"), ["Welsh"]);
});

test("what is no language is left", () => isLeft("language", ["maybe", "xx", "3", "English and German", "Klingonish", "en-", "constructor", "e"]));

test("a country is known by its name in English, in its own language or the site's, or by its letters", () => {
  means("country", [["Poland", "Poland"], ["polska", "Poland"], ["PL", "Poland"], ["UK", "United Kingdom"], ["U.K.", "United Kingdom"], ["USA", "United States"], ["Deutschland", "Germany"],
    ["the Netherlands", "Netherlands"], ["Holland", "Netherlands"], ["Trinidad & Tobago", "Trinidad and Tobago"], ["Saint Lucia", "Saint Lucia"]]);
  means("country", [["Vereinigtes Königreich", "United Kingdom"]], { language: "de" });
});

test("where the names that charters may have are known, a country of another name is told by its letters", () => {
  means("country", [["Palestinian Territories", "PS"], ["Poland", "Poland"]], { countries: ["ps", "poland", "pl"] });
  isLeft("country", ["Kosovo"], { countries: ["ps", "poland", "pl"] });
});

test("what is no country is left", () => isLeft("country", ["maybe", "Scotland and Wales", "X", "3", "Europe", "Leeds", "constructor"]));
