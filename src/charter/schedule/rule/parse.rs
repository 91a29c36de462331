//! From the text of an RRULE to its parts.

use super::super::english;
use super::super::piece::Piece;
use super::error::{error, shortened};
use super::name::{Field, Name};
use super::value::{amount, date, nth_weekdays, numbers};
use super::{Frequency, Parts, Rule, RuleError, checks};
use crate::diagnostic::nearest;

/// The longest text of a rule, in bytes.
pub(super) const LONGEST: usize = 500;

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
            let message = format!("`{}` appears twice in the rule.", field.name.as_str());
            return Err(error(piece, message, "Keep one of them."));
        }
        fields.push(field);
    }
    Ok(fields)
}

fn field(whole: Piece<'_>) -> Result<Field<'_>, RuleError> {
    if whole.text.is_empty() {
        return Err(error(whole, "There is one `;` too many in the rule.", "Remove it."));
    }
    let written = whole.text.split(['=', ':']).next().unwrap_or_default().trim();
    let name = Name::ALL.into_iter().find(|name| written.eq_ignore_ascii_case(name.as_str()));
    let Some(name) = name else { return Err(no_such_part(whole, written)) };
    match whole.split_once('=') {
        Some((_, value)) if !value.text.is_empty() => Ok(Field { name, whole, value }),
        _ => {
            let message = format!("`{}` needs a `=` and a value.", name.as_str());
            Err(error(whole, message, name.values()))
        }
    }
}

/// Why something is not a part of a rule: another property of iCalendar, a time of day, an unsupported part, or an
/// unknown word.
fn no_such_part(whole: Piece<'_>, written: &str) -> RuleError {
    let property = written.to_ascii_uppercase();
    if let Some(help) = elsewhere(&property) {
        return error(whole, format!("`{property}` does not belong in the rule."), help);
    }
    if let Some(help) = replacement(&property) {
        return error(whole, format!("`{property}` is not supported here."), help);
    }
    let names = Name::ALL.map(Name::as_str);
    let help = match nearest(written, names.iter().copied()) {
        Some(name) => format!("Did you mean `{name}`?"),
        None => format!("A rule is made of {}.", english::list(&names)),
    };
    error(whole, format!("`{}` is not a part of a rule.", shortened(written)), help)
}

/// What to do with a property that other keys of a charter say.
fn elsewhere(property: &str) -> Option<&'static str> {
    Some(match property {
        "RRULE" => "Leave out `RRULE:` and start with `FREQ=`.",
        "DTSTART" => "Remove it: the first meeting is the key `first`.",
        "DTEND" | "DURATION" => "Remove it: the length is the key `duration`.",
        "EXDATE" | "EXRULE" => "Remove it: dates without a meeting are the key `skip`.",
        "RDATE" => "Remove it, or list all dates under `dates` instead of a rule.",
        "BYHOUR" | "BYMINUTE" | "BYSECOND" => "Remove it: the time of day is the key `time`.",
        "TZID" => "Remove it: the time zone is the key `timezone`.",
        _ => return None,
    })
}

/// What to write instead of a part that is not read here.
fn replacement(property: &str) -> Option<&'static str> {
    Some(match property {
        "BYYEARDAY" => {
            "For a day of the year use BYMONTH and BYMONTHDAY, such as BYMONTH=3;BYMONTHDAY=1."
        }
        "BYWEEKNO" => "List all dates under `dates` instead of a rule.",
        "WKST" => "Remove it: weeks start on Monday here.",
        _ => return None,
    })
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
    Err(error(field.value, message, Name::Freq.values()))
}

