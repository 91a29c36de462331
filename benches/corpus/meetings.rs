//! When and where a group meets.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::BUILD_DATE;
use super::identity::Place;
use super::random::Random;
use super::slots::{Slot, random_slot};
use super::words::WORDS;
use super::yaml::{self, Value};

const TIMES: [&str; 12] = [
    "07:30", "08:00", "09:15", "10:00", "12:15", "12:30", "16:15", "17:30", "18:00", "18:30",
    "19:00", "20:00",
];
const DURATIONS: [&str; 8] =
    ["45 min", "1 h", "75 min", "90 min", "1 h 30 min", "1 h 45 min", "2 h", "3 h"];

/// The key `meetings` with one series, sometimes two. Of a group that has ended, they are over.
pub fn meetings(random: &mut Random, place: &Place, ended: bool) -> String {
    let count = if random.chance(8) { 2 } else { 1 };
    let series: Vec<String> = (0..count).map(|_| series(random, place, ended)).collect();
    format!("meetings:{}", yaml::dashes(0, &series))
}

fn series(random: &mut Random, place: &Place, ended: bool) -> String {
    let mut entries = match random.below(20) {
        0 if !ended => varies(random, place),
        1 | 2 if !ended => timed(random, dates),
        _ => timed(random, |random| slot(random, ended)),
    };
    entries.push(yaml::entry("duration", random.pick(&DURATIONS)));
    entries.push(yaml::entry("timezone", place.region.zone));
    entries.push(where_it_meets(random, place));
    if random.chance(75) {
        let voice = place.voice;
        let notice = voice.say(random, &voice.notices);
        entries.push(yaml::text(random, 4, "notice", &notice));
    }
    yaml::item(0, &entries)
}

fn varies(random: &mut Random, place: &Place) -> Vec<String> {
    let voice = place.voice;
    let when = voice.say(random, &voice.irregular);
    vec![yaml::entry("repeats", "varies"), yaml::text(random, 4, "when", &when)]
}

fn timed(random: &mut Random, days: impl FnOnce(&mut Random) -> Vec<String>) -> Vec<String> {
    let mut entries = days(random);
    let time = random.pick(&TIMES);
    entries.push(match random.below(4) {
        0 => format!("time: '{time}'"),
        1 => format!("time: {time}"),
        _ => format!("time: \"{time}\""),
    });
    entries
}

fn slot(random: &mut Random, ended: bool) -> Vec<String> {
    let (months_ago, until) =
        if ended { (27..=40, date(2026, 8, 31)) } else { (0..=34, date(2027, 9, 30)) };
    let start = BUILD_DATE.first_of_month().saturating_sub(random.number(months_ago).months());
    let Slot { keys, dates } = random_slot(random, start);
    let mut entries: Vec<String> =
        keys.iter().map(|(key, value)| yaml::entry(key, value)).collect();
    entries.push(format!("first: {}", dates[0]));
    if ended || random.chance(15) {
        entries.push(format!("until: {until}"));
    }
    let later: Vec<String> =
        dates[1..].iter().filter(|date| **date <= until).map(Date::to_string).collect();
    if !later.is_empty() && random.chance(35) {
        let count = random.within(1..=4);
        let skipped = random.pick_some(&later, count);
        entries.push(yaml::ids(random, 4, "skip", &skipped));
    }
    entries
}

fn dates(random: &mut Random) -> Vec<String> {
    let end = BUILD_DATE.saturating_add(2.months());
    let mut next = date(2026, 1, 5).saturating_add(random.number(0..=25).days());
    let mut dates = Vec::new();
    while next < end {
        dates.push(next.to_string());
        next = next.saturating_add(random.number(20..=50).days());
    }
    vec![yaml::ids(random, 4, "dates", &dates)]
}

/// Online, in a room, or both.
fn where_it_meets(random: &mut Random, place: &Place) -> String {
    let voice = place.voice;
    let kind = random.below(10);
    let mut values = Vec::new();
    if kind < 6 {
        values.push(("online", Value::Text(voice.say(random, &voice.online))));
    }
    if kind > 3 {
        values.push(("venue", Value::Text(random.pick(&WORDS.venues).to_owned())));
        values.push(("town", Value::Text(place.town.to_owned())));
        values.push(("country", Value::Text(place.region.country.to_owned())));
    }
    yaml::mapping(random, 4, "place", &values)
}
