//! Dates in the site's language: names of days and months, and their order (Unicode CLDR).

use icu_calendar::Iso;
use icu_datetime::fieldsets::{E, M, YMD, YMDE};
use icu_datetime::input::Date as IcuDate;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError};
use icu_locale_core::Locale;
use jiff::civil::{Date, Weekday};

/// What the words of the pages are in, where no region says otherwise.
const BRITISH: &str = "en-GB";

/// The days of a week, from 1.
const DAYS: [i8; 7] = [1, 2, 3, 4, 5, 6, 7];

/// Formats dates in one language.
pub(super) struct Dates {
    date: DateTimeFormatter<YMD>,
    /// With the weekday. None where it is put before the date without a comma, as in British English.
    long: Option<DateTimeFormatter<YMDE>>,
    weekdays: [String; 7],
    short_weekdays: [String; 7],
    short_months: [String; 12],
}

impl Dates {
    #[expect(
        clippy::expect_used,
        reason = "data that is built in is there, and falls back to the root's"
    )]
    /// For a language tag. One that is not known has the dates of English.
    pub(super) fn new(language: &str) -> Self {
        let tag = if language == "en" { BRITISH } else { language };
        Self::of(tag)
            .or_else(|_| Self::of(BRITISH))
            .expect("the data of every language is built in")
    }

    fn of(tag: &str) -> Result<Self, DateTimeFormatterLoadError> {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let month = DateTimeFormatter::try_new((&locale).into(), M::medium())?;
        let weekday = DateTimeFormatter::try_new((&locale).into(), E::long())?;
        let short_weekday = DateTimeFormatter::try_new((&locale).into(), E::short())?;
        let date = DateTimeFormatter::try_new((&locale).into(), YMD::long())?;
        let in_first_week = |day| icu(Date::constant(2024, 1, day)); // the 1st was a Monday
        let first_of = |month| icu(Date::constant(2024, month, 1));
        let is_day_first = date.format(&in_first_week(1)).to_string().starts_with('1');
        let is_british = locale.id.language.as_str() == "en" && is_day_first;
        let long = DateTimeFormatter::try_new((&locale).into(), YMDE::long())?;
        Ok(Self {
            long: Some(long).filter(|_| !is_british),
            weekdays: DAYS.map(|day| weekday.format(&in_first_week(day)).to_string()),
            short_weekdays: DAYS.map(|day| short_weekday.format(&in_first_week(day)).to_string()),
            short_months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
                .map(|number| month.format(&first_of(number)).to_string()),
            date,
        })
    }

    /// `8 December 2026`
    pub(super) fn date(&self, day: Date) -> String {
        self.date.format(&icu(day)).to_string()
    }

    /// `Tuesday 8 December 2026`
    pub(super) fn long_date(&self, day: Date) -> String {
        match &self.long {
            Some(long) => long.format(&icu(day)).to_string(),
            None => format!("{} {}", self.weekday(day.weekday()), self.date(day)),
        }
    }

    /// `Tuesday`
    pub(super) fn weekday(&self, weekday: Weekday) -> &str {
        &self.weekdays[position(weekday)]
    }

    /// `Tue`
    pub(super) fn short_weekday(&self, weekday: Weekday) -> &str {
        &self.short_weekdays[position(weekday)]
    }

    /// The month of a date, in little room: `Dec`.
    pub(super) fn short_month(&self, day: Date) -> &str {
        &self.short_months[usize::from(day.month().unsigned_abs()) - 1] // jiff counts them from 1 to 12
    }
}

/// From 0, for Monday, to 6.
fn position(weekday: Weekday) -> usize {
    usize::from(weekday.to_monday_zero_offset().unsigned_abs())
}

#[expect(
    clippy::expect_used,
    reason = "both calendars are ISO 8601, and have the years -9999 to 9999"
)]
fn icu(day: Date) -> IcuDate<Iso> {
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    IcuDate::try_new_iso(day.year().into(), month, of_month).expect("a day of the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn said(language: &str) -> String {
        let (dates, day) = (Dates::new(language), date(2026, 12, 8));
        let (weekday, month) = (dates.weekday(Weekday::Sunday), dates.short_month(day));
        let short = dates.short_weekday(Weekday::Sunday);
        format!("{} | {} | {weekday}, {short} | {month}", dates.long_date(day), dates.date(day))
    }

    #[test]
    fn each_language_has_its_names_and_its_order() {
        for (language, words) in [
            ("en-GB", "Tuesday 8 December 2026 | 8 December 2026 | Sunday, Sun | Dec"),
            ("en", "Tuesday 8 December 2026 | 8 December 2026 | Sunday, Sun | Dec"),
            ("en-US", "Tuesday, December 8, 2026 | December 8, 2026 | Sunday, Sun | Dec"),
            ("de", "Dienstag, 8. Dezember 2026 | 8. Dezember 2026 | Sonntag, So | Dez"),
            ("fr", "mardi 8 décembre 2026 | 8 décembre 2026 | dimanche, dim. | déc."),
            ("es", "martes, 8 de diciembre de 2026 | 8 de diciembre de 2026 | domingo, dom | dic"),
            ("pl", "wtorek, 8 grudnia 2026 | 8 grudnia 2026 | niedziela, niedz. | gru"),
            ("cy", "Dydd Mawrth, 8 Rhagfyr 2026 | 8 Rhagfyr 2026 | Dydd Sul, Sul | Rhag"),
            ("ja", "2026年12月8日火曜日 | 2026年12月8日 | 日曜日, 日 | 12月"),
        ] {
            assert_eq!(said(language), words, "{language}");
        }
    }

    #[test]
    fn a_language_that_is_not_known_has_dates_all_the_same() {
        for language in ["tlh", "x-own", "", "not a tag", "i-klingon"] {
            assert!(said(language).contains("2026"), "{language}");
        }
    }

    #[test]
    fn any_day_of_the_calendar_has_words() {
        let dates = Dates::new("en-GB");
        for day in [Date::MIN, Date::MAX, date(2024, 2, 29), date(0, 1, 1)] {
            assert!(!dates.long_date(day).is_empty());
        }
    }
}
