//! The filters that templates have besides Tera's own.

use tera::{Kwargs, State};

/// A first-strong isolate: text after it cannot reorder text around it (Unicode annex 9, section 2.4).
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends an isolate.
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `isolate`: for names in places without markup, such as `<title>`. Takes out characters that change
/// the direction of what follows, and encloses a text that is not written from left to right alone.
pub(super) fn isolate(text: &str, _: Kwargs, _: &State) -> String {
    let kept: String = text.chars().filter(|&character| !is_bidi_control(character)).collect();
    if kept.chars().any(is_right_to_left) {
        format!("{FIRST_STRONG_ISOLATE}{kept}{POP_DIRECTIONAL_ISOLATE}")
    } else {
        kept
    }
}

/// The explicit embeddings, overrides and isolates of Unicode annex 9.
fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters of the blocks that Unicode sets aside for scripts written from right to left.
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{0590}'..='\u{08FF}'
            | '\u{200F}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Context;

    fn isolated(text: &str) -> String {
        isolate(text, Kwargs::default(), &State::new(&Context::new()))
    }

    #[test]
    fn text_from_left_to_right_stays_as_it_is() {
        assert_eq!(isolated("Stärken & Coaching"), "Stärken & Coaching");
    }

    #[test]
    fn text_from_right_to_left_is_enclosed() {
        assert_eq!(isolated("حلقة أمل"), "\u{2068}حلقة أمل\u{2069}");
    }

    #[test]
    fn overrides_and_ends_of_isolates_are_taken_out() {
        assert_eq!(isolated("a\u{2069}\u{202E}b"), "ab");
    }
}
