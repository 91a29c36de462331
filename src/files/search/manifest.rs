//! `index.json`: the names of all other files, the terms, and what else a query may mean.

use serde::Serialize;

use super::postings::Documents;
use crate::config::{Axis, Config};
use crate::directory::Directory;
use crate::files::facets::{self, Typed};
use crate::pages::Address;

/// The file that is read first.
#[derive(Debug, Serialize)]
pub(super) struct Manifest<'a> {
    /// How many documents there are.
    pub(super) documents: usize,
    /// How many of them are of current groups: they come first.
    pub(super) current: usize,
    /// How many cards a file of cards has.
    pub(super) cards: usize,
    /// Words in the text of so many groups that those are not listed, in order, with spaces between.
    pub(super) common: String,
    /// The terms: fields, subjects, domains, in their order.
    pub(super) terms: Vec<Term<'a>>,
    /// What a query may mean besides words of groups.
    #[serde(flatten)]
    pub(super) meanings: Meanings<'a>,
    /// The files of words, in the order of the alphabet.
    pub(super) words: Shards,
    /// The files of words that are sorted by their endings, in the order of the reversed words.
    pub(super) endings: Shards,
}

/// Files that hold a range of words each.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shards {
    /// The first word of each, with spaces between.
    pub(super) first: String,
    /// The name of each: its path is `words/<name>.json` or `endings/<name>.json`.
    pub(super) files: Vec<String>,
}

impl Shards {
    pub(super) fn push(&mut self, first: &str, file: String) {
        if !self.files.is_empty() {
            self.first.push(' ');
        }
        self.first.push_str(first);
        self.files.push(file);
    }
}

/// A term as it is offered, and where its groups are written.
#[derive(Debug, Serialize)]
pub(super) struct Term<'a> {
    /// `field`, `subject` or `domain`.
    pub(super) axis: &'static str,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) aliases: &'a [String],
    /// Its page, under the base path.
    pub(super) href: String,
    /// How many current groups it has.
    pub(super) groups: usize,
    /// The name of the file with its groups: its path is `terms/<name>.json`.
    pub(super) file: String,
    /// Its groups.
    #[serde(skip)]
    pub(super) documents: Documents,
}

/// What a query may mean besides words of groups.
#[derive(Debug, Default, Serialize)]
pub(super) struct Meanings<'a> {
    /// The choices of the filters, with the words of which each means one.
    filters: Vec<Typed>,
    /// Those of which some words may mean one, which is offered then.
    near: Vec<Typed>,
    /// Words that say nothing next to those, with commas between.
    idle: &'a str,
    /// Sets of words that mean the same.
    synonyms: &'a [Vec<String>],
    /// Pages of text.
    pages: Vec<PageOfText<'a>>,
}

impl<'a> Meanings<'a> {
    pub(super) fn of(directory: &'a Directory) -> Self {
        let config = &directory.config;
        let words = &config.settings.words;
        Self {
            filters: facets::meant(directory),
            near: facets::near(words),
            idle: words.get("typed-idle"),
            synonyms: config.synonyms.sets(),
            pages: pages(config),
        }
    }
}

/// A page of text, as it is offered.
#[derive(Debug, Serialize)]
struct PageOfText<'a> {
    title: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'a [String],
    /// Words of which each leads there whatever else is typed, with commas between.
    #[serde(skip_serializing_if = "str::is_empty")]
    leads: &'a str,
    /// Its address, under the base path.
    href: String,
    /// Whether it is guidance.
    guidance: bool,
}

/// Pages whose texts show where nobody looks for them: the home page, and the one that is not there.
const NOT_OFFERED: [&str; 2] = ["home", "404"];

/// The calendar, which has what is on `this week`.
fn calendar(config: &Config) -> PageOfText<'_> {
    let words = &config.settings.words;
    PageOfText {
        title: words.get("calendar"),
        summary: words.get("calendar-description"),
        aliases: &[],
        leads: words.get("typed-calendar"),
        href: config.settings.base_url.href(Address::calendar().as_str()),
        guidance: false,
    }
}

/// The guidance, the calendar, and all other pages of text that one would look for.
fn pages(config: &Config) -> Vec<PageOfText<'_>> {
    let guidance = config.guidance.iter().map(|it| (it, Address::guidance(&it.id), true));
    let others = config.pages.iter().filter(|it| !NOT_OFFERED.contains(&&*it.id));
    let all = guidance.chain(others.map(|it| (it, Address::article(&it.id), false)));
    all.map(|(article, address, guidance)| PageOfText {
        title: &article.title,
        summary: &article.summary,
        aliases: &article.aliases.words,
        leads: "",
        href: config.settings.base_url.href(address.as_str()),
        guidance,
    })
    .chain(config.settings.features.calendars.then(|| calendar(config)))
    .collect()
}

/// All terms, by axis and in their order, those without a group too.
pub(super) fn terms(directory: &Directory) -> Vec<Term<'_>> {
    let config = &directory.config;
    let document_of = |group: &usize| u32::try_from(*group).unwrap_or(u32::MAX);
    let mut terms = Vec::new();
    for axis in Axis::ALL {
        for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
            let groups = directory.with_term(axis, position);
            terms.push(Term {
                axis: axis.facet(),
                id: &term.id,
                name: &term.name,
                aliases: &term.aliases.words,
                href: config.settings.base_url.href(&format!("/{}/{}/", axis.key(), term.id)),
                groups: directory.current_of(groups).len(),
                file: String::new(),
                documents: groups.iter().map(document_of).collect(),
            });
        }
    }
    terms
}
