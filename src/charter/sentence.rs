//! When a group meets, written as a sentence: `meetings: Every second Tuesday, 18:30`.

use jiff::civil::Time;

use super::schedule::{parse_time, repeats_choices, suggested_time};
use super::text::Reader;
use crate::diagnostic::{Code, join_words};
use crate::yaml::Node;

/// The longest sentence that is looked through, in bytes.
const LONGEST: usize = 200;

/// Reports a sentence in place of the series, which shows these as far as it says them.
pub(super) fn tell_of(reader: &mut Reader<'_, '_>, node: &Node, text: &str) {
    let (message, help) = words(text);
    reader.decoder.report(Code::Type, node.span, message, help);
}

fn words(text: &str) -> (String, String) {
    let (rhythm, time) = if text.len() > LONGEST { (String::new(), None) } else { apart(text) };
    let choices = repeats_choices(&rhythm);
    let shown = |lines: &str| {
        let time = time.map_or("…".to_owned(), |time| time.strftime("\"%H:%M\"").to_string());
        format!("`meetings: [{{{lines}, time: {time}, timezone: …, place: {{online: …}}}}]`")
    };
    let forms: Vec<String> = match choices.as_slice() {
        [] => vec![shown("repeats: …, day: …")],
        [only] => vec![shown(&only.lines.join(", "))],
        several => several
            .iter()
            .map(|choice| format!("{} for {}", shown(&choice.lines.join(", ")), choice.meaning))
            .collect(),
    };
    let help =
        format!("Write {}, with your own answers in place of the dots.", forms.join(", or "));
    let message = "A sentence is not enough here: calendars need each part by itself.".to_owned();
    (message, help)
}

/// The lines that say of a series what a sentence says: those of each meaning that it has. `None` for other sentences.
pub(super) fn in_lines(text: &str) -> Option<String> {
    let (rhythm, time) = if text.len() > LONGEST { return None } else { apart(text) };
    let time = time.map(|time| time.strftime("time: \"%H:%M\"").to_string());
    let choices = repeats_choices(&rhythm);
    let meanings: Vec<String> = choices
        .iter()
        .map(|choice| {
            let lines: Vec<&str> =
                choice.lines.iter().map(|line| &**line).chain(time.as_deref()).collect();
            let lines = join_words(&lines, "and");
            if choices.len() > 1 { format!("{lines} for {}", choice.meaning) } else { lines }
        })
        .collect();
    (!meanings.is_empty()).then(|| meanings.join(", or "))
}

/// The rhythm and the time that a sentence says.
fn apart(text: &str) -> (String, Option<Time>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_joint = |word: &&str| ["at", "from", "@"].contains(&word.to_lowercase().as_str());
    for start in 0..words.len() {
        for end in [start + 2, start + 1] {
            let Some(time) = words.get(start..end).and_then(|words| time(&words.join(" "))) else {
                continue;
            };
            let before = words[..start].iter().filter(|word| !is_joint(word));
            let rest: Vec<&str> = before.chain(&words[end..]).copied().collect();
            return (rest.join(" ").trim_matches([',', ';', '.', ' ']).to_owned(), Some(time));
        }
    }
    (text.trim_end_matches('.').to_owned(), None)
}

/// A time of day, of which only the beginning counts where an end is given.
fn time(text: &str) -> Option<Time> {
    let text = text.trim_matches([',', ';', '.', '(', ')']);
    let start = text.split(['–', '-']).next().unwrap_or_default();
    suggested_time(start).or_else(|| parse_time(start).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_shown_as_a_series_as_far_as_it_says_it() {
        for (sentence, series) in [
            (
                "First Monday of the month at 7pm",
                "repeats: monthly, day: first Monday, time: \"19:00\"",
            ),
            ("Weekly, some day", "repeats: …, day: …, time: …"),
            ("Tuesdays 18:30–20:00", "repeats: weekly, day: Tuesday, time: \"18:30\""),
            (
                "Last Friday of the month, 12:00.",
                "repeats: monthly, day: last Friday, time: \"12:00\"",
            ),
        ] {
            let (_, help) = words(sentence);
            assert!(help.contains(series), "{sentence}: {help}");
        }
    }

    #[test]
    fn a_rhythm_with_two_meanings_is_shown_as_both() {
        let (_, help) = words("Every second Tuesday, 18:30");
        assert!(help.contains("repeats: fortnightly, day: Tuesday, time: \"18:30\""), "{help}");
        assert!(help.contains("repeats: monthly, day: second Tuesday, time: \"18:30\""), "{help}");
    }
}
