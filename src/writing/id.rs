//! A group's id from its name.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::source::check_id;

/// A name as the last part of an address: small letters a to z, digits, single hyphens, at most 80
/// characters. Accents are taken off. Empty where no letter or digit is left.
pub fn id_of(name: &str) -> String {
    let bare = name.nfkd().filter(|found| !is_combining_mark(*found));
    let plain: String = bare.flat_map(char::to_lowercase).collect();
    let plain = plain.replace('ß', "ss").replace(['\'', '’'], "");
    let words = plain.split(|found: char| !found.is_ascii_alphanumeric());
    let mut id = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    id.truncate(80); // all of it is ASCII
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
            ("حلقة أمل", ""),
            ("Con", "con-group"),
        ];
        for (name, id) in cases {
            assert_eq!(id_of(name), id, "{name}");
        }
        assert_eq!(id_of(&"long name ".repeat(20)).len(), 79);
        assert_eq!(check_id(&id_of(&"long name ".repeat(20))), Ok(()));
    }
}
