//! From the text of an RRULE to its parts.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time, Weekday};

use super::super::english::WEEK;
use super::super::nearest::nearest;
use super::super::piece::Piece;
use super::{
    Frequency, NthWeekday, Parts, Rule, RuleError, checks, from_start_first, weekday_code,
};

/// The longest text of a rule, in bytes.
const LONGEST: usize = 500;

/// The longest quotation in a message, in characters.
const LONGEST_QUOTATION: usize = 40;

/// The name of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Freq,
    Until,
    Count,
    Interval,
    ByDay,
    ByMonthDay,
    ByYearDay,
    ByWeekNo,
    ByMonth,
    BySetPos,
    WkSt,
}

impl Name {
    const ALL: [Self; 11] = [
        Self::Freq,
        Self::Until,
        Self::Count,
        Self::Interval,
        Self::ByDay,
        Self::ByMonthDay,
        Self::ByYearDay,
        Self::ByWeekNo,
        Self::ByMonth,
        Self::BySetPos,
        Self::WkSt,
    ];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Freq => "FREQ",
            Self::Until => "UNTIL",
            Self::Count => "COUNT",
            Self::Interval => "INTERVAL",
            Self::ByDay => "BYDAY",
            Self::ByMonthDay => "BYMONTHDAY",
            Self::ByYearDay => "BYYEARDAY",
            Self::ByWeekNo => "BYWEEKNO",
            Self::ByMonth => "BYMONTH",
            Self::BySetPos => "BYSETPOS",
            Self::WkSt => "WKST",
        }
    }
}

/// A part as it was written.
pub(super) struct Field<'text> {
    pub(super) name: Name,
    /// The whole part, `NAME=value`.
    pub(super) whole: Piece<'text>,
    value: Piece<'text>,
}

/// Reads a rule.
pub(super) fn parse(text: &str) -> Result<Rule, RuleError> {
    let whole = Piece::whole(text).trim();
    if whole.text.is_empty() {
        return Err(error(
            whole,
            "The rule is empty.",
            "Write one such as FREQ=MONTHLY;BYDAY=2TU.",
        ));
    }
    if whole.text.len() > LONGEST {
        let message = format!("The rule is longer than {LONGEST} characters.");
        return Err(error(whole, message, "List the dates under `dates` instead."));
    }
    let fields = fields(whole)?;
    let mut parts = Parts::every(frequency(whole, &fields)?);
    for field in &fields {
        read(field, &mut parts)?;
    }
    checks::check(&parts, &fields)?;
    Ok(Rule::new(parts))
}

