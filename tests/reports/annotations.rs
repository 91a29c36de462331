//! The annotations of GitHub Actions land where the mistakes are: its commands are read by a reader
//! of our own, written from its rules, and held against places that are counted in the file itself.

use std::collections::BTreeMap;

use super::{Site, check, small_site};

const FILE: &str = "content/groups/kreis.md";

/// A workflow command as the runner reads it.
#[derive(Debug)]
struct Command {
    name: String,
    properties: BTreeMap<String, String>,
    message: String,
}

impl Command {
    /// `::name key=value,key=value::message`: a value ends at a comma, the properties at two colons.
    fn read(line: &str) -> Self {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        let property = |pair: &str| {
            let (key, value) = pair.split_once('=').unwrap();
            (key.to_owned(), unescaped(value, &["%0D", "%0A", "%3A", "%2C", "%25"]))
        };
        Self {
            name: name.to_owned(),
            properties: properties.split(',').map(property).collect(),
            message: unescaped(message, &["%0D", "%0A", "%25"]),
        }
    }

    fn number(&self, key: &str) -> Option<usize> {
        self.properties.get(key).map(|value| value.parse().unwrap())
    }

    /// Line, column, last line and last column.
    fn place(&self) -> [Option<usize>; 4] {
        ["line", "col", "endLine", "endColumn"].map(|key| self.number(key))
    }
}

/// A text with these escapes read, and no others.
fn unescaped(text: &str, escapes: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let escape = &rest[at..at + 3];
        assert!(escapes.contains(&escape), "{escape} is no escape: {text}");
        out += &rest[..at];
        out.push(char::from(u8::from_str_radix(&escape[1..], 16).unwrap()));
        rest = &rest[at + 3..];
    }
    out + rest
}

/// The commands for the file, by their titles and lines.
fn commands(site: &Site) -> Vec<Command> {
    let ran = check(site, &["--format", "github"]).ended_with(1);
    assert_eq!(ran.stderr, "");
    ran.stdout.lines().map(Command::read).collect()
}

/// Where words are: the line, the column of the first character, and the column after the last,
/// counted in characters from 1.
fn place_of(text: &str, words: &str) -> [Option<usize>; 4] {
    assert_eq!(text.matches(words).count(), 1, "{words}");
    let (number, line) = text.lines().enumerate().find(|(_, line)| line.contains(words)).unwrap();
    let column = line[..line.find(words).unwrap()].chars().count() + 1;
    let end = column + words.chars().count();
    [Some(number + 1), Some(column), Some(number + 1), Some(end)]
}

/// A charter with a mistake after letters of one, two, three and four bytes, and one over two lines.
fn charter() -> String {
    let base =
        std::fs::read_to_string(super::fixture("check/base/content/groups/coaching-circle.md"));
    let changes = [
        ("name: Coaching circle", "name: Bücherkreis"),
        (
            "purpose: To make our work braver and better.",
            "purpose: \"Grüße, 読書会 👩‍💻 und <b>mehr\"",
        ),
        ("leaders: [{name: The group's leader}]", "leaders: [{name: Zoë, rôle: Leader}]"),
        ("membership: open", "membership: offen # öffentlich"),
        ("first: 2026-01-13", "first: 2026-01-14"),
        ("values: [confidentiality]", "values:\n  - inclusivity\n  - Wir hören zu."),
    ];
    let mut text = base.unwrap();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    text
}

/// Asserts that each mistake of the charter is annotated at its place.
fn assert_annotated(text: &str) {
    let site = small_site();
    site.write(FILE, text);
    let commands = commands(&site);
    let found = |title: &str, key: &str| {
        let is_it = |command: &&Command| {
            command.properties["title"] == title && command.message.contains(key)
        };
        let mut found = commands.iter().filter(is_it);
        let command = found.next();
        assert!(command.is_some(), "{title} {key}: {commands:#?}");
        assert!(found.next().is_none(), "{title} {key} twice: {commands:#?}");
        command.unwrap()
    };
    for (name, title, key, words) in [
        ("error", "unknown-key", "rôle", "rôle"),
        ("error", "value", "`offen`", "offen"),
        ("error", "schedule", "2026-01-14", "2026-01-14"),
        ("warning", "unsafe", "<b>", "<b>"),
    ] {
        let command = found(title, key);
        assert_eq!(
            (command.name.as_str(), command.place()),
            (name, place_of(text, words)),
            "{title}"
        );
    }
    let over_lines = found("confidentiality", "confidentiality");
    let [line, ..] = place_of(text, "- inclusivity");
    assert_eq!(over_lines.place(), [line, None, line.map(|line| line + 1), None]);
    assert_eq!(commands.len(), 5, "{commands:#?}");
    assert!(commands.iter().all(|command| command.properties["file"] == FILE), "{commands:#?}");
}

#[test]
fn each_mistake_is_annotated_where_it_is() {
    assert_annotated(&charter());
}

#[test]
fn lines_that_end_as_on_windows_count_the_same() {
    assert_annotated(&charter().replace('\n', "\r\n"));
}

#[test]
fn a_file_that_starts_with_a_byte_order_mark_counts_the_same() {
    let site = small_site();
    let text = charter();
    site.write(FILE, format!("\u{feff}{text}"));
    let places: Vec<_> = commands(&site).iter().map(Command::place).collect();
    for words in ["rôle", "offen", "2026-01-14", "<b>"] {
        assert!(places.contains(&place_of(&text, words)), "{words}: {places:?}");
    }
}

#[test]
fn a_mistake_of_the_whole_file_is_at_its_first_line_whatever_its_name() {
    let site = small_site();
    let file = "content/groups/fünf, fast: 100%.md";
    site.write(file, charter());
    let [command] = &commands(&site)[..] else { panic!("one file, one problem") };
    assert_eq!((&*command.properties["file"], command.place()), (file, [Some(1); 4]));
}

#[test]
fn columns_are_given_only_where_the_runner_takes_them() {
    let site = super::mixed_site();
    let mut over_lines = 0;
    for command in commands(&site) {
        let [line, column, end_line, end_column] = command.place();
        assert!(line >= Some(1) && line <= end_line, "{command:?}");
        if line == end_line {
            assert!(column >= Some(1) && column <= end_column, "{command:?}");
        } else {
            assert_eq!((column, end_column), (None, None), "{command:?}");
            over_lines += 1;
        }
    }
    assert!(over_lines > 0);
}
