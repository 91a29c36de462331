//! A group's id from its name.

use crate::source::{check_id, spell};

/// The longest that is made of a name, in characters: an address that can be read aloud.
pub const LONGEST_ID: usize = 80;

/// A name as the last part of an address: small letters a to z, digits, single hyphens, at most 80
/// characters. Letters of other alphabets are spelt with these. Empty where no letter or digit is left.
pub fn id_of(name: &str) -> String {
    let mut id = spell(name);
    id.truncate(LONGEST_ID); // all of it is ASCII
    let id = id.trim_end_matches('-').to_owned();
    if !id.is_empty() && check_id(&id).is_err() { format!("{id}-group") } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_address() {
        let cases = [
            ("Strengths in Coaching", "strengths-in-coaching"),
            ("  Stärken & Größe, im Café! ", "starken-grosse-im-cafe"),
            ("Friends’ Circle's 2nd", "friends-circles-2nd"),
            ("Łódź Øst", "lodz-ost"),
            ("ßÆŒøłĐðÞħı", "ssaeoeolddthhi"),
            ("—", ""),
            ("Con", "con-group"),
        ];
        for (name, id) in cases {
            assert_eq!(id_of(name), id, "{name}");
        }
        assert_eq!(id_of(&"long name ".repeat(20)).len(), 79);
        assert_eq!(check_id(&id_of(&"long name ".repeat(20))), Ok(()));
    }
}
