//! How often a group meets, and on which day: `repeats` and `day`, and what people write for them.

use std::ops::Range;

use super::format::RawSeries;
use super::messages;
use super::schedule::{
    Day, Expected, Repeats, RepeatsChoice, WordError, is_fortnightly, repeats_choices, say_a_rule,
    say_the_day, suggested_day, suggested_repeats,
};
use super::text::Reader;
use crate::diagnostic::{Code, Edit, Meant, Span, Spanned, shorten};
use crate::yaml::{Entry, Node, Value, between_keys};

/// How often. Where it cannot be read, whether the problem that is reported covers the day too.
pub(super) fn read_repeats(
    reader: &mut Reader<'_, '_>,
    raw: &RawSeries<'_>,
    entry: &Entry,
) -> Result<Repeats, bool> {
    let node = &entry.value;
    let typed = reader
        .decoder
        .word(node, "a word for how often the group meets", expected_example(Expected::Repeats))
        .ok_or(false)?;
    Repeats::parse(typed).map_err(|error| {
        let choices = repeats_choices(typed);
        if !choices.is_empty() {
            let edit = in_place_of_phrase(reader, raw, entry, &choices);
            report_phrase(reader, node, typed, &choices, edit);
        } else if let Some(meant) = suggested_repeats(typed) {
            let lacks_words = Repeats::parse(&meant) == Ok(Repeats::Varies) && raw.when.is_none();
            if lacks_words {
                let message = messages::in_another_way(typed);
                reader.decoder.report(Code::Value, node.span, message, VARIES);
            } else {
                report_meant(reader, node, typed, &meant);
            }
            return lacks_words;
        } else {
            report_word(reader, node, typed, error);
        }
        say_the_day(&choices)
    })
}

const VARIES: &str = "Write `repeats: varies` and `when: …`, with your own words for when the group meets in place of \
                      the dots.";

/// Reports words for which a charter has others.
fn report_meant(reader: &mut Reader<'_, '_>, node: &Node, typed: &str, meant: &str) {
    let message = messages::in_another_way(typed);
    let edit = reader.decoder.replacement(node, meant);
    let words = (message, format!("Write `{meant}`."));
    reader.decoder.report_fixable(Code::Value, node.span, words, edit);
}

/// The edit that says a phrase with one meaning in the keys of a charter, if the series says nothing else yet.
fn in_place_of_phrase(
    reader: &Reader<'_, '_>,
    raw: &RawSeries<'_>,
    entry: &Entry,
    choices: &[RepeatsChoice],
) -> Option<Edit> {
    let [only] = choices else { return None };
    let entries = only.entries()?;
    let meant =
        |key: &str| entries.iter().find(|(other, _)| *other == key).map(|(_, value)| *value);
    let repeats = meant("repeats");
    if let Some(day) = raw.day {
        let (Value::Text(day) | Value::Number(day)) = &day.value.value else { return None };
        let is_same = Day::parse(day)
            .is_ok_and(|day| meant("day").is_some_and(|it| Day::parse(it) == Ok(day)));
        return repeats
            .filter(|_| is_same)
            .and_then(|it| reader.decoder.replacement(&entry.value, it));
    }
    let text = reader.decoder.source().text();
    let start = entry.key_span.range().start;
    let between = between_keys(text, start);
    let lines: Vec<&str> = only.lines.iter().map(String::as_str).collect();
    let of = |(key, value): &(&str, &str)| ((*key).to_owned(), Meant::Text((*value).to_owned()));
    Some(Edit {
        span: Span { start: entry.key_span.start, end: entry.value.span.end },
        text: lines.join(&between),
        value: Meant::Keys(entries.iter().map(of).collect()),
    })
}

/// What a phrase under `repeats` means: each of its meanings with the lines that say it.
fn report_phrase(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    typed: &str,
    choices: &[RepeatsChoice],
    edit: Option<Edit>,
) {
    let words = about_phrase(typed, choices);
    reader.decoder.report_fixable(Code::Value, node.span, words, edit);
}

