//! Whether a text can be seen, and what it looks like (Unicode Technical Standard 39).

use unicode_security::confusable_detection::skeleton;

/// Whether a character leaves a mark where it is written. White space, control characters, and what Unicode
/// calls default ignorable do not: the zero-width space, the soft hyphen, tags, fillers.
pub fn shows(character: char) -> bool {
    const BRAILLE_BLANK: char = '\u{2800}';
    if character.is_ascii() {
        return character.is_ascii_graphic();
    }
    !character.is_whitespace()
        && !character.is_control()
        && character != BRAILLE_BLANK
        && skeleton(character.encode_utf8(&mut [0; 4])).next().is_some()
}

/// Whether nothing of a text can be seen.
pub fn shows_nothing(text: &str) -> bool {
    !text.chars().any(shows)
}

/// What a text looks like: the same for two texts that differ only by characters that do not show, or by
/// ones of other scripts that look alike (the skeleton of section 4). It is for comparing, not for showing.
pub fn look(text: &str) -> String {
    skeleton(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leaves_no_mark_shows_nothing() {
        for text in [
            "",
            " \t\n",
            "\u{a0}",
            "\u{200b}",
            "\u{ad}\u{2060}",
            "\u{3164}",
            "\u{115f}",
            "\u{2800}",
        ] {
            assert!(shows_nothing(text), "{text:?}");
        }
        assert!(shows_nothing("\u{e0041}\u{e0042} \u{fe0f}\u{34f}"), "tags and selectors");
        for text in ["a", "…", "強み", "أمل", "🍵", "\u{200b}a", "नमस्ते"] {
            assert!(!shows_nothing(text), "{text:?}");
        }
    }

    #[test]
    fn texts_that_look_alike_have_one_look() {
        for other in [
            "Str\u{200b}engths",
            "Strengths\u{2060}",
            "Strength\u{ad}s",
            "\u{e0053}Strengths",
            "Strеngths", // a Cyrillic ie
            "Ѕtrengths", // a Cyrillic dze
            "Strenɡths", // a Latin script g
        ] {
            assert_eq!(look(other), look("Strengths"), "{other:?}");
        }
        assert_eq!(look("Αθήνα Ηope"), look("Aθήνα Hope"), "Greek capitals");
        assert_ne!(look("Strengths"), look("Strength"));
    }
}
