//! The word that was probably meant.

use strsim::osa_distance;

/// The candidate nearest to a word, if one is near enough to offer: at most a third of the letters
/// differ, case aside. The first of equals wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let allowed = (length / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (osa_distance(&word, &candidate.to_lowercase()), candidate))
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
    }

    #[test]
    fn another_word_finds_nothing() {
        assert_eq!(nearest("gardening", ["coaching", "research"]), None);
        assert_eq!(nearest("", ["coaching"]), None);
        assert_eq!(nearest(&"a".repeat(100_000), ["coaching"]), None);
    }
}
