//! The rule for ids: a file's stem becomes its address.

/// The longest id, in characters: an address that can be read aloud, and a path that every system takes.
pub(crate) const LONGEST: usize = 80;

/// Names that Windows keeps for devices, whatever their ending.
pub(crate) const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Checks an id: lower-case kebab, `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters.
///
/// # Errors
/// What is wrong with it, in words that end a sentence.
pub fn check_id(id: &str) -> Result<(), &'static str> {
    if id.len() > LONGEST {
        return Err("it is longer than 80 characters");
    }
    if DEVICES.contains(&id) {
        return Err("some systems reserve that name for a device");
    }
    let word = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !id.split('-').all(word) {
        return Err(
            "an id may have only small letters a to z, digits, and single hyphens between them",
        );
    }
    Ok(())
}

/// The id nearest to a name: what to rename the file to.
pub(super) fn suggest_id(name: &str) -> Option<String> {
    let spaced: String = name
        .chars()
        .map(|found| if found.is_ascii_alphanumeric() { found.to_ascii_lowercase() } else { ' ' })
        .collect();
    let id = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    check_id(&id).ok().map(|()| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_kebab() {
        for good in ["a", "strengths-in-coaching", "2026", "a-1"] {
            assert_eq!(check_id(good), Ok(()), "{good}");
        }
        let long = "a".repeat(81);
        for bad in ["", "A", "a_b", "a--b", "-a", "a-", "é", "..", "a.b", "con", long.as_str()] {
            assert!(check_id(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_is_offered_one() {
        assert_eq!(suggest_id("Strengths in_Coaching!"), Some("strengths-in-coaching".to_owned()));
        assert_eq!(suggest_id("…"), None);
    }
}