/// Puts the value of a field into its part.
fn read(field: &Field<'_>, parts: &mut Parts) -> Result<(), RuleError> {
    let Field { name, value, .. } = *field;
    match name {
        Name::Freq => {}
        Name::Until => parts.until = Some(date(value)?),
        Name::Count => parts.count = Some(amount(name, value, 1..=1_000)?),
        Name::Interval => parts.interval = amount(name, value, 1..=1000)?,
        Name::ByDay => parts.by_day = nth_weekdays(value)?,
        Name::ByMonthDay => parts.by_month_day = numbers(name, value, -31..=31)?,
        Name::ByMonth => parts.by_month = numbers(name, value, 1..=12)?,
        Name::BySetPos => parts.by_set_pos = numbers(name, value, -366..=366)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text is told: the part that is blamed, the message and the help.
    fn told(text: &str) -> String {
        match parse(text) {
            Err(error) => format!("{} <- {} {}", &text[error.range], error.message, error.help),
            Ok(rule) => panic!("{rule}"),
        }
    }

    #[test]
    fn a_text_that_is_no_rule_is_told_how_one_starts() {
        let told =
            ["  ", "every Tuesday", "BYDAY=2TU", "FREQ", "FREQ=WEEKLY;"].map(told).join("\n");
        insta::assert_snapshot!(told, @"
         <- The rule is empty. Write one such as FREQ=MONTHLY;BYDAY=2TU.
        every Tuesday <- `every Tuesday` is not a part of a rule. A rule is made of FREQ, UNTIL, COUNT, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH and BYSETPOS.
        BYDAY=2TU <- The rule does not say how often: `FREQ` is missing. Start with FREQ=WEEKLY, FREQ=MONTHLY or FREQ=YEARLY.
        FREQ <- `FREQ` needs a `=` and a value. FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.
         <- There is one `;` too many in the rule. Remove it.
        ");
    }

    #[test]
    fn a_frequency_is_a_day_at_least() {
        let told = ["FREQ=HOURLY", "FREQ=dayly"].map(told).join("\n");
        insta::assert_snapshot!(told, @"
        HOURLY <- A group meets once a day at most, and `HOURLY` is more often. FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.
        dayly <- `dayly` does not say how often. FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.
        ");
    }

    #[test]
    fn unknown_and_repeated_parts_are_named() {
        let told =
            ["FREQ=WEEKLY;BYDAYS=TU", "FREQ=WEEKLY;COLOUR=RED", "FREQ=WEEKLY;BYDAY=TU;BYDAY=TH"]
                .map(told)
                .join("\n");
        insta::assert_snapshot!(told, @"
        BYDAYS=TU <- `BYDAYS` is not a part of a rule. Did you mean `BYDAY`?
        COLOUR=RED <- `COLOUR` is not a part of a rule. A rule is made of FREQ, UNTIL, COUNT, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH and BYSETPOS.
        BYDAY=TH <- `BYDAY` appears twice in the rule. Keep one of them.
        ");
    }

    #[test]
    fn what_other_keys_say_does_not_belong_in_a_rule() {
        let told = [
            "RRULE:FREQ=WEEKLY",
            "DTSTART:20260113T183000",
            "FREQ=WEEKLY;EXDATE=20260113",
            "FREQ=WEEKLY;RDATE=20260113",
            "FREQ=WEEKLY;ByHour=18",
            "FREQ=WEEKLY;TZID=Europe/London",
        ]
        .map(told)
        .join("\n");
        insta::assert_snapshot!(told, @"
        RRULE:FREQ=WEEKLY <- `RRULE` does not belong in the rule. Leave out `RRULE:` and start with `FREQ=`.
        DTSTART:20260113T183000 <- `DTSTART` does not belong in the rule. Remove it: the first meeting is the key `first`.
        EXDATE=20260113 <- `EXDATE` does not belong in the rule. Remove it: dates without a meeting are the key `skip`.
        RDATE=20260113 <- `RDATE` does not belong in the rule. Remove it, or list all dates under `dates` instead of a rule.
        ByHour=18 <- `BYHOUR` does not belong in the rule. Remove it: the time of day is the key `time`.
        TZID=Europe/London <- `TZID` does not belong in the rule. Remove it: the time zone is the key `timezone`.
        ");
    }

    #[test]
    fn parts_that_are_not_read_have_another_way_beside_them() {
        let told = [
            "FREQ=YEARLY;BYYEARDAY=60",
            "FREQ=YEARLY;ByWeekNo=20;BYDAY=MO",
            "FREQ=WEEKLY;WKST=SU;BYDAY=TU",
            "FREQ=WEEKLY;WKST=MO",
        ]
        .map(told)
        .join("\n");
        insta::assert_snapshot!(told, @"
        BYYEARDAY=60 <- `BYYEARDAY` is not supported here. For a day of the year use BYMONTH and BYMONTHDAY, such as BYMONTH=3;BYMONTHDAY=1.
        ByWeekNo=20 <- `BYWEEKNO` is not supported here. List all dates under `dates` instead of a rule.
        WKST=SU <- `WKST` is not supported here. Remove it: weeks start on Monday here.
        WKST=MO <- `WKST` is not supported here. Remove it: weeks start on Monday here.
        ");
    }

    #[test]
    fn numbers_keep_within_their_range() {
        let told = [
            "FREQ=WEEKLY;INTERVAL=0",
            "FREQ=WEEKLY;INTERVAL=1001",
            "FREQ=WEEKLY;COUNT=1001",
            "FREQ=MONTHLY;BYMONTHDAY=1, 45",
            "FREQ=YEARLY;BYMONTH=-1",
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0",
            "FREQ=MONTHLY;BYDAY=TU,0WE",
        ]
        .map(told)
        .join("\n");
        insta::assert_snapshot!(told, @"
        0 <- `0` is not an interval. INTERVAL takes a whole number from 1 to 1000.
        1001 <- `1001` is not an interval. INTERVAL takes a whole number from 1 to 1000.
        1001 <- `1001` is not a number of meetings. COUNT takes a whole number from 1 to 1000.
        45 <- `45` is not a day of the month. BYMONTHDAY takes 1 to 31, or -1 to -31 counted from the end.
        -1 <- `-1` is not a month. BYMONTH takes 1 to 12.
        0 <- `0` is not a position. BYSETPOS takes 1 to 366, or -1 to -366 counted from the end.
        0WE <- `0WE` is not a weekday as a rule writes it. BYDAY takes MO, TU, WE, TH, FR, SA, SU, with a number before it for one of them: 2TU is the second Tuesday, -1FR the last Friday.
        ");
    }

    #[test]
    fn the_last_day_is_a_date() {
        let told = [
            "FREQ=WEEKLY;UNTIL=2026-12-31",
            "FREQ=WEEKLY;UNTIL=20260230",
            "FREQ=WEEKLY;UNTIL=20260113T256000Z",
            "FREQ=WEEKLY;UNTIL=soon",
        ]
        .map(told)
        .join("\n");
        insta::assert_snapshot!(told, @"
        2026-12-31 <- `2026-12-31` is not a date as a rule writes it. Write UNTIL=20261231.
        20260230 <- There is no such day as `20260230`. Write the last day on which the group may meet.
        20260113T256000Z <- `20260113T256000Z` is not a date as a rule writes it. UNTIL takes year, month and day as eight digits, such as UNTIL=20271231.
        soon <- `soon` is not a date as a rule writes it. UNTIL takes year, month and day as eight digits, such as UNTIL=20271231.
        ");
    }

    #[test]
    fn parts_that_do_not_go_together_are_told_so() {
        let told = [
            "FREQ=WEEKLY;COUNT=2;UNTIL=20260113",
            "FREQ=WEEKLY;BYDAY=2TU",
            "FREQ=DAILY;BYDAY=-1TU",
            "FREQ=MONTHLY;BYDAY=6TU",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=-6TU",
            "FREQ=WEEKLY;BYMONTHDAY=1",
            "FREQ=WEEKLY;BYSETPOS=1",
        ]
        .map(told)
        .join("\n");
        insta::assert_snapshot!(told, @"
        COUNT=2 <- `COUNT` and `UNTIL` both say when the series ends. Keep one: COUNT for a number of meetings, UNTIL for the last day.
        BYDAY=2TU <- Only months and years have numbered weekdays, such as the second Tuesday. Use FREQ=MONTHLY, or take the number out of BYDAY.
        BYDAY=-1TU <- Only months and years have numbered weekdays, such as the second Tuesday. Use FREQ=MONTHLY, or take the number out of BYDAY.
        BYDAY=6TU <- A month has at most five of each weekday. Use a number from 1 to 5, or from -1 to -5 counted from the end.
        BYDAY=-6TU <- A month has at most five of each weekday. Use a number from 1 to 5, or from -1 to -5 counted from the end.
        BYMONTHDAY=1 <- `BYMONTHDAY` does not go with `FREQ=WEEKLY`. Use FREQ=MONTHLY, or name a weekday with BYDAY.
        BYSETPOS=1 <- `BYSETPOS` picks among the dates of another part, and there is none. Add the part it picks from, such as BYDAY=MO,TU,WE,TH,FR.
        ");
    }

    #[test]
    fn a_long_text_is_refused_and_a_long_word_shortened() {
        assert_eq!(parse(&"X".repeat(501)).unwrap_err().range, 0..501);
        let told = told(&"é".repeat(41));
        assert!(told.contains(&format!("`{}…` is not a part", "é".repeat(40))), "{told}");
    }

    #[test]
    fn case_and_white_space_do_not_matter() {
        let rule = parse(" freq=monthly; byday = +2tu , -1fr ;until=20261231t235959z").unwrap();
        assert_eq!(rule.to_string(), "FREQ=MONTHLY;UNTIL=20261231;BYDAY=2TU,-1FR");
    }

    #[test]
    fn the_text_is_canonical() {
        let canonical = |text| parse(text).unwrap().to_string();
        assert_eq!(
            canonical("BYMONTHDAY=-1,15,01,-2,15;INTERVAL=02;COUNT=3;FREQ=MONTHLY"),
            "FREQ=MONTHLY;COUNT=3;INTERVAL=2;BYMONTHDAY=1,15,-2,-1",
        );
        assert_eq!(
            canonical("BYSETPOS=2;BYMONTH=9,3;BYDAY=-1MO,2TU,FR,2MO;FREQ=YEARLY;INTERVAL=1"),
            "FREQ=YEARLY;BYDAY=FR,2MO,2TU,-1MO;BYMONTH=3,9;BYSETPOS=2",
        );
    }
}
