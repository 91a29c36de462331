//! Headings: their levels and ids.

use std::collections::HashMap;

use pulldown_cmark::HeadingLevel;

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its id: the text's prefix, a hyphen, and the words in lower case with hyphens between.
    pub id: Box<str>,
    /// Its level on the page, from 1 to 6.
    pub level: u8,
    /// Its words without markup.
    pub text: Box<str>,
}

/// The headings so far.
pub(super) struct Outline {
    prefix: String,
    top_level: u8,
    /// The headings that the next one may belong under: their levels in the text and on the page.
    above: Vec<(HeadingLevel, u8)>,
    /// Every slug in use, with the highest number that was put behind it.
    slugs: HashMap<String, usize>,
    headings: Vec<Heading>,
}

impl Outline {
    pub(super) fn new(prefix: &str, top_level: u8) -> Self {
        Self {
            prefix: prefix.to_owned(),
            top_level: top_level.clamp(1, 6),
            above: Vec::new(),
            slugs: HashMap::new(),
            headings: Vec::new(),
        }
    }

    /// Adds a heading with its level in the text.
    pub(super) fn add(&mut self, level: HeadingLevel, text: &str) -> &Heading {
        let slug = self.unique(slug(text));
        let heading = Heading {
            id: format!("{}-{slug}", self.prefix).into(),
            level: self.place(level),
            text: text.trim().into(),
        };
        let index = self.headings.len();
        self.headings.push(heading);
        &self.headings[index]
    }

    pub(super) fn finish(self) -> Box<[Heading]> {
        self.headings.into()
    }

    /// The level on the page: one below the heading that it belongs under, so that none is skipped.
    fn place(&mut self, level: HeadingLevel) -> u8 {
        while self.above.last().is_some_and(|(above, _)| *above >= level) {
            self.above.pop();
        }
        let placed = self.above.last().map_or(self.top_level, |(_, placed)| (placed + 1).min(6));
        self.above.push((level, placed));
        placed
    }

    /// The slug with `-2`, `-3` … behind it if it is taken, or a number if there is none. Each number
    /// is tried once per slug, so all of it takes linear time.
    fn unique(&mut self, slug: String) -> String {
        let slug = if slug.is_empty() { (self.headings.len() + 1).to_string() } else { slug };
        let Some(mut number) = self.slugs.get(&slug).copied() else {
            self.slugs.insert(slug.clone(), 1);
            return slug;
        };
        let numbered = loop {
            number += 1;
            let numbered = format!("{slug}-{number}");
            if !self.slugs.contains_key(&numbered) {
                break numbered;
            }
        };
        self.slugs.insert(slug, number);
        self.slugs.insert(numbered.clone(), 1);
        numbered
    }
}

/// The words in lower case, with one hyphen for every run of anything but letters and digits.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;
    use HeadingLevel::{H1, H2, H3, H4, H5, H6};

    fn ids(texts: &[&str]) -> Vec<String> {
        let mut outline = Outline::new("h", 2);
        texts.iter().map(|text| outline.add(H1, text).id.to_string()).collect()
    }

    fn levels(top_level: u8, levels: &[HeadingLevel]) -> Vec<u8> {
        let mut outline = Outline::new("h", top_level);
        levels.iter().map(|level| outline.add(*level, "a").level).collect()
    }

    #[test]
    fn an_id_is_the_prefix_and_the_words() {
        assert_eq!(
            ids(&["How we meet", "  «Été» & co.!", "__proto__"]),
            ["h-how-we-meet", "h-été-co", "h-proto"]
        );
    }

    #[test]
    fn repeats_are_numbered_around_those_that_are_taken() {
        assert_eq!(
            ids(&["a", "a-2", "a", "A", "a 2"]),
            ["h-a", "h-a-2", "h-a-3", "h-a-4", "h-a-2-2"]
        );
    }

    #[test]
    fn a_heading_without_letters_gets_its_number() {
        assert_eq!(ids(&["2", "🎉", "…"]), ["h-2", "h-2-2", "h-3"]);
    }

    #[test]
    fn the_highest_heading_gets_the_top_level() {
        assert_eq!(levels(2, &[H1, H2, H1]), [2, 3, 2]);
        assert_eq!(levels(3, &[H4, H5]), [3, 4]);
        assert_eq!(levels(2, &[H3, H1, H2]), [2, 2, 3]);
    }

    #[test]
    fn no_level_is_skipped_downwards_and_none_is_below_six() {
        assert_eq!(levels(2, &[H1, H4, H3, H6, H1]), [2, 3, 3, 4, 2]);
        assert_eq!(levels(5, &[H1, H2, H3, H4]), [5, 6, 6, 6]);
        assert_eq!(levels(0, &[H1, H2]), [1, 2]);
    }
}
