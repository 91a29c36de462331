//! Messages about lines that are neither a key nor an entry, and about colons where no key can be.

use std::iter;
use std::ops::Range;

use super::Scene;
use super::line::{
    content, end_of_deeper, key_colon, past_hyphens, starts_entry, starts_key, value_start,
};
use crate::diagnostic::{join_words, shorten};
use crate::yaml::lines::{BLANKS, line_above, line_at, line_below};
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::traps::{
    colon_without_space, is_hyphen_without_space, space_after_colon, space_after_hyphen,
};
use crate::yaml::parse::typed::{Text, Typed};

/// The longest key that YAML allows, in characters (YAML 1.2.2, section 7.4).
const LONGEST_KEY: usize = 1024;

/// A colon that would make a key of what precedes it, where no key can be.
pub(super) fn colon(scene: &Scene<'_>) -> Problem {
    let (text, colon) = (scene.text, scene.stop.offset);
    let line = line_at(&text, colon);
    let value = value_start(text, &line);
    if value <= colon {
        return space_missing(text, &line).unwrap_or_else(|| second_colon(text, &line, colon));
    }
    let first = line_at(&text, scene.stop.last.start.min(colon));
    let mut above = iter::successors(Some(first.clone()), |above| line_below(&text, above))
        .take_while(|above| above.start < line.start);
    if let Some(problem) = above.find_map(|above| space_missing(text, &above)) {
        return problem;
    }
    if first.start < line.start && value_start(text, &first) == past_hyphens(text, &first) {
        return no_key(scene, &first);
    }
    part_of_text(text, &first, content(text, &line).start..colon + 1)
}

/// A colon in a line that has a key already.
fn second_colon(text: Text<'_>, line: &Range<usize>, colon: usize) -> Problem {
    let value = Typed::from(text, value_start(text, line), false);
    let key = past_hyphens(text, line) - line.start;
    let is_alone = value.as_str().ends_with(':');
    let goes_on = starts_key(value.as_str())
        && line_below(&text, line).is_some_and(|below| {
            starts_key(&text[below.clone()]) && content(text, &below).start - below.start > key
        });
    if is_alone || goes_on {
        return Problem::yaml(
            value.at.clone(),
            "There is a second key on this line.",
            format!(
                "Move `{}` to a line of its own, and indent it by two spaces. If it is text, {}",
                shorten(value.as_str()),
                value.put_in_quotes()
            ),
        )
        .blanked(value.at);
    }
    let more = keys_within(value.as_str());
    if more.len() > 1 {
        return several_keys(&value, &more).masked(text, value.at);
    }
    let message = "Text with a colon and a space in it needs quotes.";
    let value = whole_text(text, line, value.at.start);
    Problem::yaml(colon..colon + 1, message, value.needs_quotes())
        .fixed_by_quotes(&value)
        .masked(text, value.at)
}

/// Where further keys begin in a value, each after a comma or a semicolon: `Our group, language: en, costs: free`.
pub(super) fn keys_within(value: &str) -> Vec<usize> {
    let past_mark = value.match_indices([',', ';']).map(|(at, mark)| at + mark.len());
    let key = past_mark.filter_map(|at| {
        let rest = value[at..].trim_start_matches(BLANKS);
        let word = rest.find([' ', '\t', ':', ',', ';'])?;
        let is_key = word > 0 && rest[word..].starts_with(": ") && rest.len() < value.len() - at;
        is_key.then_some(value.len() - rest.len())
    });
    key.collect()
}

/// Words that may be keys, all on the line of one. Only whoever typed them knows, so nothing is changed.
pub(super) fn several_keys(value: &Typed<'_>, keys: &[usize]) -> Problem {
    let typed = value.as_str();
    let names = keys.iter().filter_map(|at| typed[*at..].split(':').next());
    let names: Vec<_> = names.collect();
    let lines = match names.as_slice() {
        [only] => format!("If `{only}` is a key, start a new line for it, without the comma."),
        _ => format!(
            "If {} are keys, start a new line for each, without the comma.",
            join_words(&names, "and")
        ),
    };
    let help = format!("{lines} If it is text, {}", value.put_in_quotes());
    Problem::yaml(value.at.clone(), "There may be several keys on this line.", help)
}

