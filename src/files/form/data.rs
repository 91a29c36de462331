//! The data of the form on the site: the rules, lists and messages of the checks.

use std::collections::BTreeMap;

use iso_currency::{Currency, IntoEnumIterator as _};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use crate::charter::{
    self, Key, LARGEST_CLOSED, LARGEST_OPEN, MOST_DATES, QUESTIONS, decimals_of,
    messages as charter_messages, sum_pattern, zones,
};
use crate::config::{
    Config, Phrases, Repository, Settings, messages as config_messages, personal_providers,
    tags_by_name,
};
use crate::diagnostic::{Message, Severity};
use crate::directory::{self, Directory};
use crate::privacy::patterns;
use crate::source::{self, GROUPS};
use crate::yaml;

/// How many names are in a file that the form fetches.
pub(super) const NAMES_LENGTH: usize = 500;

/// The data of the form. Keys are those of a charter.
#[derive(Serialize)]
struct FormData<'a> {
    /// The schema of a charter: the rules of each key.
    schema: Value,
    /// What addresses, telephone numbers, sums and the like look like, as regular expressions.
    patterns: BTreeMap<&'a str, String>,
    /// What closed groups are reminded of.
    reminder: &'a str,
    /// The path of every key, in the order of the format.
    keys: Vec<String>,
    /// What people call each key that is in no list, as they may write it above an answer.
    headings: BTreeMap<&'a str, Vec<&'a str>>,
    /// The message for each problem, by its name.
    messages: BTreeMap<&'a str, Words>,
    /// The message for each required key that is missing, and its help.
    missing: BTreeMap<&'a str, [String; 2]>,
    /// The keys that the directory leaves to its groups, of those that are no whole answer to a question.
    unsaid: Vec<&'a str>,
    /// Whether a group may be reached by other ways than `joining.contact`.
    has_other_ways: bool,
    /// The folded codes and names of countries.
    countries: Vec<&'static str>,
    /// A charter that was last reviewed before this day is stale.
    fresh_since: String,
    /// The fourteen questions.
    questions: Vec<QuestionData<'a>>,
    /// Limits that the schema does not state.
    limits: BTreeMap<&'a str, usize>,
    /// Suggested aims: id and name.
    aims: Vec<[&'a str; 2]>,
    /// Suggested values: id and name.
    values: Vec<[&'a str; 2]>,
    /// The minimum standards: id and title.
    standards: Vec<[&'a str; 2]>,
    /// The tags of languages, by their folded names.
    languages: &'a BTreeMap<String, &'static str>,
    /// The number of decimals of currencies that do not have two.
    decimals: BTreeMap<&'static str, u16>,
    /// Time zones without summer time: what each means, and what to write instead.
    fixed_zones: BTreeMap<&'a str, [String; 2]>,
    /// Providers of personal mailboxes.
    personal: Vec<&'a str>,
    /// Where the file goes.
    site: SiteData<'a>,
    /// The first folded name of each file of names.
    names: Vec<String>,
}

/// A message with gaps.
#[derive(Serialize)]
struct Words {
    code: &'static str,
    /// `error` or `warning`, or nothing if the site has switched it off.
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
    /// The repository that takes pull requests.
    repository: Option<RepositoryData>,
    /// The address to which the form may send a charter.
    submissions: Option<&'a str>,
    /// The address of the Guild.
    contact: Option<&'a str>,
}

#[derive(Serialize)]
struct RepositoryData {
    /// The software of its host.
    host: &'static str,
    /// What people call the host, where they know it.
    name: Option<&'static str>,
    /// The page that creates a charter, to which the name of its file is added.
    create: String,
    /// The parameter of that page for what the file contains.
    text: Option<&'static str>,
    /// What comes before and after the path of a charter in the address of the page that edits it.
    edit: [String; 2],
}

impl RepositoryData {
    fn new(repository: &Repository) -> Self {
        let host = repository.host();
        Self {
            host: host.as_str(),
            name: repository.host_in_words(),
            create: repository.create_in(GROUPS),
            text: host.text_parameter(),
            edit: repository.edit_around(),
        }
    }
}

/// The data of the form as JSON.
pub(super) fn form_data(directory: &Directory) -> String {
    let config = &*directory.config;
    let settings = &config.settings;
    let data = FormData {
        schema: charter::rules(config),
        patterns: patterns().into_iter().chain(own_patterns()).collect(),
        reminder: charter_messages::TELL_CLIENTS,
        keys: Key::paths(),
        headings: headings(),
        messages: messages(config),
        missing: missing(config),
        unsaid: unsaid(settings),
        has_other_ways: !settings.required.has("joining.contact"),
        countries: charter::country::names().collect(),
        fresh_since: fresh_since(directory).to_string(),
        questions: QUESTIONS
            .iter()
            .map(|it| QuestionData {
                number: it.number,
                text: it.text,
                keys: it.keys().map(|key| key.name).collect(),
                remedy: it.remedy,
                optional: it.is_optional(&settings.required),
            })
            .collect(),
        limits: BTreeMap::from([
            ("dates", MOST_DATES),
            ("open", LARGEST_OPEN as usize),
            ("closed", LARGEST_CLOSED as usize),
            ("id", crate::writing::LONGEST_ID),
        ]),
        aims: named(&config.aims),
        values: named(&config.values),
        standards: config.standards().map(|it| [&*it.id, &*it.title]).collect(),
        languages: tags_by_name(),
        decimals: Currency::iter()
            .map(|it| (it.code(), decimals_of(it)))
            .filter(|(_, decimals)| *decimals != 2)
            .collect(),
        fixed_zones: fixed_zones(directory),
        personal: personal_providers().collect(),
        site: SiteData {
            title: &settings.title,
            base_url: settings.base_url.absolute("/"),
            repository: settings.repository.as_ref().map(RepositoryData::new),
            submissions: settings.submissions.as_deref(),
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

/// One part of the names of groups, counted from 0: the folded name, the id and the name.
pub(super) fn names(directory: &Directory, part: usize) -> String {
    let part = directory.by_name().chunks(NAMES_LENGTH).nth(part).unwrap_or_default();
    let charters = part.iter().map(|group| &directory.groups()[*group]);
    let names: Vec<_> =
        charters.map(|charter| [&charter.sort_key, &charter.id, &charter.name]).collect();
    serde_json::json!(names).to_string()
}

/// Patterns of sums, and of the names of devices, which no file can have.
fn own_patterns() -> [(&'static str, String); 2] {
    [("sum", sum_pattern()), ("device", format!("^(?:{})$", source::DEVICES.join("|")))]
}

fn headings() -> BTreeMap<&'static str, Vec<&'static str>> {
    let keys = Key::all().iter().filter(|key| !key.path.contains("[]"));
    keys.map(|key| (key.path, key.other_names().collect())).collect()
}

fn messages(config: &Config) -> BTreeMap<&'static str, Words> {
    let all = [
        yaml::messages::MESSAGES,
        config_messages::MESSAGES,
        charter_messages::MESSAGES,
        directory::MESSAGES,
        source::MESSAGES,
    ];
    all.into_iter().flatten().map(|it| (it.name, words(it, config))).collect()
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

fn unsaid(settings: &Settings) -> Vec<&'static str> {
    let is_left = |key: &&&Key| key.is_part_of_answer() && !key.is_required(&settings.required);
    let paths = Key::all().iter().filter(is_left).map(|key| key.path);
    paths.filter(|path| *path != "joining.contact").collect()
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

/// The earliest day on which a charter can have been reviewed and not be stale today.
fn fresh_since(directory: &Directory) -> Date {
    let period = directory.config.settings.review_after;
    let is_fresh = |day: &Date| period.after(*day) >= directory.today;
    let before = std::iter::successors(Some(directory.today), |day| day.yesterday().ok());
    before.take_while(is_fresh).last().unwrap_or(directory.today)
}

fn named(phrases: &Phrases) -> Vec<[&str; 2]> {
    phrases.iter().map(|phrase| [&*phrase.id, &*phrase.name]).collect()
}

/// The message for each required key, by its path. A charter without any term is said to lack those of the first axis.
fn missing(config: &Config) -> BTreeMap<&'static str, [String; 2]> {
    let words = |key: &&'static Key| {
        let (what, help) = key.reason()?;
        Some((key.path, [yaml::messages::is_missing(key.name, &what), help.to_owned()]))
    };
    let (axis, gaps) = charter::no_term(config);
    let gaps = gaps.each_ref().map(|(name, text)| (*name, text.as_str()));
    let (text, help) = charter_messages::NO_TERM.fill(&gaps);
    let no_term = (axis.key(), [text, help]);
    Key::all().iter().filter_map(words).chain([no_term]).collect()
}
