//! Texts as they were typed in the words of a charter, wherever they can mean one thing only.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value as Json;

use super::dates::{DateFault, date, days};
use super::gather::{Gathered, Wanted};
use super::map::DateOrder;
use super::series;
use super::terms::{TermFault, Terms};
use crate::charter::zones::Offers;
use crate::charter::{Context, Key, Kind, SumMeant, says_only_whether, sum_meant};
use crate::config::{Axis, fold};
use crate::writing::{Answers, id_of, set};

/// A text that has no place in the charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The key where it would have been, by its path: `meetings[0].day`.
    pub key: String,
    /// The text.
    pub text: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub help: String,
}

/// What texts are converted by.
#[derive(Debug)]
pub(super) struct Conversion<'a> {
    terms: &'a Terms,
    /// The ids of groups by their folded names.
    groups: &'a BTreeMap<String, String>,
    order: Option<DateOrder>,
    /// The terms that the row names and that are to be made.
    wanted: &'a [Wanted],
    context: Context<'a>,
    /// What has no place in the charter.
    pub(super) left: Vec<Left>,
    /// What only words could say, by its key.
    pub(super) in_words: Vec<(String, String)>,
}

impl<'a> Conversion<'a> {
    pub(super) fn new(
        terms: &'a Terms,
        groups: &'a BTreeMap<String, String>,
        order: Option<DateOrder>,
        gathered: &'a Gathered,
        context: Context<'a>,
    ) -> Self {
        let wanted = &gathered.wanted;
        Self { terms, groups, order, wanted, context, left: Vec::new(), in_words: Vec::new() }
    }

    /// The answers of a charter.
    pub(super) fn charter(&mut self, answers: Answers) -> Answers {
        self.set(answers, Key::of_charter(), "")
    }

    fn set(&mut self, answers: Answers, keys: &'static [Key], path: &str) -> Answers {
        let convert = |(name, value): (String, Json)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let kind = keys.iter().find(|key| key.name == name).map_or(Kind::Text, |key| key.kind);
            let value = self.value(value, kind, &path)?;
            Some((name, value))
        };
        answers.into_iter().filter_map(convert).collect()
    }

    fn value(&mut self, value: Json, kind: Kind, path: &str) -> Option<Json> {
        match (value, kind) {
            (Json::String(text), Kind::FreeOr(_)) if let Some(sum) = whole_sum(&text) => {
                Some(Json::Object(sum))
            }
            (Json::String(text), _) => self.text(text, kind, path).map(Json::String),
            (Json::Array(entries), Kind::List(inner, ..)) => {
                let mut seen = BTreeSet::new();
                let mut converted = Vec::new();
                for entry in entries {
                    let path = format!("{path}[{}]", converted.len());
                    let entry = self.value(entry, *inner, &path);
                    // A term, an aim or a value stands in a list once.
                    converted.extend(entry.filter(|it| seen.insert(it.to_string())));
                }
                (!converted.is_empty()).then_some(Json::Array(converted))
            }
            (Json::Object(mut parts), _) => {
                if kind.keys().iter().any(|key| key.path == "meetings[].repeats") {
                    if !series::is_one(&parts) {
                        return None;
                    }
                    let in_words = series::settle(&mut parts);
                    self.in_words.extend(in_words.map(|words| (format!("{path}.when"), words)));
                }
                Some(Json::Object(self.set(parts, kind.keys(), path)))
            }
            (other, _) => Some(other),
        }
    }

    fn text(&mut self, text: String, kind: Kind, path: &str) -> Option<String> {
        let plain = text.trim();
        if path.ends_with("place.online") && says_only_whether(plain) {
            self.leave(path, &text, yes_or_no());
            return None;
        }
        let dated = match kind {
            Kind::Date => Some(date(plain, self.order).map(|date| date.to_string())),
            Kind::Days => Some(days(plain, self.order)),
            _ => None,
        };
        if let Some(read) = dated {
            return read.map_err(|fault| self.leave(path, &text, fault.words())).ok();
        }
        Some(match kind {
            Kind::TimeZone => zone(plain, self.context.today),
            Kind::Number(_) => plain.strip_suffix(".0").unwrap_or(plain).to_owned(),
            Kind::Word(words) => word(words, plain).unwrap_or(plain).to_owned(),
            Kind::Currency => plain.to_uppercase(),
            Kind::FreeOr(_) => free(plain),
            Kind::Term(axis) => match self.term(axis, plain) {
                Ok(id) => id,
                Err(words) => {
                    self.leave(path, &text, words);
                    return None;
                }
            },
            Kind::Standard | Kind::Phrase(_) => self.offered(path, plain),
            Kind::WebAddress | Kind::LinkAddress | Kind::Contact => address(plain, kind),
            Kind::Group => self.groups.get(&fold(plain)).cloned().unwrap_or_else(|| id_of(plain)),
            _ => text,
        })
    }

    fn leave(&mut self, key: &str, text: &str, (why, help): (String, String)) {
        self.left.push(Left { key: key.to_owned(), text: text.to_owned(), why, help });
    }

    /// The id of a term, or why there is none and what to do.
    fn term(&self, axis: Axis, name: &str) -> Result<String, (String, String)> {
        let wanted = self.wanted.iter().find(|it| it.axis == axis && it.name == name);
        if let Some(fault) = wanted.and_then(|wanted| self.terms.fault(wanted)) {
            return Err(fault.words(name));
        }
        let singular = axis.singular(&self.context.config.settings.words);
        self.terms.id(axis, name).map(str::to_owned).ok_or_else(|| no_term(axis, singular, name))
    }

    /// The id of an aim, a value or a standard, or the text.
    fn offered(&self, path: &str, text: &str) -> String {
        let key = path.split('[').next().unwrap_or(path);
        let offered = self.context.config.offered(key).into_iter();
        let mut meant = offered.filter(|(id, name)| *id == text || fold(name) == fold(text));
        meant.next().map_or(text, |(id, _)| id).to_owned()
    }
}

