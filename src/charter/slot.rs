//! The slot of a series: its days, its time of day, its length.

use jiff::Unit;
use jiff::civil::{Date, Time};

use super::format::RawSeries;
use super::rhythm::{part_of, read_day, read_repeats};
use super::schedule::{
    Duration, DurationError, Repeats, Rule, Slot, SlotError, parse_time, suggested_duration,
    suggested_time, weekday_name,
};
use super::text::Reader;
use super::{messages, sentence};
use crate::diagnostic::{Code, Spanned, shorten};
use crate::yaml::{Node, Value};

/// The four ways to say on which days a group meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `repeats` and `day`.
    Slot,
    /// `rrule`.
    Rule,
    /// `dates`.
    Dates,
    /// `repeats: varies` and `when`.
    Varies,
}

impl Form {
    /// The key that chooses it, with a value.
    fn chosen_by(self) -> &'static str {
        match self {
            Self::Slot => "repeats",
            Self::Rule => "rrule",
            Self::Dates => "dates",
            Self::Varies => "repeats: varies",
        }
    }

    /// Keys of the other forms, which contradict it.
    pub(super) fn contradicts(self) -> &'static [&'static str] {
        match self {
            Self::Slot => &["rrule", "dates", "when"],
            Self::Rule => &["repeats", "day", "dates"],
            Self::Dates => &["repeats", "day", "rrule", "when", "first", "until", "skip"],
            Self::Varies => &["day", "rrule", "dates", "first", "until", "skip", "moved"],
        }
    }
}

/// Which form a series has. What belongs to another form is reported.
pub(super) fn form(reader: &mut Reader<'_, '_>, raw: &RawSeries<'_>) -> Option<Form> {
    let varies = |node: &Node| matches!(&node.value, Value::Text(text) if Repeats::parse(text) == Ok(Repeats::Varies));
    let form = match (raw.repeats, raw.rrule, raw.dates) {
        (Some(entry), _, _) if varies(&entry.value) => Form::Varies,
        (Some(_), _, _) => Form::Slot,
        (None, Some(_), _) => Form::Rule,
        (None, None, Some(_)) => Form::Dates,
        (None, None, None) => {
            const REPEATS: &str = "meetings[].repeats";
            let help = match (raw.when, raw.day) {
                (Some(when), _) => in_place_of_when(&when.value),
                (None, Some(_)) => {
                    "Add a line that starts with `repeats:` and says how often: `weekly`, `fortnightly`, `monthly`, \
                     `every 3 weeks` …"
                        .to_owned()
                }
                (None, None) => {
                    reader.missing(&raw.entries, REPEATS);
                    return None;
                }
            };
            reader.missing_with(&raw.entries, REPEATS, &help);
            return None;
        }
    };
    for key in form.contradicts() {
        let Some(entry) = raw.entries.entry(key) else { continue };
        let message = format!("`{key}` does not go with `{}`.", form.chosen_by());
        let help = format!("Keep one of the two: take `{key}` out, or `{}`.", form.chosen_by());
        reader.decoder.report(Code::Schedule, entry.key_span, message, help);
    }
    Some(form)
}

/// What to write where `when` says in words what other keys say to calendars.
fn in_place_of_when(when: &Node) -> String {
    let said = if let Value::Text(words) = &when.value { sentence::in_lines(words) } else { None };
    let lines = said.unwrap_or_else(|| {
        "`repeats: …` and `day: …`, with your own answers in place of the dots".to_owned()
    });
    format!(
        "If the group always meets on such a day, write, in place of `when`, {lines}. If the days vary, add the line `repeats: varies`."
    )
}

