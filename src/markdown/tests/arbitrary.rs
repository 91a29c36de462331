//! Any text at all.

use proptest::prelude::*;

use super::{as_typed, sieve};
use crate::diagnostic::Span;
use crate::markdown::{Origin, Prose, looks_like_html, read};
use crate::source::SourceFile;

/// Pieces that mean something to the parser or to a browser.
const PIECES: &[&str] = &[
    "<",
    ">",
    "<b>",
    "</b>",
    "<script>",
    "<!--",
    "-->",
    "<div\n",
    "<?",
    "<![CDATA[",
    "[",
    "]",
    "![",
    "](",
    "](/a)",
    "](javascript:x)",
    "](https://a.b/)",
    ")",
    "(",
    "\"",
    "'",
    "`",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "|-|\n",
    "|a|\n",
    ":-:|",
    "# ",
    "=\n",
    "---\n",
    "- ",
    "1. ",
    "> ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  \n",
    "\\",
    "&",
    "&#x202e;",
    "&colon;",
    "&lt;",
    "[^1]",
    "[^1]: ",
    "[a]: ",
    "[a]",
    "/",
    "//",
    ":",
    "@",
    "mailto:",
    "javascript:",
    "data:",
    "<https://a.b>",
    "https://a.b/",
    "www.a.b",
    "a_@b.c",
    "[[",
    "]]",
    "][",
    "<br>",
    "<a@b.c>",
    "\u{202e}",
    "\u{0}",
    "é",
    "א",
    "a",
    "word",
    " ",
    "{#x}",
    "onclick=x",
    "style=\"",
    "%00",
    "%2f",
    "?",
    "#x",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Reads a text from a part of a file, and checks what holds for every text.
fn assert_sound(text: &str, file: &str, span: Span) -> Prose {
    let source = SourceFile::new("a.md", file);
    let origin = Origin { source: &source, span, key: "purpose", prefix: "h", top_level: 2 };
    let mut diagnostics = Vec::new();
    let prose = read(text, &origin, &mut diagnostics);
    let html = as_typed(&prose);
    assert_eq!(sieve::faults(&html), <[String; 0]>::default(), "{html}");
    let spans = diagnostics.iter().map(|found| found.place.span);
    for span in spans.chain(prose.links().iter().map(|link| link.span)) {
        assert!(file.get(span.range()).is_some(), "{span:?} is not in {file:?}");
    }
    let mut ids: Vec<_> = prose.headings().iter().map(|heading| &heading.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), prose.headings().len(), "{html}");
    prose
}

fn assert_sound_body(text: &str) {
    assert_sound(text, text, Span::new(0, text.len()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_harmless(text in "\\PC*|(?s).{0,80}") {
        assert_sound_body(&text);
    }

    #[test]
    fn any_markup_is_harmless(text in pieces()) {
        assert_sound_body(&text);
    }

    #[test]
    fn places_are_inside_the_file_whatever_the_file_says(text in pieces(), file in pieces(), quote in "['\">|]?") {
        let file = format!("purpose: {quote}{file}{quote}");
        assert_sound(&text, &file, Span::new(9, file.len()));
    }

    #[test]
    fn a_folded_text_reads_as_the_same_text_unfolded(words in prop::collection::vec("[a-z<>*]{1,6}", 1..20)) {
        let text = words.join(" ");
        let file = format!("key: >-\n  {}\n", words.join("\n  "));
        let folded = assert_sound(&text, &file, Span::new(5, file.len()));
        prop_assert_eq!(folded, assert_sound(&text, &text, Span::new(0, text.len())));
    }

    #[test]
    fn what_looks_like_html_is_inside_the_text(text in pieces()) {
        if let Some(range) = looks_like_html(&text) {
            let tag = &text[range];
            prop_assert!(tag.starts_with('<') && tag.ends_with('>'));
        }
    }
}
