//! One event for each series, with its rule (RFC 5545, section 3.6.1).

use jiff::civil::{Date, Time, date};
use jiff::{Timestamp, ToSpan as _, ZonedDateTime};

use super::lines::Lines;
use super::zones::{basic, local};
use crate::charter::schedule::{Duration, Rule};
use crate::charter::{Charter, Clock, MeetingPlace, Pattern, Places, Series, Status};
use crate::config::{Axis, BaseUrl, Settings};
use crate::directory::Directory;
use crate::pages::Address;
use crate::words::Words;

/// Where `SEQUENCE` counts its days from.
const EPOCH: Date = date(1970, 1, 1);

/// A meeting, or a series of them that a rule gives.
///
/// Its name (`UID`, section 3.8.4.7) is made of the group's id, the position of the series in the
/// charter from 1, and for one of a list of dates that date. So it stays what it is when the rule, the
/// time, the place or the first date of the series change: programs then move the event that they have,
/// where a name made of the first date would leave the old one standing next to the new one.
///
/// Listed dates are events of their own, not one event with `RDATE`: Outlook refuses an `RDATE` without
/// a rule (MS-OXCICAL), and Google leaves such dates out.
#[derive(Debug)]
pub(super) struct Event<'a> {
    charter: &'a Charter,
    series: &'a Series,
    name: String,
    /// The day of the first meeting.
    day: Date,
    start: ZonedDateTime,
    duration: Option<Duration>,
    recurrence: Option<Recurrence<'a>>,
}

#[derive(Debug)]
struct Recurrence<'a> {
    rule: &'a Rule,
    skip: &'a [Date],
}

impl<'a> Event<'a> {
    /// The events of a group that meets, or is about to.
    pub(super) fn all_of(charter: &'a Charter) -> Vec<Self> {
        let series = charter.meetings.iter().zip(1..).filter(|_| charter.meets());
        series.flat_map(|(series, number)| Self::of(charter, series, number)).collect()
    }

    fn of(charter: &'a Charter, series: &'a Series, number: usize) -> Vec<Self> {
        let event = |day: Date, name: String, recurrence| {
            let (start, _) = series.clock.on(day)?;
            let duration = series.clock.duration;
            Some(Self { charter, series, name, day, start, duration, recurrence })
        };
        let name = format!("{}.{number}", charter.id);
        match &series.pattern {
            // A series whose every meeting is left out has none to show.
            Pattern::Regular { rule, first, skip, .. } => series
                .days_from(*first)
                .next()
                .and_then(|_| event(*first, name, Some(Recurrence { rule, skip })))
                .into_iter()
                .collect(),
            Pattern::Dates(dates) => {
                let named = |day: Date| format!("{name}.{}", basic(day));
                dates.iter().filter_map(|day| event(*day, named(*day), None)).collect()
            }
            Pattern::Undated(_) | Pattern::Varies { .. } => Vec::new(),
        }
    }

    /// When the first meeting starts.
    pub(super) fn start(&self) -> &ZonedDateTime {
        &self.start
    }

