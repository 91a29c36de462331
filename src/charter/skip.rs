//! Meetings that are left out: `skip`.

use jiff::civil::Date;

use super::slot::Count;
use super::text::Reader;
use super::{limits, messages};
use crate::diagnostic::{Spanned, shorten};
use crate::yaml::{Node, Value, parse_date, suggested_date};

/// The signs between dates.
pub(super) const DATE_ENDS: [char; 2] = [',', ';'];

/// What stands between the two ends of a range.
pub(crate) const TO: &str = " to ";

/// What people write between them.
pub(super) const OTHER_WORDS: [&str; 7] = [" until ", " till ", " bis ", "–", "—", " - ", ".."];

/// Days that are left out: one, or all from one to another.
pub(super) type Days = Spanned<(Date, Date)>;

/// Reads dates, and ranges of them.
pub(super) fn read_skip(reader: &mut Reader<'_, '_>, node: &Node) -> Vec<Days> {
    if let Some(unknown) = reader.decoder.unknown_in_text(node, &DATE_ENDS, days_meant) {
        for node in &unknown {
            read_days(reader, node);
        }
        return Vec::new();
    }
    let items = reader.decoder.short_list(node, limits::DATES).unwrap_or_default();
    super::phrases::report_repeats(reader, items);
    items.iter().filter_map(|item| read_days(reader, item)).collect()
}

fn read_days(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Days> {
    let typed = if let Value::Text(text) = &node.value { text.as_str() } else { "" };
    let days = |value| Some(Spanned { value, span: node.span });
    let Some((from, to)) = ends(typed) else {
        let day = reader.decoder.date(node)?.value;
        return days((day, day));
    };
    let is_right = typed.contains(TO);
    match (parse_date(from), parse_date(to)) {
        (Ok(from), Ok(to)) if is_right && from <= to => days((from, to)),
        (Ok(from), Ok(to)) if is_right => {
            let gaps = [("from", &*from.to_string()), ("to", &to.to_string())];
            reader.decoder.emit(node.span, &messages::RANGE_BACKWARDS, &gaps);
            None
        }
        _ => {
            let meant = days_meant(typed);
            let edit = meant.and_then(|meant| reader.decoder.replacement(node, &meant));
            let words = messages::NOT_A_RANGE.fill(&[("typed", &shorten(typed))]);
            reader.decoder.report_fixable(messages::NOT_A_RANGE.code, node.span, words, edit);
            None
        }
    }
}

/// A day or a range as a charter has it, where a text can only mean that.
fn days_meant(typed: &str) -> Option<String> {
    match ends(typed) {
        Some((from, to)) => Some(format!("{}{TO}{}", date_meant(from)?, date_meant(to)?)),
        None => Some(date_meant(typed)?.to_string()),
    }
}

/// The only date that a text can mean, as a charter has it or in another way.
pub(super) fn date_meant(typed: &str) -> Option<Date> {
    parse_date(typed).ok().or_else(|| suggested_date(typed))
}

/// The two ends of a range, whatever stands between them. `None` for what is none.
pub(crate) fn ends(typed: &str) -> Option<(&str, &str)> {
    let words = [TO].into_iter().chain(OTHER_WORDS);
    let (from, to) = words.into_iter().find_map(|word| typed.split_once(word))?;
    Some((from.trim(), to.trim()))
}

/// The meetings of a series that are left out, sorted. A single date has to be a meeting; a range may hold none.
pub(super) fn skipped(reader: &mut Reader<'_, '_>, count: Count<'_>, days: &[Days]) -> Vec<Date> {
    let mut skipped = Vec::new();
    for Spanned { value: (from, to), span } in days {
        if from == to {
            count.check(reader, Spanned { value: *from, span: *span }, "left out");
        }
        let meetings = count.rule.dates_from(count.first, *from).take_while(|date| date <= to);
        skipped.extend(meetings.take(limits::ALL_DATES + 1));
    }
    skipped.sort_unstable();
    skipped.dedup();
    skipped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_two_ends() {
        for text in [
            "2026-12-20 to 2027-01-05",
            "2026-12-20 – 2027-01-05",
            "2026-12-20..2027-01-05",
            "2026-12-20 until 2027-01-05",
        ] {
            assert_eq!(ends(text), Some(("2026-12-20", "2027-01-05")), "{text}");
        }
        assert_eq!(ends("2026-12-20"), None);
    }
}