fn fields(whole: Piece<'_>) -> Result<Vec<Field<'_>>, RuleError> {
    let mut fields: Vec<Field<'_>> = Vec::new();
    for piece in whole.split(';') {
        let field = field(piece)?;
        if fields.iter().any(|earlier| earlier.name == field.name) {
            let message = format!("`{}` stands twice in the rule.", field.name.as_str());
            return Err(error(piece, message, "Keep one of them."));
        }
        fields.push(field);
    }
    Ok(fields)
}

fn field(whole: Piece<'_>) -> Result<Field<'_>, RuleError> {
    if whole.text.is_empty() {
        return Err(error(whole, "There is a `;` too many in the rule.", "Take it out."));
    }
    let written = whole.text.split(['=', ':']).next().unwrap_or_default().trim();
    let name = Name::ALL.into_iter().find(|name| written.eq_ignore_ascii_case(name.as_str()));
    let Some(name) = name else { return Err(no_such_part(whole, written)) };
    match whole.split_once('=') {
        Some((_, value)) if !value.text.is_empty() => Ok(Field { name, whole, value }),
        _ => {
            let message = format!("`{}` has no value.", name.as_str());
            Err(error(whole, message, values_of(name)))
        }
    }
}

/// Says of a part why it is none: another property of iCalendar, a time of day, or an unknown word.
fn no_such_part(whole: Piece<'_>, written: &str) -> RuleError {
    let upper = written.to_ascii_uppercase();
    let property = upper.split_terminator(';').next().unwrap_or_default();
    let elsewhere = match property {
        "RRULE" => "Leave out `RRULE:` and start with `FREQ=`.",
        "DTSTART" => "Take it out: the first meeting is the key `first`.",
        "DTEND" | "DURATION" => "Take it out: the length is the key `duration`.",
        "EXDATE" | "EXRULE" => "Take it out: dates without a meeting are the key `skip`.",
        "RDATE" => "Take it out, or list all dates under `dates` instead of a rule.",
        "BYHOUR" | "BYMINUTE" | "BYSECOND" => "Take it out: the time of day is the key `time`.",
        "TZID" => "Take it out: the time zone is the key `timezone`.",
        _ => "",
    };
    if !elsewhere.is_empty() {
        return error(whole, format!("`{property}` does not belong in the rule."), elsewhere);
    }
    let names = Name::ALL.map(Name::as_str);
    let help = match nearest(written, &names) {
        Some(name) => format!("Did you mean `{name}`?"),
        None => format!("A rule is made of {}.", names.join(", ")),
    };
    error(whole, format!("`{}` is not a part of a rule.", shortened(written)), help)
}

fn frequency(whole: Piece<'_>, fields: &[Field<'_>]) -> Result<Frequency, RuleError> {
    let Some(field) = fields.iter().find(|field| field.name == Name::Freq) else {
        let message = "The rule does not say how often: `FREQ` is missing.";
        return Err(error(whole, message, "Start with FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY."));
    };
    let word = field.value.text.to_ascii_uppercase();
    if let Some(found) = Frequency::ALL.into_iter().find(|known| word == known.as_str()) {
        return Ok(found);
    }
    let message = match word.as_str() {
        "HOURLY" | "MINUTELY" | "SECONDLY" => {
            format!("A group meets once a day at most, and `{word}` is more often.")
        }
        _ => format!("`{}` does not say how often.", shortened(field.value.text)),
    };
    Err(error(field.value, message, values_of(Name::Freq)))
}

/// Puts the value of a field into its part.
fn read(field: &Field<'_>, parts: &mut Parts) -> Result<(), RuleError> {
    let Field { name, value, .. } = *field;
    match name {
        Name::Freq => {}
        Name::Until => parts.until = Some(date(value)?),
        Name::Count => parts.count = Some(amount(name, value, 1..=10_000)?),
        Name::Interval => parts.interval = amount(name, value, 1..=1000)?,
        Name::ByDay => parts.by_day = nth_weekdays(value)?,
        Name::ByMonthDay => parts.by_month_day = numbers(name, value, -31..=31)?,
        Name::ByYearDay => parts.by_year_day = numbers(name, value, -366..=366)?,
        Name::ByWeekNo => parts.by_week_no = numbers(name, value, -53..=53)?,
        Name::ByMonth => parts.by_month = numbers(name, value, 1..=12)?,
        Name::BySetPos => parts.by_set_pos = numbers(name, value, -366..=366)?,
        Name::WkSt => {
            parts.week_start = weekday(value.text).ok_or_else(|| wrong_value(name, value))?;
        }
    }
    Ok(())
}

fn amount(name: Name, value: Piece<'_>, range: RangeInclusive<u16>) -> Result<u16, RuleError> {
    let amount = value.text.parse().ok().filter(|number| range.contains(number));
    amount.ok_or_else(|| wrong_value(name, value))
}

/// Reads a list of numbers other than zero.
fn numbers(
    name: Name,
    value: Piece<'_>,
    range: RangeInclusive<i16>,
) -> Result<Vec<i16>, RuleError> {
    let number = |item: Piece<'_>| {
        let number = item.text.parse().ok().filter(|number| *number != 0 && range.contains(number));
        number.ok_or_else(|| wrong_value(name, item))
    };
    let mut numbers = value.split(',').map(number).collect::<Result<Vec<_>, _>>()?;
    numbers.sort_unstable_by_key(|number| from_start_first(*number));
    numbers.dedup();
    Ok(numbers)
}

