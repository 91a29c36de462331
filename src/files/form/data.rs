//! What the script of the form on the site knows: rules, lists and words, taken from the checks.

use std::collections::BTreeMap;

use iso_currency::{Currency, IntoEnumIterator as _};
use jiff::civil::Date;
use serde::Serialize;

use crate::charter::{
    ANY, Key, Kind, LARGEST_CLOSED, LARGEST_OPEN, MOST_DATES, QUESTIONS,
    messages as charter_messages, schedule, zones,
};
use crate::config::{
    ADDRESS_FAULTS, Axis, Config, Phrases, messages as config_messages, personal_providers,
    tags_by_name,
};
use crate::diagnostic::{Message, Severity, join_words};
use crate::directory::{self, Directory};
use crate::privacy::patterns;
use crate::source;
use crate::yaml;

/// How many names stand in one file that the form fetches.
pub(super) const NAMES_LENGTH: usize = 500;

/// What the script of the form knows. Keys are those of a charter.
#[derive(Serialize)]
struct FormData<'a> {
    /// What addresses, numbers and the like look like, as regular expressions.
    patterns: BTreeMap<&'a str, String>,
    /// Of what a closed group is reminded.
    reminder: &'a str,
    /// Every key by its path, in the order of the format.
    keys: Vec<&'a str>,
    /// Those whose values are Markdown.
    markdown: Vec<&'a str>,
    /// Those whose values are numbers.
    numbers: Vec<&'a str>,
    /// What is said of each problem, by the name that the script has for it.
    messages: BTreeMap<&'a str, Words>,
    /// What is said of each key that has to be there and is not.
    required: BTreeMap<&'a str, [String; 2]>,
    /// What can be wrong with an address.
    faults: BTreeMap<&'a str, &'a str>,
    /// The first day on which a charter that was read through is not stale yet.
    fresh_since: String,
    /// The fourteen questions.
    questions: Vec<QuestionData<'a>>,
    /// The largest numbers and lengths.
    limits: BTreeMap<&'a str, usize>,
    /// The ids of the terms, by axis.
    terms: BTreeMap<&'a str, Vec<&'a str>>,
    /// Suggested aims, by their ids.
    aims: Vec<[&'a str; 2]>,
    /// Suggested values, by their ids.
    values: Vec<[&'a str; 2]>,
    /// The minimum standards: id and title.
    standards: Vec<[&'a str; 2]>,
    /// The tags of languages, by their names without case and accents.
    languages: &'a BTreeMap<String, &'static str>,
    /// Currencies with how many decimals they have.
    currencies: BTreeMap<&'static str, u16>,
    /// The names of time zones (IANA).
    zones: &'a [String],
    /// Those that do not follow summer time: what each means, and what to type instead.
    fixed_zones: BTreeMap<&'a str, [String; 2]>,
    /// What stands in examples for words of the writer's own.
    placeholders: &'a [&'a str],
    /// Providers of personal mailboxes.
    personal: Vec<&'a str>,
    /// Where the file goes.
    site: SiteData<'a>,
    /// The name that each file of names begins with, without case and accents.
    names: Vec<String>,
}

/// The words of a problem, with gaps.
#[derive(Serialize)]
struct Words {
    code: &'static str,
    /// `error` or `warning`; nothing where the site has switched it off.
    severity: Option<&'static str>,
    text: String,
    help: String,
}

#[derive(Serialize)]
struct QuestionData<'a> {
    number: u8,
    text: &'a str,
    keys: Vec<&'a str>,
    remedy: &'a str,
    optional: bool,
}

#[derive(Serialize)]
struct SiteData<'a> {
    title: &'a str,
    base_url: String,
    /// The web address of the repository.
    repository: Option<&'a str>,
    branch: Option<&'a str>,
    /// Where the Guild is reached.
    contact: Option<&'a str>,
}

/// The data of the form as JSON.
pub(super) fn form_data(directory: &Directory) -> String {
    let config = &*directory.config;
    let settings = &config.settings;
    let repository = settings.repository.as_ref();
    let data = FormData {
        patterns: patterns(),
        reminder: charter_messages::TELL_CLIENTS,
        keys: paths(|_| true),
        markdown: paths(|key| matches!(key.kind, Kind::Markdown | Kind::List(Kind::Markdown, ..))),
        numbers: paths(|key| matches!(key.kind, Kind::Number(_) | Kind::Sum)),
        messages: messages(config),
        required: required(),
        faults: ADDRESS_FAULTS.iter().copied().collect(),
        fresh_since: fresh_since(directory).to_string(),
        questions: QUESTIONS
            .iter()
            .map(|it| QuestionData {
                number: it.number,
                text: it.text,
                keys: it.keys().map(|key| key.name).collect(),
                remedy: it.remedy,
                optional: it.is_optional(),
            })
            .collect(),
        limits: limits(),
        terms: Axis::ALL.into_iter().map(|axis| (axis.key(), ids(config, axis))).collect(),
        aims: named(&config.aims),
        values: named(&config.values),
        standards: config.standards().map(|it| [&*it.id, &*it.title]).collect(),
        languages: tags_by_name(),
        currencies: Currency::iter().map(|it| (it.code(), it.exponent().unwrap_or(2))).collect(),
        zones: zones::names(),
        fixed_zones: fixed_zones(directory),
        placeholders: yaml::PLACEHOLDERS,
        personal: personal_providers().collect(),
        site: SiteData {
            title: &settings.title,
            base_url: settings.base_url.absolute("/"),
            repository: repository.map(|it| &*it.url),
            branch: repository.map(|it| &*it.branch),
            contact: settings.contact.as_ref().map(crate::config::Contact::as_str),
        },
        names: directory
            .by_name()
            .chunks(NAMES_LENGTH)
            .map(|part| directory.groups()[part[0]].sort_key.clone())
            .collect(),
    };
    serde_json::json!(data).to_string()
}