/// All of a text with a colon: from the hyphen of its entry where what is before its first colon does not look like a
/// key, and with the lines below that continue it.
fn whole_text<'a>(text: Text<'a>, line: &Range<usize>, value: usize) -> Typed<'a> {
    let key = past_hyphens(text, line);
    let is_entry = starts_entry(&text[line.clone()]);
    let word = text[key..value].trim_end_matches(BLANKS).trim_end_matches(':');
    let is_word = word.chars().all(|it| it.is_lowercase() || it == '_');
    let start = if is_entry && !is_word { key } else { value };
    let continues = |below: &Range<usize>| {
        let at = content(text, below);
        let typed = &text[at.clone()];
        let is_text = !at.is_empty() && !typed.starts_with('#') && !starts_entry(typed);
        is_text && !starts_key(typed) && at.start - below.start > key - line.start
    };
    let below = iter::successors(line_below(&text, line), |below| line_below(&text, below));
    match below.take_while(continues).last() {
        Some(last) => Typed::over(text, start..content(text, &last).end, false),
        None => Typed::from(text, start, false),
    }
}

/// A key that is indented so far that it continues the value above it.
fn part_of_text(text: Text<'_>, first: &Range<usize>, key: Range<usize>) -> Problem {
    let above = Typed::from(text, past_hyphens(text, first), false);
    let above = above.as_str().split(':').next().filter(|above| !above.is_empty());
    let above = above.map_or("the line above".to_owned(), |above| format!("`{}`", shorten(above)));
    let line = line_at(&text, key.start);
    let end = end_of_deeper(text, &line, key.start - line.start);
    Problem::yaml(
        key,
        format!("This is indented more than {above}, so it continues the text there."),
        format!(
            "If it is a key, start it in the same column as {above}. If it is text, put quotes \
             around all of the text."
        ),
    )
    .blanked(line.start..end)
}

/// A line that starts with no key, where there has to be one.
pub(super) fn no_key(scene: &Scene<'_>, line: &Range<usize>) -> Problem {
    let text = scene.text;
    if let Some(problem) = space_missing(text, line) {
        return problem;
    }
    let at = content(text, line);
    let typed = &text[at.clone()];
    let end = iter::successors(line_below(&text, line), |below| line_below(&text, below))
        .find(|below| starts_key(&text[below.clone()]) || starts_entry(&text[below.clone()]))
        .map_or(text.len(), |below| below.start);
    let problem = if key_colon(typed).is_some_and(|colon| colon > LONGEST_KEY - 1) {
        let help = "If it is text, put quotes around it.";
        Problem::yaml(at, "The text before the colon is too long for a key.", help)
    } else {
        let message = "This line does not start with a key and a colon.";
        Problem::yaml(at, message, key_help(scene, line, typed))
    };
    problem.blanked(line.start..end)
}

fn key_help(scene: &Scene<'_>, line: &Range<usize>, typed: &str) -> String {
    if let Some((key, value)) = typed.split_once('=')
        && !key.trim_end_matches(BLANKS).contains(char::is_whitespace)
    {
        let typed =
            format!("{}: {}", key.trim_end_matches(BLANKS), value.trim_start_matches(BLANKS));
        return format!("Type a colon instead of the equals sign: `{}`.", shorten(&typed));
    }
    let above = line_above(&scene.text, line);
    let mut help = String::new();
    if above.is_some() {
        help.push_str(
            "If it is an entry of a list, type a hyphen and a space before it. If it belongs to the text above, indent it by two spaces more than the key there. ",
        );
    }
    help.push_str("If it is a key, type a colon and a space after it.");
    if scene.in_front_matter
        && above.is_some_and(|above| scene.text[above].trim_matches(BLANKS).is_empty())
    {
        help.push_str(
            " If the text of the page starts here, type a line of three hyphens above it.",
        );
    }
    help
}

/// `name:Strengths` or `-one`
fn space_missing(text: Text<'_>, line: &Range<usize>) -> Option<Problem> {
    let typed = &text[line.clone()];
    if let Some(colon) = colon_without_space(typed) {
        return Some(space_after_colon(text, line.start + colon));
    }
    is_hyphen_without_space(typed).then(|| space_after_hyphen(text, content(text, line).start))
}
