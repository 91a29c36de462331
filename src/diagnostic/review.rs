//! The suggestions of a report as data: what a review of a pull request says next to the lines.

use serde::Serialize;

use super::inline::{block, words};
use super::json::to_text;
use super::suggestion::{self, Suggestion};
use super::{Report, Texts};

/// How many suggestions a review has at most. More of them are read better in the comment.
const MOST: usize = 50;

#[derive(Serialize)]
struct Comment<'r> {
    path: &'r str,
    start_line: usize,
    line: usize,
    before: Vec<&'r str>,
    body: String,
}

/// A list with an object for each suggestion: `path`, `start_line` and `line`, the lines `before`, by which it is seen
/// that they are still the same, and `body`, which has the block of code that GitHub lets one commit.
pub(super) fn render(report: &Report, texts: &dyn Texts) -> String {
    let suggestions = suggestion::of(report, texts);
    let comments: Vec<_> = suggestions.iter().take(MOST).map(|it| comment(report, it)).collect();
    to_text(&comments)
}

fn comment<'s>(report: &Report, suggestion: &'s Suggestion<'_>) -> Comment<'s> {
    let Suggestion { file, first, last, before, after, problems } = suggestion;
    let said = problems.iter().map(|at| words(&report.diagnostics[*at].message) + "\n\n");
    Comment {
        path: file,
        start_line: *first,
        line: *last,
        before: before.split('\n').collect(),
        body: said.collect::<String>() + &block("suggestion", after),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{Files, place_at};
    use super::super::{Code, Diagnostic, Edit, Meant, Span};
    use super::*;

    #[test]
    fn a_suggestion_has_its_lines_and_what_they_become() {
        let (file, text) = ("content/groups/a.md", "---\nname: A\nlead: ```x\n---\n");
        let place = place_at(file, text, 18..22);
        let edit = Edit { span: Span::new(12, 16), text: "leaders".into(), value: Meant::Same };
        let found = Diagnostic::new(Code::UnknownKey, place, "There is no `lead`, @you.");
        let report = Report::new(vec![found.edit(Some(edit))], 1, 1);
        insta::assert_snapshot!(render(&report, &Files::of([(file, text)])), @r#"
        [
          {
            "path": "content/groups/a.md",
            "start_line": 3,
            "line": 3,
            "before": [
              "lead: ```x"
            ],
            "body": "There is no `lead`, `@you`.\n\n````suggestion\nleaders: ```x\n````\n"
          }
        ]
        "#);
    }
}
