//! The word that was probably meant.

/// The longest word that is worth a guess, in bytes.
const LONGEST: usize = 30;

/// The nearest of the right words, without regard to case: one that the word begins or that begins it,
/// else one that is a few letters away. Of equals, the first.
pub(super) fn nearest<'a>(word: &str, right: &[&'a str]) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let begins = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        word.len() > 2 && (candidate.starts_with(&word) || word.starts_with(&candidate))
    };
    let distance = |candidate: &str| strsim::osa_distance(&word, &candidate.to_lowercase());
    right.iter().copied().find(|candidate| begins(candidate)).or_else(|| {
        let best = right.iter().copied().min_by_key(|candidate| distance(candidate))?;
        (distance(best) <= (word.len() / 3).max(1)).then_some(best)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &[&str] = &["tuesday", "thursday", "h"];

    #[test]
    fn a_short_or_long_form_finds_its_word() {
        assert_eq!(nearest("Thu", RIGHT), Some("thursday"));
        assert_eq!(nearest("Tuesdays", RIGHT), Some("tuesday"));
        assert_eq!(nearest("hours", RIGHT), Some("h"));
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        assert_eq!(nearest("teusday", RIGHT), Some("tuesday"));
        assert_eq!(nearest("thirsday", RIGHT), Some("thursday"));
    }

    #[test]
    fn another_word_finds_none() {
        assert_eq!(nearest("whenever", RIGHT), None);
        assert_eq!(nearest(&"tuesday".repeat(5), RIGHT), None);
    }
}
