//! Many problems at a glance: a line for each code.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{Report, plural};

/// A line for each code with how many problems there are in how many files, the worst first, then an empty one. Nothing
/// where there are no problems.
pub(super) fn lines(report: &Report) -> String {
    let mut codes: BTreeMap<_, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for found in &report.diagnostics {
        let (problems, files) = codes.entry((found.severity, found.code)).or_default();
        *problems += 1;
        files.insert(&found.place.file);
    }
    let mut codes: Vec<_> = codes.into_iter().collect();
    codes.sort_by_key(|((severity, _), (problems, _))| (*severity, Reverse(*problems)));
    let rows: Vec<_> = codes
        .iter()
        .map(|((severity, code), (problems, files))| {
            let title = format!("{}[{code}]", severity.as_str());
            let noun = if *problems == 1 { "problem" } else { "problems" };
            [title, problems.to_string(), noun.to_owned(), plural(files.len(), "file")]
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let (title_width, number_width, noun_width) = (width(0), width(1), width(2));
    let line = |[title, number, noun, files]: &[String; 4]| {
        format!("{title:title_width$}  {number:>number_width$} {noun:noun_width$} in {files}")
    };
    let lines: Vec<_> = rows.iter().map(line).collect();
    if lines.is_empty() { String::new() } else { lines.join("\n") + "\n\n" }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::fixtures::{self, Files};
    use super::super::{Code, Diagnostic, Format, Place, Report};

    fn report(codes: &[(Code, usize)]) -> Report {
        let found = codes.iter().flat_map(|(code, number)| {
            (0..*number).map(|number| {
                let file = format!("content/groups/{}.md", number % 3);
                Diagnostic::new(*code, Place::whole_file(&Arc::from(file)), format!("No. {number}"))
            })
        });
        Report::new(found.collect(), 9, 4)
    }

    #[test]
    fn each_code_has_a_line_and_the_worst_is_first() {
        let codes = [(Code::Stale, 7), (Code::Unanswered, 120), (Code::Value, 1), (Code::Link, 3)];
        insta::assert_snapshot!(report(&codes).summary(), @"
        error[link]            3 problems in 3 files
        error[value]           1 problem  in 1 file
        warning[unanswered]  120 problems in 3 files
        warning[stale]         7 problems in 3 files

        4 errors, 127 warnings in 9 files (4 groups).
        ");
        let one = report(&[(Code::Link, 1)]).summary();
        assert!(one.starts_with("error[link]  1 problem in 1 file\n"), "{one}");
        assert_eq!(report(&[]).summary(), "No problems in 9 files (4 groups).\n");
    }

    #[test]
    fn a_report_of_more_than_twenty_problems_ends_with_it() {
        let ending = |number| {
            let shown =
                report(&[(Code::Stale, number)]).render(Format::Human, &Files::default(), false);
            shown.lines().rev().nth(2).unwrap_or_default().to_owned()
        };
        assert_eq!(ending(21), "warning[stale]  21 problems in 3 files");
        assert!(ending(20).contains("-->"), "{}", ending(20));
        assert_eq!(fixtures::nothing().summary(), "No problems in 24 files (18 groups).\n");
    }
}