fn nth_weekdays(value: Piece<'_>) -> Result<Vec<NthWeekday>, RuleError> {
    let read =
        |item: Piece<'_>| nth_weekday(item.text).ok_or_else(|| wrong_value(Name::ByDay, item));
    let mut days = value.split(',').map(read).collect::<Result<Vec<_>, _>>()?;
    days.sort_unstable_by_key(|day| day.order());
    days.dedup();
    Ok(days)
}

fn nth_weekday(text: &str) -> Option<NthWeekday> {
    let (number, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(code)?;
    if number.is_empty() {
        return Some(NthWeekday::every(weekday));
    }
    let nth = number.parse().ok().filter(|nth| *nth != 0 && (-53..=53).contains(nth))?;
    Some(NthWeekday { nth: Some(nth), weekday })
}

fn weekday(code: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|weekday| code.eq_ignore_ascii_case(weekday_code(*weekday)))
}

/// Reads `YYYYMMDD`, or `YYYYMMDDTHHMMSS` with or without `Z`, of which the date counts.
fn date(value: Piece<'_>) -> Result<Date, RuleError> {
    let (day, time) = match value.text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time.strip_suffix(['Z', 'z']).unwrap_or(time))),
        None => (value.text, None),
    };
    let time_is_right =
        time.is_none_or(|time| digits(time, 6).is_some() && Time::strptime("%H%M%S", time).is_ok());
    if let (Some(day), true) = (digits(day, 8), time_is_right) {
        return Date::strptime("%Y%m%d", day).map_err(|_| {
            let message = format!("There is no such day as `{day}`.");
            error(value, message, values_of(Name::Until))
        });
    }
    let mut wrong = wrong_value(Name::Until, value);
    if let Ok(date) = value.text.parse::<Date>() {
        wrong.help = format!("Write UNTIL={}.", date.strftime("%Y%m%d"));
    }
    Err(wrong)
}

fn digits(text: &str, length: usize) -> Option<&str> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn wrong_value(name: Name, value: Piece<'_>) -> RuleError {
    let what = match name {
        Name::Freq => "a frequency",
        Name::Until => "a date as a rule writes it",
        Name::Count => "a number of meetings",
        Name::Interval => "an interval",
        Name::ByDay | Name::WkSt => "a weekday as a rule writes it",
        Name::ByMonthDay => "a day of the month",
        Name::ByYearDay => "a day of the year",
        Name::ByWeekNo => "a week of the year",
        Name::ByMonth => "a month",
        Name::BySetPos => "a position",
    };
    let message = format!("`{}` is not {what}.", shortened(value.text));
    error(value, message, values_of(name))
}

/// What a part takes.
fn values_of(name: Name) -> &'static str {
    match name {
        Name::Freq => "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.",
        Name::Until => "UNTIL takes year, month and day as eight digits, such as UNTIL=20271231.",
        Name::Count => "COUNT takes a whole number from 1 to 10000.",
        Name::Interval => "INTERVAL takes a whole number from 1 to 1000.",
        Name::ByDay => {
            "BYDAY takes MO, TU, WE, TH, FR, SA, SU, with a number before it for one of them: 2TU is \
             the second Tuesday, -1FR the last Friday."
        }
        Name::ByMonthDay => "BYMONTHDAY takes 1 to 31, or -1 to -31 counted from the end.",
        Name::ByYearDay => "BYYEARDAY takes 1 to 366, or -1 to -366 counted from the end.",
        Name::ByWeekNo => "BYWEEKNO takes 1 to 53, or -1 to -53 counted from the end.",
        Name::ByMonth => "BYMONTH takes 1 to 12.",
        Name::BySetPos => "BYSETPOS takes 1 to 366, or -1 to -366 counted from the end.",
        Name::WkSt => "WKST takes MO, TU, WE, TH, FR, SA or SU.",
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTATION) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

pub(super) fn error(
    piece: Piece<'_>,
    message: impl Into<String>,
    help: impl Into<String>,
) -> RuleError {
    RuleError { range: piece.range(), message: message.into(), help: help.into() }
}
