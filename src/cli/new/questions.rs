//! The questions one by one.

use serde_json::{Value as Json, json};

use super::prompts::{Ended, agree, explain, explain_choice, line, line_of, one, some};
use super::session::Session;
use crate::charter::Key;
use crate::charter::schedule::{date_words, weekday_name};
use crate::cli::say;
use crate::cli::today::time_zone;
use crate::config::Axis;
use crate::writing::{self, Answers, suggest_first};

const SKIP: &str = "skip this question";
/// Rhythms that need more than a word.
const FEW: &str = "every few weeks or months";
const LISTED: &str = "on separate dates";
const NEEDED: &str = "✗ This needs an answer.";
/// Parts that have to be there, besides those that the directory requires.
const PARTS_NEEDED: &[&str] = &["meetings[].repeats", "meetings[].day", "meetings[].when"];
/// Parts that only a series that varies may leave open.
const CLOCK: &[&str] = &["meetings[].time", "meetings[].timezone"];

/// Asks for a key until its answer is good, or left open where it may be.
pub(super) fn ask(session: &mut Session<'_>, key: &str) -> Result<(), Ended> {
    let mut typed = session.get(key).cloned().unwrap_or(Json::Null);
    loop {
        let value = match key {
            "fields" | "subjects" | "domains" | "standards" => json!(offered(session, key)?),
            "status" => word(
                key,
                &[
                    ("active", "it meets"),
                    ("forming", "it is looking for members"),
                    ("paused", "it is not meeting at present"),
                    ("ended", "its page stays, and it comes last in lists"),
                ],
            )?,
            "membership" => word(
                key,
                &[
                    ("closed", "the membership is fixed"),
                    ("open", "people come when the topic suits them"),
                ],
            )?,
            "leaders" => leaders(session)?,
            "aims" => with_own(session, key, "Your own aims, one sentence for each.")?,
            "values" => with_own(session, key, "Your own values, one sentence for each.")?,
            "objectives" => json!(sentences(key)?),
            "based" => parts(session, key, &["town", "region", "country"])?,
            "links" => links(session)?,
            "size" => parts(session, key, &["ideal", "minimum", "maximum", "current"])?,
            "meetings" => meetings(session)?,
            "costs" => costs(session)?,
            "joining" => joining(session)?,
            "about" => paragraphs()?,
            _ => json!(line(explain(key), typed.as_str().unwrap_or_default())?),
        };
        typed = value.clone();
        if is_empty(&value) && may_stay_open(session, key) || session.accept(key, value)? {
            break;
        }
        if key == "domains" {
            ask(session, "fields")?; // the term may be of any of the three axes
            ask(session, "subjects")?;
        }
    }
    if key == "name" {
        session.choose_id()?;
    }
    Ok(())
}

fn is_empty(value: &Json) -> bool {
    let mut answers = Answers::new();
    writing::set(&mut answers, "answer", value.clone());
    writing::tidy(&answers).is_empty()
}

/// Whether nothing is an answer. The first axes may be left out as long as one of the three has a term.
fn may_stay_open(session: &Session<'_>, key: &str) -> bool {
    let required = &session.config().settings.required;
    let is_optional = Key::at(key).is_some_and(|key| !key.is_required(required));
    let has_term = Axis::ALL.iter().any(|axis| session.get(axis.key()).is_some());
    let is_forming = session.get("status").and_then(Json::as_str) == Some("forming");
    match key {
        "domains" => has_term,
        "meetings" => is_optional || is_forming,
        "about" => true,
        _ => is_optional,
    }
}

fn word(key: &str, words: &[(&str, &str)]) -> Result<Json, Ended> {
    let choices: Vec<String> =
        words.iter().map(|(word, about)| format!("{word}: {about}")).collect();
    Ok(json!(words[one(explain(key), &choices)?].0))
}

/// The ids of what is chosen among what the directory offers.
fn offered(session: &Session<'_>, key: &str) -> Result<Vec<String>, Ended> {
    let offered = session.config().offered(key);
    if offered.is_empty() {
        return Ok(Vec::new());
    }
    let names: Vec<String> = offered.iter().map(|(_, name)| (*name).to_owned()).collect();
    let chosen = some(&explain_choice(session.config(), key), &names, &[])?;
    Ok(chosen.into_iter().map(|at| offered[at].0.to_owned()).collect())
}

fn with_own(session: &Session<'_>, key: &str, own: &str) -> Result<Json, Ended> {
    let mut entries = offered(session, key)?;
    say(own);
    entries.extend(lines("In your own words")?);
    Ok(json!(entries))
}

