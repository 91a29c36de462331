//! Names as they are compared and sorted.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A text without case, without accents, and with single spaces: two names that look alike to a
/// reader fold to the same. (Unicode Standard Annex 15, NFKD, without its combining marks.)
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.chars().map(|found| found.to_ascii_lowercase()));
        } else {
            let bare = word.nfkd().filter(|found| !is_combining_mark(*found));
            folded.extend(bare.flat_map(char::to_lowercase));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_spaces_make_no_difference() {
        assert_eq!(fold("  Café  CONVERSATIONS "), "cafe conversations");
        assert_eq!(fold("Stärken im Coaching"), fold("sta\u{308}rken IM coaching"));
        assert_ne!(fold("Café 1"), fold("Café 2"));
    }
}
