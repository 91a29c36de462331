//! The report for a pull request: a comment in plain words for a group's leader.
//!
//! GitHub turns more than Markdown into something else: mentions, references to issues and commits,
//! addresses, emoji, formulas. A backslash stops only some of them; a code span stops all. So every
//! word from outside that is not plainly a word stands in a code span, where it can also be copied
//! without anything hidden in it.

use super::{Diagnostic, Place, Related, Report, Severity, counted, visible};

/// How long a comment may become, in characters. GitHub takes 65,536.
const LIMIT: usize = 65_000;
/// What is kept of that for the line on what was left out.
const RESERVE: usize = 200;
/// How much of one message or name is shown, in characters.
const LONGEST: usize = 500;
/// Punctuation without a meaning in Markdown inside of a line.
const PLAIN: &str = ".,;:?!'\"()-/%+=‘’“”–—…";
/// Punctuation around a word that is left outside of its code span.
const AROUND: &[char] = &['.', ',', ';', ':', '?', '!', '\'', '"', '‘', '’', '“', '”'];
/// From how many hexadecimal digits on GitHub sees the name of a commit.
const COMMIT: usize = 7;

/// The comment: a heading, a sentence of result, the errors, then the warnings.
pub(super) fn render(report: &Report) -> String {
    let mut comment = Comment { room: LIMIT - RESERVE, ..Comment::default() };
    comment.push(&opening(report));
    comment.list("To mend", report, Severity::Error);
    comment.list("Worth a look", report, Severity::Warning);
    comment.finish()
}

fn opening(report: &Report) -> String {
    let (found, scope) = (report.found(" and "), report.scope());
    let (heading, result) = match (report.errors(), report.warnings()) {
        (0, 0) => ("All is well", format!("No problems in {scope}. Welcome, and thank you!")),
        (0, _) => (
            "Ready, with something worth a look",
            format!("{found} in {scope}: the site can be published as it is."),
        ),
        (errors, _) => {
            let those = if errors == 1 { "error is" } else { "errors are" };
            let result = format!("{found} in {scope}: the site waits until the {those} mended.");
            ("Something needs mending", result)
        }
    };
    format!("## {heading}\n\n{result}\n")
}

/// A comment that grows as long as there is room.
#[derive(Default)]
struct Comment {
    text: String,
    room: usize,
    left_out: usize,
}

impl Comment {
    /// Appends a piece whole, if there is room for it.
    fn push(&mut self, piece: &str) -> bool {
        let length = piece.chars().count();
        let fits = length <= self.room;
        if fits {
            self.room -= length;
            self.text.push_str(piece);
        }
        fits
    }

    /// Appends the problems of a severity, by file, under a heading. Nothing follows the first that
    /// does not fit.
    fn list(&mut self, heading: &str, report: &Report, severity: Severity) {
        let mut heading = format!("\n### {heading}\n");
        let mut file = None;
        for found in report.diagnostics.iter().filter(|found| found.severity == severity) {
            if file != Some(&found.place.file) {
                heading = format!("{heading}\n#### {}\n\n", code(&found.place.file));
                file = Some(&found.place.file);
            }
            if self.left_out > 0 || !self.push(&format!("{heading}{}", item(found))) {
                self.left_out += 1;
            }
            heading.clear();
        }
    }

    fn finish(self) -> String {
        if self.left_out == 0 {
            return self.text;
        }
        let more = counted(self.left_out, "more problem");
        format!("{}\n{more} did not fit here: `guildhall check` shows them all.\n", self.text)
    }
}

/// One problem as an item of a list, its lines separated by hard breaks.
fn item(found: &Diagnostic) -> String {
    let key = found.key.as_ref().map(|key| format!(" ({})", code(key))).unwrap_or_default();
    let mut lines =
        vec![format!("- **{}**{key}: {}", position(&found.place), words(&found.message))];
    lines.extend(found.help.as_ref().map(|help| format!("What to do: {}", words(help))));
    lines.extend(found.related.iter().map(|Related { message, place }| {
        let (file, position) = (code(&place.file), position(place).to_lowercase());
        format!("See also {file}, {position}: {}", words(message))
    }));
    lines.join("\\\n  ") + "\n"
}

fn position(place: &Place) -> String {
    if place.is_whole_file() {
        "The whole file".to_owned()
    } else {
        format!("Line {}, column {}", place.start.line, place.start.column)
    }
}

