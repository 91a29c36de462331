//! The texts of a charter that are searched.

use std::collections::HashMap;

use jiff::civil::Date;

use super::gather::{Field, Gatherer};
use crate::charter::schedule::Frequency;
use crate::charter::{Based, Charter, Choice, Costs, Pattern, Series};
use crate::config::{self, Article, Config};
use crate::pages::labels;

/// The word for which every group is found that can be joined from afar.
const ONLINE: &str = "online";

/// The Guild's suggested aims and values by their ids.
pub(super) struct Phrases<'a> {
    aims: HashMap<&'a str, &'a config::Phrase>,
    values: HashMap<&'a str, &'a config::Phrase>,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(config: &'a Config) -> Self {
        let by_id = |phrases: &'a config::Phrases| {
            phrases.iter().map(|phrase| (phrase.id.as_str(), phrase)).collect()
        };
        Self { aims: by_id(&config.aims), values: by_id(&config.values) }
    }
}

/// Adds every text of a charter that is searched, the best field first.
pub(super) fn read(
    charter: &Charter,
    today: Date,
    config: &Config,
    phrases: &Phrases<'_>,
    gatherer: &mut Gatherer,
) {
    gatherer.add(Field::Name, &charter.name);
    gatherer.add(Field::Name, &charter.id);
    for series in charter.current(today) {
        read_place(series, gatherer);
    }
    let language = charter.language_in(&config.settings).both_names();
    let is_usual = language == config.settings.language.both_names();
    if !is_usual {
        gatherer.add(Field::Place, &language);
    }
    for part in charter.based.iter().flat_map(Based::parts) {
        gatherer.add(Field::Place, part);
    }
    for leader in &charter.leaders {
        gatherer.add(Field::Leader, &leader.name);
        leader.organisation.iter().for_each(|it| gatherer.add(Field::Text, it));
    }
    charter.summary.iter().for_each(|summary| gatherer.add(Field::Summary, summary));

    let mut add = |text: &str| gatherer.add(Field::Text, text);
    charter.markdown().for_each(|prose| prose.text().for_each(&mut add));
    each_sentence(charter).for_each(&mut add);
    charter.meetings.iter().for_each(|series| each_note(series).for_each(&mut add));
    each_choice(&charter.aims, &phrases.aims, &mut add);
    each_choice(&charter.values, &phrases.values, &mut add);
    each_short_fact(charter, config).for_each(&mut add);
    add(&labels::status(&config.settings.words, charter.status).name);
    if is_usual {
        add(&language); // words that most groups share do not tell them apart
    }
}

fn read_place(series: &Series, gatherer: &mut Gatherer) {
    let place = &series.place;
    let country = place.country.as_ref().map(|country| &country.name);
    for text in [place.venue.as_ref(), place.town.as_ref(), country].into_iter().flatten() {
        gatherer.add(Field::Place, text);
    }
    if place.online.is_some() {
        gatherer.add(Field::Place, ONLINE);
    }
}

fn each_sentence(charter: &Charter) -> impl Iterator<Item = &str> {
    let joining = &charter.joining;
    let costs = match &charter.costs {
        Some(Costs::Paid { covers, concessions, .. }) => [covers.as_ref(), concessions.as_ref()],
        Some(Costs::Free) | None => [None, None],
    };
    let leaders = charter
        .leaders
        .iter()
        .flat_map(|leader| leader.role.iter().chain(&leader.responsibilities));
    [&joining.who, &joining.reply, &joining.welcome]
        .into_iter()
        .flatten()
        .chain(costs.into_iter().flatten())
        .chain(&charter.objectives)
        .chain(leaders)
        .map(String::as_str)
}

/// What a charter says in a word, and a page in words of its own.
fn each_short_fact<'a>(charter: &'a Charter, config: &'a Config) -> impl Iterator<Item = &'a str> {
    let words = &config.settings.words;
    let is_declared = |page: &&Article| charter.standards.contains(&page.id);
    let standards = config.standards().filter(is_declared).map(|page| &*page.title);
    let earlier = charter.aliases.iter().filter(|alias| !alias.starts_with('/'));
    let rhythms = charter.meetings.iter().filter_map(rhythm_key).map(|key| words.get(key));
    standards
        .chain(rhythms)
        .chain(earlier.map(String::as_str))
        .chain(charter.links.iter().map(|link| &*link.name))
        .chain(charter.picture.iter().map(|picture| &*picture.alt))
}

/// The key of what people type for how often a series meets.
fn rhythm_key(series: &Series) -> Option<&'static str> {
    let (Pattern::Regular { rule, .. } | Pattern::Undated(rule)) = &series.pattern else {
        return None;
    };
    let parts = rule.parts();
    match (&parts.frequency, parts.interval) {
        (Frequency::Weekly, 1) => Some("typed-weekly"),
        (Frequency::Weekly, 2) => Some("typed-fortnightly"),
        (Frequency::Monthly, 1) => Some("typed-monthly"),
        (Frequency::Monthly, 3) => Some("typed-quarterly"),
        (Frequency::Yearly, 1) => Some("typed-yearly"),
        _ => None,
    }
}

fn each_note(series: &Series) -> impl Iterator<Item = &str> {
    let when = match &series.pattern {
        Pattern::Varies { when } => Some(when),
        Pattern::Regular { when, .. } => when.as_ref(),
        Pattern::Undated(_) | Pattern::Dates(_) => None,
    };
    [series.name.as_ref(), when, series.notice.as_ref(), series.place.online.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
}

fn each_choice(
    choices: &[Choice],
    phrases: &HashMap<&str, &config::Phrase>,
    add: &mut impl FnMut(&str),
) {
    for choice in choices {
        match choice {
            Choice::Own(sentence) => add(sentence),
            Choice::Suggested(id) => {
                if let Some(phrase) = phrases.get(id.as_str()) {
                    add(&phrase.name);
                    add(&phrase.text);
                }
            }
        }
    }
}
