//! The tree that a text gives.

use std::fmt::Write as _;

use super::{range, read};
use crate::diagnostic::Span;
use crate::source::SourceFile;
use crate::yaml::parse::parse;
use crate::yaml::{Node, Value};

/// A tree as one line for each value, with its place.
fn tree(text: &str) -> String {
    let (source, node, diagnostics) = read(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut shown = String::new();
    show(&source, &node.expect("a tree"), "", &mut shown);
    shown
}

fn show(source: &SourceFile, node: &Node, path: &str, shown: &mut String) {
    let place = range(&source.place(node.span));
    let value = match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(typed) => format!("number {typed}"),
        Value::Text(text) => format!("{text:?}"),
        Value::Sequence(items) => format!("list of {}", items.len()),
        Value::Mapping(entries) => format!("map of {}", entries.len()),
    };
    let _ = writeln!(shown, "{path} {place} {value}");
    match &node.value {
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                show(source, item, &format!("{path}[{index}]"), shown);
            }
        }
        Value::Mapping(entries) => {
            for entry in entries {
                let key = range(&source.place(entry.key_span));
                show(source, &entry.value, &format!("{path}.{}@{key}", entry.key), shown);
            }
        }
        _ => {}
    }
}

#[test]
fn scalars_are_read_by_the_core_schema_and_keep_their_places() {
    insta::assert_snapshot!(
        tree(
            "a: no\nb: 18:30\nc: 2026-01-13\nd: true\ne: 0x1F\nf: 1.50\ng: .nan\nh: ~\ni:\n\
             j: \"8\"\nk: 'null'\n"
        ),
        @r#"
         1:1-11:10 map of 11
        .a@1:1-1:2 1:4-1:6 "no"
        .b@2:1-2:2 2:4-2:9 "18:30"
        .c@3:1-3:2 3:4-3:14 "2026-01-13"
        .d@4:1-4:2 4:4-4:8 true
        .e@5:1-5:2 5:4-5:8 number 0x1F
        .f@6:1-6:2 6:4-6:8 number 1.50
        .g@7:1-7:2 7:4-7:8 number .nan
        .h@8:1-8:2 8:4-8:5 null
        .i@9:1-9:2 9:3-9:3 null
        .j@10:1-10:2 10:4-10:7 "8"
        .k@11:1-11:2 11:4-11:10 "null"
        "#
    );
}

