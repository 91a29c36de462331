//! The page on which one writes a charter.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use serde::Serialize;

use super::{ArticleView, Label, Link};
use crate::charter::schedule::{MOST_WEEKS, weekday_name};
use crate::charter::{Key, Kind, QUESTIONS, Question};
use crate::words::Words;

/// The page on which one writes a charter.
#[derive(Clone, Debug, Serialize)]
pub struct StartView {
    /// The Guild's own text, if it has written one.
    pub article: Option<ArticleView>,
    /// The fourteen questions, in order.
    pub questions: Vec<QuestionView>,
    /// The guide to each key, by its path: `joining.contact`, `meetings[].day`.
    pub guides: BTreeMap<&'static str, GuideView>,
    /// The most characters of a text, by its key, and the most weeks from one meeting to the next.
    pub limits: BTreeMap<&'static str, usize>,
    /// The days of the week: as charters write them, and in the site's language.
    pub weekdays: Vec<Label>,
    /// The axes that have terms, each with these.
    pub axes: Vec<ChoicesView>,
    /// Open and closed, with what this directory says of each.
    pub membership: Vec<ChoiceView>,
    /// What a group may be doing.
    pub status: Vec<ChoiceView>,
    /// Whether it has places.
    pub places: Vec<ChoiceView>,
    /// Whether it costs anything, or nothing yet.
    pub costs: Vec<ChoiceView>,
    /// The suggested aims.
    pub aims: Vec<ChoiceView>,
    /// The suggested values.
    pub values: Vec<ChoiceView>,
    /// The minimum standards.
    pub standards: Vec<ChoiceView>,
    /// The site's language, as charters write it.
    pub language: String,
    /// The guidance on the questions, if the Guild has written it.
    pub guidance: Option<Link>,
    /// Where the form may send a charter, as the policy of the page names it: without a query.
    pub submissions: Option<String>,
    /// What the form's script fetches.
    pub form_href: String,
    /// A charter without answers, to be filled in by hand.
    pub blank_href: String,
}

/// The fourteen questions.
pub fn questions(is_optional: impl Fn(&Question) -> bool) -> Vec<QuestionView> {
    let question = |question: &Question| QuestionView {
        number: question.number,
        text: question.text,
        is_optional: is_optional(question),
    };
    QUESTIONS.iter().map(question).collect()
}

/// The guide to each key.
pub fn guides() -> BTreeMap<&'static str, GuideView> {
    let guide = |key: &&'static Key| {
        let Key { path, label, help, example, .. } = **key;
        (path, GuideView { label: label.to_owned(), help: help.to_owned(), example })
    };
    Key::all().iter().map(guide).collect()
}

/// The most characters of a text, by its key, and the most weeks from one meeting to the next.
pub fn limits() -> BTreeMap<&'static str, usize> {
    let limit = |key: &&'static Key| match key.kind {
        Kind::Line(most) => Some((key.path, most)),
        _ => None,
    };
    Key::all().iter().filter_map(limit).chain([("weeks", MOST_WEEKS.into())]).collect()
}

/// The days of the week.
pub fn weekdays(words: &Words) -> Vec<Label> {
    let day = |day| Label::new(weekday_name(day), words.weekday(day));
    Weekday::Monday.cycle_forward().take(7).map(day).collect()
}

/// One of the fourteen questions.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionView {
    /// Its number, from 1 to 14.
    pub number: u8,
    /// The question.
    pub text: &'static str,
    /// Whether this directory leaves it open to groups.
    pub is_optional: bool,
}

/// The guide to a key.
#[derive(Clone, Debug, Serialize)]
pub struct GuideView {
    /// What it is called.
    pub label: String,
    /// What makes a good answer.
    pub help: String,
    /// A value as a charter writes it.
    pub example: &'static str,
}

/// An axis with what one chooses from.
#[derive(Clone, Debug, Serialize)]
pub struct ChoicesView {
    /// The key of the charter.
    pub key: &'static str,
    /// What can be chosen.
    pub choices: Vec<ChoiceView>,
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceView {
    /// What the charter writes.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A line on it.
    pub text: String,
    /// A page about it.
    pub href: Option<String>,
    /// What is below it, for a term.
    pub below: Vec<ChoiceView>,
}
