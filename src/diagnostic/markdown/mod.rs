//! The report for a pull request: a comment in plain words for a group's leader.
//!
//! All text from outside goes through [`inline`](super::inline).

mod questions;

use std::collections::HashMap;

use super::inline::{block, code, words};
use super::suggestion::{self, Suggestion};
use super::{Diagnostic, Place, Related, Report, Severity, Texts, change, plural};

/// How long a comment may become, in characters. GitHub takes 65,536, and the workflow adds a few sentences.
const LIMIT: usize = 64_500;
/// What is kept of that for the line on what was left out.
const RESERVE: usize = 200;
const NOTHING: &str = "Nothing is missing or wrong in";
const NEXT: &str = "The people who look after this directory will read it next.";
const LOOK: &str = "A person must look at what the check cannot judge.";
const AGAIN: &str = "Change the file in the same place, and it will be checked again.";
/// The comment: a heading, a sentence of result, the files for people to look at, the errors, the warnings, the
/// files that were checked, then the questions that the files answer.
pub(super) fn render(report: &Report, texts: &dyn Texts) -> String {
    let corrected = corrected(report, texts);
    let questions = questions::render(report);
    let opening = opening(report) + &change::for_people(&report.changes);
    let ending = change::checked(&report.changes) + &questions;
    let room = LIMIT - RESERVE - ending.chars().count();
    let mut comment = Comment { room, ..Comment::default() };
    comment.push(&opening);
    comment.list("To fix", report, Severity::Error, &corrected);
    comment.list("Worth a look", report, Severity::Warning, &corrected);
    comment.finish() + &ending
}

fn opening(report: &Report) -> String {
    let (found, scope) = (report.found(" and "), report.scope());
    let for_people = change::count_for_people(&report.changes);
    let next = if for_people == 0 { NEXT } else { LOOK };
    let (heading, result) = match (report.errors(), report.warnings()) {
        (0, 0) => well(report, for_people),
        (0, _) => (
            "Ready, with something worth a look".to_owned(),
            match for_people {
                0 => format!("Thank you! {found} in {scope}: the site can be published as it is."),
                _ => format!("Thank you! {found} in {scope}."),
            },
        ),
        (errors, _) => {
            let those = if errors == 1 { "error is" } else { "errors are" };
            let result = format!(
                "{found} in {scope}: the site cannot be published until the {those} fixed."
            );
            return format!("## Something needs fixing\n\n{result} {AGAIN}\n");
        }
    };
    format!("## {heading}\n\n{result} {next}\n")
}

/// The heading and the sentence where nothing is wrong. What people must look at is never said to be well.
fn well(report: &Report, for_people: usize) -> (String, String) {
    let result = if report.files > 0 {
        format!("{NOTHING} {}.", report.scope())
    } else if report.changes.is_empty() {
        "There is no charter or other text among these files.".to_owned()
    } else {
        "With this change, the site has no errors.".to_owned()
    };
    if for_people > 0 {
        (
            format!("{} for people to look at", plural(for_people, "file")),
            format!("Thank you! {result}"),
        )
    } else if report.files == 0 && report.changes.is_empty() {
        ("Nothing to check".to_owned(), result)
    } else {
        ("All is well".to_owned(), format!("Thank you, and welcome! {result}"))
    }
}

/// A comment that grows as long as there is room.
#[derive(Default)]
struct Comment {
    text: String,
    room: usize,
    left_out: usize,
}

impl Comment {
    /// Appends a piece whole, if there is room for it.
    fn push(&mut self, piece: &str) -> bool {
        let length = piece.chars().count();
        let fits = length <= self.room;
        if fits {
            self.room -= length;
            self.text.push_str(piece);
        }
        fits
    }

    /// Appends the problems of a severity, by file, under a heading. Nothing follows the first that
    /// does not fit.
    fn list(
        &mut self,
        heading: &str,
        report: &Report,
        severity: Severity,
        corrected: &HashMap<usize, String>,
    ) {
        let mut heading = format!("\n### {heading}\n");
        let mut file = None;
        let all = report.diagnostics.iter().enumerate();
        for (at, found) in all.filter(|(_, found)| found.severity == severity) {
            if file != Some(&found.place.file) {
                heading = format!("{heading}\n#### {}\n\n", code(&found.place.file));
                file = Some(&found.place.file);
            }
            if self.left_out > 0
                || !self.push(&format!("{heading}{}", item(found, corrected.get(&at))))
            {
                self.left_out += 1;
            }
            heading.clear();
        }
    }

