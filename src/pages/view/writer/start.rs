//! The page on which one writes a charter.

use super::super::{
    ArticleView, Body, ChoiceView, ChoicesView, Link, StartView, View, guides, limits, questions,
};
use super::Writer;
use super::group::meaning;
use crate::charter::Membership;
use crate::config::{Article, Axis, Meanings, Phrases};
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
            guides: guides(),
            limits: limits(),
            axes: Axis::ALL.map(|axis| self.terms_to_choose(axis)).into(),
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
        let terms = self.directory.config.vocabulary.terms(axis).iter();
        let choices = terms.map(|term| ChoiceView {
            id: term.id.clone(),
            name: term.name.clone(),
            text: term.summary.clone(),
            href: None,
        });
        ChoicesView { key: axis.key(), choices: choices.collect() }
    }

    fn standards_to_choose(&self) -> Vec<ChoiceView> {
        let standards = self.directory.config.standards().map(|standard| ChoiceView {
            id: standard.id.clone(),
            name: standard.title.clone(),
            text: standard.summary.clone(),
            href: Some(self.href(&Address::guidance(&standard.id))),
        });
        standards.collect()
    }
}

fn meanings(words: &Words, meanings: &Meanings) -> Vec<ChoiceView> {
    let choice = |membership| {
        let text = meaning(meanings, membership).join(" ");
        let label = labels::membership(words, membership);
        let choice = ChoiceView { id: label.id.to_owned(), name: label.name, text, href: None };
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
    };
    phrases.iter().map(choice).collect()
}
