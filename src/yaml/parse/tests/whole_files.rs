//! What is found in a file as a whole.

use super::problems;

#[test]
fn one_file_holds_one_document_without_instructions() {
    insta::assert_snapshot!(problems("a: b\n---\nc: d\n"), @"limits 2:1-2:4 A second set of keys starts here, but a file may have only one. | Remove this line, and the line of hyphens or dots above it if there is one.");
    insta::assert_snapshot!(problems("a: b\n--- c\n"), @"limits 2:1-2:6 A second set of keys starts here, but a file may have only one. | Remove this line, and the line of hyphens or dots above it if there is one.");
    insta::assert_snapshot!(problems("a: b\n...\nc: d\n"), @"limits 3:1-3:5 A second set of keys starts here, but a file may have only one. | Remove this line, and the line of hyphens or dots above it if there is one.");
    insta::assert_snapshot!(problems("%YAML 1.2\n---\na: b\n"), @"limits 1:1-1:10 A line that starts with `%` is an instruction to programs: that is not allowed. | Take the line out.");
    insta::assert_snapshot!(problems("a: b\n... c\n"), @"yaml 2:5-2:6 This is not YAML: it is neither a key with its value nor an entry of a list. | Compare it with the lines above. If it is text, put quotes around it.");
}

#[test]
fn all_mistakes_of_a_file_are_found_at_once() {
    insta::assert_snapshot!(
        problems(
            "name: Coaching: a group\r\nsummary: @home\r\nfields: [a, b\r\nsubjects: [c]\r\n\
             status: 'äctive\r\nsize: {ideal: 1, ideal: 2}\r\nwho: !x y\r\nsteps:\r\n  -one\r\n  - two\r\n"
        ),
        @r#"
        yaml 1:15-1:16 Text with a colon and a space in it needs quotes. | Put quotes around it: `name: "Coaching: a group"`.
        yaml 2:10-2:11 Text cannot start with `@`. | Put quotes around it: `summary: "@home"`.
        yaml 3:9-3:10 This `[` is opened, but not closed. | Close it after the last entry: `fields: [a, b]`.
        yaml 5:9-5:10 This quote is opened, but not closed. | Close it at the end of the text: `status: 'äctive'`.
        yaml 6:18-6:23 The key `ideal` appears a second time here. | Keep the one that is right, or put what both say into one. | 6:8-6:13 The first one is here.
        limits 7:6-7:8 `!x` tells programs how to read the value. That is not allowed here. | If it is text, put quotes around it: `who: "!x y"`. Otherwise remove it.
        yaml 9:3-9:4 A space is missing after this hyphen. | Type `- one`.
        "#
    );
}

#[test]
fn a_mistake_shows_the_text_of_the_file_however_it_was_mended() {
    insta::assert_snapshot!(problems("a: b\nc: \"\\d\" e\nf:\n  g: @h\n i: j\n"), @r#"
    yaml 2:5-2:7 `\d` means nothing in double quotes. | If the backslash is part of the text, type it twice: `\\d`.
    yaml 2:9-2:10 The quotes close before the text ends. | Type it like this: `c: '"\d" e'`.
    yaml 4:6-4:7 Text cannot start with `@`. | Put quotes around it: `g: "@h"`.
    yaml 5:2-5:6 This line is not indented like any line above it. | Start it with 2 spaces, like `g: @h`, or with no space, like `f:`.
    "#);
}

#[test]
fn columns_of_problems_count_characters_whatever_ends_the_lines() {
    insta::assert_snapshot!(problems("é: ü\r\nä: ö: ß\r\n"), @r#"yaml 2:5-2:6 Text with a colon and a space in it needs quotes. | Put quotes around it: `ä: "ö: ß"`."#);
    insta::assert_snapshot!(problems("é: ü\rä: \"ö\rü: ß"), @r#"yaml 2:4-2:5 This quote is opened, but not closed. | Close it at the end of the text: `ä: "ö"`."#);
}
