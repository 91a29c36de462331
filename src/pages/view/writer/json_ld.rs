//! A group for search engines (JSON-LD 1.1 in the words of schema.org).
//!
//! The group is an `Organization`; each series of meetings is an `EventSeries` with its `Schedule`
//! (<https://schema.org/Schedule>). A series whose rule a schedule cannot say has its next meetings as
//! `subEvent` instead, and one that only words describe is no event. The one address is
//! `joining.contact`.

use jiff::tz::TimeZone;
use jiff::{ToSpan as _, ZonedDateTime};
use serde::Serialize;

use crate::charter::schedule::{Duration, Frequency, Parts};
use crate::charter::{
    Based, Charter, Costs, Country, GroupLink, MeetingPlace, Pattern, Places, Series,
};
use crate::config::{Axis, Contact};
use crate::directory::Directory;
use crate::pages::coming::{Coming, coming, with_offset};
use crate::pages::{Address, labels, times};

/// The group, its meetings and how to join, as the content of a `<script type="application/ld+json">`. No text in it
/// can end that element: `<`, `>` and `&` are escaped, as are the line breaks of JavaScript that are not line breaks
/// in JSON.
pub fn group_json_ld(directory: &Directory, charter: &Charter) -> String {
    let settings = &directory.config.settings;
    let page = settings.base_url.absolute(Address::group(&charter.id).as_str());
    let about = Group { directory, charter, page: &page };
    let terms = Axis::ALL.into_iter().flat_map(|axis| {
        let terms = directory.config.vocabulary.terms(axis);
        charter.terms_on(axis).iter().map(|term| terms[*term].name.as_str())
    });
    let organization = object([
        ("@context", json("https://schema.org")),
        ("@type", json("Organization")),
        ("@id", json(&page)),
        ("url", json(&page)),
        ("name", json(&charter.name)),
        ("description", json(&charter.summary)),
        ("image", about.image()),
        ("address", charter.based.as_ref().map_or_else(Json::new, home)),
        ("sameAs", list(charter.links.iter().filter_map(web_link))),
        ("knowsAbout", list(terms.map(json))),
        ("foundingDate", json(charter.founded.map(|date| date.to_string()))),
        ("contactPoint", contact_point(charter)),
        ("parentOrganization", about.parent()),
        ("event", list(charter.meetings.iter().filter_map(|it| about.event(it)))),
    ]);
    escaped(&organization)
}

/// What every event of a group says of it.
struct Group<'a> {
    directory: &'a Directory,
    charter: &'a Charter,
    page: &'a str,
}