fn sentences(key: &str) -> Result<Vec<String>, Ended> {
    let label = explain(key);
    lines(label)
}

/// Lines, up to an empty one.
fn lines(label: &str) -> Result<Vec<String>, Ended> {
    let mut lines = Vec::new();
    loop {
        let more = if lines.is_empty() { "(Enter: none)" } else { "(Enter: no more)" };
        let typed = line(&format!("{label} {more}"), "")?;
        if typed.trim().is_empty() {
            return Ok(lines);
        }
        lines.push(typed);
    }
}

fn paragraphs() -> Result<Json, Ended> {
    say("Type one paragraph at a time.");
    Ok(json!(lines("A paragraph")?.join("\n\n")))
}

/// The parts of a set of keys, each of which may stay open.
fn parts(session: &Session<'_>, key: &str, names: &[&str]) -> Result<Json, Ended> {
    let mut map = Answers::new();
    for name in names {
        part(session, key, &format!("{key}.{name}"), &mut map, name, "", |map| json!(map))?;
    }
    Ok(Json::Object(map))
}

/// A part of a set of keys, asked until it fits with the others. `whole` is the key's value with it.
fn part(
    session: &Session<'_>,
    key: &str,
    guide: &str,
    map: &mut Answers,
    name: &str,
    typed: &str,
    whole: impl Fn(&Answers) -> Json,
) -> Result<(), Ended> {
    let mut typed = typed.to_owned();
    loop {
        let label = explain(guide);
        typed = match name {
            "timezone" => line_of(label, &typed, &zones())?,
            _ => line(label, &typed)?,
        };
        let varies = map.get("repeats").and_then(Json::as_str) == Some("varies");
        let required = &session.config().settings.required;
        let is_required = Key::at(guide).is_some_and(|key| key.is_required(required));
        let is_needed =
            is_required || PARTS_NEEDED.contains(&guide) || CLOCK.contains(&guide) && !varies;
        if typed.trim().is_empty() && is_needed {
            say(NEEDED);
            continue;
        }
        let mut trial = map.clone();
        writing::set(&mut trial, name, typed.trim());
        if typed.trim().is_empty() || session.part_is_good(key, whole(&trial)) {
            *map = trial;
            return Ok(());
        }
    }
}

fn zones() -> Vec<String> {
    jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect()
}

fn leaders(session: &Session<'_>) -> Result<Json, Ended> {
    let mut leaders: Vec<Json> = Vec::new();
    explain("leaders");
    loop {
        let with = |leader: &Answers| {
            let mut all = leaders.clone();
            all.push(json!(leader));
            json!(all)
        };
        let mut leader = Answers::new();
        for name in ["name", "role", "organisation", "url"] {
            part(session, "leaders", &format!("leaders[].{name}"), &mut leader, name, "", with)?;
        }
        let answers_for = sentences("leaders[].responsibilities")?;
        writing::set(&mut leader, "responsibilities", answers_for);
        leaders.push(Json::Object(leader));
        if !agree("Is there another leader?", false)? {
            return Ok(json!(leaders));
        }
    }
}

fn links(session: &Session<'_>) -> Result<Json, Ended> {
    let mut links: Vec<Json> = Vec::new();
    explain("links");
    let mut question = "Is there a website, a chat, a mailing list or the like?";
    while agree(question, false)? {
        let with = |link: &Answers| {
            let mut all = links.clone();
            all.push(json!(link));
            json!(all)
        };
        let mut link = Answers::new();
        for name in ["name", "url"] {
            part(session, "links", &format!("links[].{name}"), &mut link, name, "", with)?;
        }
        links.push(Json::Object(link));
        question = "Is there another?";
    }
    Ok(json!(links))
}

fn costs(session: &Session<'_>) -> Result<Json, Ended> {
    explain("costs");
    let choices = ["free", "a sum", SKIP].map(str::to_owned);
    match one("Costs", &choices)? {
        0 => Ok(json!("free")),
        1 => {
            let mut map = Answers::new();
            let per = ["meeting", "month", "year", "once"].map(str::to_owned);
            for name in ["amount", "currency"] {
                let guide = format!("costs.{name}");
                part(session, "costs", &guide, &mut map, name, "", |map| json!(map))?;
            }
            writing::set(&mut map, "per", per[one(explain("costs.per"), &per)?].clone());
            for name in ["covers", "concessions"] {
                let guide = format!("costs.{name}");
                part(session, "costs", &guide, &mut map, name, "", |map| json!(map))?;
            }
            Ok(Json::Object(map))
        }
        _ => Ok(Json::Null),
    }
}

