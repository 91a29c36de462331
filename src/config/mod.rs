//! What the Guild sets for its whole directory: settings, vocabulary, phrases, guidance and pages.
//!
//! Everything here is read from `content/`, raw, and turned into values that are valid. Invalid values are reported
//! and replaced by defaults, so that one run finds every problem in every file.

mod aliases;
mod article;
mod axes;
mod base_url;
pub(crate) mod contact;
mod fold;
mod language;
mod look;
mod membership;
pub mod messages;
mod own_texts;
mod period;
mod phrases;
mod picture;
mod repository;
mod required;
mod settings;
mod statics;
mod synonyms;
mod vocabulary;

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use crate::yaml::{Decoder, Fields};

pub use aliases::Aliases;
pub(crate) use aliases::{LONGEST_PATH, is_earlier_path};
pub use article::Article;
#[cfg(test)]
pub(crate) use article::PARTS;
pub use base_url::BaseUrl;
pub use contact::{Contact, check_https, personal_providers, web_address};
pub use fold::fold;
pub use language::{Language, tags_by_name};
pub use look::Look;
pub use membership::Meanings;
pub use period::Period;
pub use phrases::{Phrase, Phrases};
pub(crate) use picture::file as picture_file;
pub use picture::{LARGEST_PICTURE, Picture, Pictures};
pub use repository::{Host, Repository};
pub use required::{REQUIRABLE, Required};
pub use settings::{Checks, Features, Settings};
pub(crate) use settings::{read_contact, read_language, read_web_address, report_address};
pub use synonyms::Synonyms;
pub use vocabulary::{Axis, Term, Vocabulary};

/// Everything that the Guild sets for its directory.
#[derive(Debug)]
pub struct Config {
    /// `content/site.yaml`.
    pub settings: Settings,
    /// `content/fields/`, `content/subjects/` and `content/domains/`.
    pub vocabulary: Vocabulary,
    /// `content/aims.yaml`.
    pub aims: Phrases,
    /// `content/values.yaml`.
    pub values: Phrases,
    /// `content/membership.yaml`.
    pub membership: Meanings,
    /// `content/synonyms.yaml`.
    pub synonyms: Synonyms,
    /// `content/guidance/`, in reading order.
    pub guidance: Vec<Article>,
    /// The ids of guidance with errors: it may be a minimum standard, and no charter is blamed for declaring
    /// it.
    pub faulty_guidance: Vec<String>,
    /// `content/pages/`, in the order of their ids.
    pub pages: Vec<Article>,
    /// The pictures of `content/static/` that a page may show.
    pub pictures: Pictures,
}

impl Config {
    /// Reads everything but the charters. `today` is the build date.
    pub fn read(sources: &Sources, today: Date) -> (Self, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let settings = Settings::read(sources, &mut found);
        found.extend(statics::check(sources, &settings));
        let pictures = picture::pictures(sources);
        let guidance = article::read_guidance(sources, &settings, today, &mut found);
        let config = Self {
            faulty_guidance: faulty_guidance(sources, &found),
            vocabulary: Vocabulary::read(sources, &settings.words, &pictures, &mut found),
            aims: Phrases::read(sources, "content/aims.yaml", &mut found),
            values: Phrases::read(sources, "content/values.yaml", &mut found),
            membership: Meanings::read(sources, &mut found),
            synonyms: Synonyms::read(sources, &mut found),
            guidance,
            pages: article::read_pages(sources, &settings, today, &mut found),
            pictures,
            settings,
        };
        (config, found)
    }

    /// The guidance pages that a group declares as its minimum standard, in reading order.
    pub fn standards(&self) -> impl Iterator<Item = &Article> {
        self.guidance.iter().filter(|article| article.minimum_standard)
    }

    /// The ids and names of what a key of a charter offers to choose from: terms, aims, values or standards.
    /// Nothing for any other key.
    pub fn offered(&self, key: &str) -> Vec<(&str, &str)> {
        let phrases = match key {
            "aims" => &self.aims,
            "values" => &self.values,
            "standards" => {
                return self.standards().map(|page| (&*page.id, &*page.title)).collect();
            }
            _ => {
                let terms =
                    Axis::of_key(key).map(|axis| self.vocabulary.terms(axis)).unwrap_or_default();
                return terms.iter().map(|term| (&*term.id, &*term.name)).collect();
            }
        };
        phrases.iter().map(|phrase| (&*phrase.id, &*phrase.name)).collect()
    }
}

/// Other names and earlier addresses of one thing. Each is a page or a word more for the whole site.
pub(crate) const MOST_ALIASES: usize = 20;

/// The last day that may have begun somewhere on Earth while it is `today` where the site is built: a
/// leader in Auckland writes a charter before the day has come to London.
pub(crate) fn latest_today(today: Date) -> Date {
    today.tomorrow().unwrap_or(today)
}

fn faulty_guidance(sources: &Sources, found: &[Diagnostic]) -> Vec<String> {
    let errors = found.iter().chain(sources.problems()).filter(|it| it.is_error());
    let id = |problem: &Diagnostic| {
        let file = problem.place.file.strip_prefix(article::GUIDANCE_FOLDER)?;
        file.strip_suffix(".md").map(str::to_owned)
    };
    errors.filter_map(id).collect()
}

/// A key that must be there, with one line of text.
fn required_line<'a>(
    decoder: &mut Decoder<'_>,
    fields: &Fields<'a>,
    key: &str,
    what: &str,
    limit: usize,
) -> Option<&'a str> {
    match fields.get(key) {
        Some(node) => decoder.line(node, limit).map(|line| line.value),
        None => {
            let help = format!("Add a line `{key}: …`");
            decoder.missing(fields, key, what, &help);
            None
        }
    }
}

/// A key that may be there, with one line of text.
fn optional_line<'a>(
    decoder: &mut Decoder<'_>,
    fields: &Fields<'a>,
    key: &str,
    limit: usize,
) -> Option<&'a str> {
    fields.get(key).and_then(|node| decoder.line(node, limit)).map(|line| line.value)
}
