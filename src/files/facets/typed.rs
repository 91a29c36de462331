//! What people type into the search who mean a choice of the filters: `free`, `Tuesday evenings`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::columns::{COST, Fixed, MEMBERSHIP, PLACES, SIZE, WHERE};
use super::facts::numbered;
use super::week::{TIMES, WEEK};
use crate::charter::country::other_names as country_names;
use crate::config::fold;
use crate::directory::Directory;
use crate::words::Words;

/// A choice of the filters, as an address says it, with what people type for it. Days and times are choices of
/// their own here: all cells of the week that are of both belong to them.
#[derive(Debug, Serialize)]
pub(in crate::files) struct Typed {
    facet: &'static str,
    choice: String,
    /// Words and phrases, with commas between.
    words: String,
}

/// The words of which each means one choice: those of the catalogue, the names of the choices, and those of the
/// languages of current groups.
pub(in crate::files) fn meant(directory: &Directory) -> Vec<Typed> {
    let words = &directory.config.settings.words;
    let fixed = [
        ("cost", COST),
        ("places", PLACES),
        ("where", WHERE),
        ("size", SIZE),
        ("membership", MEMBERSHIP),
    ];
    let fixed = fixed.into_iter().flat_map(|(facet, choices)| {
        choices.iter().map(move |Fixed { id, name, typed }| {
            called(facet, id, words.get(name), words.get(typed))
        })
    });
    let days = WEEK
        .iter()
        .map(|(day, id, typed)| called("day", id, words.weekday(*day), words.get(typed)));
    let times = TIMES
        .iter()
        .map(|time| called("time", time.id, words.get(time.name), words.get(time.typed)));
    fixed.chain(days).chain(times).chain(languages(directory)).chain(countries(directory)).collect()
}

/// The words that may mean a choice, and something else as well.
pub(in crate::files) fn near(words: &Words) -> Vec<Typed> {
    vec![
        typed("membership", "closed", words.get("typed-near-membership-closed")),
        typed("places", "open", words.get("typed-near-places-open")),
        typed("where", "online", words.get("typed-near-where-online")),
    ]
}

fn languages(directory: &Directory) -> impl Iterator<Item = Typed> {
    let settings = &directory.config.settings;
    let languages = directory.current().iter().map(|group| {
        let language = directory.groups()[*group].language_in(settings);
        (language.primary(), language)
    });
    let languages: BTreeMap<_, _> = languages.collect();
    languages.into_iter().map(|(tag, language)| {
        called("language", &tag, language.own_name(), language.english_name().unwrap_or_default())
    })
}

/// What people call the countries of current groups besides the names that the filters have.
fn countries(directory: &Directory) -> impl Iterator<Item = Typed> {
    let charters = directory.current().iter().map(|group| &directory.groups()[*group]);
    let names: BTreeSet<&str> = charters
        .flat_map(|charter| {
            let series = numbered(charter, directory.today).into_iter().flatten();
            let places = series.map(|series| series.place.country.as_ref());
            places.chain([charter.based.as_ref().and_then(|home| home.country.as_ref())])
        })
        .flatten()
        .map(|country| &*country.name)
        .collect();
    names.into_iter().filter_map(|name| {
        let others: Vec<_> = country_names(name).collect();
        (!others.is_empty()).then(|| typed("country", &fold(name), &others.join(", ")))
    })
}

fn called(facet: &'static str, choice: &str, name: &str, others: &str) -> Typed {
    typed(facet, choice, &format!("{name}, {others}"))
}

fn typed(facet: &'static str, choice: &str, words: &str) -> Typed {
    Typed { facet, choice: choice.to_owned(), words: words.to_owned() }
}
