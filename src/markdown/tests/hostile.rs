//! Texts made to cost as much as they can.

use std::time::{Duration, Instant};

use super::{as_typed, read_body};
use crate::diagnostic::Code;

/// A quarter of the largest file.
const LARGE: usize = 64 * 1024;
/// How many times as long as its text the HTML may be.
const MOST_GROWTH: usize = 20;
/// Far above what linear work takes without optimisation, and below what a quadratic step does.
const LONGEST: Duration = Duration::from_secs(2);

fn filled_with(piece: &str) -> String {
    piece.repeat(LARGE / piece.len())
}

fn assert_cheap(text: &str, name: &str) {
    let start = Instant::now();
    let (prose, diagnostics) = read_body(text);
    let html = as_typed(&prose);
    assert!(start.elapsed() < LONGEST, "{name:?} took {:?}", start.elapsed());
    assert!(html.len() <= MOST_GROWTH * text.len() + 64, "{name:?} became {} bytes", html.len());
    assert!(diagnostics.len() <= 22, "{name:?} gave {} problems", diagnostics.len());
}

fn assert_refused(text: &str, message: &str) {
    assert_cheap(text, message);
    let (prose, diagnostics) = read_body(text);
    assert!(prose.is_empty(), "{message}");
    let problems: Vec<_> =
        diagnostics.iter().map(|found| (found.code, found.message.as_str())).collect();
    assert_eq!(problems, [(Code::Limits, message)]);
}

const TOO_DEEP: &str = "Lists or quotations are nested more than 32 deep here.";
const TOO_EMPTY: &str = "Up to here, the rows of the tables lack more than 10,000 cells.";
const TOO_LONG: &str = "A link's title runs over more than 50 lines up to here.";

#[test]
fn pieces_of_markup_without_end_are_cheap() {
    for piece in [
        "[",
        "]",
        "![",
        "*",
        "**a *b ",
        "_",
        "~",
        "`",
        "` `` ",
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "<?",
        "<![CDATA[",
        "</",
        "&",
        "\\",
        "|",
        "[a](",
        "[a](b \"",
        "[a](b '",
        "[a](<b",
        "[a][",
        "[^",
        "[^a]",
        "[^a[",
        "[[",
        "[[a]]",
        "[a](b c)",
        "](",
        "[a](((",
        "<https://a>",
        "https://",
        "https://a.b/*",
        "https://a.b/*c* ",
        "https://a.b/)",
        "https://a.b/&amp;",
        "www.a",
        "_www.a_",
        "(www.a.b",
        "a@",
        "a@b.",
        "a@b.c ",
        "mailto:",
        "[a](/b)",
        "![a](/b)",
        "<b>",
        "<b>\n",
        "[a](x:y)",
        "\u{202e}",
        "\u{0}",
        "# a\n",
        "a\n=\n",
        "- a\n",
        "-\n+\n",
        "> a\n\n",
        "a\n",
        "\n",
        "\r",
        "```\n",
        "    a\n",
        "[a]: b\n",
        "[^a]: b\n",
        "[a]: b 'c\n",
        "|a|\n|-|\n\n",
        "a|b\n-|-\n|\n\n",
        "* * *\n",
        "***\n",
        "é",
    ] {
        assert_cheap(&filled_with(piece), piece);
    }
}

#[test]
fn what_is_defined_once_and_used_without_end_is_cheap() {
    for (definition, piece) in [
        ("[a]: /b\n\n", "[a]"),
        ("[a]: /b\n\n", "![a]"),
        ("[a]: https://b\n\n", "[a]"),
        ("[^a]: b\n\n", "[^a]"),
        ("|a|\n|:-:|\n", "|a\n"),
    ] {
        assert_cheap(&format!("{definition}{}", filled_with(piece)), piece);
    }
    let title = "\"".repeat(LARGE / 2);
    let text = format!("[a]: /b '{title}'\n\n{}", "[a] ".repeat(LARGE / 8));
    assert_cheap(&text, "a long title");
}

#[test]
fn wide_tables_with_full_rows_are_cheap() {
    for columns in [10, 1_000, 10_000] {
        let row = |cell: &str| format!("{}\n", cell.repeat(columns));
        let rows = row("|a").repeat(LARGE / (2 * columns));
        assert_cheap(&format!("{}{}{rows}", row("|a"), row("|:-:")), "wide table");
    }
}

#[test]
fn deep_nesting_is_refused() {
    for piece in [">", "> ", "- ", "1. ", "+ > ", "[^a]: > "] {
        assert_refused(&format!("{}a", filled_with(piece)), TOO_DEEP);
        let (deep, lines) = (piece.repeat(9_000), "a\n".repeat(90_000));
        assert_refused(&format!("{deep}`{lines}`"), TOO_DEEP);
    }
    let staircase: Vec<_> = (0..34).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    let staircase = staircase.concat();
    let (prose, diagnostics) = read_body(&staircase);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert_eq!((diagnostics[0].message.as_str(), diagnostics[0].place.start.line), (TOO_DEEP, 33));
    assert_eq!(as_typed(&prose).matches("<ul>").count(), 32);
}

#[test]
fn nesting_within_reason_and_rules_of_any_length_are_not() {
    for text in
        [&"> ".repeat(32), &"- ".repeat(300), &format!("> {}", "* ".repeat(300)), &"*".repeat(300)]
    {
        assert_eq!(read_body(&format!("{text}\n")).1, [], "{text}");
    }
}

#[test]
fn emphasis_nested_beyond_what_shows_is_left_out() {
    let html =
        as_typed(&read_body(&format!("{}b{}", "*a **a ".repeat(50), " a** a*".repeat(50))).0);
    assert_eq!(html.matches("<em>").count() + html.matches("<strong>").count(), 32);
}

#[test]
fn tables_of_missing_cells_are_refused() {
    let table = |end: &str| {
        let (head, rule, rows) =
            ("|a".repeat(1_000), "|-".repeat(1_000), format!("a{end}").repeat(200));
        format!("{head}{end}{rule}{end}{rows}{end}")
    };
    for end in ["\n", "\r\n", "\r", "\n> ", "\n  "] {
        assert_refused(&table(end).repeat(LARGE / 5_000), TOO_EMPTY);
    }
    let disguised =
        format!("{}\n{}\n-|-\n{}", "|a".repeat(1_000), "|-".repeat(1_000), "a\n".repeat(200));
    assert_refused(&disguised, TOO_EMPTY);
}

#[test]
fn titles_over_many_lines_are_refused() {
    for (open, close) in [("\"", "\""), ("'", "'"), ("(", ")"), ("\n>\"", "\"")] {
        for end in ["\n", "\r\n", "\r", "\n> "] {
            let lines = format!("*x*{end}").repeat(LARGE / 8);
            assert_refused(&format!("[a](/b {open}{lines}{close})"), TOO_LONG);
        }
    }
    let (prose, diagnostics) = read_body(&format!("[a](/b \"{}\")", "x\n".repeat(49)));
    assert_eq!((prose.links().len(), diagnostics.len()), (1, 0));
    let (_, diagnostics) = read_body(&format!("[a](/b) \"{}\"", "x\n\n".repeat(99)));
    assert_eq!(diagnostics, []);
}
