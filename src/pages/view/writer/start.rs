//! The page on which one writes a charter.

use std::collections::BTreeMap;

use super::super::{
    ArticleView, Body, ChoiceView, ChoicesView, GuideView, Link, StartView, View, guides, limits,
    questions, weekdays,
};
use super::Writer;
use super::group::meaning;
use crate::charter::{Key, Membership};
use crate::config::{Article, Axis, Config, Meanings, Phrases};
use crate::pages::Address;
use crate::pages::Page;
use crate::words::Words;

/// The guidance page on the fourteen questions, where the Guild has one.
const QUESTIONS_PAGE: &str = "fourteen-questions";

impl Writer<'_> {
    pub(super) fn start_page(&self, page: &Page, article: Option<usize>) -> View {
        let article = article.map(|position| &self.directory.config.pages[position]);
        let words = self.words();
        let (title, summary) = article.map_or_else(
            || (words.get("start"), words.get("start-description")),
            |article| (&article.title, &article.summary),
        );
        let mut view = self.page(page, title, summary);
        view.section = self.href(&page.address);
        let config = &self.directory.config;
        let guidance = Address::guidance(QUESTIONS_PAGE);
        let body = StartView {
            article: article.map(|article| self.text_above_form(article, page)),
            questions: questions(|it| it.is_optional(&config.settings.required)),
            guides: guides_in(config),
            limits: limits(),
            weekdays: weekdays(words),
            axes: config.vocabulary.axes().map(|axis| self.terms_to_choose(axis)).collect(),
            membership: memberships(words, &config.membership),
            status: choices(words, STATUSES),
            places: choices(words, PLACES),
            costs: choices(words, COSTS),
            aims: phrases(&config.aims),
            values: phrases(&config.values),
            standards: self.standards_to_choose(),
            language: config.settings.language.as_str().to_owned(),
            guidance: self
                .href_if_planned(&guidance)
                .map(|_| self.link(words.get("form-questions"), &guidance)),
            submissions: config.settings.submissions.as_deref().map(without_query),
            form_href: self.href(&page.address.child("form.json")),
            blank_href: self.href(&page.address.child("charter.md")),
        };
        View::new(view, Body::Start(Box::new(body)))
    }

    /// The Guild's own text, whose table of contents leads to the form too.
    fn text_above_form(&self, article: &Article, page: &Page) -> ArticleView {
        let mut text = self.text(article, page);
        text.contents.push(Link {
            name: self.words().get("form-title").to_owned(),
            href: "#form".to_owned(),
        });
        text
    }

    fn terms_to_choose(&self, axis: Axis) -> ChoicesView {
        ChoicesView { key: axis.key(), choices: self.choices_below(axis, None) }
    }

    fn choices_below(&self, axis: Axis, above: Option<usize>) -> Vec<ChoiceView> {
        let vocabulary = &self.directory.config.vocabulary;
        let choice = |position: usize| {
            let term = &vocabulary.terms(axis)[position];
            ChoiceView {
                id: term.id.clone(),
                name: term.name.clone(),
                text: term.summary.clone(),
                href: None,
                below: self.choices_below(axis, Some(position)),
            }
        };
        vocabulary.below(axis, above).map(choice).collect()
    }

    fn standards_to_choose(&self) -> Vec<ChoiceView> {
        let standards = self.directory.config.standards().map(|standard| ChoiceView {
            id: standard.id.clone(),
            name: standard.title.clone(),
            text: standard.summary.clone(),
            href: Some(self.href(&Address::guidance(&standard.id))),
            below: Vec::new(),
        });
        standards.collect()
    }
}

/// The guide to each key, in which the axes are called what the directory calls them.
fn guides_in(config: &Config) -> BTreeMap<&'static str, GuideView> {
    let mut guides = guides();
    for key in Axis::ALL.into_iter().filter_map(|axis| Key::at(axis.key())) {
        let (label, help) = key.guide(config);
        let (label, help) = (label.into_owned(), help.to_owned());
        guides.insert(key.path, GuideView { label, help, example: key.example });
    }
    guides
}

/// An address as a source expression (Content Security Policy Level 3, section 2.3.1).
fn without_query(address: &str) -> String {
    address.split('?').next().unwrap_or(address).to_owned()
}

fn choice(id: &str, name: &str, text: String) -> ChoiceView {
    let (id, name) = (id.to_owned(), name.to_owned());
    ChoiceView { id, name, text, href: None, below: Vec::new() }
}

fn memberships(words: &Words, meanings: &Meanings) -> Vec<ChoiceView> {
    let one =
        |id, key, membership| choice(id, words.get(key), meaning(meanings, membership).join(" "));
    vec![
        one("open", "form-membership-open", Membership::Open),
        one("closed", "form-membership-closed", Membership::Closed),
    ]
}

/// What the charter writes, and the key of what it means.
const STATUSES: &[(&str, &str)] = &[
    ("active", "form-status-active"),
    ("forming", "form-status-forming"),
    ("paused", "form-status-paused"),
    ("ended", "form-status-ended"),
];
const PLACES: &[(&str, &str)] = &[
    ("open", "form-places-open"),
    ("waiting-list", "form-places-waiting-list"),
    ("full", "form-places-full"),
];
const COSTS: &[(&str, &str)] =
    &[("", "form-costs-open"), ("free", "form-costs-free"), ("paid", "form-costs-paid")];

fn choices(words: &Words, all: &[(&str, &str)]) -> Vec<ChoiceView> {
    all.iter().map(|(id, key)| choice(id, words.get(key), String::new())).collect()
}

fn phrases(phrases: &Phrases) -> Vec<ChoiceView> {
    phrases.iter().map(|it| choice(&it.id, &it.name, it.text.clone())).collect()
}
