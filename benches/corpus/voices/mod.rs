//! The words of the groups, in several languages and scripts.

mod arabic;
mod english;
mod french;
mod german;
mod japanese;
mod spanish;

pub use arabic::ARABIC;
pub use english::ENGLISH;
pub use french::FRENCH;
pub use german::GERMAN;
pub use japanese::JAPANESE;
pub use spanish::SPANISH;

use super::random::Random;

/// How many themes and how many kinds of group there are, the same ones in each language.
pub const THEMES: usize = 30;
pub const KINDS: usize = 32;

/// What a charter in one language is made of. Texts may have `{slots}`.
pub struct Voice {
    /// What `language` says, if not always the site's own.
    pub tags: &'static [&'static str],
    pub themes: [&'static str; THEMES],
    pub kinds: [&'static str; KINDS],
    /// With `{place}`, `{theme}` and `{kind}`.
    pub names: &'static [&'static str],
    /// With `{place}` and `{theme}`.
    pub summaries: &'static [&'static str],
    pub purposes: &'static [&'static str],
    pub commitments: &'static [&'static str],
    pub structures: &'static [&'static str],
    pub communications: &'static [&'static str],
    pub conflicts: &'static [&'static str],
    /// Sentences for `aims`, `objectives` and `values`.
    pub intentions: &'static [&'static str],
    pub leaders: &'static [&'static str],
    pub roles: &'static [&'static str],
    pub duties: &'static [&'static str],
    pub members: &'static [&'static str],
    pub steps: &'static [&'static str],
    pub replies: &'static [&'static str],
    pub welcomes: &'static [&'static str],
    pub online: &'static [&'static str],
    pub notices: &'static [&'static str],
    pub covers: &'static [&'static str],
    /// When a group meets that has no regular slot.
    pub irregular: &'static [&'static str],
    pub sentences: &'static [&'static str],
    pub points: &'static [&'static str],
    pub headings: &'static [&'static str],
    /// With `{link}`.
    pub references: &'static [&'static str],
    /// What the slots of the other texts may hold.
    pub slots: &'static [(&'static str, &'static [&'static str])],
}

impl Voice {
    /// One of the texts, its slots filled, with a capital first.
    pub fn say(&self, random: &mut Random, texts: &[&str]) -> String {
        let text = random.pick(texts);
        let mut said = fill(text, |slot| match self.slots.iter().find(|(name, _)| *name == slot) {
            Some((_, words)) => (random.pick(words)).to_owned(),
            None => String::new(),
        });
        if let Some(first) = said.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        said
    }

    /// So many different texts, or all there are, their slots filled.
    pub fn say_some(&self, random: &mut Random, texts: &[&str], count: usize) -> Vec<String> {
        let texts = random.pick_some(texts, count);
        texts.iter().map(|text| self.say(random, &[*text])).collect()
    }
}

/// The text with something in place of each `{slot}`.
pub fn fill(text: &str, mut slot: impl FnMut(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len() * 2);
    for (index, part) in text.split(['{', '}']).enumerate() {
        if index % 2 == 0 { filled.push_str(part) } else { filled.push_str(&slot(part)) }
    }
    filled
}
