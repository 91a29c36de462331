//! The words of the interface: every text that a page, a feed or a script shows and that is not content.
//!
//! They are in one catalogue, with one file per language, in the syntax of [Fluent](https://projectfluent.org): a
//! key, and a text that may have variables and choose its form by them. A site can replace some of them. There is
//! only English so far, but for what is said in the language of a group: the letters to it, and the labels of its poster.

mod dates;
mod message;
mod own;
mod script;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Message, Pattern};
use foldhash::{HashMap, HashMapExt as _};
use jiff::civil::{Date, Weekday};

use dates::Dates;
pub use fluent_bundle::FluentValue as Filling;
use message::Piece;
pub use own::Own;

/// The language of the catalogue.
const ENGLISH: &str = "en";

/// The catalogue, read once.
static CATALOGUE: LazyLock<Arc<FluentResource>> =
    LazyLock::new(|| Arc::new(read(include_str!("en.ftl").to_owned())));

/// Texts in other languages: each has the key of the catalogue's, a hyphen, and the code of its language, in small letters.
static LETTERS: LazyLock<Arc<FluentResource>> =
    LazyLock::new(|| Arc::new(read(include_str!("letters.ftl").to_owned())));

/// The words as a site has them.
pub struct Words {
    /// The language by which a text chooses among its plurals.
    language: String,
    own: BTreeMap<String, String>,
    texts: HashMap<String, Text>,
    /// Fills in variables. It has no messages of its own: no text refers to another.
    filler: FluentBundle<Arc<FluentResource>>,
    dates: Dates,
}

/// A text of the catalogue, or in its place one of the site's own.
struct Text {
    source: Arc<FluentResource>,
    /// Where it is in its source.
    entry: usize,
    /// What it is put together of, where it does not choose its form.
    pieces: Option<Vec<Piece>>,
}

impl Text {
    fn pattern(&self) -> Option<&Pattern<&str>> {
        self.source.get_entry(self.entry).and_then(message)?.value.as_ref()
    }

    /// The text as it always is, where it has no variables.
    fn constant(&self) -> Option<&str> {
        match self.pieces.as_deref()? {
            [Piece::Words(words)] => Some(words),
            _ => None,
        }
    }
}

impl Words {
    /// The catalogue as it is, in English.
    pub fn english() -> Self {
        Self::new(ENGLISH, Vec::new())
    }

    /// The catalogue with a site's own texts in their places. `language` is the tag by whose rules they choose
    /// among plurals.
    pub fn new(language: &str, own: Vec<Own>) -> Self {
        let locale = language.parse().ok().or_else(|| ENGLISH.parse().ok());
        let mut filler = FluentBundle::new_concurrent(locale.into_iter().collect());
        filler.set_use_isolating(false); // the texts are escaped and isolated where they are shown
        let said = own.iter().map(|own| (own.key.clone(), own.text.clone())).collect();
        let mut words = Self {
            language: language.to_owned(),
            own: said,
            texts: HashMap::new(),
            filler,
            dates: Dates::new(language),
        };
        words.add(&CATALOGUE);
        words.add(&LETTERS);
        for own in own {
            words.add(&Arc::new(own.source));
        }
        words
    }

    fn add(&mut self, source: &Arc<FluentResource>) {
        let messages = source.entries().enumerate().filter_map(|(at, it)| Some((at, message(it)?)));
        for (entry, message) in messages {
            let Some(pattern) = &message.value else { continue };
            let is_constant = message::variables(pattern).is_empty();
            let constant = || self.filler.format_pattern(pattern, None, &mut Vec::new());
            let pieces = if is_constant {
                Some(vec![Piece::Words(constant().into_owned())])
            } else {
                message::pieces(pattern)
            };
            let text = Text { source: Arc::clone(source), entry, pieces };
            self.texts.insert(message.id.name.to_owned(), text);
        }
    }