fn yes_or_no() -> (String, String) {
    let help = "Say what it means in a table of `words` below `online:`, such as \"yes\": Video call and \"no\": \"\"";
    ("This does not say how people meet online.".to_owned(), help.to_owned())
}

/// One of some words, whatever its case and its spaces: `Waiting list`.
fn word(words: &[&'static str], typed: &str) -> Option<&'static str> {
    let plain = fold(typed).replace(' ', "-");
    words.iter().find(|word| **word == plain).copied()
}

fn free(text: &str) -> String {
    let is_free = ["free", "free of charge", "no cost", "none", "nothing", "0", "no"]
        .contains(&&*fold(text.trim_end_matches('.')));
    if is_free { "free".to_owned() } else { text.to_owned() }
}

/// An address as a charter writes it.
fn address(text: &str, kind: Kind) -> String {
    let bare = text.trim_start_matches('<').trim_end_matches('>').trim();
    let is_mailbox = |text: &str| text.contains('@') && !text.contains([' ', ':', '/']);
    let is_name = |text: &str| !text.contains([' ', ':', '@']) && text.contains('.');
    match bare.strip_prefix("mailto:") {
        Some(rest) if matches!(kind, Kind::Contact) => rest.to_owned(),
        None if matches!(kind, Kind::LinkAddress) && is_mailbox(bare) => format!("mailto:{bare}"),
        None if is_name(bare) => format!("https://{bare}"),
        _ => bare.to_owned(),
    }
}

/// The zone that a text means, or the text.
fn zone(text: &str, today: Date) -> String {
    let used = BTreeSet::new();
    Offers::new(today, &used).meant(text).unwrap_or(text).to_owned()
}

fn no_term(axis: Axis, singular: &str, text: &str) -> (String, String) {
    let why = format!("There is no {singular} `{text}`.");
    let help = format!(
        "To have it made, write in the map, below `{}:`, the column and `make: yes`. Or say which one it is, in a table of \
         `words`.",
        axis.key()
    );
    (why, help)
}

impl DateFault {
    fn words(&self) -> (String, String) {
        let (why, help) = match self {
            Self::NoDate => (
                "This is no date that can be read.".to_owned(),
                "Write it as year, month and day, such as 2026-09-01.",
            ),
            Self::TwoDays => (
                "This can mean two days.".to_owned(),
                "Say in the map which number comes first, for all dates: `dates: day first` or `dates: month first`",
            ),
            Self::OtherWeekday(date) => (
                format!("The date and the weekday do not agree: {date} is another weekday."),
                "Correct one of them.",
            ),
        };
        (why, help.to_owned())
    }
}

impl TermFault {
    fn words(&self, name: &str) -> (String, String) {
        match self {
            Self::NoId => (
                format!("No file name can be made from `{name}`."),
                "Make the term yourself, and give it this name.".to_owned(),
            ),
            Self::OtherParent(parent) => {
                let first = match parent.as_str() {
                    "" => "below no other".to_owned(),
                    parent => format!("below `{parent}`"),
                };
                let help = "Tell the two apart in the map by another column, such as: column: \"{City}, {Region}\"";
                (format!("There is another `{name}`, {first}."), help.to_owned())
            }
        }
    }
}

/// A sum in the keys of a charter, where a text says all of it.
fn whole_sum(text: &str) -> Option<Answers> {
    let SumMeant { amount, currency, per } = sum_meant(text)?;
    let mut answers = Answers::new();
    set(&mut answers, "amount", amount);
    set(&mut answers, "currency", currency?.code());
    set(&mut answers, "per", per?.word());
    Some(answers)
}