impl Group<'_> {
    /// The larger group to which it belongs, or the directory.
    fn parent(&self) -> Json {
        let settings = &self.directory.config.settings;
        let groups = self.directory.groups();
        let position = self.directory.position(self.charter);
        let related = position.and_then(|it| self.directory.related(it));
        let (name, url) = match related.and_then(|related| related.part_of) {
            Some(whole) => {
                let address = Address::group(&groups[whole].id);
                (&groups[whole].name, settings.base_url.absolute(address.as_str()))
            }
            None => (&settings.title, settings.base_url.as_str().to_owned()),
        };
        object([("@type", json("Organization")), ("name", json(name)), ("url", json(url))])
    }

    fn image(&self) -> Json {
        let file = self.charter.picture.as_ref().map(|picture| Address::file(&picture.file));
        let base = &self.directory.config.settings.base_url;
        json(file.map(|file| base.absolute(file.as_str())))
    }

    /// A series with a meeting to come.
    fn event(&self, series: &Series) -> Option<Json> {
        let (directory, charter) = (self.directory, self.charter);
        let coming = coming(charter, series, directory.today);
        let next = coming.first()?;
        let language = charter.language_in(&directory.config.settings);
        let schedule = schedule(series);
        let meetings = match schedule {
            Some(_) => coming.iter().filter(|next| next.meeting.moved.is_some()).collect(),
            None => coming.iter().collect::<Vec<_>>(),
        };
        let meetings = meetings.into_iter().map(|next| self.single(next));
        let is_free = charter.costs.as_ref().map(|costs| matches!(costs, Costs::Free));
        Some(object([
            ("@type", json("EventSeries")),
            ("name", json(series.name.as_ref().unwrap_or(&charter.name))),
            ("description", json(times::meets(&directory.config.settings.words, series))),
            ("url", json(self.page)),
            ("inLanguage", json(language.as_str())),
            ("organizer", object([("@id", json(self.page))])),
            ("eventStatus", json("https://schema.org/EventScheduled")),
            ("eventAttendanceMode", attendance(&series.place)),
            ("location", self.location(series, &series.place)),
            ("startDate", json(with_offset(&next.start))),
            ("endDate", end_date(series, &next.end)),
            ("eventSchedule", schedule.unwrap_or_default()),
            ("subEvent", list(meetings)),
            ("isAccessibleForFree", json(is_free)),
            ("offers", self.offer()),
        ]))
    }

    /// A meeting by itself.
    fn single(&self, next: &Coming<'_>) -> Json {
        let series = next.meeting.series;
        let previous = next.previous_start().as_ref().map(with_offset);
        let status = previous.as_ref().map(|_| "https://schema.org/EventRescheduled");
        object([
            ("@type", json("Event")),
            ("name", json(&self.charter.name)),
            ("startDate", json(with_offset(&next.start))),
            ("endDate", end_date(series, &next.end)),
            ("previousStartDate", json(previous)),
            ("eventStatus", json(status)),
            ("location", self.location(series, next.meeting.place())),
        ])
    }

    /// Where one meets. Online it is the address to join, or the group's page, which says how.
    fn location(&self, series: &Series, place: &MeetingPlace) -> Json {
        let url = series.joining_address().unwrap_or(self.page);
        let online = place.online.as_ref().map(|online| {
            object([("@type", json("VirtualLocation")), ("name", json(online)), ("url", json(url))])
        });
        let in_person = place.is_in_person().then(|| {
            let address = object([
                ("@type", json("PostalAddress")),
                ("addressLocality", json(&place.town)),
                ("addressCountry", country(place.country.as_ref())),
            ]);
            let country = place.country.as_ref().map(|country| &country.name);
            let name = place.venue.as_ref().or(place.town.as_ref()).or(country);
            object([("@type", json("Place")), ("name", json(name)), ("address", address)])
        });
        match (online, in_person) {
            (Some(online), Some(in_person)) => list([in_person, online]),
            (online, in_person) => online.or(in_person).unwrap_or_default(),
        }
    }

    fn offer(&self) -> Json {
        let Some(Costs::Paid { amount, .. }) = &self.charter.costs else { return Json::new() };
        let availability = match self.charter.joining.places {
            Some(Places::Open) => json("https://schema.org/InStock"),
            Some(Places::WaitingList) | None => Json::new(),
            Some(Places::Full) => json("https://schema.org/SoldOut"),
        };
        let costs = self
            .charter
            .costs
            .as_ref()
            .map(|costs| labels::costs(&self.directory.config.settings.words, costs).summary);
        object([
            ("@type", json("Offer")),
            ("url", json(self.page)),
            ("price", json(&amount.number)),
            ("priceCurrency", json(amount.currency.code())),
            ("description", json(costs)),
            ("availability", availability),
        ])
    }
}

fn contact_point(charter: &Charter) -> Json {
    let purpose = if charter.meets() { "joining" } else { "enquiries" };
    let (key, address) = match &charter.joining.contact {
        Some(Contact::Email(address)) => ("email", address),
        Some(Contact::Web(address)) => ("url", address),
        None => return Json::new(),
    };
    object([("@type", json("ContactPoint")), ("contactType", json(purpose)), (key, json(address))])
}

/// When a meeting ends, if that is known.
fn end_date(series: &Series, end: &ZonedDateTime) -> Json {
    json(series.clock.duration.map(|_| with_offset(end)))
}

fn web_link(link: &GroupLink) -> Option<Json> {
    matches!(link.address, Contact::Web(_)).then(|| json(link.address.as_str()))
}

/// Where a group is at home.
fn home(based: &Based) -> Json {
    object([
        ("@type", json("PostalAddress")),
        ("addressLocality", json(&based.town)),
        ("addressRegion", json(&based.region)),
        ("addressCountry", country(based.country.as_ref())),
    ])
}

/// A country by its code, as schema.org recommends, or as it was typed.
fn country(country: Option<&Country>) -> Json {
    json(country.map(|country| country.code.as_ref().unwrap_or(&country.name)))
}

fn attendance(place: &MeetingPlace) -> Json {
    json(match (place.online.is_some(), place.is_in_person()) {
        (true, true) => "https://schema.org/MixedEventAttendanceMode",
        (true, false) => "https://schema.org/OnlineEventAttendanceMode",
        (false, _) => "https://schema.org/OfflineEventAttendanceMode",
    })
}