    /// The keys of the catalogue, in its order.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        CATALOGUE.entries().filter_map(message).map(|message| message.id.name)
    }

    /// The variables that the catalogue's text of a key takes. `None` where there is no such key.
    pub fn variables(key: &str) -> Option<Vec<&'static str>> {
        let found = CATALOGUE.entries().filter_map(message).find(|it| it.id.name == key)?;
        found.value.as_ref().map(message::variables)
    }

    /// The texts that are always the same, with their keys.
    pub fn constants(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter_map(|(key, text)| Some((&**key, text.constant()?)))
    }

    /// A text without variables. The key must be one of the catalogue, which a test sees to; another one is
    /// given back.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).and_then(Text::constant).unwrap_or(key)
    }

    /// A text with its variables filled, likewise.
    pub fn fill(&self, key: &str, fillings: &[(&str, Filling<'_>)]) -> String {
        self.say(key, fillings.iter().cloned()).map_or_else(|_| key.to_owned(), Cow::into_owned)
    }

    /// A text with its variables filled, in a language or, where there is none in it, in the site's: of those that
    /// choose among languages.
    pub fn fill_in(&self, language: &str, key: &str, fillings: &[(&str, Filling<'_>)]) -> String {
        self.fill(&self.key_near(language, key), fillings)
    }

    /// Whether a text is there in a language.
    pub fn is_in(&self, language: &str, key: &str) -> bool {
        self.key_in(language, key).is_some()
    }

    /// The key of a text in a language or, where there is none in it, in the site's.
    pub fn key_near(&self, language: &str, key: &str) -> String {
        let languages = [language, &self.language];
        let found = languages.into_iter().find_map(|language| self.key_in(language, key));
        found.unwrap_or_else(|| key.to_owned())
    }

    /// The key of a text in a language. In the site's own, what the site says itself comes first.
    fn key_in(&self, language: &str, key: &str) -> Option<String> {
        let is_own = self.own.contains_key(key);
        let is = |other: &str| primary(language) == primary(other);
        if is_own && is(&self.language) || !is_own && is(ENGLISH) {
            return Some(key.to_owned());
        }
        let codes = [language, primary(language)].map(str::to_lowercase);
        codes.map(|code| format!("{key}-{code}")).into_iter().find(|it| self.texts.contains_key(it))
    }

    /// A text with its variables filled.
    ///
    /// # Errors
    /// What is wrong, in words: there is no such text, or it needs a variable that is not given.
    pub fn say<'a>(
        &'a self,
        key: &str,
        fillings: impl Iterator<Item = (&'a str, Filling<'a>)>,
    ) -> Result<Cow<'a, str>, String> {
        let Some(text) = self.texts.get(key) else {
            return Err(format!("there is no text `{key}` in the catalogue"));
        };
        if let Some(constant) = text.constant() {
            return Ok(Cow::Borrowed(constant));
        }
        let fillings: FluentArgs<'_> = fillings.collect();
        if let Some(said) =
            text.pieces.as_deref().and_then(|pieces| put_together(pieces, &fillings))
        {
            return Ok(Cow::Owned(said));
        }
        let mut problems = Vec::new();
        let said = text.pattern().map(|pattern| {
            let said = self.filler.format_pattern(pattern, Some(&fillings), &mut problems);
            Cow::Owned(said.into_owned())
        });
        match problems.first() {
            Some(problem) => Err(format!("the text `{key}` cannot be formatted: {problem}")),
            None => Ok(said.unwrap_or_default()),
        }
    }

    /// A date in the site's language: `8 December 2026`.
    pub fn date(&self, day: Date) -> String {
        self.dates.date(day)
    }

    /// A date with its weekday: `Tuesday 8 December 2026`.
    pub fn long_date(&self, day: Date) -> String {
        self.dates.long_date(day)
    }

    /// The name of a weekday.
    pub fn weekday(&self, weekday: Weekday) -> &str {
        self.dates.weekday(weekday)
    }

    /// `Tue`
    pub fn short_weekday(&self, weekday: Weekday) -> &str {
        self.dates.short_weekday(weekday)
    }

    /// The month of a date, in little room: `Dec`.
    pub fn short_month(&self, day: Date) -> &str {
        self.dates.short_month(day)
    }

    /// Some texts as a JavaScript object for a script: those of the `names`, and of one that ends in a hyphen all
    /// that begin with it. A text with gaps has them as `{name}`; one that chooses its form is an object of forms.
    pub fn script(&self, names: &[&str]) -> String {
        let is_named =
            |key: &str, name: &str| key == name || (name.ends_with('-') && key.starts_with(name));
        let is_wanted = |key: &str| names.iter().any(|name| is_named(key, name));
        let wanted = Self::keys().filter(|key| is_wanted(key));
        let texts = wanted.filter_map(|key| {
            let pattern = self.texts.get(key)?.pattern()?;
            Some((key.to_owned(), script::forms(pattern)))
        });
        serde_json::Value::Object(texts.collect()).to_string()
    }
}

/// The text of some pieces, where texts alone fill its variables: Fluent takes six times as long for them.
fn put_together(pieces: &[Piece], fillings: &FluentArgs<'_>) -> Option<String> {
    let mut said = String::new();
    for piece in pieces {
        said.push_str(match piece {
            Piece::Words(words) => words,
            Piece::Variable(name) => match fillings.get(name)? {
                Filling::String(text) => text,
                _ => return None,
            },
        });
    }
    Some(said)
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        (&self.language, &self.own) == (&other.language, &other.own)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { language, own, texts: _, filler: _, dates: _ } = self;
        formatter.debug_struct("Words").field("language", language).field("own", own).finish()
    }
}

/// The language of a tag, without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The messages of a text in the syntax of Fluent. What cannot be read is left out.
fn read(text: String) -> FluentResource {
    FluentResource::try_new(text).unwrap_or_else(|(readable, _)| readable)
}

fn message<'a, 'b>(entry: &'a Entry<&'b str>) -> Option<&'a Message<&'b str>> {
    match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
