//! What holds for every charter, however it was made: reading it never fails without a word, every
//! place lies in the file, and another reader and writer of YAML agree with ours.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cmp::Ordering;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use guildhall::charter::{self, Context, Reading};
use guildhall::config::Config;
use guildhall::diagnostic::{Diagnostic, LineIndex, Place};
use guildhall::fix::{Fixed, fix};
use guildhall::source::{SourceFile, Sources};
use guildhall::yaml::{self, Node, Value};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::{Index, select};

const TODAY: Date = date(2026, 11, 23);

/// The Guild's own directory.
static SOURCES: LazyLock<Sources> =
    LazyLock::new(|| Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());

static CONFIG: LazyLock<Config> = LazyLock::new(|| Config::read(&SOURCES, TODAY).0);

/// The sample charters, none of which has an error.
static SAMPLES: LazyLock<Vec<Arc<SourceFile>>> =
    LazyLock::new(|| SOURCES.folder("content/groups/").cloned().collect());

fn read(text: &str) -> Reading {
    let source = Arc::new(SourceFile::new("content/groups/sample.md", text));
    charter::read(&source, Context { config: &CONFIG, today: TODAY })
}

fn fixed(text: &str) -> Option<Fixed> {
    let source = Arc::new(SourceFile::new("content/groups/sample.md", text));
    fix(&source, Context { config: &CONFIG, today: TODAY })
}

/// The errors of a charter, without their places.
fn errors(text: &str) -> Vec<String> {
    let found = read(text).diagnostics.into_iter();
    let found = found.filter(|found| found.severity == guildhall::diagnostic::Severity::Error);
    found.map(|found| format!("{:?} {:?} {}", found.code, found.key, found.message)).collect()
}

/// Every place of a problem lies in the text, at whole characters, and its lines and columns agree with
/// its bytes.
fn assert_places_lie_in(text: &str, problems: &[Diagnostic]) {
    let lines = LineIndex::new(text);
    let assert_lies_in = |place: &Place| {
        let range = place.span.range();
        assert!(text.get(range.clone()).is_some(), "{place:?} is not in a text of {}", text.len());
        assert_eq!(place.start, lines.position(text, range.start), "{place:?}");
        assert_eq!(place.end, lines.position(text, range.end), "{place:?}");
    };
    for problem in problems {
        assert!(!problem.message.is_empty() && problem.help.as_deref() != Some(""), "{problem:?}");
        assert_lies_in(&problem.place);
        problem.related.iter().for_each(|related| assert_lies_in(&related.place));
    }
}

/// A change of a charter, at a place from its beginning to its end.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, &'static str),
    Delete(Index),
    Double(Index),
    SwapWithNext(Index),
    DeleteLine(Index),
    DoubleLine(Index),
    SwapLines(Index, Index),
    IndentLine(Index, &'static str),
    CapitalLine(Index),
}

/// What means something in YAML or Markdown, to terminals, or to nobody.
const INSERTED: &[&str] = &[
    ":",
    ": ",
    "-",
    "- ",
    "#",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|",
    ">",
    "&a ",
    "*a",
    "!t ",
    "<<: ",
    "%",
    "@",
    "`",
    "\\",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "  ",
    "---\n",
    "...\n",
    "\0",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "é",
    "读",
    "👩\u{200d}💻",
    "<b>",
    "<!--",
    "](",
    "![",
    "\\ud800",
    "~",
    "null",
    "-1",
    "1e999",
    "2026-02-30",
];

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        (at(), select(INSERTED)).prop_map(|(at, text)| Change::Insert(at, text)),
        at().prop_map(Change::Delete),
        at().prop_map(Change::Double),
        at().prop_map(Change::SwapWithNext),
        at().prop_map(Change::DeleteLine),
        at().prop_map(Change::DoubleLine),
        (at(), at()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        (at(), select(&[" ", "  ", "\t", "- ", "# "][..]))
            .prop_map(|(at, text)| Change::IndentLine(at, text)),
        at().prop_map(Change::CapitalLine),
    ]
}

impl Change {
    /// Makes the change in bytes, so that characters may be torn apart, and fixes what is then no text.
    fn make(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        if bytes.is_empty() {
            return String::new();
        }
        let (length, count) = (bytes.len(), lines.len());
        let indented;
        match self {
            Self::Insert(at, text) => {
                bytes.splice(at.index(length)..at.index(length), text.bytes());
            }
            Self::Delete(at) => drop(bytes.remove(at.index(length))),
            Self::Double(at) => bytes.insert(at.index(length), bytes[at.index(length)]),
            Self::SwapWithNext(at) => bytes.swap(at.index(length), (at.index(length) + 1) % length),
            Self::DeleteLine(at) => drop(lines.remove(at.index(count))),
            Self::DoubleLine(at) => lines.insert(at.index(count), lines[at.index(count)]),
            Self::SwapLines(one, other) => lines.swap(one.index(count), other.index(count)),
            Self::IndentLine(at, text) => {
                indented = format!("{text}{}", lines[at.index(count)]);
                lines[at.index(count)] = &indented;
            }
            Self::CapitalLine(at) => {
                indented = lines[at.index(count)].to_uppercase();
                lines[at.index(count)] = &indented;
            }
        }
        match self {
            Self::Insert(..) | Self::Delete(_) | Self::Double(_) | Self::SwapWithNext(_) => {
                String::from_utf8_lossy(&bytes).into_owned()
            }
            _ => lines.concat(),
        }
    }
}