    /// Writes the event.
    ///
    /// It is stamped with the build date, so that one day gives one file. The revision (`SEQUENCE`,
    /// section 3.8.7.4) is the number of days from 1970 to the charter's review, which grows when a
    /// charter is revised and needs no memory. Nobody's time is taken (`TRANSP`): who looks at a
    /// calendar of many groups does not go to all their meetings.
    pub(super) fn write(&self, lines: &mut Lines, directory: &Directory) {
        let charter = self.charter;
        let settings = &directory.config.settings;
        let (base_url, words) = (&settings.base_url, &settings.words);
        let page = base_url.absolute(Address::group(&charter.id).as_str());
        let sequence = charter.reviewed.and_then(|reviewed| reviewed.since(EPOCH).ok());
        let sequence = sequence.map_or(0, |since| since.get_days().max(0));
        lines.property("BEGIN", "VEVENT");
        lines.property("UID", &format!("{}@{}", self.name, host(base_url)));
        lines.property("DTSTAMP", &midnight(directory.today));
        if let Some(reviewed) = charter.reviewed {
            lines.property("LAST-MODIFIED", &midnight(reviewed));
        }
        lines.property("SEQUENCE", &sequence.to_string());
        self.write_times(lines);
        lines.text("SUMMARY", &summary(words, charter, self.series));
        lines.text("DESCRIPTION", &description(settings, charter, &page));
        lines.text("LOCATION", &location(words, &self.series.place));
        lines.property("URL", &page);
        if let Some(address) = self.series.joining_address() {
            lines.property("CONFERENCE;VALUE=URI", address);
        }
        lines.texts("CATEGORIES", categories(directory, charter));
        let status = if charter.status == Status::Forming { "TENTATIVE" } else { "CONFIRMED" };
        lines.property("STATUS", status);
        lines.property("TRANSP", "TRANSPARENT");
        lines.property("END", "VEVENT");
    }

    /// The first start, the length, the rule and what it leaves out. The length is a `DURATION`, which is
    /// an exact one (section 3.3.6): the difference of two times on the wall is not where the clocks
    /// change between them.
    fn write_times(&self, lines: &mut Lines) {
        let clock = &self.series.clock;
        let with_zone = |name: &str| match self.start.time_zone().iana_name() {
            Some(zone) => format!("{name};TZID={zone}"),
            None => name.to_owned(),
        };
        // The time as the charter has it, which on a day of a change the clocks may jump over: the
        // RFC takes it as `Clock::on` does, and the other meetings have it as it is.
        let at = |day: Date| local(day.to_datetime(clock.time.unwrap_or(Time::midnight())));
        lines.property(&with_zone("DTSTART"), &at(self.day));
        if let Some(duration) = self.duration {
            lines.property("DURATION", &duration.iso());
        }
        if let Some(Recurrence { rule, skip }) = &self.recurrence {
            lines.property("RRULE", &rule_text(rule, self.day, clock));
            // A property each: Outlook reads one date of a list.
            for day in *skip {
                lines.property(&with_zone("EXDATE"), &at(*day));
            }
        }
    }
}

/// The rule with its end as the instant of its last start: `UNTIL` is in UTC where the start has a zone
/// (section 3.3.10).
fn rule_text(rule: &Rule, first: Date, clock: &Clock) -> String {
    let Some(until) = rule.parts().until else { return rule.to_string() };
    let start = clock.on(last_date(rule, first, until));
    rule.text_until(start.map_or(Timestamp::MAX, |(start, _)| start.timestamp()))
}

/// The last date of a rule that ends, looked for from its end.
fn last_date(rule: &Rule, first: Date, until: Date) -> Date {
    let since = |years: i64| until.checked_sub(years.years()).unwrap_or(first);
    let found = [1, 10, 400].into_iter().find_map(|it| rule.dates_from(first, since(it)).last());
    found.unwrap_or(first)
}

/// The start of a day in UTC (section 3.3.5, form 2).
fn midnight(day: Date) -> String {
    format!("{}T000000Z", basic(day))
}

/// The host of an address: `example.org`.
fn host(base_url: &BaseUrl) -> &str {
    let address = base_url.as_str();
    let without_path = &address[..address.len() - base_url.path().len()];
    without_path.split_once("://").map_or(without_path, |(_, host)| host)
}

/// The name of the group, with that of the series if it has one.
fn summary(words: &Words, charter: &Charter, series: &Series) -> String {
    match &series.name {
        Some(name) => {
            let parts = [("group", (&*charter.name).into()), ("series", (&**name).into())];
            words.fill("event-series", &parts)
        }
        None => charter.name.clone(),
    }
}

