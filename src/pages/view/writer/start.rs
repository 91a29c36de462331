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
use crate::pages::Page;
use crate::pages::{Address, labels};
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
            questions: questions(),
            guides: guides_in(config),
            limits: limits(),
            weekdays: weekdays(words),
            axes: config.vocabulary.axes().map(|axis| self.terms_to_choose(axis)).collect(),
            membership: meanings(words, &config.membership),
            aims: phrases(&config.aims),
            values: phrases(&config.values),
            standards: self.standards_to_choose(),
            language: config.settings.language.as_str().to_owned(),
            guidance: self
                .href_if_planned(&guidance)
                .map(|_| self.link(words.get("form-questions"), &guidance)),
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

fn meanings(words: &Words, meanings: &Meanings) -> Vec<ChoiceView> {
    let choice = |membership| {
        let text = meaning(meanings, membership).join(" ");
        let label = labels::membership(words, membership);
        let choice = ChoiceView {
            id: label.id.to_owned(),
            name: label.name,
            text,
            href: None,
            below: Vec::new(),
        };
        (!choice.text.is_empty()).then_some(choice)
    };
    [Membership::Open, Membership::Closed].into_iter().filter_map(choice).collect()
}

fn phrases(phrases: &Phrases) -> Vec<ChoiceView> {
    let choice = |phrase: &crate::config::Phrase| ChoiceView {
        id: phrase.id.clone(),
        name: phrase.name.clone(),
        text: phrase.text.clone(),
        href: None,
        below: Vec::new(),
    };
    phrases.iter().map(choice).collect()
}