/// The names of groups without case and accents, with their ids and how they are written, one part of
/// them, from 0.
pub(super) fn names(directory: &Directory, part: usize) -> String {
    let part = directory.by_name().chunks(NAMES_LENGTH).nth(part).unwrap_or_default();
    let charters = part.iter().map(|group| &directory.groups()[*group]);
    let names: Vec<_> =
        charters.map(|charter| [&charter.sort_key, &charter.id, &charter.name]).collect();
    serde_json::json!(names).to_string()
}

fn messages(config: &Config) -> BTreeMap<&'static str, Words> {
    let all = [
        yaml::messages::MESSAGES,
        config_messages::MESSAGES,
        charter_messages::MESSAGES,
        directory::MESSAGES,
        source::MESSAGES,
    ];
    let mut words: BTreeMap<_, _> =
        all.into_iter().flatten().map(|it| (it.name, words(it, config))).collect();
    let fields = join_words(&ids(config, Axis::Field), "and");
    if let Some(no_term) = words.get_mut(charter_messages::NO_TERM.name) {
        (no_term.text, no_term.help) =
            charter_messages::no_term(&fields).fill(&[("fields", &*fields)]);
    }
    words
}

fn words(message: &Message, config: &Config) -> Words {
    let severity = config.settings.checks.severity(message.code);
    Words {
        code: message.code.as_str(),
        severity: severity.map(Severity::as_str),
        text: message.text.to_owned(),
        help: message.help.to_owned(),
    }
}

fn paths(is_meant: impl Fn(&Key) -> bool) -> Vec<&'static str> {
    Key::all().iter().filter(|key| is_meant(key)).map(|key| key.path).collect()
}

/// The most characters of a text and the most entries of a list, by their keys, and what else has a limit.
fn limits() -> BTreeMap<&'static str, usize> {
    let limit = |key: &&'static Key| match key.kind {
        Kind::Line(most) | Kind::Short(most) | Kind::List(_, _, most) => {
            (most != ANY).then_some((key.path, most))
        }
        _ => None,
    };
    let others = [
        ("all-dates", MOST_DATES),
        ("weeks", schedule::MOST_WEEKS as usize),
        ("months", schedule::MOST_MONTHS as usize),
        ("open", LARGEST_OPEN as usize),
        ("closed", LARGEST_CLOSED as usize),
        ("file", usize::try_from(source::LARGEST_TEXT).unwrap_or(usize::MAX)),
    ];
    Key::all().iter().filter_map(limit).chain(others).collect()
}

fn fixed_zones(directory: &Directory) -> BTreeMap<&'static str, [String; 2]> {
    let used = directory.zones_in_use();
    let offers = zones::Offers::new(directory.today, &used);
    let fixed = |name: &'static String| {
        let (meaning, offer) = offers.instead_of_fixed(name)?;
        Some((name.as_str(), [meaning, offer]))
    };
    zones::names().iter().filter_map(fixed).collect()
}

/// The first day that lies within the period after which a charter is stale.
fn fresh_since(directory: &Directory) -> Date {
    let period = directory.config.settings.review_after;
    let is_fresh = |day: &Date| period.after(*day) >= directory.today;
    let before = std::iter::successors(Some(directory.today), |day| day.yesterday().ok());
    before.take_while(is_fresh).last().unwrap_or(directory.today)
}

fn ids(config: &Config, axis: Axis) -> Vec<&str> {
    config.vocabulary.terms(axis).iter().map(|term| &*term.id).collect()
}

fn named(phrases: &Phrases) -> Vec<[&str; 2]> {
    phrases.iter().map(|phrase| [&*phrase.id, &*phrase.name]).collect()
}

fn required() -> BTreeMap<&'static str, [String; 2]> {
    let words = |key: &&'static Key| {
        let (what, help) = key.reason()?;
        Some((key.path, [yaml::messages::is_missing(key.name, &what), help.to_owned()]))
    };
    Key::all().iter().filter_map(words).collect()
}