/// The rule of a series that repeats.
pub(super) fn read_rule(
    reader: &mut Reader<'_, '_>,
    raw: &RawSeries<'_>,
    form: Form,
) -> Option<Rule> {
    if form == Form::Rule {
        return raw.rrule.and_then(|entry| read_rrule(reader, &entry.value));
    }
    let repeats = raw.repeats.map(|entry| read_repeats(reader, raw, entry));
    let says_the_day = matches!(repeats, Some(Err(true)));
    let repeats = repeats.and_then(Result::ok);
    let is_said = says_the_day || raw.rrule.is_some() || raw.dates.is_some();
    let day = match raw.day {
        None if is_said => None,
        day => reader.required(&raw.entries, day, "meetings[].day"),
    };
    let day = day.and_then(|node| read_day(reader, node));
    let (Repeats::Every(interval), day) = (repeats?, day?) else { return None };
    match Slot::new(interval, day.value) {
        Ok(slot) => Some(slot.to_rule()),
        Err(error) => {
            let (message, help) = slot_words(error);
            reader.decoder.report(Code::Schedule, day.span, message, help);
            None
        }
    }
}

fn read_rrule(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Rule> {
    let typed = reader.decoder.word(node, "a rule", "Write it like FREQ=…;BYDAY=…")?;
    match Rule::parse(typed) {
        Ok(rule) => Some(rule),
        Err(error) => {
            let span = part_of(reader, node, typed, error.range);
            reader.decoder.report(Code::Value, span, error.message, error.help);
            None
        }
    }
}

const CLOCK_HELP: &str =
    "Write the hour and the minute in quotes: \"18:30\" is half past six in the evening.";
const LENGTH_HELP: &str = "Write it like `90 min`, `2 h`, `1 h 30 min` or `3 days`.";

/// A time of day on the 24-hour clock.
pub(super) fn read_time(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Time> {
    let typed = reader.decoder.word_or_number(node, "a time", CLOCK_HELP)?;
    let error = match parse_time(typed) {
        Ok(time) => return Some(time),
        Err(error) => error,
    };
    let message = format!("`{}` is not a time on the 24-hour clock.", shorten(typed));
    let help = match (error.nearest, error.other) {
        _ if let Some((time, duration)) = from_to(typed) => format!(
            "Write the time at which it starts, \"{}\", and on a line of its own how long it lasts: `duration: {duration}`.",
            time.strftime("%H:%M")
        ),
        (Some(time), Some(other)) => format!(
            "Write \"{}\" or \"{}\", whichever is meant.",
            time.strftime("%H:%M"),
            other.strftime("%H:%M")
        ),
        (Some(time), None) => format!("Did you mean \"{}\"?", time.strftime("%H:%M")),
        (None, _) => CLOCK_HELP.to_owned(),
    };
    let time = suggested_time(typed).map(|time| time.strftime("%H:%M").to_string());
    let edit = time.and_then(|time| reader.decoder.replacement(node, &time));
    reader.decoder.report_fixable(Code::Value, node.span, (message, help), edit);
    None
}

/// When a meeting starts and how long it lasts, where a text says from when to when.
fn from_to(typed: &str) -> Option<(Time, Duration)> {
    let (from, to) = ["–", "-", " to ", " until ", " till "]
        .into_iter()
        .find_map(|sign| typed.split_once(sign))?;
    let time = |text: &str| parse_time(text.trim()).ok().or_else(|| suggested_time(text.trim()));
    let (from, to) = (time(from)?, time(to)?);
    let minutes = from.until(to).ok()?.total(Unit::Minute).ok()?;
    (minutes > 0.0)
        .then(|| Duration::parse(&format!("{minutes} min")).ok())
        .flatten()
        .map(|length| (from, length))
}

/// How long a meeting lasts.
pub(super) fn read_duration(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Duration> {
    let typed = reader.decoder.word_or_number(node, "the length of a meeting", LENGTH_HELP)?;
    let error = match Duration::parse(typed) {
        Ok(duration) => return Some(duration),
        Err(error) => error,
    };
    let meant = suggested_duration(typed);
    let message = match meant {
        Some(_) => messages::in_another_way(typed),
        None => format!("`{}` does not say how long a meeting lasts.", shorten(typed)),
    };
    let help = match (error, &meant) {
        (_, Some(meant)) => format!("Write `{meant}`."),
        (DurationError::NoUnit(number), None) => match number.parse::<u16>() {
            Ok(1..=24) => format!("Write `{number} min` or `{number} h`."),
            _ => format!("Write `{number} min`."),
        },
        (DurationError::OutOfRange, None) => "A meeting lasts from 1 minute to 7 days.".to_owned(),
        (DurationError::MinutesBesideHours, None) => {
            "Beside hours, write fewer than 60 minutes: `1 h 30 min`.".to_owned()
        }
        (DurationError::HoursBesideDays, None) => {
            "Beside days, write fewer than 24 hours: `1 day 6 h`.".to_owned()
        }
        (DurationError::OtherUnit(unit), None) => {
            format!("Write `{unit}`, as in `90 min`, `2 h` or `1 h 30 min`.")
        }
        (DurationError::Form, None) => LENGTH_HELP.to_owned(),
    };
    let edit = meant.and_then(|meant| reader.decoder.replacement(node, &meant));
    reader.decoder.report_fixable(Code::Value, node.span, (message, help), edit);
    None
}

/// Whether `first` is a date of the rule. What the rule means is reported too, unless it is in plain words.
pub(super) fn check_first(
    reader: &mut Reader<'_, '_>,
    rule: &Rule,
    form: Form,
    first: Spanned<Date>,
) -> bool {
    if rule.contains(first.value, first.value) {
        return true;
    }
    let nearest: Vec<String> =
        rule.nearest_starts(first.value).map(|day| day.to_string()).collect();
    let message =
        if nearest.is_empty() { messages::NO_DAY_OF_SERIES } else { messages::NOT_A_DAY_OF_SERIES };
    let (mut text, help) = message.fill(&[
        ("date", &first.value.to_string()),
        ("weekday", weekday_name(first.value.weekday())),
        ("nearest", &nearest.join(" or ")),
    ]);
    if let (Form::Rule, Some(words)) = (form, rule.words(first.value)) {
        text = format!("{text} It meets: {words}.");
    }
    reader.decoder.report(message.code, first.span, text, help);
    false
}

/// From where the meetings of a series are counted.
#[derive(Clone, Copy)]
pub(super) struct Count<'a> {
    pub(super) rule: &'a Rule,
    pub(super) first: Date,
    /// Whether the charter says so. Where it does not, the rule says by itself what is a meeting, before `first` too.
    pub(super) is_given: bool,
}

impl Count<'_> {
    /// Reports a date that is no meeting of the series, and so cannot be `left out` or `moved`.
    pub(super) fn check(self, reader: &mut Reader<'_, '_>, day: Spanned<Date>, done: &str) {
        let first = if self.is_given { self.first } else { self.first.min(day.value) };
        if self.rule.contains(first, day.value) {
            return;
        }
        let next = self.rule.next_on_or_after(self.first, day.value);
        let message =
            if next.is_some() { messages::NOT_A_MEETING } else { messages::NOT_A_MEETING_ANY_MORE };
        let next = next.map(|next| next.to_string()).unwrap_or_default();
        let gaps = [("date", &*day.value.to_string()), ("next", &next), ("done", done)];
        reader.decoder.emit(day.span, &message, &gaps);
    }
}

fn slot_words(error: SlotError) -> (String, String) {
    match error {
        SlotError::WeekdayInMonths(day) => {
            let day = weekday_name(day);
            (
                format!("A month has four {day}s or five: which of them is it?"),
                format!(
                    "Write `first {day}`, `second {day}`, `third {day}`, `fourth {day}`, `fifth {day}` or `last {day}`."
                ),
            )
        }
        SlotError::OrdinalInWeeks(day) => {
            let day = weekday_name(day);
            (
                format!("A week has only one {day}."),
                format!("Write `day: {day}`, or `repeats: monthly`."),
            )
        }
        SlotError::NumberInWeeks(number) => (
            format!("Weeks have no day {number}."),
            "Write a day of the week under `day`, or `repeats: monthly`.".to_owned(),
        ),
    }
}
