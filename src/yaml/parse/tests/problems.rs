//! What people do wrong, and what they are told.

use super::{compact, problems, read};
use crate::diagnostic::Span;
use crate::source::SourceFile;
use crate::yaml::parse::parse;

#[test]
fn a_tab_in_the_indentation_says_so() {
    insta::assert_snapshot!(problems("leaders:\n\t- name: A\n"), @"yaml 2:1-2:2 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
    insta::assert_snapshot!(problems("name: a\n\tsummary: b\n"), @"yaml 2:1-2:2 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
    insta::assert_snapshot!(problems("leaders:\n  - name: A\n  \trole: B\n"), @"yaml 3:3-3:4 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
    insta::assert_snapshot!(problems("purpose: >-\n\tTo meet\n"), @"yaml 2:1-2:2 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
    insta::assert_snapshot!(problems("purpose: >-\n  To meet\n\t\tagain\n"), @"yaml 3:1-3:3 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
    insta::assert_snapshot!(problems("steps:\n  -\t- a\n"), @"yaml 2:4-2:5 There is a tab here, but only spaces are allowed. | Type spaces instead: two for each step that a line is indented.");
}

#[test]
fn a_quote_that_is_not_closed_is_named_itself() {
    insta::assert_snapshot!(problems("name: \"Strengths\nsummary: x\n"), @r#"yaml 1:7-1:8 This quote is opened, but not closed. | Close it at the end of the text: `name: "Strengths"`."#);
    insta::assert_snapshot!(problems("name: \"Strengths\nsummary: \"x\"\nfields: [a]\n"), @r#"yaml 1:7-1:8 This quote is opened, but not closed. | Close it at the end of the text: `name: "Strengths"`."#);
    insta::assert_snapshot!(problems("name: 'Strengths\nsummary: it's\n"), @"yaml 1:7-1:8 This quote is opened, but not closed. | Close it at the end of the text: `name: 'Strengths'`.");
    insta::assert_snapshot!(problems("who: 'tis the season\nwhen: it's on\n"), @"yaml 1:6-1:7 This quote is opened, but not closed. | Close it at the end of the text: `who: 'tis the season'`.");
    insta::assert_snapshot!(problems("fields: [a, \"b]\nname: c\n"), @r#"yaml 1:13-1:14 This quote is opened, but not closed. | Close it at the end of the text: `"b"`."#);
    insta::assert_snapshot!(problems("name: \"\n"), @r#"yaml 1:7-1:8 This quote is opened, but not closed. | Type `"` at the end of the text, too."#);
    insta::assert_snapshot!(problems("'purpose: >-\n  To make each other's work\n"), @"yaml 1:1-1:2 This quote is opened, but not closed. | Close it at the end of the text: `'purpose: >-'`.");
    insta::assert_snapshot!(problems("purpose: 'To make\n  each other's work\n"), @"yaml 2:14-2:20 The quotes close before the text ends. | Put the text in quotes of the other kind. | 1:10-1:11 They are opened here.");
}

#[test]
fn quotes_that_close_too_early_show_how_to_type_the_text() {
    insta::assert_snapshot!(problems("name: 'It's here'\n"), @r#"yaml 1:11-1:18 The quotes close before the text ends. | Type it like this: `name: "It's here"`."#);
    insta::assert_snapshot!(problems("name: \"He said \"yes\" to us\"\n"), @r#"yaml 1:17-1:28 The quotes close before the text ends. | Type it like this: `name: 'He said "yes" to us'`."#);
    insta::assert_snapshot!(problems("name: \"Strengths\" group # or so\n"), @r#"yaml 1:19-1:24 The quotes close before the text ends. | Type it like this: `name: '"Strengths" group'`."#);
    insta::assert_snapshot!(problems("- ['a' b, c]\n"), @r#"yaml 1:8-1:9 The quotes close before the text ends. | Type it like this: `"'a' b"`."#);
}

#[test]
fn a_backslash_without_meaning_is_named() {
    insta::assert_snapshot!(problems("a: \"b \\d\"\nc: \"\\x4\"\ne: \"\\ud800 \\n\"\n"), @r#"
    yaml 1:7-1:9 `\d` means nothing in double quotes. | If the backslash is part of the text, type it twice: `\\d`.
    yaml 2:5-2:8 `\x4` does not stand for a character. | Type the character itself.
    yaml 3:5-3:11 `\ud800` does not stand for a character. | Type the character itself.
    "#);
    assert_eq!(problems("a: \"\\uD83C\\uDFB5\\t\\U0001F600\\\n  b\"\n"), "");
}

#[test]
fn a_bracket_that_is_not_closed_is_named_itself() {
    insta::assert_snapshot!(problems("fields: [a, b\nsummary: c\n"), @"yaml 1:9-1:10 This `[` is opened, but not closed. | Close it after the last entry: `fields: [a, b]`.");
    insta::assert_snapshot!(problems("size: {ideal: 8\nsummary: c\n"), @"yaml 1:7-1:8 This `{` is opened, but not closed. | Close it after the last entry: `size: {ideal: 8}`.");
    insta::assert_snapshot!(problems("fields: [\n  a,\n  b,\nsummary: c\n"), @"yaml 1:9-1:10 This `[` is opened, but not closed. | Type `]` after the last entry.");
    insta::assert_snapshot!(problems("fields: ["), @"yaml 1:9-1:10 This `[` is opened, but not closed. | Type `]` after the last entry.");
    insta::assert_snapshot!(problems("leaders:\n  - name: [A\n    role: B\n"), @"yaml 2:11-2:12 This `[` is opened, but not closed. | Close it after the last entry: `- name: [A]`.");
    insta::assert_snapshot!(problems("fields: [a, b\npurpose: >-\n  To meet\n"), @"yaml 1:9-1:10 This `[` is opened, but not closed. | Close it after the last entry: `fields: [a, b]`.");
    insta::assert_snapshot!(problems("fields: [c[a]\nsubjects: [b]\n"), @"yaml 1:9-1:10 This `[` is opened, but not closed. | Close it after the last entry: `fields: [c[a]]`.");
}

#[test]
fn brackets_that_do_not_match_say_so() {
    insta::assert_snapshot!(problems("fields: [a, b}\n"), @"yaml 1:9-1:10 This `[` is closed by `}`. | Use `[` and `]` around a list, and `{` and `}` around keys with their values.");
    insta::assert_snapshot!(problems("fields: [a, b]]\n"), @"yaml 1:15-1:16 This `]` closes nothing. | Remove it. If it is part of a text, put quotes around the text.");
    insta::assert_snapshot!(problems("fields: [a, b],\n"), @"yaml 1:15-1:16 There must be no comma here. | Remove it.");
    insta::assert_snapshot!(problems("fields: [a] and [b]\n"), @r#"yaml 1:13-1:20 Nothing may follow the closing bracket on its line. | If something new starts here, move it to the next line. If all of it is text, put quotes around it: `fields: "[a] and [b]"`."#);
    insta::assert_snapshot!(problems("fields: a\n] b: c\nd: @e\n"), @r#"
    yaml 2:1-2:2 This `]` closes nothing. | Remove it. If it is part of a text, put quotes around the text.
    yaml 3:4-3:5 Text cannot start with `@`. | Put quotes around it: `d: "@e"`.
    "#);
}

#[test]
fn commas_in_brackets_are_counted() {
    insta::assert_snapshot!(problems("fields: [a,, b]\n"), @"yaml 1:12-1:13 There is nothing before this comma. | Remove the comma, or type what is missing.");
    insta::assert_snapshot!(problems("fields: [, b]\n"), @"yaml 1:10-1:11 There is nothing before this comma. | Remove the comma, or type what is missing.");
    insta::assert_snapshot!(problems("fields: [[a] [b]]\n"), @"yaml 1:14-1:15 A comma is missing before this. | Type a comma between the entries, as in `[one, two]`.");
    insta::assert_snapshot!(problems("size: {\n  ideal: 8\n  maximum: 10\n}\n"), @"yaml 3:3-3:4 A comma is missing before this. | Type a comma between the entries, as in `[one, two]`.");
    assert_eq!(problems("fields: [a, b, ]\n"), "");
}

#[test]
fn hyphens_do_not_belong_in_brackets() {
    insta::assert_snapshot!(problems("fields: [- a]\n"), @"yaml 1:10-1:11 In brackets, entries have no hyphens. | Take the hyphens out and type commas between the entries; or take the brackets out, and keep the hyphens, each on a line of its own.");
    insta::assert_snapshot!(problems("fields: [\n  a\n  - b\n]\n"), @"yaml 3:3-3:4 In brackets, entries have no hyphens. | Take the hyphens out and type commas between the entries; or take the brackets out, and keep the hyphens, each on a line of its own.");
}

#[test]
fn a_repeated_key_points_to_both_places() {
    insta::assert_snapshot!(problems("name: a\nsize: {ideal: 8, ideal: 9}\nname: b\n'name': c\n"), @"
    yaml 2:18-2:23 The key `ideal` appears a second time here. | Keep the one that is right, or put what both say into one. | 2:8-2:13 The first one is here.
    yaml 3:1-3:5 The key `name` appears a second time here. | Keep the one that is right, or put what both say into one. | 1:1-1:5 The first one is here.
    yaml 4:1-4:7 The key `'name'` appears a second time here. | Keep the one that is right, or put what both say into one. | 1:1-1:5 The first one is here.
    ");
    insta::assert_snapshot!(problems("{\"a\n  b\": c, 'a b': d, \"a b\": e}\n\n"), @r#"
    yaml 2:10-2:15 The key `'a b'` appears a second time here. | Keep the one that is right, or put what both say into one. | 1:2-2:5 The first one is here.
    yaml 2:20-2:25 The key `"a b"` appears a second time here. | Keep the one that is right, or put what both say into one. | 1:2-2:5 The first one is here.
    "#);
    assert_eq!(problems("name: a\nName: b\nsize: {name: c}\n"), "");
}

#[test]
fn a_key_that_repeats_within_an_entry_of_a_list_may_lack_the_hyphen_of_another() {
    let entry = "If another entry of the list begins here, put a hyphen and a space (`- `) before it. If not, keep the one that is right.";
    for text in [
        "leaders:\n  - name: Ann\n    name: Ben\n",
        "leaders:\n  - name: Ann\n    role: Chair\n    name: Ben\n",
        "leaders:\n- name: Ann\n  tasks:\n    - Writes\n  name: Ann\n",
    ] {
        assert!(problems(text).contains(entry), "{text}");
    }
    let two = "leaders:\n  - name: Ann\n    role: Chair\n    name: Ben\n    role: Clerk\n";
    assert_eq!(problems(two).lines().count(), 1, "the key that begins the other entry is enough");
    for text in [
        "size:\n  ideal: 8\n  ideal: 9\n",
        "- {name: Ann, name: Ben}\n",
        "fields:\n  - a\nname: A\nname: B\n",
    ] {
        assert!(!problems(text).contains(entry), "{text}");
    }
}

#[test]
fn several_keys_on_one_line_are_told_apart() {
    insta::assert_snapshot!(problems("name: Our group, fields: coaching, language: en\n"), @r#"yaml 1:7-1:48 There may be several keys on this line. | If `fields` and `language` are keys, start a new line for each, without the comma. If it is text, put quotes around it: `name: "Our group, fields: coaching, language: en"`."#);
    insta::assert_snapshot!(problems("purpose: Ask, then: listen\n"), @r#"yaml 1:19-1:20 Text with a colon and a space in it needs quotes. | Put quotes around it: `purpose: "Ask, then: listen"`."#);
}

#[test]
fn a_colon_within_text_shows_the_text_in_quotes() {
    insta::assert_snapshot!(problems("summary: Coaching: a group\n"), @r#"yaml 1:18-1:19 Text with a colon and a space in it needs quotes. | Put quotes around it: `summary: "Coaching: a group"`."#);
    insta::assert_snapshot!(problems("steps:\n  - Step one: read # or not\n  - who: A \"B\": c\n"), @r#"yaml 3:15-3:16 Text with a colon and a space in it needs quotes. | Put quotes around it: `- who: 'A "B": c'`."#);
    insta::assert_snapshot!(problems("aims: [one, two: three: four]\n"), @r#"yaml 1:23-1:24 Text with a colon and a space in it needs quotes. | Put quotes around it: `"two: three: four"`."#);
    insta::assert_snapshot!(problems("size: {ideal: 8 maximum: 10}\n"), @r#"yaml 1:24-1:25 Text with a colon and a space in it needs quotes. | If a new key starts before it, type a comma there. If it is text, put quotes around it: `"8 maximum: 10"`."#);
    insta::assert_snapshot!(problems("time: \"18:30\": half past\n"), @r#"yaml 1:14-1:15 Text with a colon and a space in it needs quotes. | Put quotes around it: `time: '"18:30": half past'`."#);
    insta::assert_snapshot!(problems(&format!("summary: a: {}\n", "b".repeat(200))), @"yaml 1:11-1:12 Text with a colon and a space in it needs quotes. | Put quotes around it.");
}

#[test]
fn two_keys_on_one_line_are_told_apart_from_text() {
    insta::assert_snapshot!(problems("purpose: To meet:\n  - one\nsize: {}\n"), @r#"yaml 1:10-1:18 There is a second key on this line. | Move `To meet:` to a line of its own, and indent it by two spaces. If it is text, put quotes around it: `purpose: "To meet:"`."#);
    insta::assert_snapshot!(problems("joining:  places: open\n  who: all\n"), @r#"yaml 1:11-1:23 There is a second key on this line. | Move `places: open` to a line of its own, and indent it by two spaces. If it is text, put quotes around it: `joining:  "places: open"`."#);
    insta::assert_snapshot!(problems("size: {}meetings:\n  - time: x\n"), @r#"yaml 1:9-1:18 Nothing may follow the closing bracket on its line. | If something new starts here, move it to the next line. If all of it is text, put quotes around it: `size: "{}meetings:"`."#);
}

#[test]
fn a_missing_space_after_a_colon_is_shown_in_place() {
    insta::assert_snapshot!(problems("name:Strengths\nsummary: x\n"), @"yaml 1:5-1:6 A space is missing after this colon. | Type `name: Strengths`.");
    insta::assert_snapshot!(problems("name: x\nsummary:\"Strengths\"\nsize:{ideal: 8}\n"), @r#"
    yaml 2:8-2:9 A space is missing after this colon. | Type `summary: "Strengths"`.
    yaml 3:5-3:6 A space is missing after this colon. | Type `size: {ideal: 8}`.
    "#);
    insta::assert_snapshot!(problems("joining:\n  places:open\n  who: all\n"), @"yaml 2:9-2:10 A space is missing after this colon. | Type `places: open`.");
    insta::assert_snapshot!(problems("joining:\n  places:open\n  who:all\n"), @"yaml 2:9-2:10 A space is missing after this colon. | Type `places: open`.");
    insta::assert_snapshot!(problems("name:Strengths\n"), @"yaml 1:5-1:6 A space is missing after this colon. | Type `name: Strengths`.");
    insta::assert_snapshot!(problems("size: {ideal:8, maximum:[9]}\n"), @"
    yaml 1:13-1:14 A space is missing after this colon. | Type `size: {ideal: 8, maximum:[9]}`.
    yaml 1:24-1:25 A space is missing after this colon. | Type `size: {ideal:8, maximum: [9]}`.
    ");
    assert_eq!(problems("a:\n  https://example.org\nb:\n  mailto:a@example.org\n"), "");
    insta::assert_snapshot!(problems("size:{ideal: 8, maximum: 9}\n"), @"yaml 1:5-1:6 A space is missing after this colon. | Type `size: {ideal: 8, maximum: 9}`.");
}

#[test]
fn a_missing_space_after_a_hyphen_is_shown_in_place() {
    insta::assert_snapshot!(problems("steps:\n  -one\n  -two\n"), @"yaml 2:3-2:4 A space is missing after this hyphen. | Type `- one`.");
    insta::assert_snapshot!(problems("steps:\n  - one\n  -two\n  -three\n"), @"
    yaml 3:3-3:4 A space is missing after this hyphen. | Type `- two`.
    yaml 4:3-4:4 A space is missing after this hyphen. | Type `- three`.
    ");
    insta::assert_snapshot!(problems("leaders:\n  -name: A\n"), @"yaml 2:3-2:4 A space is missing after this hyphen. | Type `- name: A`.");
    insta::assert_snapshot!(problems("leaders:\n  -name: A\n   role: B\n"), @"
    yaml 2:3-2:4 A space is missing after this hyphen. | Type `- name: A`.
    yaml 3:4-3:11 This line is not indented like any line above it. | Start it with 4 spaces, like `name: A`, or with 2 spaces, like `-name: A`.
    ");
    assert_eq!(problems("a: -b\nc:\n  -5\nd: [-e]\nf:\n  - -g\n"), "");
}

#[test]
fn a_hyphen_that_does_not_start_an_entry_is_not_passed_over() {
    insta::assert_snapshot!(problems("steps:\n  - one\n    - two\n"), @"yaml 3:5-3:6 This hyphen does not start an entry: the line continues the text above it. | If it is an entry of a list, start it in the same column as the other entries, and see that each of them has a hyphen and a space before it. If it is text, put quotes around all of it.");
    insta::assert_snapshot!(problems("purpose: We\n  - meet\n"), @"yaml 2:3-2:4 This hyphen does not start an entry: the line continues the text above it. | If it is an entry of a list, start it in the same column as the other entries, and see that each of them has a hyphen and a space before it. If it is text, put quotes around all of it.");
    insta::assert_snapshot!(problems("steps: - one\n"), @r#"yaml 1:8-1:9 A list cannot start on the same line as its key. | Move it to the next line and indent it by two spaces. If it is text, put quotes around it: `steps: "- one"`."#);
    insta::assert_snapshot!(problems("steps: -\n"), @r#"yaml 1:8-1:9 A list cannot start on the same line as its key. | Move it to the next line and indent it by two spaces. If it is text, put quotes around it: `steps: "-"`."#);
    insta::assert_snapshot!(problems("leaders:  - name: A\n    role: B\n"), @r#"yaml 1:11-1:12 A list cannot start on the same line as its key. | Move it to the next line and indent it by two spaces. If it is text, put quotes around it: `leaders:  "- name: A"`."#);
}

#[test]
fn bad_indentation_says_which_columns_would_do() {
    insta::assert_snapshot!(problems("a:\n    b: c\n  d: e\n  f: g\n"), @"yaml 3:3-3:7 This line is not indented like any line above it. | Start it with 4 spaces, like `b: c`, or with no space, like `a:`.");
    insta::assert_snapshot!(problems("leaders:\n  - name: A\n   role: B\n"), @"yaml 3:4-3:11 This line is not indented like any line above it. | Start it with 4 spaces, like `name: A`, or with 2 spaces, like `- name: A`.");
    insta::assert_snapshot!(problems("a:\n  - b\n - c\n"), @"yaml 3:2-3:5 This line is not indented like any line above it. | Start it with 2 spaces, like `- b`, or with no space, like `a:`.");
    insta::assert_snapshot!(problems("  a: b\nc: d\n"), @"yaml 2:1-2:5 This line is not indented like any line above it. | Start it with 2 spaces, like `a: b`.");
    insta::assert_snapshot!(problems("purpose: >-\n  To\n meet\nname: a\n"), @"yaml 3:2-3:6 This line is not indented like any line above it. | Start it with 2 spaces, like `To`, or with no space, like `purpose: >-`.");
    insta::assert_snapshot!(problems("purpose: |\n\n    \n  To meet\nname: a\n"), @"yaml 4:3-4:10 This line is indented less than the text below `|` or `>` that it belongs to. | Indent all lines of the text alike, by two spaces more than their key.");
}

#[test]
fn a_key_that_is_indented_too_far_is_told_from_text() {
    insta::assert_snapshot!(problems("name: A\n  summary: b\n"), @"yaml 2:3-2:11 This is indented more than `name`, so it continues the text there. | If it is a key, start it in the same column as `name`. If it is text, put quotes around all of the text.");
    insta::assert_snapshot!(problems("leaders:\n  - name: A\n     role: B\n"), @"yaml 3:6-3:11 This is indented more than `name`, so it continues the text there. | If it is a key, start it in the same column as `name`. If it is text, put quotes around all of the text.");
    insta::assert_snapshot!(problems("meetings:\n - day: A\n    time: b\n    place: c\nname: d\n"), @"yaml 3:5-3:10 This is indented more than `day`, so it continues the text there. | If it is a key, start it in the same column as `day`. If it is text, put quotes around all of the text.");
}

#[test]
fn a_line_of_the_wrong_kind_says_what_belongs_there() {
    insta::assert_snapshot!(problems("- a\nb: c\n- d\n"), @"yaml 2:1-2:5 This line must start with a hyphen, like the entries above it. | If it is a new entry, type `- ` before it. If it belongs to the entry above, indent it by two spaces more.");
    insta::assert_snapshot!(problems("a: b\n- c\nd: e\n"), @"yaml 2:1-2:4 Expected a key and a colon here, but found an entry of a list. | If it belongs to the key above, remove whatever else is typed there, and indent it by two spaces. If it is text, put quotes around it.");
    insta::assert_snapshot!(problems("- \"a\"\n  b: c\n"), @"yaml 2:3-2:7 This line does not go with the one above it. | Start it in the same column as the key or the entry that it belongs with.");
}

#[test]
fn a_line_without_a_key_says_so() {
    insta::assert_snapshot!(problems("a: b\nsome words\nmore words\nc: d\nname = e\n"), @"
    yaml 2:1-2:11 This line does not start with a key and a colon. | If it is an entry of a list, type a hyphen and a space before it. If it belongs to the text above, indent it by two spaces more than the key there. If it is a key, type a colon and a space after it.
    yaml 5:1-5:9 This line does not start with a key and a colon. | Type a colon instead of the equals sign: `name: e`.
    ");
    insta::assert_snapshot!(problems("some words\na: b\n"), @"yaml 1:1-1:11 This line does not start with a key and a colon. | If it is a key, type a colon and a space after it.");
    insta::assert_snapshot!(problems("purpose: >-\nTo meet\nsize: {}\n"), @"yaml 2:1-2:8 This line does not start with a key and a colon. | If it is an entry of a list, type a hyphen and a space before it. If it belongs to the text above, indent it by two spaces more than the key there. If it is a key, type a colon and a space after it.");
    insta::assert_snapshot!(problems(&format!("a: b\n{}: c\n", "d".repeat(1200))).replace(&"d".repeat(1200), "d"), @"yaml 2:1-2:1204 The text before the colon is too long for a key. | If it is text, put quotes around it.");
}

#[test]
fn markdown_in_the_front_matter_says_how_to_close_it() {
    let text = "---\nname: A\n\nWe are a group.\nWe meet.\n\n---\n";
    let source = SourceFile::new("content/groups/a.md", text);
    let mut diagnostics = Vec::new();
    assert_eq!(parse(&source, Span::new(4, 41), &mut diagnostics), None);
    insta::assert_snapshot!(compact(&diagnostics), @"yaml 4:1-4:16 This line does not start with a key and a colon. | If it is an entry of a list, type a hyphen and a space before it. If it belongs to the text above, indent it by two spaces more than the key there. If it is a key, type a colon and a space after it. If the text of the page starts here, type a line of three hyphens above it.");
}

#[test]
fn text_that_cannot_start_so_is_shown_in_quotes() {
    for start in ["@", "%", "*", "* ", "& ", "? ", ",", "!<"] {
        let mark = start.trim_end();
        let mark = if mark.len() > 1 { &mark[..1] } else { mark };
        assert_eq!(
            problems(&format!("name: a\nrole: {start}b c # d\nsize: {{}}\n")),
            format!(
                "yaml 2:7-2:8 Text cannot start with `{mark}`. | Put quotes around it: \
                 `role: \"{start}b c\"`."
            ),
            "{start}"
        );
    }
    insta::assert_snapshot!(problems("role: `b`\n"), @r#"yaml 1:7-1:8 Text cannot start with a backtick. | Put quotes around it: `role: "`b`"`."#);
    insta::assert_snapshot!(problems("roles: [@a, \"b\"]\n"), @r#"yaml 1:9-1:10 Text cannot start with `@`. | Put quotes around it: `"@a"`."#);
    insta::assert_snapshot!(problems("purpose: > to meet\n"), @r#"yaml 1:10-1:11 After `>` the text must start on the next line. | Move the text to the next line and indent it by two spaces. If `>` is part of it, put quotes around it: `purpose: "> to meet"`."#);
    insta::assert_snapshot!(problems("purpose: |b\n"), @r#"yaml 1:10-1:11 After `|` the text must start on the next line. | Move the text to the next line and indent it by two spaces. If `|` is part of it, put quotes around it: `purpose: "|b"`."#);
    assert_eq!(problems("a: “b”\nc: ‘d’\ne: -f\ng: :h\ni: ?j\nk: =l\nm: ~n\n"), "");
}

#[test]
fn a_comment_does_not_swallow_a_value_in_silence() {
    insta::assert_snapshot!(problems("purpose: # To meet\nsteps:\n  - #1 in town\n"), @r##"
    yaml 1:10-1:19 `#` starts a comment, so there is no value here. | If this is the value, put quotes around it: `purpose: "# To meet"`. If not, move it to a line of its own.
    yaml 3:5-3:15 `#` starts a comment, so there is no value here. | If this is the value, put quotes around it: `- "#1 in town"`. If not, move it to a line of its own.
    "##);
    insta::assert_snapshot!(problems("venue: Room #4\nrooms: [Room #5\n  ]\n"), @r#"
    yaml 1:13-1:15 `#` starts a comment, so the text ends before it. | If this is part of the text, put quotes around it: `venue: "Room #4"`. If it is a comment, type a space after `#`.
    yaml 2:14-2:16 `#` starts a comment, so the text ends before it. | If this is part of the text, put quotes around it: `"Room #5"`. If it is a comment, type a space after `#`.
    "#);
    insta::assert_snapshot!(problems("purpose: To meet # often\n  and to talk\n"), @"yaml 1:18-1:25 `#` starts a comment, and the text cannot go on below it. | If this is part of the text, put quotes around all of the text. If not, move it to a line of its own.");
    insta::assert_snapshot!(problems("fields: [a]#b\nname: \"c\"#d\n"), @"
    yaml 1:12-1:13 A space is missing before this `#`. | Type a space before the comment.
    yaml 2:10-2:11 A space is missing before this `#`. | Type a space before the comment.
    ");
}

#[test]
fn keys_that_are_not_text_are_refused() {
    insta::assert_snapshot!(problems("[a, b]: c\n? {d: e}\n: f\n"), @"
    yaml 1:1-1:7 A key must be text, but this is a list. | Type a word as the key. Text with brackets needs quotes.
    yaml 2:3-2:9 A key must be text, but this has keys of its own. | Type a word as the key. Text with brackets needs quotes.
    ");
    insta::assert_snapshot!(problems(": a\n"), @"yaml 1:1-1:2 A key is missing before this colon. | Type the key, such as `name: …`, or put quotes around the text.");
    insta::assert_snapshot!(problems("~: a\nnull: b\n"), @"
    yaml 1:1-1:2 `~` is the empty value, so it cannot be a key. | Use another word as the key.
    yaml 2:1-2:5 `null` is the empty value, so it cannot be a key. | Use another word as the key.
    ");
}

#[test]
fn spaces_of_other_kinds_are_named_at_their_places() {
    insta::assert_snapshot!(problems("a:\u{a0}b\nc:\n  -\u{200b}d\n  - e\n\u{3000}f: g\n"), @"
    yaml 1:3-1:4 The space here is not an ordinary one. | Delete it, and type a space with the space bar.
    yaml 3:4-3:5 There is an invisible character (U+200B) here. | Delete it, and type a space with the space bar.
    yaml 5:1-5:2 The space here is not an ordinary one. | Delete it.
    ");
    insta::assert_snapshot!(problems("\u{a0}a: b\nc: d\n"), @"yaml 1:1-1:2 The space here is not an ordinary one. | Delete it.");
    insta::assert_snapshot!(problems("a: {b:\u{a0}c}\nd: \u{a0}e: f\n"), @r#"
    yaml 1:7-1:8 The space here is not an ordinary one. | Delete it, and type a space with the space bar.
    yaml 2:6-2:7 Text with a colon and a space in it needs quotes. | Put quotes around it: `d: "e: f"`.
    "#);
}

#[test]
fn marks_that_look_like_hyphens_are_named_and_quotes_that_are_curly() {
    insta::assert_snapshot!(problems("a:\n  - b\n  – c\n  • d\n"), @"
    yaml 3:3-3:4 `–` does not start an entry of a list. | Type a hyphen and a space in its place: `- …`.
    yaml 4:3-4:4 `•` does not start an entry of a list. | Type a hyphen and a space in its place: `- …`.
    ");
    insta::assert_snapshot!(problems("a:\n  • b: c\n    d: e\n"), @"yaml 2:3-2:4 `•` does not start an entry of a list. | Type a hyphen and a space in its place: `- …`.");
    insta::assert_snapshot!(problems("a: “b: c”\nd: “e # f”\n"), @r#"
    yaml 1:4-1:10 These quotes are curly, and only straight ones keep a text together. | Type "b: c"
    yaml 2:4-2:11 These quotes are curly, and only straight ones keep a text together. | Type "e # f"
    "#);
}

#[test]
fn what_looks_like_a_mark_within_text_is_no_problem() {
    for text in [
        "a:\n  – b\n",
        "a:\n  • b\n  • c\n",
        "a: b\n  – c\n",
        "a: |\n  – b\n  • c\n",
        "a: “b”\n",
        "a: b\u{a0}\n",
        "a: \u{a0}b\n",
        "a: \"b\n  \u{a0}– c\"\n",
        "# \u{a0}– c\na: b\n",
        "a: b – c\n",
    ] {
        let found = problems(text);
        assert!(
            !found.contains("does not start") && !found.contains("U+") && !found.contains("curly"),
            "{text}: {found}"
        );
    }
}

#[test]
fn what_else_is_wrong_is_told_beside_stray_characters() {
    insta::assert_snapshot!(problems("a:\n  – b: c\n    d: e\nf: g: h\n"), @r#"
    yaml 2:3-2:4 `–` does not start an entry of a list. | Type a hyphen and a space in its place: `- …`.
    yaml 4:5-4:6 Text with a colon and a space in it needs quotes. | Put quotes around it: `f: "g: h"`.
    "#);
}

#[test]
fn invisible_characters_are_named() {
    insta::assert_snapshot!(problems("a: b\0\0c\nd: \u{b}\u{7f}\ne: @f\n"), @r#"
    yaml 1:5-1:7 There is an invisible character (U+0000) here. | Delete it, or type the line again.
    yaml 2:4-2:6 There is an invisible character (U+000B) here. | Delete it, or type the line again.
    yaml 3:4-3:5 Text cannot start with `@`. | Put quotes around it: `e: "@f"`.
    "#);
    insta::assert_snapshot!(problems("a: \u{feff}b\n"), @"yaml 1:4-1:5 There is an invisible character (U+FEFF) here. | Delete it.");
}

#[test]
fn names_for_values_and_marks_before_them_are_refused() {
    insta::assert_snapshot!(problems("a: &b c\nd: *b\ne: *unknown\nf: [*g, &h i]\n"), @r#"
    limits 1:4-1:6 `&b` names a value to use it again elsewhere. That is not allowed here. | If it is text, put quotes around it: `a: "&b c"`. Otherwise remove it.
    limits 2:4-2:6 `*b` stands for a value that is given elsewhere. That is not allowed here. | If it is text, put quotes around it: `d: "*b"`. Otherwise write the value out.
    limits 3:4-3:12 `*unknown` stands for a value that is given elsewhere. That is not allowed here. | If it is text, put quotes around it: `e: "*unknown"`. Otherwise write the value out.
    limits 4:5-4:7 `*g` stands for a value that is given elsewhere. That is not allowed here. | If it is text, put quotes around it: `"*g"`. Otherwise write the value out.
    limits 4:9-4:11 `&h` names a value to use it again elsewhere. That is not allowed here. | If it is text, put quotes around it: `"&h i"`. Otherwise remove it.
    "#);
    insta::assert_snapshot!(
        problems("a: !include b.yaml\nc: !!python/object:os.system d\ne: !\nf: !!str 5\n"),
        @r#"
        limits 1:4-1:12 `!include` tells programs how to read the value. That is not allowed here. | If it is text, put quotes around it: `a: "!include b.yaml"`. Otherwise remove it.
        limits 2:4-2:29 `!!python/object:os.system` tells programs how to read the value. That is not allowed here. | If it is text, put quotes around it: `c: "!!python/object:os.system d"`. Otherwise remove it.
        limits 3:4-3:5 `!` tells programs how to read the value. That is not allowed here. | If it is text, put quotes around it: `e: "!"`. Otherwise remove it.
        limits 4:4-4:9 `!!str` tells programs how to read the value. That is not allowed here. | If it is text, put quotes around it: `f: "!!str 5"`. Otherwise remove it.
        "#
    );
    insta::assert_snapshot!(problems("a: &b\n  c: d\ne: !!map\n  f: g\n"), @"
    limits 1:4-1:6 `&b` names a value to use it again elsewhere. That is not allowed here. | Remove it.
    limits 3:4-3:9 `!!map` tells programs how to read the value. That is not allowed here. | Remove it.
    ");
    insta::assert_snapshot!(problems("*a : b\n"), @r#"limits 1:1-1:3 `*a` stands for a value that is given elsewhere. That is not allowed here. | If it is text, put quotes around it: `"*a : b"`. Otherwise write the value out."#);
    insta::assert_snapshot!(problems("a: &b {c: d}\ne:\n  <<: *b\nf: [&g !h [i]]\n"), @"
    limits 1:4-1:6 `&b` names a value to use it again elsewhere. That is not allowed here. | Remove it.
    limits 3:3-3:5 `<<` copies keys from elsewhere: that is not allowed. | Write the keys out here.
    limits 4:5-4:7 `&g` names a value to use it again elsewhere. That is not allowed here. | Remove it.
    limits 4:8-4:10 `!h` tells programs how to read the value. That is not allowed here. | Remove it.
    ");
}

#[test]
fn what_follows_a_mark_is_still_read() {
    let (_, node, _) = read("a: !!str b\nc: &d e\n");
    assert!(node.is_some());
    let (_, node, _) = read("a: *b\nc: d\n");
    assert_eq!(node, None);
}

#[test]
fn text_that_starts_like_an_alias_is_told_once() {
    insta::assert_snapshot!(problems("a: *Please* come\nb: **Note** this\n"), @r#"
    yaml 1:4-1:5 Text cannot start with `*`. | Put quotes around it: `a: "*Please* come"`.
    yaml 2:4-2:5 Text cannot start with `*`. | Put quotes around it: `b: "**Note** this"`.
    "#);
    insta::assert_snapshot!(problems("a: !!! come\nb: !e!f g\n"), @r#"
    yaml 1:4-1:5 Text cannot start with `!`. | Put quotes around it: `a: "!!! come"`.
    yaml 2:4-2:5 Text cannot start with `!`. | Put quotes around it: `b: "!e!f g"`.
    "#);
}
