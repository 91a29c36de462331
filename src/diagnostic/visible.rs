//! Text from charters made safe to show: what would act on a terminal or a page appears instead.

/// Whether a character steers what shows it, rather than appearing: control characters (Unicode
/// category Cc, escape codes among them), line and paragraph separators, and the characters of
/// Unicode's property `Bidi_Control`, which reorder the text around them.
pub(super) fn steers(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// The character, or one that can be seen in its place: a control picture (U+2400 to U+2421) or the
/// replacement character.
pub(super) fn character(character: char) -> char {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        _ if steers(character) => '\u{fffd}',
        _ => character,
    }
}

/// The text on one line, whatever it holds.
pub fn line(text: &str) -> String {
    text.chars().map(character).collect()
}

/// What the log of a GitHub workflow takes for a command wherever it stands in a line.
const COMMAND: &str = "##[";

/// Text for people without commands to a workflow's log. Nothing moves: a sharp looks like the sign it replaces.
pub(super) fn without_commands(text: String) -> String {
    if text.contains(COMMAND) { text.replace(COMMAND, "#♯[") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_codes_and_direction_marks_are_seen_and_do_nothing() {
        assert_eq!(line("a\u{1b}[31m\u{9b}1m\r\n\tb\u{7f}"), "a␛[31m\u{fffd}1m␍␊␉b␡");
        assert_eq!(
            line("x\u{202e}y\u{2066}z\u{200f}\u{2028}"),
            "x\u{fffd}y\u{fffd}z\u{fffd}\u{fffd}"
        );
    }

    #[test]
    fn no_text_is_a_command_to_the_log_of_a_workflow() {
        let source = "13 | reviewed: 2026-06-15 # ##[set-env name=a]b".to_owned();
        let shown = without_commands(source.clone());
        assert_eq!(shown, "13 | reviewed: 2026-06-15 # #♯[set-env name=a]b");
        assert_eq!(shown.chars().count(), source.chars().count());
    }

    #[test]
    fn ordinary_text_of_any_script_stays() {
        let text = "Größe, 読書会, नमस्ते, עברית, 👩\u{200d}💻";
        assert_eq!(line(text), text);
    }
}
