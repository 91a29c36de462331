//! What is asked about time zones, and what is offered.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::offer::distance;
use super::table::{FIXED, NAMED, places};
use super::*;

const WINTER: Date = date(2026, 12, 1);
const SUMMER: Date = date(2026, 7, 1);

fn told_on(day: Date, used: &[&str], typed: &str) -> String {
    let used: BTreeSet<String> = used.iter().map(|zone| (*zone).to_owned()).collect();
    match asked(typed, &Offers::new(day, &used)) {
        Some(Problem { text, help, .. }) => format!("{text} {help}"),
        None => "nothing".to_owned(),
    }
}

fn told(typed: &str) -> String {
    told_on(WINTER, &[], typed)
}

/// The zone that is offered as the only one.
fn meant(typed: &str) -> Option<String> {
    let told = told(typed);
    let (_, rest) = told.split_once("Did you mean `")?;
    rest.strip_suffix("`?").map(str::to_owned)
}

#[test]
fn every_name_of_the_table_stands_there_once_and_leads_to_places() {
    let mut names = BTreeSet::new();
    for time in NAMED.iter() {
        for name in &time.names {
            assert!(names.insert(*name), "{name} stands there twice");
            assert_eq!(meaning::key(name), *name);
        }
        for zone in time.meanings.iter().flat_map(|(_, zones)| zones) {
            assert!(named(zone).is_some() && !is_fixed(zone), "{zone}");
        }
    }
    assert!(places().all(|zone| named(zone).is_some() && !is_fixed(zone)));
    assert!(FIXED.split(' ').all(|zone| named(zone).is_some()));
}

#[test]
fn every_distance_from_utc_that_a_place_keeps_has_a_place_to_offer() {
    let none = BTreeSet::new();
    let hours = [
        -11, -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
        14,
    ];
    let halves = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
    for minutes in hours.map(|hour| hour * 60).into_iter().chain(halves) {
        assert!(Offers::new(WINTER, &none).of_offset(minutes).is_some(), "{minutes}");
    }
}

#[test]
fn a_place_is_no_question() {
    for zone in [
        "Europe/London",
        "America/New_York",
        "Asia/Kolkata",
        "Africa/Accra",
        "GB",
        "America/Phoenix",
    ] {
        assert_eq!(told(zone), "nothing");
    }
}

#[test]
fn a_zone_that_follows_summer_time_is_no_question_though_it_names_no_place() {
    for zone in ["CET", "EET", "MET", "WET", "EST5EDT", "PST8PDT"] {
        assert_eq!(told(zone), "nothing");
    }
}

#[test]
fn a_distance_from_utc_says_what_it_is_and_offers_places_that_keep_it() {
    insta::assert_snapshot!(told("GMT+2"), @"`GMT+2` is two hours ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Europe/Athens`, `Europe/Helsinki`, `Africa/Johannesburg` or `Africa/Cairo`.");
    insta::assert_snapshot!(told("UTC+8"), @"`UTC+8` is eight hours ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Asia/Singapore`, `Asia/Hong_Kong`, `Asia/Shanghai` or `Australia/Perth`.");
    insta::assert_snapshot!(told("+01:00"), @"`+01:00` is one hour ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Europe/Paris`, `Europe/Berlin`, `Europe/Madrid` or `Europe/Rome`.");
    insta::assert_snapshot!(told("UTC+5:30"), @"`UTC+5:30` is five and a half hours ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Asia/Kolkata` or `Asia/Colombo`.");
    insta::assert_snapshot!(told("GMT-3"), @"`GMT-3` is three hours behind UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `America/Santiago`, `America/Sao_Paulo` or `America/Argentina/Buenos_Aires`.");
    insta::assert_snapshot!(told("UTC +5.45"), @"`UTC +5.45` is five hours and 45 minutes ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Asia/Kathmandu`.");
    insta::assert_snapshot!(told("utc"), @"`utc` is the same as UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Europe/London`, `Europe/Dublin`, `Europe/Lisbon` or `Africa/Accra`.");
    insta::assert_snapshot!(told("(UTC−05:00)"), @"`(UTC−05:00)` is five hours behind UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `America/New_York`, `America/Toronto`, `America/Bogota` or `America/Lima`.");
    insta::assert_snapshot!(told("UTC-9:30"), @"`UTC-9:30` is nine and a half hours behind UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Pacific/Marquesas`.");
}

