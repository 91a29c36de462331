//! Content lines, as RFC 5545 writes them (section 3.1).

/// How many octets a line may have, without its line break (RFC 5545, section 3.1).
const LONGEST_LINE: usize = 75;

/// The content lines of a calendar: folded, each ending in CRLF.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Writes a property whose value needs no escaping. The name may include parameters.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        let mut room = LONGEST_LINE;
        for part in [name, ":", value] {
            let mut rest = part;
            while rest.len() > room {
                let (before, after) = rest.split_at(rest.floor_char_boundary(room));
                self.0.extend([before, "\r\n "]);
                rest = after;
                room = LONGEST_LINE - 1;
            }
            self.0.push_str(rest);
            room -= rest.len();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a property whose value is a TEXT (section 3.3.11).
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.property(name, &escaped(text));
    }

    /// Writes a property whose value is a list of TEXTs, if there is one.
    pub(super) fn texts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        let texts: Vec<String> = texts.map(escaped).collect();
        if !texts.is_empty() {
            self.property(name, &texts.join(","));
        }
    }

    /// The whole text.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text in which nothing ends the value: `\`, `;`, `,` and line breaks are escaped, and control
/// characters, which may not be in one, are left out. What Unicode takes for the end of a line
/// becomes a line break, since some programs end their lines there.
fn escaped(text: &str) -> String {
    // The first byte of each of them in UTF-8, and of some others.
    let may_be_special =
        |byte| matches!(byte, ..b' ' | b'\\' | b';' | b',' | b'\x7f' | b'\xc2' | b'\xe2');
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(may_be_special) {
        let (before, after) = rest.split_at(at);
        escaped.push_str(before);
        let mut characters = after.chars();
        match characters.next() {
            Some('\n') if text[..text.len() - after.len()].ends_with('\r') => {}
            Some('\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') => escaped.push_str("\\n"),
            Some(special @ ('\\' | ';' | ',')) => escaped.extend(['\\', special]),
            Some(other) if other == '\t' || !other.is_control() => escaped.push(other),
            _ => {}
        }
        rest = characters.as_str();
    }
    escaped + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, text: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, text);
        lines.finish()
    }

    #[test]
    fn what_would_end_a_value_is_escaped() {
        assert_eq!(written("A", r"a;b,c\d:e"), "A:a\\;b\\,c\\\\d:e\r\n");
        assert_eq!(written("A", "1\n2\r\n3\r4\u{2028}5"), "A:1\\n2\\n3\\n4\\n5\r\n");
    }

    #[test]
    fn control_characters_are_left_out() {
        assert_eq!(written("A", "a\0b\u{1b}[0mc\u{7f}d\te"), "A:ab[0mcd\te\r\n");
    }

    #[test]
    fn a_line_of_75_octets_stays_whole() {
        assert_eq!(written("A", &"x".repeat(73)), format!("A:{}\r\n", "x".repeat(73)));
        assert_eq!(written("A", &"x".repeat(74)), format!("A:{}\r\n x\r\n", "x".repeat(73)));
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        for lead in 0..8 {
            let text = format!("{}{}", "x".repeat(lead), "é🎉读".repeat(60));
            let lines = written("SUMMARY", &text);
            assert!(lines.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{lines}");
            assert_eq!(lines.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }

    #[test]
    fn a_list_has_commas_between_its_texts_alone() {
        let mut lines = Lines::default();
        lines.texts("CATEGORIES", ["a,b", "c"].into_iter());
        lines.texts("CATEGORIES", std::iter::empty());
        assert_eq!(lines.finish(), "CATEGORIES:a\\,b,c\r\n");
    }
}
