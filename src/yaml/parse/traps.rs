//! What is YAML, but surely not what was meant: keys that repeat, and text that a missing space or a
//! `#` turns into something else without a word.

use std::ops::Range;

use super::problem::Problem;
use super::typed::{Text, Typed, character, quoted};
use crate::diagnostic::shorten;
use crate::yaml::Value;
use crate::yaml::lines::{BLANKS, SPACES, after_break, line_at, lines};
use crate::yaml::marks::{between_curly_quotes, is_stray, mark};

/// A key that appears twice among the keys of one level.
/// `end`: where its value ends, if that is the same both times.
pub(super) fn repeated_key(
    text: Text<'_>,
    at: Range<usize>,
    first: &Range<usize>,
    end: Option<usize>,
) -> Problem {
    let key = shorten(text.typed(at.clone()));
    let message = format!("The key `{key}` appears a second time here.");
    let is_in_entry = is_in_entry(&text, at.start);
    let help = match end {
        _ if is_in_entry => {
            "If another entry of the list begins here, put a hyphen and a space (`- `) before it. If not, keep the one that is right."
        }
        Some(_) => "Both say the same: remove this one.",
        None => "Keep the one that is right, or put what both say into one.",
    };
    let lines = end.filter(|_| !is_in_entry).and_then(|end| whole_lines(text, at.start..end));
    let problem = Problem::yaml(at, message, help).related(first.clone(), "The first one is here.");
    match lines {
        Some(lines) => problem.fixed_by(lines, ""),
        None => problem,
    }
}

/// The most lines of an entry that are looked at.
const LONGEST_ENTRY: usize = 100;

/// Whether a key is one of an entry of a list whose hyphen is above it: another hyphen may be missing here.
pub(super) fn is_in_entry(text: &str, at: usize) -> bool {
    let own = line_at(text, at).start;
    let column = at - own;
    let above = text[..own].lines().rev().filter(|line| !line.trim().is_empty());
    let margin = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let same = above.take(LONGEST_ENTRY).take_while(|line| margin(line) >= column);
    let mut hyphens =
        same.map(|line| margin(line) == column && line.trim_start().starts_with("- "));
    text[own..at].chars().all(|it| it == ' ') && hyphens.any(|it| it)
}

/// The lines of an entry with their last break, if there is nothing else on them.
fn whole_lines(text: Text<'_>, at: Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (line_at(&text, at.start), line_at(&text, at.end));
    let before = &text[first.start..at.start];
    let is_alone = before.chars().all(|it| it == ' ')
        && text[at.end..last.end].trim_matches(BLANKS).is_empty()
        && !text[at].contains(" #");
    is_alone.then(|| first.start..after_break(&text, last.end))
}

/// A colon without anything before it, or a null as the key.
pub(super) fn no_key(text: Text<'_>, at: Range<usize>) -> Problem {
    if at.is_empty() {
        let at = character(&text, at.start);
        return Problem::yaml(
            at,
            "A key is missing before this colon.",
            "Type the key, such as `name: …`, or put quotes around the text.",
        );
    }
    let typed = &text[at.clone()];
    let message = format!("`{typed}` is the empty value, so it cannot be a key.");
    Problem::yaml(at, message, "Use another word as the key.")
}

/// A list or a set of keys in the place of a key.
pub(super) fn not_a_key(at: Range<usize>, value: &Value) -> Option<Problem> {
    let kind = match value {
        Value::Sequence(_) => "this is a list",
        Value::Mapping(_) => "this has keys of its own",
        _ => return None,
    };
    let message = format!("A key must be text, but {kind}.");
    Some(Problem::yaml(at, message, "Type a word as the key. Text with brackets needs quotes."))
}

/// Looks at a value without quotes. `is_root` if it is all that the text holds.
pub(super) fn in_value(
    text: Text<'_>,
    at: &Range<usize>,
    value: &Value,
    in_brackets: bool,
    is_root: bool,
) -> Option<Problem> {
    match value {
        Value::Null if at.is_empty() => all_comment(text, at.end, in_brackets),
        Value::Text(_) => hyphen_without_space(text, at)
            .or_else(|| colons_without_space(text, at, is_root))
            .or_else(|| entry_in_text(text, at, in_brackets))
            .or_else(|| cut_by_comment(text, at, in_brackets)),
        _ => None,
    }
}

/// Looks at a key without quotes.
pub(super) fn in_key(text: Text<'_>, at: &Range<usize>) -> Option<Problem> {
    let typed = &text[at.clone()];
    if typed.starts_with(is_stray) || typed.ends_with(is_stray) {
        return Some(stray_at_key(at.clone()));
    }
    if let Some((length, false)) = mark(typed) {
        let message = format!("`{}` does not start an entry of a list.", &typed[..length]);
        let help = "Type a hyphen and a space in its place: `- …`.";
        return Some(Problem::yaml(at.start..at.start + length, message, help));
    }
    match colon_without_space(typed) {
        Some(colon) => Some(space_after_colon(text, at.start + colon)),
        None => hyphen_without_space(text, at),
    }
}

/// A key with a space of another kind at one of its ends. The place of that is found when the text is read again.
fn stray_at_key(at: Range<usize>) -> Problem {
    Problem::yaml(at, "There is a space of another kind beside this key.", "Type the key again.")
}

/// `purpose: # To meet`
fn all_comment(text: Text<'_>, end: usize, in_brackets: bool) -> Option<Problem> {
    let comment = Typed::from(text, comment_after(text, end)?, in_brackets);
    let quotes = comment.put_in_quotes();
    Some(Problem::yaml(
        comment.at,
        "`#` starts a comment, so there is no value here.",
        format!("If this is the value, {quotes} If not, move it to a line of its own."),
    ))
}