    fn finish(self) -> String {
        if self.left_out == 0 {
            return self.text;
        }
        let more = plural(self.left_out, "more problem");
        format!("{}\n{more} did not fit here. `guildhall check` shows them all.\n", self.text)
    }
}

/// The corrected lines, by the place in the report of the last problem that they solve.
fn corrected(report: &Report, texts: &dyn Texts) -> HashMap<usize, String> {
    let suggestions = suggestion::of(report, texts).into_iter();
    let last = |it: Suggestion<'_>| it.problems.last().map(|at| (*at, it.after));
    suggestions.filter_map(last).collect()
}

/// One problem as an item of a list, its lines separated by hard breaks; below them, the corrected text.
fn item(found: &Diagnostic, corrected: Option<&String>) -> String {
    let key = found.key.as_ref().map(|key| format!(" ({})", code(key))).unwrap_or_default();
    let mut lines =
        vec![format!("- **{}**{key}: {}", position(&found.place), words(&found.message))];
    lines.extend(found.help.as_ref().map(|help| format!("What to do: {}", words(help))));
    lines.extend(found.related.iter().map(|Related { message, place }| {
        let (file, position) = (code(&place.file), position(place).to_lowercase());
        format!("See also {file}, {position}: {}", words(message))
    }));
    lines.extend(corrected.map(|_| "Corrected:".to_owned()));
    let block = corrected.map(|lines| block("yaml", lines)).unwrap_or_default();
    let block = block.lines().map(|line| format!("  {line}\n"));
    lines.join("\\\n  ") + "\n" + &block.collect::<String>()
}

