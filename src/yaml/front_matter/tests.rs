//! Where a front matter begins and ends.

use proptest::prelude::*;

use super::*;

fn parts(text: &str) -> Option<(&str, &str)> {
    let source = SourceFile::new("content/groups/a.md", text);
    let mut diagnostics = Vec::new();
    let found = split(&source, &mut diagnostics)?;
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    Some((&text[found.yaml.range()], &text[found.body.range()]))
}

fn problem(text: &str) -> String {
    let source = SourceFile::new("content/groups/a.md", text);
    let mut diagnostics = Vec::new();
    split(&source, &mut diagnostics);
    crate::yaml::parse::tests::compact(&diagnostics)
}

#[test]
fn the_two_parts_are_found() {
    assert_eq!(parts("---\nname: A\n---\nText\n"), Some(("name: A\n", "Text\n")));
    assert_eq!(parts("---\n---\n"), Some(("", "")));
}

#[test]
fn every_kind_of_line_break_is_read() {
    assert_eq!(parts("---\r\nname: A\r\n---\r\nText\r\n"), Some(("name: A\r\n", "Text\r\n")));
    assert_eq!(parts("---\rname: A\r---\rText\r"), Some(("name: A\r", "Text\r")));
}

#[test]
fn white_space_after_the_hyphens_and_no_final_line_break_are_fine() {
    assert_eq!(parts("--- \t\nname: A\n---  "), Some(("name: A\n", "")));
}

#[test]
fn an_indented_line_of_hyphens_does_not_close() {
    assert_eq!(
        parts("---\npurpose: |\n  a\n  ---\n---\nb"),
        Some(("purpose: |\n  a\n  ---\n", "b"))
    );
}

#[test]
fn the_first_line_of_hyphens_closes_and_later_ones_are_markdown() {
    assert_eq!(parts("---\na: b\n---\nc\n---\nd"), Some(("a: b\n", "c\n---\nd")));
}

#[test]
fn an_empty_file_says_what_to_start_with() {
    insta::assert_snapshot!(problem(""), @"front-matter 1:1-1:1 The file is empty. | Start it with a line of three hyphens (`---`). Below it come the keys, such as `name: …`, and another line of three hyphens.");
    insta::assert_snapshot!(problem(" \n\n"), @"front-matter 1:1-1:1 The file is empty. | Start it with a line of three hyphens (`---`). Below it come the keys, such as `name: …`, and another line of three hyphens.");
}

#[test]
fn blank_lines_above_the_hyphens_say_so() {
    insta::assert_snapshot!(problem("\n\n---\nname: A\n---\n"), @"front-matter 3:1-3:4 The line of three hyphens is not the first line of the file. | Remove the blank lines above it.");
}

#[test]
fn hyphens_that_do_not_start_their_line_say_so() {
    insta::assert_snapshot!(problem("  ---\nname: A\n---\n"), @"front-matter 1:3-1:6 The three hyphens are not at the start of their line. | Remove the spaces before them.");
}

#[test]
fn a_file_that_starts_with_something_else_is_told_what_to_type() {
    insta::assert_snapshot!(problem("name: A\n---\n"), @"front-matter 1:1-1:8 The file does not start with a line of three hyphens. | Type a line of three hyphens (`---`) above this one.");
    insta::assert_snapshot!(problem("# A grüp\n\nText\n"), @"front-matter 1:1-1:9 The file does not start with a line of three hyphens. | Type a line of three hyphens (`---`) above this one, then the keys, such as `name: …`, and another line of three hyphens.");
    insta::assert_snapshot!(problem("--- name: A\n---\n"), @"front-matter 1:1-1:12 The file does not start with a line of three hyphens. | Move what follows the three hyphens to the next line.");
}

#[test]
fn what_looks_like_three_hyphens_is_recognised() {
    for first in ["----", "--", "—", "–––", "+++", "***", "...", "___", "===="] {
        let found = problem(&format!("{first}\nname: A\n---\n"));
        assert!(found.ends_with("Make this line exactly three hyphens: `---`."), "{found}");
    }
}