/// The schedule of a series with a rule, where schema.org has words for it.
fn schedule(series: &Series) -> Option<Json> {
    let Pattern::Regular { rule, first, skip, .. } = &series.pattern else { return None };
    let parts = rule.parts();
    let is_sayable = parts.by_set_pos.is_empty();
    let clock = &series.clock;
    let start = clock.time?;
    let end = |length: &Duration| {
        let end = start.wrapping_add(i64::from(length.minutes()).minutes());
        end.strftime("%H:%M:%S").to_string()
    };
    let within_a_day = clock.duration.filter(|length| length.all_minutes() < 24 * 60);
    let days = parts.by_day.iter().map(|day| json(day.to_string()));
    let numbers = |numbers: &[i16]| list(numbers.iter().map(json));
    let moved = series.moved.iter().map(|moved| &moved.from);
    let dates = skip.iter().chain(moved).map(|date| json(date.to_string()));
    is_sayable.then(|| {
        object([
            ("@type", json("Schedule")),
            ("repeatFrequency", json(frequency(parts))),
            ("byDay", list(days)),
            ("byMonthDay", numbers(&parts.by_month_day)),
            ("byMonth", numbers(&parts.by_month)),
            ("startDate", json(first.to_string())),
            ("endDate", json(parts.until.map(|until| until.to_string()))),
            ("startTime", json(start.strftime("%H:%M:%S").to_string())),
            ("endTime", json(within_a_day.as_ref().map(end))),
            ("duration", json(clock.duration.map(Duration::iso))),
            ("scheduleTimezone", json(clock.timezone.as_ref().and_then(TimeZone::iana_name))),
            ("exceptDate", list(dates)),
        ])
    })
}

/// How often, as a duration (ISO 8601): `P2W`.
fn frequency(parts: &Parts) -> String {
    let unit = match parts.frequency {
        Frequency::Daily => 'D',
        Frequency::Weekly => 'W',
        Frequency::Monthly => 'M',
        Frequency::Yearly => 'Y',
    };
    format!("P{}{unit}", parts.interval)
}

/// A value in JSON; empty for one that is not known.
type Json = String;

fn json(value: impl Serialize) -> Json {
    let json = serde_json::to_string(&value).unwrap_or_default(); // texts and numbers can always be written
    if json == "null" { Json::new() } else { json }
}

/// An object of what is known.
fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    let mut json = Json::from("{");
    for (key, value) in entries.into_iter().filter(|(_, value)| !value.is_empty()) {
        let comma = if json.len() > 1 { "," } else { "" };
        json.extend([comma, "\"", key, "\":", &value]);
    }
    json + "}"
}

/// A list, if there is anything in it.
fn list(items: impl IntoIterator<Item = Json>) -> Json {
    let items: Vec<Json> = items.into_iter().collect();
    if items.is_empty() { Json::new() } else { format!("[{}]", items.join(",")) }
}

/// JSON in which no text can end a `script` element, nor begin a comment in it. In JSON, these characters occur only
/// in strings.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut end = 0;
    for (start, found) in json.match_indices(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        escaped.push_str(&json[end..start]);
        escaped.push_str(match found {
            "<" => "\\u003c",
            ">" => "\\u003e",
            "&" => "\\u0026",
            "\u{2028}" => "\\u2028",
            _ => "\\u2029",
        });
        end = start + found.len();
    }
    escaped + &json[end..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    proptest! {
        #[test]
        fn any_text_comes_back_and_none_ends_the_element(
            text in prop_oneof![any::<String>(), "(</script>|<!--|-->|]]>|[&\u{2028}\u{2029}\"\\\\]){0,8}"],
        ) {
            let json = escaped(&object([("name", json(&text))]));
            let unwanted = ['<', '>', '&', '\u{2028}', '\u{2029}'];
            prop_assert!(!json.contains(unwanted));
            let back: Value = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(back["name"].as_str(), Some(&*text));
        }
    }

    #[test]
    fn a_rule_is_so_many_units_of_time() {
        let said = |text| frequency(crate::charter::schedule::Rule::parse(text).unwrap().parts());
        assert_eq!(said("FREQ=WEEKLY;INTERVAL=2"), "P2W");
        assert_eq!(said("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"), "P3M");
    }
}
