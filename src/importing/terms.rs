//! Terms that the rows name and the directory does not have: each becomes a file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value as Json;

use super::gather::Wanted;
use crate::config::{Axis, Config, fold};
use crate::writing::{self, Answers, id_of};

/// The terms of the directory, and those that are made.
#[derive(Debug)]
pub struct Terms {
    config: Arc<Config>,
    made: BTreeMap<(Axis, String), Made>,
    /// Ids that are taken.
    ids: BTreeSet<(Axis, String)>,
    /// What could not be made, by axis and folded name and those of the terms above it.
    faults: Vec<(Wanted, TermFault)>,
}

/// A term to be made, by its folded name.
#[derive(Debug)]
struct Made {
    id: String,
    name: String,
    /// The folded name of the term above it.
    parent: Option<String>,
    summary: Option<String>,
}

/// Why a term cannot be made.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TermFault {
    /// No id can be made from its name.
    NoId,
    /// Another row puts it below another term, or below none.
    OtherParent(String),
}

impl Terms {
    pub(super) fn new(config: &Arc<Config>) -> Self {
        let config = Arc::clone(config);
        Self { config, made: BTreeMap::new(), ids: BTreeSet::new(), faults: Vec::new() }
    }

    /// Makes a term and those above it, where they are not there yet. Why that cannot be is kept.
    pub(super) fn make(&mut self, wanted: &Wanted) {
        if let Err(fault) = self.try_to_make(wanted) {
            self.faults.push((wanted.clone(), fault));
        }
    }

    /// Why a term could not be made.
    pub(super) fn fault(&self, wanted: &Wanted) -> Option<&TermFault> {
        self.faults.iter().find(|(faulty, _)| faulty == wanted).map(|(_, fault)| fault)
    }

    fn try_to_make(&mut self, wanted: &Wanted) -> Result<(), TermFault> {
        let Wanted { axis, name, parents, summary } = wanted;
        // A city that is a country too, such as Singapore, is no term below itself.
        let of_itself = parents.iter().take_while(|parent| fold(parent) == fold(name)).count();
        if self.config.vocabulary.named(*axis, name).is_some() {
            return Ok(());
        }
        let parent = match &parents[of_itself..] {
            [] => None,
            [first, rest @ ..] => {
                let above = Wanted {
                    axis: *axis,
                    name: first.clone(),
                    parents: rest.to_vec(),
                    summary: None,
                };
                self.try_to_make(&above)?;
                Some(fold(first))
            }
        };
        let key = (*axis, fold(name));
        if let Some(made) = self.made.get(&key) {
            return match &made.parent {
                other if *other == parent => Ok(()),
                Some(other) => Err(TermFault::OtherParent(self.name_of(*axis, other))),
                None => Err(TermFault::OtherParent(String::new())),
            };
        }
        let id = self.free_id(*axis, name).ok_or(TermFault::NoId)?;
        let made = Made { id, name: name.clone(), parent, summary: summary.clone() };
        self.made.insert(key, made);
        Ok(())
    }

    fn name_of(&self, axis: Axis, folded: &str) -> String {
        self.made.get(&(axis, folded.to_owned())).map_or(folded, |made| &made.name).to_owned()
    }

    /// An id of a name that no other term has.
    fn free_id(&mut self, axis: Axis, name: &str) -> Option<String> {
        let id = id_of(name);
        if id.is_empty() {
            return None;
        }
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let is_free = |id: &String| {
            self.config.vocabulary.term(axis, id).is_none()
                && !self.ids.contains(&(axis, id.clone()))
        };
        let id = std::iter::once(id.clone()).chain(numbered).find(is_free)?;
        self.ids.insert((axis, id.clone()));
        Some(id)
    }

    /// The id of a term by its name, an alias, or its id.
    pub(super) fn id(&self, axis: Axis, name: &str) -> Option<&str> {
        let made = || self.made.get(&(axis, fold(name))).map(|made| made.id.as_str());
        self.config.vocabulary.named(axis, name).map(|term| term.id.as_str()).or_else(made)
    }

    /// The files of the terms that are made: their paths and their texts, in the order of the paths.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = self
            .made
            .iter()
            .map(|((axis, _), made)| {
                let parent = made.parent.as_deref().and_then(|parent| self.id(*axis, parent));
                (format!("content/{}/{}.md", axis.key(), made.id), made.text(parent))
            })
            .collect();
        files.sort();
        files
    }
}

impl Made {
    fn text(&self, parent: Option<&str>) -> String {
        let summary =
            self.summary.clone().unwrap_or_else(|| format!("The groups under {}.", self.name));
        let entries =
            [("name", Some(self.name.as_str())), ("summary", Some(&summary)), ("parent", parent)];
        let present = entries.into_iter().filter_map(|(key, value)| Some((key, value?)));
        let answers: Answers =
            present.map(|(key, value)| (key.to_owned(), Json::String(value.to_owned()))).collect();
        writing::write(&writing::tidy(&answers))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::source::Sources;

    fn wanted(name: &str, parents: &[&str]) -> Wanted {
        let parents = parents.iter().map(|it| (*it).to_owned()).collect();
        Wanted { axis: Axis::Domain, name: name.to_owned(), parents, summary: None }
    }

    /// The terms of a directory that has none.
    fn terms() -> Terms {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("content")).unwrap();
        let sources = Sources::read(Path::new(folder.path())).unwrap();
        let (config, _) = Config::read(&sources, jiff::civil::date(2026, 11, 23));
        Terms::new(&Arc::new(config))
    }

    #[test]
    fn a_term_is_made_once_with_those_above_it() {
        let mut terms = terms();
        terms.make(&wanted("São Paulo", &["Brazil", "Americas"]));
        terms.make(&wanted("Sao Paulo", &["brazil", "Americas"]));
        terms.make(&wanted("Brazil", &["Americas"]));
        assert!(terms.faults.is_empty(), "{:?}", terms.faults);
        let files = terms.files();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let ids = ["americas", "brazil", "sao-paulo"];
        assert_eq!(paths, ids.map(|id| format!("content/domains/{id}.md")));
        let text =
            "---\nname: São Paulo\nsummary: The groups under São Paulo.\nparent: brazil\n---\n";
        assert_eq!(files[2].1, text);
        assert_eq!(terms.id(Axis::Domain, "sao paulo"), Some("sao-paulo"));
        assert_eq!(terms.id(Axis::Field, "sao paulo"), None);
    }

    #[test]
    fn two_terms_of_one_name_below_different_ones_are_asked_about() {
        let mut terms = terms();
        let (maine, oregon) = (wanted("Portland", &["Maine"]), wanted("Portland", &["Oregon"]));
        let (no_id, itself) = (wanted("…", &[]), wanted("Singapore", &["singapore"]));
        for wanted in [&maine, &oregon, &no_id, &itself] {
            terms.make(wanted);
        }
        assert_eq!(terms.fault(&oregon), Some(&TermFault::OtherParent("Maine".to_owned())));
        assert_eq!(terms.fault(&no_id), Some(&TermFault::NoId));
        assert!(terms.fault(&maine).is_none() && terms.fault(&itself).is_none());
        assert_eq!(terms.id(Axis::Domain, "Singapore"), Some("singapore"));
    }

    #[test]
    fn names_that_would_give_one_id_give_two() {
        let mut terms = terms();
        for name in ["C++", "C#"] {
            terms.make(&wanted(name, &[]));
        }
        assert_eq!(terms.id(Axis::Domain, "C++"), Some("c"));
        assert_eq!(terms.id(Axis::Domain, "C#"), Some("c-2"));
    }
}
