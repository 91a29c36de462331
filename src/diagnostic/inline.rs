//! Text from outside in a line of a comment on GitHub, in which it is nothing but text.
//!
//! GitHub turns more than Markdown into something else: mentions, references to issues and commits, addresses, emoji,
//! formulas. A backslash stops only some of them; a code span stops all. So every word from outside that is not
//! plainly a word is put in a code span, where it can also be copied without anything hidden in it.

use std::ops::Range;

use crate::text::on_one_line;

/// How much of one message or name is shown, in characters.
const LONGEST: usize = 500;
/// Punctuation without a meaning in Markdown inside of a line.
const PLAIN: &str = ".,;:?!'\"()-/%+=‘’“”–—…";
/// Punctuation around a word that is left outside of its code span.
const AROUND: &[char] = &['.', ',', ';', ':', '?', '!', '\'', '"', '‘', '’', '“', '”'];
/// From how many hexadecimal digits on GitHub sees the name of a commit.
const COMMIT: usize = 7;

/// Text from outside as one line of words. Text between backticks, as in the messages of the checks, stays together
/// as one code span.
pub(super) fn words(text: &str) -> String {
    let text = cut(text);
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, inside, after)) = split_at_span(rest) {
        push_words(&mut out, before);
        let joins = out.ends_with('`'); // two spans would become one
        separate(&mut out, joins || before.ends_with(char::is_whitespace));
        out.push_str(&code(inside));
        rest = after;
        if rest.starts_with(char::is_whitespace) {
            out.push(' ');
        }
    }
    push_words(&mut out, rest);
    out.truncate(out.trim_end().len());
    out
}

/// The text before the first span between backticks, in it, and after it (`CommonMark` 6.1: the runs of backticks
/// around it are equally long).
fn split_at_span(text: &str) -> Option<(&str, &str, &str)> {
    let mut runs = runs_of_backticks(text).peekable();
    while let Some(opening) = runs.next() {
        let equal = || runs.clone().filter(|run| run.len() == opening.len());
        let closing = outermost(text, equal()).or_else(|| equal().next());
        if let Some(closing) = closing {
            let inside = &text[opening.end..closing.start];
            let stripped = inside.strip_prefix(' ').and_then(|inside| inside.strip_suffix(' '));
            let inside = stripped.filter(|inside| !inside.trim().is_empty()).unwrap_or(inside);
            return Some((&text[..opening.start], inside, &text[closing.end..]));
        }
    }
    None
}

/// The run that closes a span in which there may be backticks that somebody has typed: further spans, or single ones
/// within words. None where it cannot be told.
fn outermost(text: &str, runs: impl Iterator<Item = Range<usize>>) -> Option<Range<usize>> {
    let mut depth = 1;
    for run in runs {
        let before = text[..run.start].chars().next_back();
        let after = text[run.end..].chars().next();
        let closes =
            !before.is_some_and(char::is_whitespace) && !after.is_some_and(char::is_alphanumeric);
        let opens =
            !after.is_some_and(char::is_whitespace) && !before.is_some_and(char::is_alphanumeric);
        match (closes, opens) {
            (true, _) => depth -= 1,
            (false, true) => depth += 1,
            (false, false) => {}
        }
        if depth == 0 {
            return Some(run);
        }
    }
    None
}

fn runs_of_backticks(text: &str) -> impl Iterator<Item = Range<usize>> + Clone {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find('`')?;
        let length = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        end = start + length;
        Some(start..end)
    })
}

/// Appends the words of a text without spans.
fn push_words(out: &mut String, text: &str) {
    for (position, text) in text.split_whitespace().enumerate() {
        let shown = word(text);
        separate(out, position > 0 || out.ends_with('`') && shown.starts_with('`'));
        out.push_str(&shown);
    }
}