/// What is to be said of a phrase with some meanings, and what to write instead.
pub(crate) fn about_phrase(typed: &str, choices: &[RepeatsChoice]) -> (String, String) {
    let lines = |choice: &RepeatsChoice| {
        let quoted: Vec<String> = choice.lines.iter().map(|line| format!("`{line}`")).collect();
        quoted.join(" and ")
    };
    let shown = shorten(typed);
    match choices {
        [only] => (
            format!("`{shown}` must be written in another way."),
            format!("Write {}, which means {}.", lines(only), only.meaning),
        ),
        several => {
            let each: Vec<String> = several
                .iter()
                .map(|choice| format!("{} for {}", lines(choice), choice.meaning))
                .collect();
            (format!("`{shown}` can mean two things."), format!("Write {}.", each.join(", or ")))
        }
    }
}

pub(super) fn read_day(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Spanned<Day>> {
    let typed = reader.decoder.word_or_number(node, "a day", expected_example(Expected::Day))?;
    let day = Day::parse(typed).map_err(|error| match repeats_choices(typed) {
        choices if is_fortnightly(&choices) || say_a_rule(&choices) => {
            report_phrase(reader, node, typed, &choices, None);
        }
        _ => match suggested_day(typed) {
            Some(meant) => report_meant(reader, node, typed, &meant),
            None => report_word(reader, node, typed, error),
        },
    });
    let day = day.ok()?;
    Some(Spanned { value: day, span: node.span })
}

fn report_word(reader: &mut Reader<'_, '_>, node: &Node, typed: &str, error: WordError) {
    let (range, message, help) = match error {
        WordError::Unexpected { words, range, expected, nearest } => {
            let belongs = expected_words(expected);
            let message = match words.as_str() {
                "" => format!("`{}` ends too early: expected {belongs}.", shorten(typed)),
                words => format!("`{}` is not understood: expected {belongs}.", shorten(words)),
            };
            let help = match nearest {
                Some(nearest) => format!("Did you mean `{nearest}`?"),
                None => expected_example(expected).to_owned(),
            };
            (range, message, help)
        }
        WordError::OutOfRange { range, most } => {
            let (message, help) = messages::BAD_INTERVAL.fill(&[("most", &most.to_string())]);
            (range, message, help)
        }
        WordError::Twice { range } => (
            range,
            "The same day is given twice.".to_owned(),
            "Write it once, or two different ones: `first and third Tuesday`.".to_owned(),
        ),
    };
    let span = part_of(reader, node, typed, range);
    reader.decoder.report(Code::Value, span, message, help);
}

fn expected_words(expected: Expected) -> &'static str {
    match expected {
        Expected::Repeats => "a word for how often the group meets",
        Expected::Number => "a number of weeks or months, in digits",
        Expected::Unit => "`weeks` or `months`",
        Expected::Day => "a day",
        Expected::Ordinal => "`first`, `second`, `third`, `fourth`, `fifth` or `last`",
        Expected::Weekday => "a day of the week",
        Expected::End => "nothing more",
    }
}

fn expected_example(expected: Expected) -> &'static str {
    match expected {
        Expected::Repeats | Expected::Number | Expected::Unit => {
            "Write `weekly`, `fortnightly`, `monthly`, `quarterly`, `yearly`, `every 3 weeks`, \
             `every 2 months` or `varies`."
        }
        Expected::Day | Expected::Ordinal | Expected::Weekday | Expected::End => {
            "Write a weekday such as `Tuesday`, two such as `Monday and Thursday`, or for months \
             `second Tuesday`, `first and third Tuesday`, `last Friday` or a number such as `15`."
        }
    }
}

/// The part of a value, where the file has the value exactly as it is read; else the whole value.
pub(super) fn part_of(
    reader: &Reader<'_, '_>,
    node: &Node,
    typed: &str,
    range: Range<usize>,
) -> Span {
    let raw = &reader.decoder.source().text()[node.span.range()];
    let quotes = usize::from(raw.starts_with(['"', '\'']));
    let same = raw.get(quotes..raw.len() - quotes).is_some_and(|inside| inside == typed);
    if !same || range.is_empty() {
        return node.span;
    }
    let start = node.span.start as usize + quotes;
    Span::new(start + range.start, start + range.end)
}
