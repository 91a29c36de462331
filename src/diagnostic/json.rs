//! The report for programs: one JSON object, whose keys are a public contract.

use std::fmt::Write;

use serde::Serialize;

use super::{Diagnostic, Place, Position, Report};
use crate::text::steers;

/// The version of the contract. It changes with the meaning of a key, not with a new one.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    diagnostics: Vec<Problem<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Problem<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<&'a str>,
    start: Position,
    end: Position,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    file: &'a str,
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    groups: usize,
    errors: usize,
    warnings: usize,
}

/// The whole report as one object.
pub(super) fn render(report: &Report) -> String {
    to_text(&Document {
        version: VERSION,
        diagnostics: report.diagnostics.iter().map(Problem::from).collect(),
        summary: Summary {
            files: report.files,
            groups: report.groups,
            errors: report.errors(),
            warnings: report.warnings(),
        },
    })
}

impl<'a> From<&'a Diagnostic> for Problem<'a> {
    fn from(found: &'a Diagnostic) -> Self {
        let Diagnostic { code, severity, message, help, place, key, related, edits: _ } = found;
        let Place { file, span: _, start, end } = place;
        Self {
            code: code.as_str(),
            severity: severity.as_str(),
            message,
            help: help.as_deref(),
            file,
            key: key.as_deref(),
            start: *start,
            end: *end,
            related: related.iter().map(Related::from).collect(),
        }
    }
}

impl<'a> From<&'a super::Related> for Related<'a> {
    fn from(related: &'a super::Related) -> Self {
        let super::Related { message, place } = related;
        let Place { file, span: _, start, end } = place;
        Self { message, file, start: *start, end: *end }
    }
}

/// A value as indented JSON with a final line break. Characters that would control a terminal, which can occur only
/// in strings, are escaped: programs read the same, and terminals are safe.
pub(super) fn to_text(value: &impl Serialize) -> String {
    #[expect(clippy::expect_used, reason = "text, numbers and lists always have a JSON form")]
    let json = serde_json::to_string_pretty(value).expect("a report has a JSON form");
    let mut out = String::with_capacity(json.len() + 1);
    for character in json.chars() {
        if character != '\n' && steers(character) {
            let _ = write!(out, "\\u{:04x}", u32::from(character));
        } else {
            out.push(character);
        }
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{Code, fixtures};
    use super::*;

    #[test]
    fn a_problem_has_the_keys_of_the_contract_in_its_order() {
        insta::assert_snapshot!(render(&fixtures::only(Code::Duplicate)), @r#"
        {
          "version": 1,
          "diagnostics": [
            {
              "code": "duplicate",
              "severity": "error",
              "message": "The name “Book Circle” is taken.",
              "help": "Give this group a name of its own.",
              "file": "content/groups/readers.md",
              "key": "name",
              "start": {
                "line": 2,
                "column": 7
              },
              "end": {
                "line": 2,
                "column": 18
              },
              "related": [
                {
                  "message": "It stands here first.",
                  "file": "content/groups/bread.md",
                  "start": {
                    "line": 2,
                    "column": 7
                  },
                  "end": {
                    "line": 2,
                    "column": 18
                  }
                }
              ]
            }
          ],
          "summary": {
            "files": 5,
            "groups": 4,
            "errors": 1,
            "warnings": 0
          }
        }
        "#);
    }

    #[test]
    fn keys_without_a_value_are_left_out() {
        let report: Value = serde_json::from_str(&render(&fixtures::only(Code::Encoding))).unwrap();
        let problem = report["diagnostics"][0].as_object().unwrap();
        let keys: Vec<_> = problem.keys().map(String::as_str).collect();
        assert_eq!(keys, ["code", "end", "file", "message", "severity", "start"]);
    }

    #[test]
    fn a_report_without_problems_is_an_object_too() {
        insta::assert_snapshot!(render(&fixtures::nothing()), @r#"
        {
          "version": 1,
          "diagnostics": [],
          "summary": {
            "files": 24,
            "groups": 18,
            "errors": 0,
            "warnings": 0
          }
        }
        "#);
    }

    #[test]
    fn hostile_text_is_escaped_and_reads_back_the_same() {
        let report = fixtures::hostile();
        let json = render(&report);
        assert!(!json.contains(|other| other != '\n' && steers(other)), "{json:?}");
        assert!(json.ends_with("}\n"));
        let read: Value = serde_json::from_str(&json).unwrap();
        let (read, found) = (&read["diagnostics"][0], &report.diagnostics[0]);
        assert_eq!(read["message"], found.message);
        assert_eq!(read["help"], *found.help.as_ref().unwrap());
        assert_eq!(read["file"], *found.place.file);
        assert_eq!(read["related"][0]["message"], found.related[0].message);
    }
}
