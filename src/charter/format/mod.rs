//! The format of a charter: each of its keys is declared once, in [`keys`].
//!
//! Readers take their keys from there, as do `unknown-key` and `missing`, the schema, the blank charter, the
//! form, the issue form and whatever writes a charter.

mod key;
mod keys;
mod meant;
mod misplaced;
mod names;
mod raw;
mod series;

use std::borrow::Cow;
use std::sync::LazyLock;

use super::questions::{QUESTIONS, Question};
use crate::config::{Axis, Config, Required};
use crate::diagnostic::nearest;
use crate::yaml::Fields;

pub use key::{ANY, Key, Kind, Need, Phrases, Reason};
use keys::CHARTER;
pub(super) use keys::{
    RawBased, RawCharter, RawCosts, RawJoining, RawLeader, RawLink, RawPicture, RawSize, SUM_REMEDY,
};
pub(super) use meant::settle;
pub use names::plain_name;
pub(super) use series::{RawMoved, RawPlace, RawSeries};

impl Key {
    /// Every key once: those of a charter in their order, each followed by the keys of its parts.
    pub fn all() -> &'static [&'static Self] {
        static ALL: LazyLock<Vec<&Key>> = LazyLock::new(|| {
            fn add(keys: &'static [Key], all: &mut Vec<&Key>) {
                let is_new = |key: &&Key, all: &[&Key]| all.iter().all(|it| it.path != key.path);
                for key in keys {
                    if is_new(&key, all) {
                        all.push(key);
                    }
                    add(key.kind.keys(), all);
                }
            }
            let mut all = Vec::new();
            add(CHARTER, &mut all);
            all
        });
        &ALL
    }

    /// The path of everything that a charter can have, in order. Unlike [`all`](Self::all), it has the parts of a set of
    /// keys wherever that may stand: a series has a place, and a meeting that is moved.
    pub fn paths() -> Vec<String> {
        fn add(keys: &[Key], whole: &str, paths: &mut Vec<String>) {
            for key in keys {
                let path = format!("{whole}{}", key.name);
                let list = if matches!(key.kind, Kind::List(..)) { "[]" } else { "" };
                paths.push(path.clone());
                add(key.kind.keys(), &format!("{path}{list}."), paths);
            }
        }
        let mut paths = Vec::new();
        add(CHARTER, "", &mut paths);
        paths
    }

    /// The keys of a charter without those of its parts.
    pub fn of_charter() -> &'static [Self] {
        CHARTER
    }

    /// The key at a path. Entries of lists may have their numbers: `meetings[0].day`.
    pub fn at(path: &str) -> Option<&'static Self> {
        let mut keys = CHARTER;
        let mut found = None;
        for name in path.split('.') {
            let key = keys.iter().find(|key| Some(key.name) == name.split('[').next())?;
            (found, keys) = (Some(key), key.kind.keys());
        }
        found
    }

    /// Whether it is among the entries of a mapping, right or misspelt. One that is misspelt is reported as such,
    /// and not as missing too: one mistake, one problem.
    pub(super) fn is_in(&self, entries: &Fields<'_>) -> bool {
        let known = match self.path.rsplit_once('.') {
            Some((whole, _)) => Self::at(whole).map_or(CHARTER, |whole| whole.kind.keys()),
            None => CHARTER,
        };
        let names = || known.iter().map(|key| key.name);
        let is_meant = |typed: &str| {
            names().all(|name| name != typed) && nearest(typed, names()) == Some(self.name)
        };
        entries.entry(self.name).is_some()
            || entries.entries().iter().any(|entry| is_meant(&entry.key))
    }

    /// The question that it answers, or that the key answers of which it is a part. Keys such as `status`
    /// answer none.
    pub fn question(&self) -> Option<&'static Question> {
        let whole = Self::at(self.path.split(['.', '[']).next()?)?;
        QUESTIONS.iter().find(|question| Some(question.number) == whole.question)
    }

    /// What it is called, and what makes a good answer. An axis is called what the directory calls it.
    pub fn guide<'a>(&self, config: &'a Config) -> (Cow<'a, str>, &'a str) {
        let words = &config.settings.words;
        let own = Axis::of_key(self.path).map(|axis| (axis.title(words), axis.meaning(words)));
        match own.filter(|(title, _)| title != self.label) {
            Some((title, "")) => (title.into(), "Those by which people should find the group."),
            Some((title, meaning)) => (title.into(), meaning),
            None => (self.label.into(), self.help),
        }
    }

    /// Whether a directory requires it, wherever its mapping is.
    pub fn is_required(&self, required: &Required) -> bool {
        match self.need {
            Need::Required(_) => true,
            Need::ByDefault(_) => required.has(self.path),
            Need::Conditional(_) | Need::Optional => false,
        }
    }

    /// Whether it is required by default, and is not the whole answer to its question.
    pub fn is_part_of_answer(&self) -> bool {
        matches!(self.need, Need::ByDefault(Reason::Because(..)))
    }

    /// Whether its value is Markdown of any number of lines.
    pub fn is_markdown(&self) -> bool {
        matches!(self.kind, Kind::Markdown)
    }

    /// What it is for and what to write, reported where it is required and missing.
    pub fn reason(&self) -> Option<(String, &'static str)> {
        let (Need::Required(reason) | Need::ByDefault(reason) | Need::Conditional(reason)) =
            self.need
        else {
            return None;
        };
        match reason {
            Reason::Because(what, help) => Some((what.to_owned(), help)),
            Reason::Question => self.question().map(|question| {
                let what = format!(
                    "it answers question {} of the fourteen, “{}”",
                    question.number, question.text
                );
                (what, question.remedy)
            }),
        }
    }
}

