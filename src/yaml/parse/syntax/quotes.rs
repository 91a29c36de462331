//! Messages about quotes that do not close, or close too early, and about backslashes in them.

use std::ops::Range;

use super::Scene;
use super::brackets::comma_missing;
use super::line::{starts_entry, starts_key};
use crate::yaml::lines::lines;
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{Typed, character, quoted};

/// A quote that is opened at an offset, and never closed.
pub(super) fn unclosed(scene: &Scene<'_>, quote: usize) -> Problem {
    let mark = quote..quote + 1;
    let value = Typed::from(scene.text, quote, scene.in_brackets());
    let sign = &scene.text[mark.clone()];
    let help = match value.replaced_by(&format!("{}{sign}", value.as_str())) {
        Some(offered) if value.as_str() != sign => {
            format!("Close it at the end of the text: `{offered}`.")
        }
        _ => format!("Type `{sign}` at the end of the text, too."),
    };
    Problem::yaml(mark, "This quote is opened, but not closed.", help).masked(scene.text, value.at)
}

/// Something follows a closing quote.
pub(super) fn text_after(scene: &Scene<'_>) -> Problem {
    let rest = Typed::from(scene.text, scene.stop.offset, scene.in_brackets()).at;
    let start = scene.open.quoted.as_ref().map_or(rest.start, |quoted| quoted.start);
    let before = &scene.text[start..rest.start];
    let mut lines = lines(before).map(|line| &before[line]);
    let first = lines.next().unwrap_or_default();
    let is_over_a_key = |line| starts_key(line) || starts_entry(line);
    if first.len() < before.len() && (starts_key(first) || lines.any(is_over_a_key)) {
        return unclosed(scene, start);
    }
    if scene.in_brackets() && scene.text[rest.clone()].starts_with(['"', '\'']) {
        return comma_missing(rest.start..rest.start + 1).masked(scene.text, start..rest.end);
    }
    let whole = Typed::over(scene.text, start..rest.end, scene.in_brackets());
    let typed = whole.as_str();
    let inner = ['"', '\'']
        .into_iter()
        .find_map(|quote| typed.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(typed);
    let offered = whole.replaced_by(&quoted(inner));
    let help = match &offered {
        Some(offered) => format!("Type it like this: `{offered}`."),
        None => "Put the text in quotes of the other kind.".to_owned(),
    };
    let mut problem = Problem::yaml(rest, "The quotes close before the text ends.", help);
    if offered.is_some() && !scene.in_brackets() {
        problem = problem.fixed_by(whole.at.clone(), &quoted(inner));
    }
    let problem = problem.masked(scene.text, whole.at);
    if first.len() < before.len() {
        problem.related(start..start + 1, "They are opened here.")
    } else {
        problem
    }
}

/// A backslash in double quotes that means nothing. The parser names the opening quote.
pub(super) fn escape(scene: &Scene<'_>) -> Problem {
    let at = bad_escape(&scene.text, scene.stop.offset)
        .unwrap_or_else(|| character(&scene.text, scene.stop.offset));
    let typed = &scene.text[at.clone()];
    let problem = if hex_digits(typed) == 0 {
        let help = format!("If the backslash is part of the text, type it twice: `\\{typed}`.");
        Problem::yaml(at.clone(), format!("`{typed}` means nothing in double quotes."), help)
    } else {
        let message = format!("`{typed}` does not stand for a character.");
        Problem::yaml(at.clone(), message, "Type the character itself.")
    };
    problem.masked(scene.text, at)
}

/// The first escape in double quotes that is not among those of YAML 1.2.2, section 5.7.
fn bad_escape(text: &str, quote: usize) -> Option<Range<usize>> {
    let mut offset = quote + 1;
    loop {
        let start = offset + text.get(offset..)?.find('\\')?;
        let escape = &text[start..];
        let Some(length) = escape_length(escape) else {
            let letter = character(escape, 1).end;
            let digits = escape[letter..].bytes().take(hex_digits(escape));
            let digits = digits.take_while(u8::is_ascii_hexdigit).count();
            return Some(start..start + letter + digits);
        };
        offset = start + length;
    }
}

/// How long the escape is that a text starts with, if it is one.
fn escape_length(text: &str) -> Option<usize> {
    let digits = hex_digits(text);
    if digits == 0 {
        let known = text[1..].starts_with([
            '0', 'a', 'b', 't', '\t', 'n', 'v', 'f', 'r', 'e', ' ', '"', '/', '\\', 'N', '_', 'L',
            'P', '\n', '\r',
        ]);
        return known.then_some(2);
    }
    let code = |text: &str| u32::from_str_radix(text.get(2..2 + digits)?, 16).ok();
    let first = code(text)?;
    let is_half = digits == 4 && (0xD800..0xDC00).contains(&first);
    if is_half {
        let second = text[6..].starts_with("\\u").then(|| code(&text[6..])).flatten()?;
        return (0xDC00..0xE000).contains(&second).then_some(12);
    }
    char::from_u32(first).map(|_| 2 + digits)
}

/// How many hexadecimal digits the escape takes that a text starts with.
fn hex_digits(text: &str) -> usize {
    match text.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        _ => 0,
    }
}
