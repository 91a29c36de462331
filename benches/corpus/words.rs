//! What a corpus is made of, read from the files next to this one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::random::Random;

/// Texts as they are in the files, where none is broken into lines and none has an escape.
type Texts = Vec<&'static str>;

/// How many themes and how many kinds of group there are, the same ones in each language.
pub const THEMES: usize = 30;
pub const KINDS: usize = 32;

/// The words that all languages share.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| read(include_str!("words.yaml")));

/// The words of the groups, in several languages and scripts. English comes first.
pub static VOICES: LazyLock<[Voice; 6]> = LazyLock::new(|| {
    let files = [
        include_str!("voices/english.yaml"),
        include_str!("voices/german.yaml"),
        include_str!("voices/french.yaml"),
        include_str!("voices/spanish.yaml"),
        include_str!("voices/arabic.yaml"),
        include_str!("voices/japanese.yaml"),
    ];
    files.map(read)
});

#[expect(clippy::expect_used, reason = "the files are part of this program")]
fn read<Data: Deserialize<'static>>(yaml: &'static str) -> Data {
    serde_yaml::from_str(yaml).expect("a file of words that fits its type")
}

#[derive(Deserialize)]
#[serde(bound = "'de: 'static")]
pub struct Words {
    fields: Vec<Term>,
    subjects: Vec<Term>,
    domains: Vec<Term>,
    pub subjects_of_themes: [&'static str; THEMES],
    pub aims: Vec<Entry>,
    /// A group without the first is warned.
    pub values: Vec<Entry>,
    pub guidance: Vec<Guidance>,
    pub pages: Vec<Page>,
    pub venues: Texts,
}

impl Words {
    /// The three axes with their terms.
    pub fn axes(&self) -> [(&'static str, &[Term]); 3] {
        [("fields", &self.fields), ("subjects", &self.subjects), ("domains", &self.domains)]
    }
}

#[derive(Clone, Copy, Deserialize)]
pub struct Term {
    pub id: &'static str,
    pub name: &'static str,
    pub summary: &'static str,
    /// What people type for it, with commas.
    pub aliases: &'static str,
}

/// An entry of a vocabulary.
#[derive(Deserialize)]
pub struct Entry {
    pub id: &'static str,
    pub text: &'static str,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    pub id: &'static str,
    pub title: &'static str,
    #[serde(default)]
    pub minimum_standard: bool,
}

/// A page other than groups, terms and guidance.
#[derive(Deserialize)]
pub struct Page {
    pub id: &'static str,
    pub title: &'static str,
    /// How many it has, more or less.
    pub words: usize,
}

/// Towns that share a country, a time zone and a language.
#[derive(Deserialize)]
pub struct Region {
    pub country: &'static str,
    pub currency: &'static str,
    pub zone: &'static str,
    /// Where English has a name of its own, it follows after `=`.
    pub towns: Texts,
}

/// What a charter in one language is made of.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound = "'de: 'static")]
pub struct Voice {
    pub regions: Vec<Region>,
    pub tags: Texts,
    pub themes: [&'static str; THEMES],
    pub kinds: [&'static str; KINDS],
    pub names: Texts,
    pub summaries: Texts,
    pub purposes: Texts,
    pub commitments: Texts,
    pub structures: Texts,
    pub communications: Texts,
    pub conflicts: Texts,
    pub intentions: Texts,
    pub leaders: Texts,
    pub roles: Texts,
    pub duties: Texts,
    pub members: Texts,
    pub steps: Texts,
    pub replies: Texts,
    pub welcomes: Texts,
    pub online: Texts,
    pub notices: Texts,
    pub covers: Texts,
    pub irregular: Texts,
    pub sentences: Texts,
    pub points: Texts,
    pub headings: Texts,
    pub references: Texts,
    #[serde(default)]
    slots: BTreeMap<&'static str, Texts>,
}

impl Voice {
    /// One of the texts, its slots filled, with a capital first.
    pub fn say(&self, random: &mut Random, texts: &[&str]) -> String {
        let mut said = fill(random.pick(texts), |slot| match self.slots.get(slot) {
            Some(words) => random.pick(words),
            None => "",
        });
        if let Some(first) = said.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        said
    }

    /// So many different texts, or all there are, their slots filled.
    pub fn say_some(&self, random: &mut Random, texts: &[&str], count: usize) -> Vec<String> {
        let texts = random.pick_some(texts, count);
        texts.into_iter().map(|text| self.say(random, &[text])).collect()
    }
}

/// The text with something in place of each `{slot}`.
pub fn fill<'a>(text: &'a str, mut slot: impl FnMut(&str) -> &'a str) -> String {
    let parts = text.split(['{', '}']).enumerate();
    parts.map(|(index, part)| if index % 2 == 0 { part } else { slot(part) }).collect()
}
