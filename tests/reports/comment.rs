//! The comment for a pull request: what is wrong, where, how to mend it, and which of the fourteen
//! questions have an answer.

use guildhall::charter::QUESTIONS;

use super::{Site, check, small_site};

const FILE: &str = "content/groups/coaching-circle.md";
/// How long a comment may be on GitHub, in characters.
const LONGEST: usize = 65_536;

fn comment(site: &Site, paths: &[&str], status: i32) -> String {
    check(site, &[&["--format", "markdown"], paths].concat()).ended_with(status).stdout
}

/// The lines of a file's questions.
fn questions<'a>(comment: &'a str, file: &str) -> Vec<&'a str> {
    let (_, rest) = comment.split_once("\n### The fourteen questions\n").unwrap();
    let (_, rest) = rest.split_once(&format!("\n#### `{file}`\n\n")).unwrap();
    rest.split("\n#### ").next().unwrap().lines().collect()
}

#[test]
fn a_charter_without_problems_is_welcome() {
    let comment = comment(&small_site(), &[FILE], 0);
    assert!(comment.starts_with("## All is well\n\nThank you, and welcome!"), "{comment}");
    assert!(
        comment.contains("The people who look after this directory will read it next."),
        "{comment}"
    );
    assert_eq!(questions(&comment, FILE), ["All 14 are answered."]);
}

#[test]
fn every_question_is_listed_with_its_number_and_whether_it_has_an_answer() {
    let site = small_site();
    site.edit(FILE, "costs: free\n", "");
    site.edit(FILE, "conflict: Raise it with the leader first.\n", "");
    site.edit(FILE, "membership: open", "membership: opne");
    site.edit(FILE, "  contact: group@example.org\n", "");
    let comment = comment(&site, &[FILE], 1);
    let lines = questions(&comment, FILE);
    assert_eq!(lines[..2], ["10 of 14 are answered.", ""]);
    let expected = QUESTIONS.map(|question| {
        let (mark, note) = match question.number {
            5 | 11 => (" ", " **To fix.**"),
            10 | 14 => (" ", " **No answer yet.**"),
            _ => ("x", ""),
        };
        format!("- [{mark}] {}. {}{note}", question.number, question.text)
    });
    assert_eq!(lines[2..], expected);
    let (problems, _) = comment.split_once("### The fourteen").unwrap();
    let mend = "- **Line 9, column 13** (`membership`): `opne` is not one of the words allowed here.\\\n  \
                What to do: Did you mean `open`?\n";
    assert!(problems.contains(mend), "{problems}");
}

#[test]
fn an_answer_that_is_right_again_counts_again() {
    let site = small_site();
    site.edit(FILE, "purpose: To make", "purpos: To make");
    let lines = comment(&site, &[FILE], 1);
    let lines = questions(&lines, FILE);
    assert_eq!(lines[3], "- [ ] 2. What is its purpose? **No answer yet.**");
    site.edit(FILE, "purpos: To make", "purpose: To make");
    assert_eq!(questions(&comment(&site, &[FILE], 0), FILE), ["All 14 are answered."]);
}

#[test]
fn a_file_that_cannot_be_read_says_so() {
    let site = small_site();
    site.edit(FILE, "name: Coaching circle", "name: Coaching: circle");
    let comment = comment(&site, &[FILE], 1);
    let lines = questions(&comment, FILE);
    assert_eq!(lines, ["They will be shown here as soon as the file can be read."]);
}

#[test]
fn a_report_on_everything_asks_only_the_charters_with_problems() {
    let site = small_site();
    site.write("content/groups/second.md", super::charter("Second", "fields: [coaching]"));
    let comment = comment(&site, &[], 0);
    assert!(!comment.contains(FILE), "{comment}");
    assert_eq!(questions(&comment, "content/groups/second.md")[0], "6 of 14 are answered.");
    let fine = check(&small_site(), &["--format", "markdown"]).ended_with(0).stdout;
    assert!(!fine.contains("fourteen"), "{fine}");
}

#[test]
fn a_comment_on_many_charters_stays_within_the_limit_and_is_not_cut_inside() {
    let site = small_site();
    for number in 0..200 {
        let name = format!("Group {number} `@everyone` <img src=x> {}", "x".repeat(120));
        let text = super::charter(&name, "fields: [\"@team/everyone `` <b>\", \"[a](b)\"]");
        site.write(&format!("content/groups/g{number:03}.md"), text);
    }
    let comment = comment(&site, &[], 1);
    let length = comment.chars().count();
    assert!((50_000..LONGEST).contains(&length), "{length}");
    assert!(
        comment.contains(" more problems did not fit here. `guildhall check` shows them all.\n")
    );
    assert!(
        comment.ends_with("Not shown here: 190 files. Name one of them to see its questions.\n")
    );
    let (_, questions) = comment.split_once("### The fourteen questions").unwrap();
    assert_eq!(questions.matches("\n- [").count(), 10 * QUESTIONS.len());
    let outside_code = |event: &pulldown_cmark::Event<'_>| match event {
        pulldown_cmark::Event::Text(text) => text.contains(['@', '<', '`']),
        pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_) => true,
        pulldown_cmark::Event::Start(tag) => matches!(tag, pulldown_cmark::Tag::Link { .. }),
        _ => false,
    };
    let mut events = pulldown_cmark::Parser::new(&comment);
    assert_eq!(events.find(outside_code), None);
}
