//! The language of a text: its names, and the direction in which it is written.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use oxilangtag::LanguageTag;

use super::fold;

/// A language tag (BCP 47), normalised: `en-GB`, `cy`, `ar`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(LanguageTag<String>);

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: &[&str] =
    &["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// The letters of the longest code of a language.
const LONGEST_CODE: usize = 3;

/// What the list of names puts after some that are written from right to left.
const LEFT_TO_RIGHT_MARK: char = '\u{200e}';

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

impl Language {
    /// British English, the language of Guildhall's own words.
    pub fn british_english() -> Self {
        Self(LanguageTag::parse("en-GB".to_owned()).unwrap_or_else(|_| unreachable!()))
    }

    /// Reads a tag. `None` when it is not a well-formed one. Words of four to eight letters are only kept
    /// for tags to come (RFC 5646, section 2.2.1): today they are names, such as `Polish`.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = LanguageTag::parse_and_normalize(tag).ok()?;
        let first = tag.as_str().split('-').next().unwrap_or_default();
        (first.len() <= LONGEST_CODE).then_some(Self(tag))
    }

    /// The tag meant by a text that is not a tag: a language's English or own name, or a tag with `_` in it.
    pub fn meant(typed: &str) -> Option<String> {
        if let Some(tag) = TAGS_BY_NAME.get(&fold(typed)) {
            return Some((*tag).to_owned());
        }
        let tag = typed.trim().replace('_', "-");
        Self::parse(&tag).map(|_| tag)
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is English, whatever its region.
    pub fn is_english(&self) -> bool {
        self.0.primary_language() == "en"
    }

    /// What the language is called in the language itself; the English name where that is not known.
    pub fn own_name(&self) -> &str {
        self.listed().and_then(own_name).or_else(|| self.english_name()).unwrap_or(self.as_str())
    }

    /// What the language is called in English.
    pub fn english_name(&self) -> Option<&'static str> {
        self.listed().map(english_name)
    }

    /// Its own name, followed by the English name if it differs: `Deutsch (German)`.
    pub fn both_names(&self) -> String {
        let own = self.own_name();
        match self.english_name() {
            Some(english) if english != own => format!("{own} ({english})"),
            _ => own.to_owned(),
        }
    }

    /// The tag without its script and region, in small letters: `en`.
    pub fn primary(&self) -> String {
        self.as_str().split('-').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// The language in the list of ISO 639, whatever its script and region.
    fn listed(&self) -> Option<isolang::Language> {
        let code = self.0.primary_language();
        isolang::Language::from_639_1(code).or_else(|| isolang::Language::from_639_3(code))
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

/// The tags of the languages that have a code of two letters, by their English and own names without case
/// and accents. Names that several languages have are left out.
pub fn tags_by_name() -> &'static BTreeMap<String, &'static str> {
    &TAGS_BY_NAME
}

static TAGS_BY_NAME: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut tags: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
    for (language, tag) in isolang::languages().filter_map(|it| Some((it, it.to_639_1()?))) {
        for name in [Some(english_name(language)), own_name(language)].into_iter().flatten() {
            let known = tags.entry(fold(name)).or_insert(Some(tag));
            *known = known.filter(|known| *known == tag);
        }
    }
    tags.into_iter().filter_map(|(name, tag)| Some((name, tag?))).collect()
});

/// The first of a language's own names, without the transcription that the list puts in brackets.
fn own_name(language: isolang::Language) -> Option<&'static str> {
    let first = language.to_autonym()?.split([',', '(']).next()?;
    let name = first.trim_matches(|it: char| it.is_whitespace() || it == LEFT_TO_RIGHT_MARK);
    (!name.is_empty()).then_some(name)
}

/// A language's English name, without the years and the `Modern` that distinguish it from older languages in the
/// list.
fn english_name(language: isolang::Language) -> &'static str {
    let name = language.to_name().split('(').next().unwrap_or_default().trim();
    name.strip_prefix("Modern ").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_in_itself_and_in_english_whatever_its_region() {
        let names = |tag: &str| Language::parse(tag).unwrap().both_names();
        assert_eq!(names("en-GB"), "English");
        assert_eq!(names("de"), "Deutsch (German)");
        assert_eq!(names("cy"), "Cymraeg (Welsh)");
        assert_eq!(names("ar"), "العربية (Arabic)");
        assert_eq!(names("pt-BR"), "português (Portuguese)");
        assert_eq!(names("zh-Hant"), "中文 (Chinese)");
        assert_eq!(names("el"), "Ελληνικά (Greek)");
        assert_eq!(names("ab"), "аҧсуа бызшәа (Abkhazian)", "one name, without its transcription");
        assert_eq!(names("la"), "Latin", "the list has no Latin name of Latin");
        assert_eq!(names("x-ours"), "x-ours");
    }

    #[test]
    fn a_name_in_any_case_with_or_without_accents_means_its_tag() {
        let cases = [
            ("English", "en"),
            ("polish", "pl"),
            ("DEUTSCH", "de"),
            ("العربية", "ar"),
            ("Arabic", "ar"),
            ("Francais", "fr"),
            ("Greek", "el"),
            ("en_GB", "en-GB"),
        ];
        for (typed, tag) in cases {
            assert_eq!(Language::meant(typed).as_deref(), Some(tag), "{typed}");
        }
        for typed in ["isiNdebele", "Klingonish", "English (UK)", "", "_"] {
            assert_eq!(Language::meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_name_means_a_tag_and_is_none() {
        for (name, tag) in tags_by_name() {
            assert_eq!(
                Language::parse(tag).map(|it| it.as_str().to_owned()).as_deref(),
                Some(*tag)
            );
            assert!(!name.is_empty(), "{tag}");
        }
        assert!(tags_by_name().len() > 300);
    }

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
        for text in
            ["", "English (UK)", "en_GB", "e", "-", "English", "Polish", "deutsch", "english-GB"]
        {
            assert_eq!(Language::parse(text), None, "{text}");
        }
    }
}