fn joining(session: &Session<'_>) -> Result<Json, Ended> {
    let mut map = Answers::new();
    let places = ["open", "waiting-list", "full"].map(str::to_owned);
    writing::set(&mut map, "places", places[one(explain("joining.places"), &places)?].clone());
    let ask = |map: &mut Answers, name: &str| {
        part(session, "joining", &format!("joining.{name}"), map, name, "", |map| json!(map))
    };
    ask(&mut map, "who")?;
    let mut steps = sentences("joining.steps")?;
    while steps.is_empty() && session.config().settings.required.has("joining.steps") {
        say(NEEDED);
        steps = sentences("joining.steps")?;
    }
    writing::set(&mut map, "steps", steps);
    for name in ["contact", "reply", "welcome"] {
        ask(&mut map, name)?;
    }
    Ok(Json::Object(map))
}

fn meetings(session: &Session<'_>) -> Result<Json, Ended> {
    let mut all: Vec<Json> = Vec::new();
    if session.get("status").and_then(Json::as_str) == Some("forming")
        && !agree("Does the group have a regular pattern yet?", false)?
    {
        return Ok(Json::Null);
    }
    loop {
        let series = series(session, &all)?;
        let mut trial = all.clone();
        trial.push(series);
        if !is_right(session, &trial)? {
            continue;
        }
        all = trial;
        if !agree("Is there a second pattern?", false)? {
            return Ok(json!(all));
        }
    }
}

fn series(session: &Session<'_>, others: &[Json]) -> Result<Json, Ended> {
    let with = |series: &Answers| {
        let mut all = others.to_vec();
        all.push(json!(series));
        json!(all)
    };
    let mut map = Answers::new();
    let ask = |map: &mut Answers, name: &str, typed: &str| {
        part(session, "meetings", &format!("meetings[].{name}"), map, name, typed, with)
    };
    if !others.is_empty() {
        ask(&mut map, "name", "")?;
    }
    let rhythms =
        ["weekly", "fortnightly", "monthly", "quarterly", "yearly", FEW, LISTED, "varies"];
    let rhythm = rhythms[one(explain("meetings[].repeats"), &rhythms.map(str::to_owned))?];
    match rhythm {
        LISTED => writing::set(&mut map, "dates", sentences("meetings[].dates")?),
        "varies" => {
            writing::set(&mut map, "repeats", "varies");
            ask(&mut map, "when", "")?;
        }
        _ => {
            if rhythm == FEW {
                ask(&mut map, "repeats", "every 6 weeks")?;
            } else {
                writing::set(&mut map, "repeats", rhythm);
            }
            ask(&mut map, "day", "")?;
            let said =
                |key: &str| map.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
            let first = suggest_first(&said("repeats"), &said("day"), session.today);
            let first = first.map(|first| first.to_string()).unwrap_or_default();
            ask(&mut map, "first", &first)?;
            ask(&mut map, "until", "")?;
            writing::set(&mut map, "skip", sentences("meetings[].skip")?);
        }
    }
    ask(&mut map, "time", "")?;
    ask(&mut map, "duration", "90 min")?;
    ask(&mut map, "timezone", &time_zone())?;
    let mut place = Answers::new();
    for name in ["online", "venue", "town", "country"] {
        let guide = format!("meetings[].place.{name}");
        let whole = |place: &Answers| {
            let mut series = map.clone();
            writing::set(&mut series, "place", json!(place));
            with(&series)
        };
        part(session, "meetings", &guide, &mut place, name, "", whole)?;
    }
    writing::set(&mut map, "place", json!(place));
    ask(&mut map, "notice", "")?;
    Ok(Json::Object(map))
}

/// Shows when the last of some series meets next, and asks whether that is right.
fn is_right(session: &Session<'_>, series: &[Json]) -> Result<bool, Ended> {
    let mut trial = Answers::new();
    writing::set(&mut trial, "meetings", json!(series));
    let trial = writing::tidy(&trial);
    let Some(charter) = session.reading(&trial, "meetings").charter else {
        return Ok(true); // what is wrong with it is said when the answer is taken
    };
    let Some(last) = charter.meetings.last().filter(|series| series.has_dates()) else {
        return Ok(true);
    };
    say("\nSo the next meetings are:");
    for day in last.days_from(session.today).take(3) {
        say(&format!("  {} {}", weekday_name(day.weekday()), date_words(day)));
    }
    agree("Is that right?", true)
}
