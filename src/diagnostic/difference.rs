//! What a change made of the problems: those that are new, and those that are gone.

use std::collections::HashMap;

use super::{Code, Diagnostic, Report, Severity, Texts, human, plural, summary};
use crate::text::on_one_line;

/// What a problem is, wherever its file has it now: lines above it may have come or gone.
type Identity<'a> = (&'a str, Code, Severity, Option<&'a str>, &'a str);

fn identity(found: &Diagnostic) -> Identity<'_> {
    (&found.place.file, found.code, found.severity, found.key.as_deref(), &found.message)
}

/// The problems of `report` that are not in `other`. Of equal ones, the last.
fn only_in<'a>(report: &'a Report, other: &'a Report) -> Vec<&'a Diagnostic> {
    let mut known: HashMap<Identity<'_>, usize> = HashMap::new();
    for found in &other.diagnostics {
        *known.entry(identity(found)).or_default() += 1;
    }
    let is_new = |found: &&'a Diagnostic| match known.get_mut(&identity(found)) {
        Some(left @ 1..) => {
            *left -= 1;
            false
        }
        _ => true,
    };
    report.diagnostics.iter().filter(is_new).collect()
}

impl Report {
    /// What is different from an earlier report: the new problems as people read them, a line for each that is
    /// gone, and one on the whole. With `only_errors`, the warnings are left out, and nothing is said where no error
    /// came or went.
    pub fn render_since(
        &self,
        earlier: &Self,
        texts: &dyn Texts,
        colour: bool,
        only_errors: bool,
    ) -> String {
        let is_wanted = |found: &&Diagnostic| !only_errors || found.is_error();
        let new: Vec<_> = only_in(self, earlier).into_iter().filter(is_wanted).collect();
        let gone: Vec<_> = only_in(earlier, self).into_iter().filter(is_wanted).collect();
        if only_errors && new.is_empty() && gone.is_empty() {
            return String::new();
        }
        let mut out = human::problems(new.iter().copied(), texts, colour);
        if new.len() > human::MANY {
            let new =
                Self { diagnostics: new.iter().copied().cloned().collect(), ..Self::default() };
            out.push_str(&summary::lines(&new));
        }
        if (1..=human::MANY).contains(&gone.len()) {
            out.extend(gone.iter().map(|found| gone_line(found)));
            out.push('\n');
        }
        let counts = [(new.len(), "new problem"), (gone.len(), "problem")];
        let counts = match counts {
            [(0, _), (0, _)] => String::new(),
            [(new, noun), (0, _)] => format!("{}. ", plural(new, noun)),
            [(0, _), (gone, noun)] => format!("{} fewer. ", plural(gone, noun)),
            [(new, noun), (gone, _)] => format!("{}, {gone} fewer. ", plural(new, noun)),
        };
        format!("{out}{counts}Now: {}\n", self.closing())
    }
}

fn gone_line(found: &Diagnostic) -> String {
    let (file, message) = (on_one_line(&found.place.file), on_one_line(&found.message));
    format!("gone: {}[{}] in {file}: {message}\n", found.severity.as_str(), found.code)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::super::fixtures::{self, Files};
    use super::*;

    fn since(earlier: &Report, now: &Report) -> String {
        now.render_since(earlier, &fixtures::files(), false, false)
    }

    fn without(code: Code) -> Report {
        let mut report = fixtures::report();
        report.diagnostics.retain(|found| found.code != code);
        report
    }

    #[test]
    fn only_what_came_and_went_is_told() {
        assert_snapshot!(since(&without(Code::Value), &without(Code::Unsafe)), @"
        error[value]: “acive” is no status.
         --> content/groups/readers.md:3:9
          |
        3 | status: acive
          |         ^^^^^
          |
          = help: Write active.

        gone: warning[unsafe] in content/groups/café.md: Left out.

        1 new problem, 1 fewer. Now: 3 errors, 1 warning in 5 files (4 groups).
        ");
        assert_snapshot!(since(&fixtures::report(), &without(Code::Duplicate)), @"
        gone: error[duplicate] in content/groups/readers.md: The name “Book Circle” is taken.

        1 problem fewer. Now: 2 errors, 2 warnings in 5 files (4 groups).
        ");
    }

    #[test]
    fn a_problem_that_moved_is_the_same() {
        let mut moved = fixtures::report();
        for found in &mut moved.diagnostics {
            found.place.start.line += 3;
            found.place.end.line += 3;
        }
        assert_snapshot!(since(&fixtures::report(), &moved), @"Now: 3 errors, 2 warnings in 5 files (4 groups).");
    }

    #[test]
    fn of_equal_problems_those_that_came_are_counted() {
        let mut twice = fixtures::report();
        twice.diagnostics.push(twice.diagnostics[0].clone());
        assert_eq!(only_in(&twice, &fixtures::report()).len(), 1);
        assert_eq!(only_in(&fixtures::report(), &twice).len(), 0);
    }

    #[test]
    fn where_only_errors_are_wanted_nothing_is_said_of_warnings() {
        let (all, texts) = (fixtures::report(), Files::default());
        let now = without(Code::Unsafe);
        assert_eq!(now.render_since(&all, &texts, false, true), "");
        let now = without(Code::Encoding);
        assert!(now.render_since(&all, &texts, false, true).starts_with("gone: error[encoding]"));
    }

    #[test]
    fn many_problems_that_are_gone_are_only_counted() {
        let many: Vec<_> = (0..30)
            .map(|number| {
                let mut found = fixtures::report().diagnostics[0].clone();
                found.message = format!("No. {number}");
                found
            })
            .collect();
        let many = Report { diagnostics: many, files: 1, groups: 1, ..Report::default() };
        let none = Report { files: 1, groups: 1, ..Report::default() };
        assert_eq!(
            since(&many, &none),
            "30 problems fewer. Now: No problems in 1 file (1 group).\n"
        );
        assert!(since(&none, &many).contains("warning[unanswered]  30 problems in 1 file\n"));
    }
}