#[test]
fn in_summer_places_that_keep_it_then_are_offered_too() {
    insta::assert_snapshot!(told_on(SUMMER, &[], "GMT+2"), @"`GMT+2` is two hours ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Europe/Paris`, `Europe/Berlin`, `Europe/Athens` or `Europe/Helsinki`.");
    insta::assert_snapshot!(told_on(SUMMER, &[], "UTC"), @"`UTC` is universal time all year round: it does not follow summer time. Write a place whose clocks the group keeps, such as `Europe/London`, `Europe/Dublin`, `Europe/Lisbon` or `Africa/Accra`. If the group goes by UTC itself, leave it as it is.");
    insta::assert_snapshot!(told_on(SUMMER, &[], "GMT+1"), @"`GMT+1` is one hour ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Europe/London`, `Europe/Dublin`, `Europe/Paris` or `Europe/Berlin`.");
}

#[test]
fn places_that_groups_use_come_first() {
    let used = ["Africa/Cairo", "America/New_York", "Europe/Vienna", "Europe/Zurich"];
    insta::assert_snapshot!(told_on(WINTER, &used, "GMT+2"), @"`GMT+2` is two hours ahead of UTC, and not the name of a place. Write a place whose clocks the group keeps, such as `Africa/Cairo`, `Europe/Athens`, `Europe/Helsinki` or `Africa/Johannesburg`.");
    insta::assert_snapshot!(told_on(WINTER, &used, "CEST"), @"`CEST` is not the name of a place. Write a place whose clocks the group keeps, such as `Europe/Vienna`, `Europe/Zurich`, `Europe/Paris` or `Europe/Berlin`.");
    insta::assert_snapshot!(told_on(WINTER, &["America/Toronto"], "EST"), @"`EST` is five hours behind UTC all year round: it does not follow summer time. Write `America/Toronto` for eastern North America or `Australia/Sydney` for eastern Australia.");
    insta::assert_snapshot!(told_on(WINTER, &["Asia/Colombo"], "IST"), @"`IST` can mean more than one time. Write `Asia/Kolkata` for India, `Europe/Dublin` for Ireland or `Asia/Jerusalem` for Israel.");
}

#[test]
fn a_distance_that_no_place_keeps_is_asked_for_as_a_place() {
    for typed in ["GMT+15", "UTC+1:17", "+99", "UTC+5.5.5", "GMT+"] {
        assert_eq!(
            told(typed),
            format!(
                "`{typed}` is not the name of a time zone. Write the place whose clocks the group keeps, as \
                 `Continent/City`: London is `Europe/London`."
            )
        );
    }
}

#[test]
fn what_has_several_meanings_is_asked_with_each_spelt_out() {
    for typed in
        ["IST", "BST", "CST", "AST", "MST", "PST", "SST", "AMT", "GST", "ECT", "WST", "est", "USA"]
    {
        let told = told(typed);
        assert!(told.contains("can mean more than one time. Write `") || typed == "MST", "{told}");
        assert!(told.contains(" or `"), "{told}");
    }
    insta::assert_snapshot!(told("IST"), @"`IST` can mean more than one time. Write `Asia/Kolkata` for India, `Europe/Dublin` for Ireland or `Asia/Jerusalem` for Israel.");
    insta::assert_snapshot!(told("bst"), @"`bst` can mean more than one time. Write `Europe/London` for the United Kingdom or `Asia/Dhaka` for Bangladesh.");
    insta::assert_snapshot!(told("CST"), @"`CST` can mean more than one time. Write `America/Chicago` for central North America, `Asia/Shanghai` for China or `America/Havana` for Cuba.");
}

