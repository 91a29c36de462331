//! The word that was probably meant.

use strsim::osa_distance;

/// The candidate nearest to a word, case aside: one that the word begins or that begins it, else one of
/// which at most a third of the letters differ. Of equals, the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    /// The beginning of a word, long enough to distinguish it from others.
    const TELLING: usize = 3;
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = (length / 3).max(1);
    let distance = |candidate: &str| {
        let folded = candidate.to_lowercase();
        let begins = folded.starts_with(&word) || word.starts_with(&folded);
        if begins && length >= TELLING {
            return 0;
        }
        osa_distance(&word, &folded)
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed && *distance < candidate.chars().count()
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_finds_the_word() {
        let words = ["coaching", "training", "research"];
        assert_eq!(nearest("caoching", words), Some("coaching"));
        assert_eq!(nearest("Training", words), Some("training"));
        assert_eq!(nearest("reserch", words), Some("research"));
        assert_eq!(nearest("coach", words), Some("coaching"));
    }

    #[test]
    fn another_word_finds_nothing() {
        assert_eq!(nearest("gardening", ["coaching", "research"]), None);
        assert_eq!(nearest("", ["coaching"]), None);
        assert_eq!(nearest(&"a".repeat(100_000), ["coaching"]), None);
    }
}
