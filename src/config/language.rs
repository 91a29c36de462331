//! The language of a text, and the direction in which it is written.

use oxilangtag::LanguageTag;

/// A language tag (BCP 47), normalised: `en-GB`, `cy`, `ar`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(LanguageTag<String>);

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: &[&str] =
    &["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

impl Language {
    /// British English, the language of Guildhall's own words.
    pub fn british_english() -> Self {
        Self(LanguageTag::parse("en-GB".to_owned()).unwrap_or_else(|_| unreachable!()))
    }

    /// Reads a tag. `None` when it is not a well-formed one.
    pub fn parse(tag: &str) -> Option<Self> {
        LanguageTag::parse_and_normalize(tag).ok().map(Self)
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// `rtl` or `ltr`, for the attribute `dir`.
    pub fn direction(&self) -> &'static str {
        let right_to_left = match self.0.script() {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&self.0.primary_language()),
        };
        if right_to_left { "rtl" } else { "ltr" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_normalised_and_knows_its_direction() {
        assert_eq!(Language::parse("EN-gb").unwrap().as_str(), "en-GB");
        assert_eq!(Language::parse("ar").unwrap().direction(), "rtl");
        assert_eq!(Language::parse("az-Arab").unwrap().direction(), "rtl");
        assert_eq!(Language::parse("ar-Latn").unwrap().direction(), "ltr");
        assert_eq!(Language::british_english().direction(), "ltr");
    }

    #[test]
    fn words_are_no_tags() {
        for text in ["", "English (UK)", "en_GB", "e", "-"] {
            assert_eq!(Language::parse(text), None, "{text}");
        }
    }
}