/// The summary, how to join, and where to read more.
fn description(settings: &Settings, charter: &Charter, page: &str) -> String {
    let words = &settings.words;
    let own = charter.joining.contact.as_ref();
    let join = match (charter.joining.places, own) {
        (Some(Places::Open), Some(_)) => Some("event-places-open"),
        (Some(Places::WaitingList), Some(_)) => Some("event-places-waiting-list"),
        (Some(Places::Full), Some(_)) => Some("event-places-full"),
        (None, Some(_)) => Some("event-contact"),
        (_, None) => None,
    };
    let join = join
        .zip(own)
        .map(|(key, contact)| words.fill(key, &[("contact", contact.as_str().into())]));
    let more = words.fill("event-more", &[("page", page.into())]);
    let end = join.into_iter().chain([more]).collect::<Vec<_>>().join("\n");
    charter.summary.iter().cloned().chain([end]).collect::<Vec<_>>().join("\n\n")
}

/// Where the meeting is: the place, how one takes part online, or both.
fn location(words: &Words, place: &MeetingPlace) -> String {
    let country = place.country.as_ref().map(|country| &country.name);
    let parts = [place.venue.as_ref(), place.town.as_ref(), country];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let online = place.online.as_deref();
    let online = online.map(|how| words.fill("event-online", &[("how", how.into())]));
    let in_person = Some(parts.join(", ")).filter(|parts| !parts.is_empty());
    in_person.into_iter().chain(online).collect::<Vec<_>>().join("; ")
}

/// The names of the group's terms.
fn categories<'a>(directory: &'a Directory, charter: &'a Charter) -> impl Iterator<Item = &'a str> {
    Axis::ALL.into_iter().flat_map(move |axis| {
        let terms = directory.config.vocabulary.terms(axis);
        charter.terms_on(axis).iter().map(|term| terms[*term].name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    #[test]
    fn a_series_ends_at_the_instant_of_its_last_start() {
        let clock = Clock {
            time: Some("18:30".parse().unwrap()),
            duration: None,
            timezone: TimeZone::get("America/New_York").ok(),
        };
        let first = date(2026, 1, 6);
        let rule = |text| rule_text(&Rule::parse(text).unwrap(), first, &clock);
        assert_eq!(rule("FREQ=WEEKLY;UNTIL=20260718"), "FREQ=WEEKLY;UNTIL=20260714T223000Z");
        assert_eq!(rule("FREQ=YEARLY;UNTIL=20290105"), "FREQ=YEARLY;UNTIL=20280106T233000Z");
        assert_eq!(rule("FREQ=WEEKLY;UNTIL=99991231"), "FREQ=WEEKLY;UNTIL=99991228T233000Z");
        assert_eq!(rule("FREQ=DAILY;UNTIL=99991231"), "FREQ=DAILY;UNTIL=99991230T220000Z");
        assert_eq!(rule("FREQ=MONTHLY;BYDAY=2TU"), "FREQ=MONTHLY;BYDAY=2TU");
    }

    #[test]
    fn the_host_is_between_the_scheme_and_the_path() {
        let host = |text| host(&BaseUrl::parse(text).unwrap()).to_owned();
        assert_eq!(host("https://example.org"), "example.org");
        assert_eq!(host("http://localhost:8000/a/b/"), "localhost:8000");
    }

    #[test]
    fn a_place_may_be_in_a_room_and_online() {
        let place = |online: Option<&str>, venue: Option<&str>, town: Option<&str>| MeetingPlace {
            online: online.map(str::to_owned),
            venue: venue.map(str::to_owned),
            town: town.map(str::to_owned),
            country: None,
        };
        let location = |place: &MeetingPlace| location(&Words::english(), place);
        let both = place(Some("Video call"), Some("Old Mill"), Some("Leeds"));
        assert_eq!(location(&both), "Old Mill, Leeds; Online: Video call");
        assert_eq!(location(&place(Some("Video call"), None, None)), "Online: Video call");
        assert_eq!(location(&place(None, None, Some("Leeds"))), "Leeds");
    }
}
