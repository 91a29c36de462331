//! The rule for ids: a file's stem becomes its address.

use deunicode::deunicode;

/// The longest id, in bytes. File systems take names of 255; what an id is given before and behind it, such as `.md`
/// and the ending of a file that is being written, has room beside it.
pub(crate) const LONGEST: usize = 230;

/// Names that Windows keeps for devices, whatever their ending.
pub(crate) const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Checks an id: lower-case kebab, `[a-z0-9]+(-[a-z0-9]+)*`, at most 230 characters.
///
/// # Errors
/// What is wrong with it, in words that end a sentence.
pub fn check_id(id: &str) -> Result<(), &'static str> {
    if id.len() > LONGEST {
        return Err("it is longer than 230 characters");
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

/// A name in the letters of an id, whatever its script: `Łódź` is `lodz`. Empty where nothing can be spelt.
pub fn spell(name: &str) -> String {
    let plain = deunicode(name).to_lowercase().replace('\'', "");
    let words = plain.split(|found: char| !found.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The id nearest to a name: what to rename the file to.
pub fn suggest_id(name: &str) -> Option<String> {
    Some(spell(name)).filter(|id| check_id(id).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_kebab() {
        for good in ["a", "strengths-in-coaching", "2026", "a-1"] {
            assert_eq!(check_id(good), Ok(()), "{good}");
        }
        let long = "a".repeat(LONGEST + 1);
        for bad in ["", "A", "a_b", "a--b", "-a", "a-", "é", "..", "a.b", "con", long.as_str()] {
            assert!(check_id(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_is_offered_one() {
        for (name, id) in [
            ("Strengths in_Coaching!", "strengths-in-coaching"),
            ("stärken", "starken"),
            ("Łódź", "lodz"),
            ("Œuvre", "oeuvre"),
            ("Straße", "strasse"),
            ("Friends’ Circle", "friends-circle"),
            ("Москва", "moskva"),
            ("上海", "shang-hai"),
        ] {
            assert_eq!(suggest_id(name).as_deref(), Some(id), "{name}");
        }
        assert_eq!(suggest_id("—"), None);
        assert_eq!(suggest_id("con"), None);
    }

    #[test]
    fn the_longest_id_leaves_room_in_the_name_of_a_file() {
        let written = format!(".{}.md.guildhall-new", "a".repeat(LONGEST));
        assert!(written.len() <= 255, "{}", written.len());
    }
}