/// A sample charter with a few changes.
fn changed_sample() -> impl Strategy<Value = String> {
    (any::<Index>(), prop::collection::vec(change(), 1..6)).prop_map(|(sample, changes)| {
        let text = sample.get(&SAMPLES).text().to_string();
        changes.iter().fold(text, |text, change| change.make(&text))
    })
}

/// Whether a tree is the same as another reader of YAML has it: numbers by their value. To the other
/// one, `007` and `1e999` are text, and a key may be something else than text.
fn is_same(ours: &Node, theirs: &serde_yaml::Value) -> bool {
    match (&ours.value, theirs) {
        (Value::Null, serde_yaml::Value::Null) => true,
        (Value::Bool(ours), serde_yaml::Value::Bool(theirs)) => ours == theirs,
        (Value::Number(ours), serde_yaml::Value::Number(theirs)) => {
            ours.parse().ok().partial_cmp(&theirs.as_f64()) == Some(Ordering::Equal)
        }
        (Value::Number(ours) | Value::Text(ours), serde_yaml::Value::String(theirs)) => {
            ours == theirs
        }
        (Value::Sequence(ours), serde_yaml::Value::Sequence(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
        }
        (Value::Mapping(ours), serde_yaml::Value::Mapping(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().zip(theirs).all(|(ours, (key, theirs))| {
                    key.as_str().is_none_or(|key| key == ours.key) && is_same(&ours.value, theirs)
                })
        }
        _ => false,
    }
}

/// The YAML of a charter and the text below it.
fn parts(text: &str) -> (&str, &str) {
    let (yaml, body) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    (yaml, body)
}

/// A charter as text, without the places in it.
fn shown(reading: &Reading) -> String {
    assert!(reading.charter.is_some(), "{:#?}", reading.diagnostics);
    let shown = format!("{:#?}", reading.charter);
    let places = ["start:", "end:", "{\"values\":"]; // the last is what the form is given: places of texts
    let is_place = |line: &&str| places.iter().any(|place| line.trim().starts_with(place));
    shown.lines().filter(|line| !is_place(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn another_reader_reads_the_same_from_every_file_of_the_guild() {
    let folders = ["groups", "fields", "subjects", "domains", "guidance", "pages"];
    let mut files = 0;
    for folder in folders {
        for source in SOURCES.folder(&format!("content/{folder}/")) {
            let mut problems = Vec::new();
            let (ours, body) = yaml::parse_front_matter(source, &mut problems).unwrap();
            assert_eq!(problems, []);
            let (text, expected_body) = parts(source.text());
            assert!(is_same(&ours, &serde_yaml::from_str(text).unwrap()), "{}", source.path());
            assert_eq!(&source.text()[body.range()], expected_body);
            files += 1;
        }
    }
    assert!(files > 60);
    for path in ["content/site.yaml", "content/aims.yaml", "content/values.yaml"] {
        let source = SOURCES.text_file(path).unwrap();
        let ours = yaml::parse_file(source, &mut Vec::new()).unwrap();
        assert!(is_same(&ours, &serde_yaml::from_str(source.text()).unwrap()), "{path}");
    }
}

#[test]
fn a_charter_written_out_by_another_writer_is_the_same() {
    for sample in &*SAMPLES {
        let (yaml, body) = parts(sample.text());
        let tree: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
        let written = serde_yaml::to_string(&tree).unwrap();
        let again = read(&format!("---\n{written}---\n{body}"));
        let expected = shown(&read(sample.text()));
        assert_eq!(shown(&again), expected, "{}", sample.path());
    }
}

/// One line of any text that a charter may hold: no control characters, none that are hidden.
fn line() -> impl Strategy<Value = String> {
    "([a-zA-Z ]|[-:#'\"\\\\,.\\[\\]{}&*!|>%@`?~=]|[0-9]|é|ß|读|👩|\u{1f3fd}|\u{301}){1,60}"
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("a text has to hold something", |text| !text.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_are_read_or_refused_at_a_place_in_them(
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..400),
            ".{0,200}".prop_map(String::into_bytes),
            ("---\n(\\PC|[\n\t:'\"#{}\\[\\]-]){0,200}\n---\n.{0,50}").prop_map(String::into_bytes),
            (changed_sample(), any::<Index>(), any::<u8>()).prop_map(|(text, at, byte)| {
                let mut bytes = text.into_bytes();
                bytes.insert(at.index(bytes.len() + 1), byte);
                bytes
            }),
        ],
    ) {
        let folder = tempfile::tempdir().unwrap();
        let groups = folder.path().join("content/groups");
        fs::create_dir_all(&groups).unwrap();
        fs::write(groups.join("sample.md"), &bytes).unwrap();
        let sources = Sources::read(folder.path()).unwrap();
        match sources.text_file("content/groups/sample.md") {
            Some(source) => {
                let reading = charter::read(source, Context { config: &CONFIG, today: TODAY });
                assert_places_lie_in(source.text(), &reading.diagnostics);
            }
            None => {
                let refusal = sources.problems().next().unwrap();
                prop_assert!(refusal.place.span.range().end <= bytes.len());
            }
        }
    }

    #[test]
    fn a_changed_charter_is_read_or_refused_at_a_place_in_it(text in changed_sample()) {
        let reading = read(&text);
        assert_places_lie_in(&text, &reading.diagnostics);
        let has_errors = reading.diagnostics.iter().any(|problem| {
            problem.severity == guildhall::diagnostic::Severity::Error
        });
        prop_assert_eq!(reading.charter.is_none(), has_errors);
    }

    #[test]
    fn fixing_a_changed_charter_makes_nothing_worse_and_is_done_at_once(text in changed_sample()) {
        let Some(fixed) = fixed(&text) else { return Ok(()) };
        prop_assert_ne!(&*fixed.after, &text);
        prop_assert!(self::fixed(&fixed.after).is_none(), "{fixed:#?}");
        // What could not be read as YAML is told now for the first time.
        let source = SourceFile::new("sample.md", text.clone());
        let mut problems = Vec::new();
        yaml::parse_front_matter(&source, &mut problems);
        let was_read = problems.is_empty();
        let mut before = errors(&text);
        for error in errors(&fixed.after).into_iter().filter(|_| was_read) {
            let position = before.iter().position(|known| *known == error);
            prop_assert!(position.is_some(), "{error} is new: {fixed:#?}");
            before.remove(position.unwrap());
        }
        let comments = |text: &str| {
            let comments = text.lines().filter(|line| line.trim_start().starts_with('#'));
            let mut comments: Vec<_> = comments.map(|line| line.trim().to_owned()).collect();
            comments.sort();
            comments
        };
        prop_assert_eq!(comments(&text), comments(&fixed.after));
        let body = |text: &str| {
            let source = SourceFile::new("sample.md", text);
            let body = yaml::parse_front_matter(&source, &mut Vec::new()).map(|(_, body)| body);
            body.map(|body| source.text()[body.range()].to_owned())
        };
        if let Some(kept) = body(&fixed.after) {
            prop_assert!(text.ends_with(&kept));
        }
    }

    #[test]
    fn another_reader_reads_the_same_from_what_ours_lets_through(text in changed_sample()) {
        let ends_line_elsewhere = ['\u{85}', '\u{2028}', '\u{2029}']; // in YAML 1.1, not in 1.2
        prop_assume!(!text.contains(ends_line_elsewhere));
        let source = SourceFile::new("sample.md", text);
        let mut problems = Vec::new();
        let tree = yaml::parse_front_matter(&source, &mut problems);
        let Some((ours, body)) = tree.filter(|_| problems.is_empty()) else { return Ok(()) };
        let fences = source.text()[..body.range().start].trim_start_matches('\u{feff}');
        let yaml = fences.trim_start_matches('-').trim_end().trim_end_matches('-');
        // YAML 1.1, which the other reader follows, refuses a little more.
        if let Ok(theirs) = serde_yaml::from_str(yaml) {
            prop_assert!(is_same(&ours, &theirs), "{ours:#?}\nis not\n{theirs:#?}");
        }
    }

    #[test]
    fn any_text_written_by_another_writer_is_read_as_it_was(name in line(), goal in line()) {
        let (yaml, body) = parts(SAMPLES[0].text());
        let mut tree: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
        tree["name"] = name.clone().into();
        tree["objectives"] = vec![goal.clone()].into();
        let written = serde_yaml::to_string(&tree).unwrap();
        let reading = read(&format!("---\n{written}---\n{body}"));
        let charter = reading.charter.unwrap();
        prop_assert_eq!(&charter.name, &name);
        let words: Vec<&str> = goal.split_whitespace().collect();
        prop_assert_eq!(&charter.objectives, &[words.join(" ")]);
    }
}