#[test]
fn quotes_are_part_of_the_place_and_escapes_of_the_value() {
    insta::assert_snapshot!(tree("a: \"b\\u00e9 \\\"c\\\"\" # d\n'e f': 'it''s'\n"), @r#"
     1:1-2:15 map of 2
    .a@1:1-1:2 1:4-1:19 "bé \"c\""
    .e f@2:1-2:6 2:8-2:15 "it's"
    "#);
}

#[test]
fn text_over_several_lines_is_folded() {
    insta::assert_snapshot!(tree("a: b\n  c\n\n  d\ne: \"f\n  g\"\n"), @r#"
     1:1-6:5 map of 2
    .a@1:1-1:2 1:4-4:4 "b c\nd"
    .e@5:1-5:2 5:4-6:5 "f g"
    "#);
}

#[test]
fn a_block_of_text_starts_at_its_mark_and_ends_with_its_last_word() {
    insta::assert_snapshot!(
        tree("a: >-\n  b\n  c\n\nd: |  # e\n\n    f\n     g\n\nh: |+\n  i\n\nj: |\nk: >2\n   l"),
        @r#"
         1:1-15:5 map of 5
        .a@1:1-1:2 1:4-3:4 "b c"
        .d@5:1-5:2 5:4-8:7 "\nf\n g\n"
        .h@10:1-10:2 10:4-11:4 "i\n\n"
        .j@13:1-13:2 13:4-13:5 ""
        .k@14:1-14:2 14:4-15:5 " l\n"
        "#
    );
}

#[test]
fn lists_and_maps_end_with_what_they_hold() {
    insta::assert_snapshot!(
        tree("a:\n  - b\n  - c: d\n    e: f\n\n# g\nh:\n- i\n- - j\n  - k\n\nl: m\n"),
        @r#"
         1:1-12:5 map of 3
        .a@1:1-1:2 2:3-4:9 list of 2
        .a@1:1-1:2[0] 2:5-2:6 "b"
        .a@1:1-1:2[1] 3:5-4:9 map of 2
        .a@1:1-1:2[1].c@3:5-3:6 3:8-3:9 "d"
        .a@1:1-1:2[1].e@4:5-4:6 4:8-4:9 "f"
        .h@7:1-7:2 8:1-10:6 list of 2
        .h@7:1-7:2[0] 8:3-8:4 "i"
        .h@7:1-7:2[1] 9:3-10:6 list of 2
        .h@7:1-7:2[1][0] 9:5-9:6 "j"
        .h@7:1-7:2[1][1] 10:5-10:6 "k"
        .l@12:1-12:2 12:4-12:5 "m"
        "#
    );
}

#[test]
fn brackets_are_part_of_the_place() {
    insta::assert_snapshot!(
        tree("a: [b, {c: d, e}, [], \"f\" , g: h]\ni: {\n  j: k,\n}\nl: [\n  m\n]\n"),
        @r#"
         1:1-7:2 map of 3
        .a@1:1-1:2 1:4-1:34 list of 5
        .a@1:1-1:2[0] 1:5-1:6 "b"
        .a@1:1-1:2[1] 1:8-1:17 map of 2
        .a@1:1-1:2[1].c@1:9-1:10 1:12-1:13 "d"
        .a@1:1-1:2[1].e@1:15-1:16 1:16-1:16 null
        .a@1:1-1:2[2] 1:19-1:21 list of 0
        .a@1:1-1:2[3] 1:23-1:26 "f"
        .a@1:1-1:2[4] 1:29-1:33 map of 1
        .a@1:1-1:2[4].g@1:29-1:30 1:32-1:33 "h"
        .i@2:1-2:2 2:4-4:2 map of 1
        .i@2:1-2:2.j@3:3-3:4 3:6-3:7 "k"
        .l@5:1-5:2 5:4-7:2 list of 1
        .l@5:1-5:2[0] 6:3-6:4 "m"
        "#
    );
}

#[test]
fn an_empty_value_stands_after_its_colon_or_hyphen() {
    insta::assert_snapshot!(tree("a:\n  # b\n  -\n  -  \n  - - \nc :\nd: {e: , f: }\ng:\n-\n- \n"), @"
     1:1-10:2 map of 4
    .a@1:1-1:2 3:3-5:6 list of 3
    .a@1:1-1:2[0] 3:4-3:4 null
    .a@1:1-1:2[1] 4:4-4:4 null
    .a@1:1-1:2[2] 5:5-5:6 list of 1
    .a@1:1-1:2[2][0] 5:6-5:6 null
    .c@6:1-6:2 6:4-6:4 null
    .d@7:1-7:2 7:4-7:14 map of 2
    .d@7:1-7:2.e@7:5-7:6 7:7-7:7 null
    .d@7:1-7:2.f@7:10-7:11 7:12-7:12 null
    .g@8:1-8:2 9:1-10:2 list of 2
    .g@8:1-8:2[0] 9:2-9:2 null
    .g@8:1-8:2[1] 10:2-10:2 null
    ");
}

#[test]
fn keys_are_text_whatever_they_look_like() {
    insta::assert_snapshot!(tree("1: a\ntrue: b\n18:30: c\n“d”: e\nf g: h\n? i\n: j\n"), @r#"
     1:1-7:4 map of 6
    .1@1:1-1:2 1:4-1:5 "a"
    .true@2:1-2:5 2:7-2:8 "b"
    .18:30@3:1-3:6 3:8-3:9 "c"
    .“d”@4:1-4:4 4:6-4:7 "e"
    .f g@5:1-5:4 5:6-5:7 "h"
    .i@6:3-6:4 7:3-7:4 "j"
    "#);
}

#[test]
fn columns_count_characters_whatever_ends_the_lines() {
    insta::assert_snapshot!(tree("é: \"üü\" # ß\r\nü: [é, ß]\r\n"), @r#"
     1:1-2:10 map of 2
    .é@1:1-1:2 1:4-1:8 "üü"
    .ü@2:1-2:2 2:4-2:10 list of 2
    .ü@2:1-2:2[0] 2:5-2:6 "é"
    .ü@2:1-2:2[1] 2:8-2:9 "ß"
    "#);
    insta::assert_snapshot!(tree("é: x\rü: |\r  ß\rö: y"), @r#"
     1:1-4:5 map of 3
    .é@1:1-1:2 1:4-1:5 "x"
    .ü@2:1-2:2 2:4-3:4 "ß\n"
    .ö@4:1-4:2 4:4-4:5 "y"
    "#);
}

#[test]
fn one_document_may_have_its_markers() {
    insta::assert_snapshot!(tree("# a\n---\nb: c\n...\n# d\n"), @r#"
     3:1-3:5 map of 1
    .b@3:1-3:2 3:4-3:5 "c"
    "#);
}

#[test]
fn nothing_is_null_at_the_start() {
    insta::assert_snapshot!(tree(""), @" 1:1-1:1 null");
    insta::assert_snapshot!(tree("\n# a\n"), @" 1:1-1:1 null");
    insta::assert_snapshot!(tree("---\n"), @" 1:4-1:4 null");
}

#[test]
fn the_root_may_be_anything() {
    insta::assert_snapshot!(tree("- a\n- b\n"), @r#"
     1:1-2:4 list of 2
    [0] 1:3-1:4 "a"
    [1] 2:3-2:4 "b"
    "#);
    insta::assert_snapshot!(tree("some text\n"), @r#" 1:1-1:10 "some text""#);
}

#[test]
fn places_count_from_the_start_of_the_file() {
    let text = "---\nname: A\nsize:\n---\nText\n";
    let source = SourceFile::new("content/groups/a.md", text);
    let mut diagnostics = Vec::new();
    let node = parse(&source, Span::new(4, 18), &mut diagnostics).expect("a tree");
    let mut shown = String::new();
    show(&source, &node, "", &mut shown);
    insta::assert_snapshot!(shown, @r#"
     2:1-3:6 map of 2
    .name@2:1-2:5 2:7-2:8 "A"
    .size@3:1-3:5 3:6-3:6 null
    "#);
    let empty = parse(&source, Span::new(4, 4), &mut diagnostics).expect("a tree");
    assert_eq!(empty, Node { value: Value::Null, span: Span::new(4, 4) });
    assert!(diagnostics.is_empty());
}

#[test]
fn comments_that_are_set_apart_are_left_alone() {
    let (_, node, diagnostics) =
        read("# a\nb: c # d\ne: 8 #f\ng: \"h\" #i\nj: # k\n  - l\nm: n ## o\np: q#r\n");
    assert!(node.is_some());
    assert_eq!(diagnostics, []);
}
