//! What word processors and web pages put in the place of spaces, hyphens and straight quotes.

/// Whether a character shows as a space, or does not show, and is no space to YAML.
pub(super) fn is_stray(character: char) -> bool {
    matches!(
        character,
        '\u{A0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200D}'
                | '\u{202F}'
                | '\u{205F}'
                | '\u{2060}'
                | '\u{3000}'
                | '\u{FEFF}'
                | '\u{AD}'
    )
}

/// The spaces that are as wide as a blank character.
pub(super) fn blank_as(character: char) -> &'static str {
    match character {
        '\t' => "\t",
        '\u{3000}' => "  ",
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => "",
        _ => " ",
    }
}

/// The mark with which a line starts an entry of a list: its length, and whether it is a hyphen with white space, or
/// what looks like it, behind it.
pub(super) fn mark(line: &str) -> Option<(usize, bool)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let is_parted = rest.is_empty() || rest.starts_with([' ', '\t']) || rest.starts_with(is_stray);
    let is_mark = match first {
        '-' | '*' | '+' => is_parted,
        '•' | '‣' | '◦' | '▪' | '●' | '·' | '∙' | '\u{F0B7}' => true,
        '–' | '—' | '−' | '‐' | '‑' => is_parted || rest.starts_with(char::is_alphabetic),
        _ => false,
    };
    is_mark.then(|| (first.len_utf8(), first == '-'))
}

/// What is between two curly quotes that enclose a text, and none of which is within it.
pub(super) fn between_curly_quotes(text: &str) -> Option<&str> {
    const PAIRS: [(&str, char, char); 6] = [
        ("“”", '“', '”'),
        ("„“”", '„', '“'),
        ("„“”", '„', '”'),
        ("«»", '«', '»'),
        ("»«", '»', '«'),
        ("‘’", '‘', '’'),
    ];
    PAIRS.into_iter().find_map(|(all, open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        let is_whole = open == '‘' || !inner.contains(|it| all.contains(it));
        (is_whole && !inner.trim().is_empty()).then(|| inner.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_bullets_mark_an_entry() {
        for line in ["- a", "-", "– a", "—a", "• a", "•a", "* a", "+ a", "-\u{a0}a", "–\u{200b}a"]
        {
            assert!(mark(line).is_some(), "{line:?}");
        }
        for line in ["-a", "--", "*a*", "+44 20", "–3 °C", "a - b", ""] {
            assert_eq!(mark(line), None, "{line:?}");
        }
    }

    #[test]
    fn curly_quotes_enclose_a_text_that_has_no_others() {
        for text in ["“a, b”", "„a, b“", "„a, b”", "«a, b»", "« a, b »", "‘a, b’"]
        {
            assert_eq!(between_curly_quotes(text), Some("a, b"), "{text}");
        }
        assert_eq!(between_curly_quotes("‘Ann’s group’"), Some("Ann’s group"));
        for text in ["“a” and “b”", "“a", "a”", "“”", "\"a\"", "“", ""] {
            assert_eq!(between_curly_quotes(text), None, "{text}");
        }
    }
}