/// Appends a space where one is wanted and none is yet.
fn separate(out: &mut String, is_wanted: bool) {
    if is_wanted && !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// A word as it is, if it is nothing but a word, and otherwise in a code span.
fn word(word: &str) -> String {
    if is_plain(word) {
        return word.to_owned();
    }
    let core = word.trim_matches(AROUND);
    match word.split_once(core) {
        Some((before, after)) if !core.is_empty() => format!("{before}{}{after}", code(core)),
        _ => code(word),
    }
}

/// Whether no reading of the word makes it anything else: no markup, address, mention, reference to
/// an issue (`GH-7`) or commit, no emoji (`:tada:`).
fn is_plain(word: &str) -> bool {
    let is_safe = |other: char| other.is_alphanumeric() || PLAIN.contains(other);
    let is_reference =
        word.contains(|other: char| other.is_ascii_digit()) && word.contains(char::is_alphabetic);
    let is_commit =
        word.split(|other: char| !other.is_ascii_hexdigit()).any(|digits| digits.len() >= COMMIT);
    let is_address = word.contains("//") || word.to_ascii_lowercase().contains("www.");
    let is_emoji = word.matches(':').count() > 1;
    word.chars().all(is_safe) && !(is_reference || is_commit || is_address || is_emoji)
}

/// Text from outside as a code span (`CommonMark` 6.1): its fence is longer than any run of backticks
/// inside.
pub(super) fn code(text: &str) -> String {
    let text = on_one_line(&cut(text));
    let fence = "`".repeat(longest_run(&text) + 1);
    // A reader of Markdown takes off one space at both ends.
    let touches = text.is_empty() || text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let pad = if touches { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Lines of text as a block of code of some kind (`CommonMark` 4.5): its fence is longer than any run of backticks
/// inside.
pub(super) fn block(kind: &str, lines: &str) -> String {
    let fence = "`".repeat(longest_run(lines).max(2) + 1);
    format!("{fence}{kind}\n{lines}\n{fence}\n")
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|other| other != '`').map(str::len).max().unwrap_or_default()
}

/// The text, or its start.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;
    use crate::text::steers;

    #[test]
    fn a_word_that_is_more_than_a_word_is_code() {
        let plain = "Größe “18:30” (2026-02-30), it's 50%: either/or – 7+1=8!";
        assert_eq!(words(plain), plain);
        for other in [
            "@everyone",
            "a@b.example",
            "#12",
            "GH-7",
            "https://e.example",
            "WWW.e.example",
            "a_b",
            "*a*",
            "<b>",
            "&lt",
            "[a](b)",
            "$x$",
            "deadbeef",
            "1234567",
            "~~a~~",
            "a|b",
            "\\",
            "{a}",
            "\u{fffd}",
        ] {
            assert_eq!(words(other), format!("`{other}`"));
        }
        assert_eq!(words("“a_b”, \"@x\". :tada:"), "“`a_b`”, \"`@x`\". :`tada`:");
    }

    #[test]
    fn text_between_backticks_stays_together() {
        assert_eq!(
            words("Write `places: full`, or correct it."),
            "Write `places: full`, or correct it."
        );
        assert_eq!(words("`a`, `b` or (`c d`)"), "`a`, `b` or (`c d`)");
        assert_eq!(words("``a `b` c`` d"), "``a `b` c`` d");
        assert_eq!(words("`a` `` `b` ``"), "`a` `` `b` ``");
        // Two spans do not become one, and one that is not closed is a word.
        assert_eq!(words("`a`@b`c"), "`a` ``@b`c``");
        assert_eq!(words("`a`*`c`"), "`a` `*` `c`");
        assert_eq!(words("a ` b `` c"), "a `` ` `` b ``` `` ``` c");
        assert_eq!(words("`a`"), "`a`");
        assert_eq!(words(""), "");
    }

    #[test]
    fn backticks_that_somebody_typed_stay_in_the_span_around_them() {
        assert_eq!(words("There is no key `a`b` here."), "There is no key ``a`b`` here.");
        assert_eq!(words("No `see `x` | <b>` here."), "No ``see `x` | <b>`` here.");
        assert_eq!(words("`a` and `b `c` d`, `e`"), "`a` and ``b `c` d``, `e`");
    }

    /// What a reader of Markdown shows of a text, without what only separates.
    fn shown(markdown: &str) -> String {
        let text = |event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        };
        let read = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
        essence(&Parser::new_ext(markdown, read).filter_map(text).collect::<String>())
    }

    fn essence(text: &str) -> String {
        text.chars().filter(|it| !it.is_whitespace() && !steers(*it) && *it != '`').collect()
    }

    proptest! {
        #[test]
        fn a_text_comes_out_as_it_went_in(
            text in "([a-z`|<>&*_~@#:/.,$!\\[\\]\\\\-]|`[a-z` |<]{1,6}`|\\PC| ){0,60}",
        ) {
            prop_assert_eq!(shown(&format!("A {}", words(&text))), format!("A{}", essence(&text)));
        }

        #[test]
        fn what_is_quoted_stays_together(typed in "[a-z|<>*_]([a-z|<>*_]|[a-z]`[a-z]| `[a-z<]{1,3}` ){0,6}[a-z|<>*_]") {
            let shown = words(&format!("There is no key `{typed}` here."));
            let codes = Parser::new(&shown).filter_map(|event| match event {
                Event::Code(code) => Some(code.into_string()),
                _ => None,
            });
            prop_assert_eq!(codes.collect::<Vec<_>>(), [typed]);
        }
    }

    #[test]
    fn a_code_span_holds_any_backticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b`c"), "```a``b`c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(""), "`  `");
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code("a\nb"), "`a␊b`");
    }

    #[test]
    fn a_block_holds_any_lines() {
        assert_eq!(block("yaml", "a: 1"), "```yaml\na: 1\n```\n");
        assert_eq!(block("yaml", "```\na ````"), "`````yaml\n```\na ````\n`````\n");
    }

    #[test]
    fn long_text_is_cut() {
        let shown = words(&"long ".repeat(100_000));
        assert_eq!(shown, format!("{}…", "long ".repeat(100)));
    }
}
