//! What can only have been meant by a key or a word: a slip that has one answer.

use strsim::osa_distance;

use super::Entry;

/// The shortest key of which one letter may be wrong: in a shorter one, another letter makes another word.
const TELLING: usize = 4;

/// The known key that differs from an unknown one by one letter, or by case alone. `None` where there are
/// several, where it is there already, or where another unknown key may mean it too.
pub(super) fn suggested_key<'k>(
    entry: &Entry,
    entries: &[Entry],
    known: &[&'k str],
) -> Option<&'k str> {
    let key = nearly(&entry.key, known)?;
    let others = entries.iter().filter(|other| other.key_span != entry.key_span);
    let is_meant_once = others
        .map(|other| other.key.as_str())
        .all(|other| other != key && (known.contains(&other) || nearly(other, known) != Some(key)));
    is_meant_once.then_some(key)
}

/// The known key that a typed one differs from by one letter, or by case alone, if that is one key.
pub(crate) fn nearly<'k>(typed: &str, known: &[&'k str]) -> Option<&'k str> {
    let lower = typed.trim().to_lowercase();
    if lower.len() > 64 {
        return None;
    }
    if let Some(same) = only(known.iter().copied().filter(|key| *key == lower)) {
        return Some(same);
    }
    let near = |key: &&str| key.len() >= TELLING && osa_distance(&lower, key) == 1;
    only(known.iter().copied().filter(near))
}

/// The one of the words that differs by case alone, or by a space or a line in a hyphen's place.
pub(super) fn suggested_word<'w>(typed: &str, words: &[&'w str]) -> Option<&'w str> {
    let lower = typed.trim().to_lowercase().replace([' ', '_'], "-");
    only(words.iter().copied().filter(|word| *word == lower))
}

/// The only one there is.
fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_off_by_one_letter_or_by_case() {
        let known = ["name", "summary", "day", "aims"];
        for (typed, key) in
            [("Name", "name"), ("sumary", "summary"), ("aim", "aims"), ("DAY", "day")]
        {
            assert_eq!(nearly(typed, &known), Some(key), "{typed}");
        }
        for typed in ["pay", "smary", "nam es", "", "summaries"] {
            assert_eq!(nearly(typed, &known), None, "{typed}");
        }
        assert_eq!(nearly("place", &["places", "placed"]), None);
    }

    #[test]
    fn a_word_is_off_by_case_or_its_hyphen() {
        let words = ["open", "waiting-list", "full"];
        assert_eq!(suggested_word("OPEN", &words), Some("open"));
        assert_eq!(suggested_word("Waiting list", &words), Some("waiting-list"));
        assert_eq!(suggested_word("opened", &words), None);
    }
}
