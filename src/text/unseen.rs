//! Characters that act on what shows them instead of being seen, and text without them.

/// Whether a character changes the order in which the text around it is shown: the embeddings, overrides and
/// isolates of Unicode Standard Annex 9, with their ends.
pub fn reorders(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no business in a charter: control characters other than a line's end and a tab,
/// those that reorder text, and the byte order mark.
pub fn is_hidden(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\r' | '\t')
        || reorders(character)
        || character == '\u{FEFF}'
}

/// Whether a character steers what shows it, rather than appearing: control characters (Unicode category Cc,
/// escape codes among them), line and paragraph separators, and the characters of Unicode's property
/// `Bidi_Control`.
pub fn steers(character: char) -> bool {
    character.is_control()
        || reorders(character)
        || matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// The character, or one that can be seen in its place: a control picture (U+2400 to U+2421) or the
/// replacement character.
pub fn seen(character: char) -> char {
    match character {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}'),
        '\u{7F}' => '\u{2421}',
        _ if steers(character) => '\u{FFFD}',
        _ => character,
    }
}

/// The text on one line, with every character seen.
pub fn on_one_line(text: &str) -> String {
    text.chars().map(seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_codes_and_direction_marks_are_seen_and_do_nothing() {
        assert_eq!(on_one_line("a\u{1b}[31m\u{9b}1m\r\n\tb\u{7f}"), "a␛[31m\u{fffd}1m␍␊␉b␡");
        let steering = "x\u{202e}y\u{2066}z\u{200f}\u{2028}";
        assert_eq!(on_one_line(steering), "x\u{fffd}y\u{fffd}z\u{fffd}\u{fffd}");
    }

    #[test]
    fn ordinary_text_of_any_script_stays() {
        let text = "Größe, 読書会, नमस्ते, עברית, 👩\u{200d}💻";
        assert_eq!(on_one_line(text), text);
    }
}