impl Question {
    /// The keys that answer it, in the order of the format.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        CHARTER.iter().filter(|key| key.question == Some(self.number))
    }

    /// The question that a key answers, or the key of which it is a part, by its path. Keys such as `status`
    /// answer none.
    pub fn answered_by(path: &str) -> Option<&'static Self> {
        Key::at(path).and_then(Key::question)
    }

    /// Whether a charter of a directory may leave it open, with a warning. The keys of the others have to be there.
    pub fn is_optional(&self, required: &Required) -> bool {
        !self.keys().any(|key| key.is_required(required))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What an example has where the writer's own words belong. Each is refused unchanged.
    const TO_FILL_IN: [&str; 4] = ["…", "YYYY-MM-DD", "HH:MM", "Continent/City"];

    #[test]
    fn every_key_is_found_at_its_path() {
        for key in Key::all() {
            assert_eq!(Key::at(key.path).map(|found| found.path), Some(key.path));
        }
        assert_eq!(Key::at("meetings[12].place.town").unwrap().label, "Town");
        assert!(Key::at("meetings.town").is_none() && Key::at("").is_none());
        let paths = Key::paths();
        assert!(Key::all().iter().all(|key| paths.iter().any(|path| path == key.path)));
        assert!(paths.iter().any(|path| path == "meetings[].moved[].place.town"));
    }

    #[test]
    fn a_directory_may_leave_to_its_groups_what_is_required_by_default() {
        let by_default = Key::all().iter().filter(|key| matches!(key.need, Need::ByDefault(_)));
        let paths: Vec<&str> =
            by_default.map(|key| key.path).filter(|path| *path != "joining").collect();
        assert_eq!(paths, crate::config::REQUIRABLE);
    }

    #[test]
    fn the_keys_of_a_question_stand_together_in_the_order_of_the_questions() {
        let numbers: Vec<u8> = CHARTER.iter().filter_map(|key| key.question).collect();
        assert!(numbers.is_sorted());
        assert!(QUESTIONS.iter().all(|question| question.keys().next().is_some()));
    }

    #[test]
    fn a_key_that_has_to_be_there_says_what_it_is_for_and_what_to_write() {
        for key in Key::all().iter().filter(|key| !matches!(key.need, Need::Optional)) {
            let (what, help) = key.reason().expect(key.path);
            assert!(!what.is_empty() && !help.is_empty(), "{}", key.path);
        }
    }

    #[test]
    fn what_can_be_typed_as_it_stands_is_a_choice() {
        let needed = Key::all().iter().filter_map(|key| key.reason()).map(|(_, help)| help);
        for help in needed.chain(QUESTIONS.iter().map(|it| it.remedy)) {
            let shown = help.split('`').skip(1).step_by(2).filter(|it| it.contains(": "));
            let ready = shown.clone().filter(|it| !TO_FILL_IN.iter().any(|gap| it.contains(gap)));
            assert!(ready.count() == 0 || shown.count() > 1, "{help}");
        }
    }
}
