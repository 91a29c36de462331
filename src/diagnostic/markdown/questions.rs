//! The questions that the files answer.

use std::collections::BTreeSet;

use super::Comment;
use crate::diagnostic::inline::{code, words};
use crate::diagnostic::{Answer, Checklist, Report, plural};

/// The questions of how many files are shown.
const FILES: usize = 10;
/// How long they may become together, in characters.
const QUESTIONS: usize = 20_000;

/// The questions of the files, of those with problems first, as far as there is room.
pub(super) fn render(report: &Report) -> String {
    let with_problems: BTreeSet<_> =
        report.diagnostics.iter().map(|found| &found.place.file).collect();
    let mut lists: Vec<&Checklist> = report.checklists.iter().collect();
    lists.sort_by_key(|list| !with_problems.contains(&list.file));
    lists.truncate(FILES);
    lists.sort_by_key(|list| &list.file);
    let mut comment = Comment { room: QUESTIONS, ..Comment::default() };
    let shown = lists.iter().take_while(|list| comment.push(&checklist(list))).count();
    if shown == 0 {
        return String::new();
    }
    let heading = "\n### The fourteen questions\n";
    let more = match report.checklists.len() - shown {
        0 => String::new(),
        more => format!(
            "\nNot shown here: {}. Name one of them to see its questions.\n",
            plural(more, "file")
        ),
    };
    format!("{heading}{}{more}", comment.text)
}

/// The questions of a file: a line if all are answered, or else a list of tasks.
fn checklist(list: &Checklist) -> String {
    let title = format!("\n#### {}\n\n", code(&list.file));
    let (given, all) = (list.given(), list.items.len());
    if all == 0 {
        return title + "They will be shown here as soon as the file can be read.\n";
    }
    if given == all {
        return format!("{title}All {all} are answered.\n");
    }
    let items = list.items.iter().map(|item| {
        let (mark, note) = match item.state {
            Answer::Given => ("x", ""),
            Answer::Faulty => (" ", " **To fix.**"),
            Answer::Open => (" ", " **No answer yet.**"),
        };
        format!("- [{mark}] {}{note}\n", words(&item.text))
    });
    format!("{title}{given} of {all} are answered.\n\n{}", items.collect::<String>())
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use super::super::{LIMIT, render};
    use super::*;
    use crate::diagnostic::{ChecklistItem, Code, Diagnostic, fixtures};

    pub(in crate::diagnostic::markdown) fn item(text: &str, state: Answer) -> ChecklistItem {
        ChecklistItem { text: text.to_owned(), state }
    }

    pub(in crate::diagnostic::markdown) fn list(
        file: &str,
        items: Vec<ChecklistItem>,
    ) -> Checklist {
        Checklist { file: Arc::from(file), items }
    }

    #[test]
    fn the_questions_are_below_the_problems() {
        let mut report = fixtures::only(Code::Unsafe);
        report.checklists = vec![
            list("content/groups/all.md", vec![item("1. Who?", Answer::Given)]),
            list(
                "content/groups/café.md",
                vec![
                    item("1. Who?", Answer::Given),
                    item("2. Where, @all?", Answer::Faulty),
                    item("3. When?", Answer::Open),
                ],
            ),
            list("content/groups/not-yaml.md", Vec::new()),
        ];
        let shown = render(&report, &fixtures::files());
        let (_, questions) = shown.split_once("### The").unwrap();
        insta::assert_snapshot!(questions, @"
         fourteen questions

        #### `content/groups/all.md`

        All 1 are answered.

        #### `content/groups/café.md`

        1 of 3 are answered.

        - [x] 1. Who?
        - [ ] 2. Where, `@all`? **To fix.**
        - [ ] 3. When? **No answer yet.**

        #### `content/groups/not-yaml.md`

        They will be shown here as soon as the file can be read.
        ");
    }

    #[test]
    fn of_many_files_those_with_problems_show_their_questions() {
        let mut report = fixtures::only(Code::Unsafe);
        let named = |number| list(&format!("content/groups/{number:04}.md"), Vec::new());
        report.checklists = (0..5_000).map(named).collect();
        report.checklists.push(list("content/groups/café.md", Vec::new()));
        let shown = render(&report, &fixtures::files());
        assert_eq!(shown.matches("They will be shown here").count(), FILES);
        assert!(
            shown.contains("#### `content/groups/café.md`\n\nThey will be shown here"),
            "{shown}"
        );
        let last = "\nNot shown here: 4991 files. Name one of them to see its questions.\n";
        assert!(shown.ends_with(last), "{shown}");
    }

    #[test]
    fn questions_and_many_problems_share_the_room() {
        let found = fixtures::report().diagnostics.remove(3);
        let many = (0..10_000)
            .map(|number| Diagnostic { message: format!("Number {number}."), ..found.clone() });
        let mut report = Report::new(many.collect(), 1, 1);
        let long = || item(&"long ".repeat(100), Answer::Open);
        report.checklists =
            (0..FILES).map(|number| list(&format!("{number}.md"), vec![long(); 14])).collect();
        let shown = render(&report, &fixtures::files());
        assert!((60_000..=LIMIT).contains(&shown.chars().count()), "{}", shown.chars().count());
        assert!(shown.contains("more problems did not fit here"));
        assert!(shown.ends_with(" files. Name one of them to see its questions.\n"));
        assert_eq!(
            shown.matches("0 of 14 are answered.").count() * 14,
            shown.matches("- [ ]").count()
        );
    }
}