/// Text from outside as one line of words.
fn words(text: &str) -> String {
    let words: Vec<_> = cut(text).split_whitespace().map(word).collect();
    words.join(" ")
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
fn code(text: &str) -> String {
    let text = visible::line(&cut(text));
    let longest = text.split(|other| other != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let touches = text.is_empty() || text.starts_with('`') || text.ends_with('`');
    let pad = if touches { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
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
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::super::{Code, fixtures};
    use super::*;

    #[test]
    fn errors_come_before_warnings_by_file() {
        insta::assert_snapshot!(render(&fixtures::report()), @r"
        ## Something needs mending

        3 errors and 2 warnings in 5 files (4 groups): the site waits until the errors are mended.

        ### To mend

        #### `content/groups/old.md`

        - **The whole file**: The file is not `UTF-8` text.

        #### `content/groups/readers.md`

        - **Line 2, column 7** (`name`): The name “Book Circle” is taken.\
          What to do: Give this group a name of its own.\
          See also `content/groups/bread.md`, line 2, column 7: It stands here first.
        - **Line 3, column 9** (`status`): “acive” is no status.\
          What to do: Write active.

        ### Worth a look

        #### `content/groups/bread.md`

        - **Line 3, column 10**: The purpose says too little.

        #### `content/groups/café.md`

        - **Line 2, column 21** (`summary`): Left out.
        ");
    }

    #[test]
    fn a_report_without_problems_welcomes() {
        insta::assert_snapshot!(render(&fixtures::nothing()), @"
        ## All is well

        No problems in 24 files (18 groups). Welcome, and thank you!
        ");
    }

    #[test]
    fn warnings_alone_do_not_stop_anything() {
        insta::assert_snapshot!(render(&fixtures::only(Code::Unsafe)), @"
        ## Ready, with something worth a look

        1 warning in 5 files (4 groups): the site can be published as it is.

        ### Worth a look

        #### `content/groups/café.md`

        - **Line 2, column 21** (`summary`): Left out.
        ");
    }

    #[test]
    fn hostile_text_stands_in_code_spans() {
        insta::assert_snapshot!(render(&fixtures::hostile()), @r"
        ## Something needs mending

        1 error in 1 file (1 group): the site waits until the error is mended.

        ### To mend

        #### ``content/a,b:`c`␛]0;x␇␊::error::<img>.md``

        - **Line 1, column 7** (``a`b␛``): `␛[31m` `@everyone` `<script>x</script>` ::`error::no` `[a](https://e.example)` 100%\
          What to do: `#` `**b**` `�www.e.example` `#12` `` `x` `` :`tada`: `$x$` `{0}` `deadbeef` `&amp`;\
          See also ``content/a,b:`c`␛]0;x␇␊::error::<img>.md``, line 1, column 7: `a|b�m` `_c_` `~~d~~`
        ");
    }

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
    fn a_code_span_holds_any_backticks() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a``b`c"), "```a``b`c```");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(""), "`  `");
        assert_eq!(code("a\nb"), "`a␊b`");
    }

    #[test]
    fn long_text_is_cut() {
        let shown = words(&"long ".repeat(100_000));
        assert_eq!(shown, format!("{}…", "long ".repeat(100)));
    }

    #[test]
    fn a_comment_stays_within_the_limit_and_counts_what_it_leaves_out() {
        let found = fixtures::report().diagnostics.remove(3);
        let many = (0..10_000)
            .map(|number| Diagnostic { message: format!("Number {number}."), ..found.clone() });
        let shown = render(&Report::new(many.collect(), 1, 1));
        let length = shown.chars().count();
        assert!((64_000..=LIMIT).contains(&length), "{length}");
        let items = shown.lines().filter(|line| line.starts_with("- ")).count();
        let last = format!(
            "\n{} more problems did not fit here: `guildhall check` shows them all.\n",
            10_000 - items
        );
        assert!(shown.ends_with(&last), "{}", &shown[shown.len() - 200..]);
    }

    /// Whether a text forms nothing but the comment's own headings, list and emphasis.
    fn is_tame(comment: &str) -> bool {
        let mut items = 0;
        let tame = Parser::new_ext(comment, Options::all()).all(|event| match event {
            Event::Start(Tag::Item) => {
                items += 1;
                true
            }
            Event::Start(tag) => {
                matches!(tag, Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Strong)
            }
            Event::Text(text) => !text.contains(['@', '#', '<']) && !text.contains("//"),
            Event::End(_) | Event::Code(_) | Event::HardBreak => true,
            _ => false,
        });
        tame && items == 1
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn no_text_forms_markup(
            texts in proptest::array::uniform5(
                "([a-z@#:/.,`*_~<>&$|\\[\\]()!\\\\{}=+-]|\\PC|\\p{Cc}|[ \n\t]|1[.)] |www\\.|https://|\\*\\*){0,30}",
            ),
        ) {
            let [file, message, help, key, related] = texts;
            let place = fixtures::place_at(&file, "a\nb", 2..3);
            let found = Diagnostic::new(Code::Value, place.clone(), message)
                .help(help)
                .key(key)
                .related(place, related);
            let comment = render(&Report::new(vec![found], 1, 1));
            prop_assert!(is_tame(&comment), "{comment}");
            prop_assert!(!comment.contains(|other| other != '\n' && visible::steers(other)));
        }
    }
}