#[test]
fn front_matter_that_is_not_closed_says_where_the_text_seems_to_begin() {
    insta::assert_snapshot!(
        problem("---\nname: A\nsteps:\n  - a\n- b\n\nWe meet on Tuesdays.\n"),
        @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Type a line of three hyphens (`---`) above line 7, where the text seems to begin."
    );
    insta::assert_snapshot!(problem("---\r\nname: A\r\n\r\n# Our group\r\n\r\nText\r\n"), @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Type a line of three hyphens (`---`) above line 4, where the text seems to begin.");
}

#[test]
fn front_matter_without_markdown_is_closed_below_its_last_key() {
    insta::assert_snapshot!(problem("---\nname: A\n\n"), @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Type a line of three hyphens (`---`) below line 2, the last of the keys.");
    insta::assert_snapshot!(problem("---"), @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Type a line of three hyphens (`---`) below line 1, the last of the keys.");
}

#[test]
fn a_second_line_that_only_looks_like_three_hyphens_is_named() {
    insta::assert_snapshot!(problem("---\nname: A\n—-\nText\n"), @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Make line 3 exactly three hyphens: `---`.");
    assert!(
        problem("---\nname: A\nWho leads us:\naims: B\n—\nText\n")
            .ends_with("Make line 5 exactly three hyphens: `---`.")
    );
    assert!(
        problem("---\nname: A\nText\n***\nMore text\n")
            .ends_with("above line 3, where the text seems to begin.")
    );
    insta::assert_snapshot!(problem("---\nname: A\n ---\nText\n"), @"front-matter 1:1-1:4 The keys start below this line of three hyphens, but no second such line shows where they end. | Make line 3 exactly three hyphens: `---`.");
}

/// The text after the edits of its problems.
fn with_edits(text: &str) -> String {
    let source = SourceFile::new("content/groups/a.md", text);
    let mut diagnostics = Vec::new();
    split(&source, &mut diagnostics);
    let edits = diagnostics.iter().rev().flat_map(|problem| &problem.edits);
    edits.fold(text.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range(), &edit.text);
        text
    })
}

#[test]
fn lines_of_hyphens_that_can_be_meant_in_one_place_only_are_put_there() {
    for (typed, meant) in [
        ("\n\n---\nname: A\n---\n", "---\nname: A\n---\n"),
        ("  ---\nname: A\n---\n", "---\nname: A\n---\n"),
        ("---  name: A\n---\n", "---\nname: A\n---\n"),
        ("—\nname: A\n***\nText", "---\nname: A\n---\nText"),
        ("—\nname:\u{a0}A\n—\nText", "---\nname:\u{a0}A\n---\nText"),
        ("name: A\n---\nText", "---\nname: A\n---\nText"),
        ("name: A\r\n\r\nText", "---\r\nname: A\r\n\r\n---\r\nText"),
        ("---\nname: A", "---\nname: A\n---\n"),
        ("---\nname: A\n\n# About\n\nText", "---\nname: A\n\n---\n# About\n\nText"),
    ] {
        assert_eq!(with_edits(typed), meant, "{typed}");
        assert!(parts(meant).is_some(), "{meant}");
    }
}

#[test]
fn keys_below_what_looks_like_text_stay_keys() {
    let wrapped = "---\npurpose: We meet\nand talk\nmembership: open\n";
    assert_eq!(with_edits(wrapped), wrapped);
    assert!(problem(wrapped).ends_with("above line 3, where the text seems to begin."));
}

proptest! {
    #[test]
    fn any_text_is_split_or_refused_with_a_place_inside_it(text in "[-\n\r a:#é—]{0,40}") {
        let source = SourceFile::new("a.md", &*text);
        let mut diagnostics = Vec::new();
        if let Some(found) = split(&source, &mut diagnostics) {
            prop_assert!(found.yaml.end <= found.body.start);
            prop_assert_eq!(found.body.end as usize, text.len());
            prop_assert!(diagnostics.iter().all(|problem| !problem.edits.is_empty()));
        } else {
            prop_assert!(!diagnostics.is_empty());
        }
        for problem in &diagnostics {
            prop_assert!(text.get(problem.place.span.range()).is_some());
        }
    }
}