fn position(place: &Place) -> String {
    if place.is_whole_file() {
        "The whole file".to_owned()
    } else {
        format!("Line {}, column {}", place.start.line, place.start.column)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

    use super::questions::tests::{item, list};
    use super::*;
    use crate::diagnostic::fixtures::{self, Files};
    use crate::diagnostic::{Answer, Code, Edit, Meant, Span};
    use crate::text::steers;

    #[test]
    fn errors_come_before_warnings_by_file() {
        insta::assert_snapshot!(render(&fixtures::report(), &fixtures::files()), @r"
        ## Something needs fixing

        3 errors and 2 warnings in 5 files (4 groups): the site cannot be published until the errors are fixed. Change the file in the same place, and it will be checked again.

        ### To fix

        #### `content/groups/old.md`

        - **The whole file**: The file is not `UTF-8` text.

        #### `content/groups/readers.md`

        - **Line 2, column 7** (`name`): The name “Book Circle” is taken.\
          What to do: Give this group a name of its own.\
          See also `content/groups/bread.md`, line 2, column 7: It stands here first.
        - **Line 3, column 9** (`status`): “acive” is no status.\
          What to do: Write active.

        ### Worth a look

        #### `content/groups/bread.md`

        - **Line 3, column 10**: The purpose says too little.

        #### `content/groups/café.md`

        - **Line 2, column 21** (`summary`): Left out.
        ");
    }

    #[test]
    fn a_report_without_problems_welcomes() {
        insta::assert_snapshot!(render(&fixtures::nothing(), &fixtures::files()), @"
        ## All is well

        Thank you, and welcome! Nothing is missing or wrong in 24 files (18 groups). The people who look after this directory will read it next.
        ");
    }

    #[test]
    fn warnings_alone_do_not_stop_anything() {
        insta::assert_snapshot!(render(&fixtures::only(Code::Unsafe), &fixtures::files()), @"
        ## Ready, with something worth a look

        Thank you! 1 warning in 5 files (4 groups): the site can be published as it is. The people who look after this directory will read it next.

        ### Worth a look

        #### `content/groups/café.md`

        - **Line 2, column 21** (`summary`): Left out.
        ");
    }

    #[test]
    fn what_has_an_edit_is_shown_as_it_would_be() {
        let mut report = fixtures::report();
        let text = "active".to_owned();
        for found in
            report.diagnostics.iter_mut().filter(|found| found.key.as_deref() == Some("status"))
        {
            found.edits =
                vec![Edit { span: found.place.span, text: text.clone(), value: Meant::Same }];
        }
        let shown = render(&report, &fixtures::files());
        let item = "\
- **Line 3, column 9** (`status`): “acive” is no status.\\
  What to do: Write active.\\
  Corrected:
  ```yaml
  status: active
  ```

### Worth a look
";
        assert!(shown.contains(item), "{shown}");
    }

    #[test]
    fn hostile_text_is_in_code_spans() {
        insta::assert_snapshot!(render(&fixtures::hostile(), &fixtures::hostile_files()), @r"
        ## Something needs fixing

        1 error in 1 file (1 group): the site cannot be published until the error is fixed. Change the file in the same place, and it will be checked again.

        ### To fix

        #### ``content/a,b:`c`␛]0;x␇␊::error::<img>.md``

        - **Line 1, column 7** (``a`b␛``): `␛[31m` `@everyone` `<script>x</script>` ::`error::no` `[a](https://e.example)` 100%\
          What to do: `#` `**b**` `�www.e.example` `#12` `x` :`tada`: `$x$` `{0}` `deadbeef` `&amp`;\
          See also ``content/a,b:`c`␛]0;x␇␊::error::<img>.md``, line 1, column 7: `a|b�m` `_c_` `~~d~~`
        ");
    }

    #[test]
    fn a_comment_stays_within_the_limit_and_counts_what_it_leaves_out() {
        let found = fixtures::report().diagnostics.remove(3);
        let many = (0..10_000)
            .map(|number| Diagnostic { message: format!("Number {number}."), ..found.clone() });
        let shown = render(&Report::new(many.collect(), 1, 1), &fixtures::files());
        let length = shown.chars().count();
        assert!((64_000..=LIMIT).contains(&length), "{length}");
        let items = shown.lines().filter(|line| line.starts_with("- ")).count();
        let last = format!(
            "\n{} more problems did not fit here. `guildhall check` shows them all.\n",
            10_000 - items
        );
        assert!(shown.ends_with(&last), "{}", &shown[shown.len() - 200..]);
    }

    /// Whether a text forms nothing but the comment's own headings, list and emphasis.
    fn is_tame(comment: &str) -> bool {
        let (mut items, mut blocks, mut is_in_block) = (0, 0, false);
        let tame = Parser::new_ext(comment, Options::all()).all(|event| match event {
            Event::Start(Tag::Item) => {
                items += 1;
                true
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                (blocks, is_in_block) = (blocks + 1, true);
                &*kind == "yaml"
            }
            Event::End(TagEnd::CodeBlock) => {
                is_in_block = false;
                true
            }
            Event::Text(_) if is_in_block => true,
            Event::Start(tag) => {
                matches!(tag, Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Strong)
            }
            Event::Text(text) => !text.contains(['@', '#', '<']) && !text.contains("//"),
            Event::End(_) | Event::Code(_) | Event::HardBreak | Event::TaskListMarker(_) => true,
            _ => false,
        });
        tame && items == 2 && blocks <= 1 // the problem and the question, and the corrected lines
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn no_text_forms_markup(
            texts in proptest::array::uniform6(
                "([a-z@#:/.,`*_~<>&$|\\[\\]()!\\\\{}=+-]|\\PC|\\p{Cc}|[ \n\t]|1[.)] |www\\.|https://|\\*\\*){0,30}",
            ),
        ) {
            let [file, message, help, key, related, question] = texts;
            let place = fixtures::place_at(&file, "a\nb", 2..3);
            let found = Diagnostic::new(Code::Value, place.clone(), message)
                .help(help)
                .key(key)
                .related(place, related)
                .edit(Some(Edit { span: Span::new(0, 1), text: question.clone(), value: Meant::Same }));
            let mut report = Report::new(vec![found], 1, 1);
            report.checklists = vec![list(&file, vec![item(&question, Answer::Open)])];
            let comment = render(&report, &Files::of([(&*file, "a\nb")]));
            prop_assert!(is_tame(&comment), "{comment}");
            prop_assert!(!comment.contains(|other| other != '\n' && steers(other)));
        }
    }
}
