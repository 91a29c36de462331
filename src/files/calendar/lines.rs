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
    let is_special = |found: char| {
        found.is_control() || matches!(found, '\\' | ';' | ',' | '\u{2028}' | '\u{2029}')
    };
    let mut escaped = String::with_capacity(text.len());
    let mut end = 0;
    for (start, special) in text.match_indices(is_special) {
        escaped.push_str(&text[end..start]);
        match special {
            "\n" if text[..start].ends_with('\r') => {}
            "\n" | "\r" | "\u{85}" | "\u{2028}" | "\u{2029}" => escaped.push_str("\\n"),
            "\\" | ";" | "," => escaped.extend(["\\", special]),
            "\t" => escaped.push('\t'),
            _ => {}
        }
        end = start + special.len();
    }
    escaped + &text[end..]
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