#[test]
fn names_that_people_type_find_their_place() {
    for (typed, zone) in [
        ("London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("Europe/Londn", "Europe/London"),
        ("America/New York", "America/New_York"),
        ("new york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("UK time", "Europe/London"),
        ("U.K.", "Europe/London"),
        ("British Summer Time", "Europe/London"),
        ("GMT Standard Time", "Europe/London"),
        ("London (GMT)", "Europe/London"),
        ("London, UK", "Europe/London"),
        ("Berlin", "Europe/Berlin"),
        ("Munich, Germany", "Europe/Berlin"),
        ("Europe/Munich", "Europe/Berlin"),
        ("America/Boston", "America/New_York"),
        ("Etc/Berlin", "Europe/Berlin"),
        ("Geneva", "Europe/Zurich"),
        ("San Francisco", "America/Los_Angeles"),
        ("Singapore time", "Asia/Singapore"),
        ("JST", "Asia/Tokyo"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("India Standard Time", "Asia/Kolkata"),
        ("New Zealand Daylight Time", "Pacific/Auckland"),
        ("Melborne", "Australia/Melbourne"),
        ("Pacific/Aukland", "Pacific/Auckland"),
    ] {
        assert_eq!(meant(typed).as_deref(), Some(zone), "{typed}: {}", told(typed));
    }
}

#[test]
fn a_time_that_many_places_share_offers_some_of_them() {
    insta::assert_snapshot!(told("Pacific Time"), @"`Pacific Time` is not the name of a place. Write a place whose clocks the group keeps, such as `America/Los_Angeles` or `America/Vancouver`.");
    insta::assert_snapshot!(told("PT (Pacific Time)"), @"`PT (Pacific Time)` is not the name of a place. Write a place whose clocks the group keeps, such as `America/Los_Angeles` or `America/Vancouver`.");
    insta::assert_snapshot!(told("ET"), @"`ET` is not the name of a place. Write a place whose clocks the group keeps, such as `America/New_York` or `America/Toronto`.");
    insta::assert_snapshot!(told("Central European Summer Time"), @"`Central European Summer Time` is not the name of a place. Write a place whose clocks the group keeps, such as `Europe/Paris`, `Europe/Berlin`, `Europe/Rome` or `Europe/Madrid`.");
    insta::assert_snapshot!(told("AEST"), @"`AEST` is not the name of a place. Write a place whose clocks the group keeps, such as `Australia/Sydney`, `Australia/Melbourne` or `Australia/Brisbane`.");
}

#[test]
fn a_town_of_another_country_is_not_guessed() {
    for typed in ["London, Canada", "Paris, Texas", "America/Bstn", "Middle Earth", "", "Kent", "x"]
    {
        assert_eq!(meant(typed), None, "{}", told(typed));
    }
}

#[test]
fn a_fixed_zone_says_what_it_is_and_offers_places() {
    insta::assert_snapshot!(told("GMT"), @"`GMT` is the same as UTC all year round: it does not follow summer time. Write a place whose clocks the group keeps, such as `Europe/London`, `Europe/Dublin`, `Europe/Lisbon` or `Africa/Accra`.");
    insta::assert_snapshot!(told("UTC"), @"`UTC` is universal time all year round: it does not follow summer time. Write a place whose clocks the group keeps, such as `Europe/London`, `Europe/Dublin`, `Europe/Lisbon` or `Africa/Accra`. If the group goes by UTC itself, leave it as it is.");
    insta::assert_snapshot!(told("EST"), @"`EST` is five hours behind UTC all year round: it does not follow summer time. Write `America/New_York` for eastern North America or `Australia/Sydney` for eastern Australia.");
    insta::assert_snapshot!(told("HST"), @"`HST` is ten hours behind UTC all year round: it does not follow summer time. Write a place whose clocks the group keeps, such as `Pacific/Honolulu`.");
    insta::assert_snapshot!(told("Etc/GMT+2"), @"`Etc/GMT+2` is two hours behind UTC all year round: it does not follow summer time. Write a place: `America/Nuuk` or `America/Noronha` if it is two hours behind UTC; `Europe/Athens` or `Europe/Helsinki` if it is two hours ahead of UTC.");
    insta::assert_snapshot!(told("Etc/GMT-14"), @"`Etc/GMT-14` is 14 hours ahead of UTC all year round: it does not follow summer time. Write a place: `Pacific/Kiritimati` if it is 14 hours ahead of UTC.");
}

#[test]
fn only_another_case_or_a_space_is_mended() {
    assert_eq!(but_for_case("europe/london"), Some("Europe/London"));
    assert_eq!(but_for_case("America/New York"), Some("America/New_York"));
    for typed in ["est", "gmt", "utc", "cet", "Etc/gmt+2", "London", "JST"] {
        assert_eq!(but_for_case(typed), None, "{typed}");
    }
}

#[test]
fn a_distance_is_said_as_people_say_it() {
    assert_eq!(distance(0), "the same as UTC");
    assert_eq!(distance(60), "one hour ahead of UTC");
    assert_eq!(distance(-30), "half an hour behind UTC");
    assert_eq!(distance(330), "five and a half hours ahead of UTC");
    assert_eq!(distance(-765), "twelve hours and 45 minutes behind UTC");
}

#[test]
fn a_name_of_places_whose_clocks_agree_means_one_of_them() {
    let meant = |used: &[&str], typed: &str| {
        let used: BTreeSet<String> = used.iter().map(|zone| (*zone).to_owned()).collect();
        Offers::new(WINTER, &used).meant(typed).map(str::to_owned)
    };
    for (typed, zone) in [
        ("PT (Pacific Time)", "America/Los_Angeles"),
        ("EST (Eastern Time)", "America/New_York"),
        ("CET (Central European Time)", "Europe/Paris"),
        ("London", "Europe/London"),
        ("British time", "Europe/London"),
    ] {
        assert_eq!(meant(&[], typed).as_deref(), Some(zone), "{typed}");
    }
    assert_eq!(meant(&["Europe/Berlin"], "Central Europe").as_deref(), Some("Europe/Berlin"));
    for typed in ["Europe/London", "UTC", "EST", "IST", "AEST", "UTC+1", "Lundon", "", "("] {
        assert_eq!(meant(&[], typed), None, "{typed}");
    }
}