/// `venue: Room #4`
fn cut_by_comment(text: Text<'_>, at: &Range<usize>, in_brackets: bool) -> Option<Problem> {
    let hash = comment_after(text, at.end)?;
    let comment = text[hash..].trim_start_matches('#');
    let line_end = line_at(&text, hash).end;
    let whole = Typed::over(text, at.start..line_end, in_brackets);
    if let Some(inner) = between_curly_quotes(whole.as_str().trim_end_matches(BLANKS)) {
        let message = "`#` starts a comment, so the text ends before it: curly quotes do not keep it together.";
        let straight = quoted(inner);
        return Some(
            Problem::yaml(hash..line_end, message, format!("Type straight quotes: {straight}"))
                .fixed_by(at.start..line_end, &straight),
        );
    }
    if comment.is_empty() || comment.starts_with(SPACES) {
        return None;
    }
    let quotes = whole.put_in_quotes();
    Some(Problem::yaml(
        hash..line_end,
        "`#` starts a comment, so the text ends before it.",
        format!(
            "If this is part of the text, {quotes} If it is a comment, type a space after `#`."
        ),
    ))
}

/// The `#` of a comment that follows on the same line.
fn comment_after(text: Text<'_>, end: usize) -> Option<usize> {
    let rest = text[end..].trim_start_matches(BLANKS);
    rest.starts_with('#').then(|| text.len() - rest.len())
}

/// A line that looks like an entry of a list, within text that runs over several lines.
fn entry_in_text(text: Text<'_>, at: &Range<usize>, in_brackets: bool) -> Option<Problem> {
    let typed = &text[at.clone()];
    let hyphen = lines(typed).skip(1).find_map(|line| {
        let content = typed[line.clone()].trim_start_matches(BLANKS);
        let is_entry = content == "-" || content.starts_with("- ");
        (is_entry || is_hyphen_without_space(content)).then(|| at.start + line.end - content.len())
    })?;
    if in_brackets {
        return Some(hyphen_in_brackets(hyphen));
    }
    Some(Problem::yaml(
        hyphen..hyphen + 1,
        "This hyphen does not start an entry: the line continues the text above it.",
        "If it is an entry of a list, start it in the same column as the other entries, and see \
         that each of them has a hyphen and a space before it. If it is text, put quotes around all of it.",
    ))
}

/// The hyphen of an entry in brackets.
pub(super) fn hyphen_in_brackets(hyphen: usize) -> Problem {
    Problem::yaml(
        hyphen..hyphen + 1,
        "In brackets, entries have no hyphens.",
        "Take the hyphens out and type commas between the entries; or take the brackets out, and \
         keep the hyphens, each on a line of its own.",
    )
}

/// `-one` where an entry of a list may start.
fn hyphen_without_space(text: Text<'_>, at: &Range<usize>) -> Option<Problem> {
    let before = text[..at.start].trim_end_matches(BLANKS);
    let is_first = before.is_empty() || before.ends_with(['\n', '\r']);
    (is_first && is_hyphen_without_space(&text[at.clone()]))
        .then(|| space_after_hyphen(text, at.start))
}

/// Text that consists of lines such as `name:Strengths`. A single such line counts where it is all
/// that the file holds.
fn colons_without_space(text: Text<'_>, at: &Range<usize>, is_root: bool) -> Option<Problem> {
    let typed = &text[at.clone()];
    let mut colons = lines(typed).map(|line| colon_without_space(&typed[line]));
    let first = colons.next()??;
    let mut others = 0;
    for colon in colons {
        colon?;
        others += 1;
    }
    (is_root || others > 0).then(|| space_after_colon(text, at.start + first))
}

/// Whether a line starts with a hyphen that is meant to start an entry.
pub(super) fn is_hyphen_without_space(line: &str) -> bool {
    let after =
        line.trim_start_matches(BLANKS).strip_prefix('-').and_then(|rest| rest.chars().next());
    after.is_some_and(|after| {
        !after.is_whitespace() && !after.is_ascii_digit() && !"-.".contains(after)
    })
}

/// The offset of a colon after the first word of a line, if its value follows without a space.
pub(super) fn colon_without_space(line: &str) -> Option<usize> {
    let (key, value) = line.split_once(':')?;
    let word = key.trim_start_matches(BLANKS).trim_start_matches("- ");
    let is_word = word.starts_with(|first: char| first.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
    let is_glued = !value.is_empty() && !value.starts_with([' ', '\t', '/', '\\', ':']);
    (is_word && is_glued).then_some(key.len())
}

/// The colon of `name:Strengths`.
pub(super) fn space_after_colon(text: Text<'_>, colon: usize) -> Problem {
    let value = Typed::from(text, colon + 1, false).at;
    let gap = character(&text, value.start);
    Problem::yaml(
        colon..colon + 1,
        "A space is missing after this colon.",
        type_instead(text, colon + 1),
    )
    .fixed_by(colon..colon + 1, ": ")
    .blanked(gap.clone())
    .masked(text, gap.end..value.end.max(gap.end))
}

/// The hyphen of `-one`.
pub(super) fn space_after_hyphen(text: Text<'_>, hyphen: usize) -> Problem {
    Problem::yaml(
        hyphen..hyphen + 1,
        "A space is missing after this hyphen.",
        type_instead(text, hyphen + 1),
    )
    .fixed_by(hyphen..hyphen + 1, "- ")
    .blanked(character(&text, hyphen + 1))
}

/// The advice to type the line with a space at an offset.
fn type_instead(text: Text<'_>, offset: usize) -> String {
    let line = line_at(&text, offset);
    let before = shorten(text.typed(line.start..offset).trim_start_matches(BLANKS));
    let after = shorten(text.typed(offset..line.end).trim_end_matches(BLANKS));
    format!("Type `{before} {after}`.")
}
