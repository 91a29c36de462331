//! Reports for the tests of the formats.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::{Code, Diagnostic, LineIndex, Place, Report, Span, Texts};

const BREAD: &str = "content/groups/bread.md";
const CAFE: &str = "content/groups/café.md";
const READERS: &str = "content/groups/readers.md";

const BREAD_TEXT: &str = "\
---
name: Book Circle
purpose: >-
  To read
  what we would not
  read alone,
  and to talk.
---
";
const CAFE_TEXT: &str = "---\nsummary: Größe 読書会 \tund\tmehr\n---\n";
const READERS_TEXT: &str = "---\r\nname: Book Circle\r\nstatus: acive\r\n---\r\n";

/// Files in memory.
#[derive(Default)]
pub(super) struct Files(BTreeMap<String, Arc<str>>);

impl Files {
    /// Files by their paths.
    pub(super) fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        let files = files.into_iter();
        Self(files.map(|(path, text)| (path.to_owned(), Arc::from(text))).collect())
    }
}

impl Texts for Files {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        self.0.get(file).cloned()
    }
}

/// The place of bytes of a text.
pub(super) fn place_at(file: &str, text: &str, span: Range<usize>) -> Place {
    let lines = LineIndex::new(text);
    Place {
        file: Arc::from(file),
        span: Span::new(span.start, span.end),
        start: lines.position(text, span.start),
        end: lines.position(text, span.end),
    }
}

fn place(file: &str, text: &str, words: &str) -> Place {
    let start = text.find(words).unwrap();
    place_at(file, text, start..start + words.len())
}

/// One of each: help, a related place, several lines, other scripts and tabs, no source.
pub(super) fn report() -> Report {
    let name = place(READERS, READERS_TEXT, "Book Circle");
    let purpose = place(
        BREAD,
        BREAD_TEXT,
        ">-\n  To read\n  what we would not\n  read alone,\n  and to talk.",
    );
    let diagnostics = vec![
        Diagnostic::new(
            Code::Value,
            place(READERS, READERS_TEXT, "acive"),
            "“acive” is no status.",
        )
        .help("Write active.")
        .key("status"),
        Diagnostic::new(Code::Duplicate, name, "The name “Book Circle” is taken.")
            .help("Give this group a name of its own.")
            .key("name")
            .related(place(BREAD, BREAD_TEXT, "Book Circle"), "It stands here first."),
        Diagnostic::new(Code::Unanswered, purpose, "The purpose says too little."),
        Diagnostic::new(Code::Unsafe, place(CAFE, CAFE_TEXT, "und\tmehr"), "Left out.")
            .key("summary"),
        Diagnostic::new(
            Code::Encoding,
            Place::whole_file(&Arc::from("content/groups/old.md")),
            "The file is not UTF-8 text.",
        ),
    ];
    Report::new(diagnostics, 5, 4)
}

/// [`report`] with the problems of one code alone.
pub(super) fn only(code: Code) -> Report {
    let mut report = report();
    report.diagnostics.retain(|found| found.code == code);
    report
}

/// The texts of [`report`].
pub(super) fn files() -> Files {
    Files::of([(BREAD, BREAD_TEXT), (CAFE, CAFE_TEXT), (READERS, READERS_TEXT)])
}

const HOSTILE_FILE: &str = "content/a,b:`c`\u{1b}]0;x\u{7}\n::error::<img>.md";
const HOSTILE_TEXT: &str = "name: \u{1b}[2J\u{202e}evil\u{9b}31m\n";

/// Text that tries to steer a terminal, a page or a workflow, in every part of a problem.
pub(super) fn hostile() -> Report {
    let place = place_at(HOSTILE_FILE, HOSTILE_TEXT, 6..HOSTILE_TEXT.len() - 1);
    let message =
        "\u{1b}[31m @everyone <script>x</script>\r\n::error::no [a](https://e.example) 100%";
    let found = Diagnostic::new(Code::Value, place.clone(), message)
        .help("# **b** \u{202e}www.e.example #12 `x` :tada: $x$ {0} deadbeef &amp;")
        .key("a`b\u{1b}")
        .related(place, "a|b\u{9b}m _c_ ~~d~~");
    Report::new(vec![found], 1, 1)
}

/// The texts of [`hostile`].
pub(super) fn hostile_files() -> Files {
    Files::of([(HOSTILE_FILE, HOSTILE_TEXT)])
}

/// A report without problems.
pub(super) fn nothing() -> Report {
    Report::new(Vec::new(), 24, 18)
}
