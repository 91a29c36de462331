//! Text as YAML, with the quotes that `serde_yaml` gives it.

use super::marks::between_curly_quotes;
use super::parse::quoted;

/// A text as a value: plain where it is read as what it is, else in quotes. Several lines are a literal block,
/// indented by two spaces more than the key or the hyphen before them, of which `indent` tells.
pub(crate) fn scalar(text: &str, indent: usize) -> String {
    if is_misread(text) || between_curly_quotes(text).is_some() && !text.contains('\n') {
        return quoted(text);
    }
    #[expect(clippy::expect_used, reason = "any text can be written, and a `String` takes it")]
    let written = serde_yaml::to_string(text).expect("text");
    let lines = written.trim_end_matches('\n').split('\n').enumerate().map(|(number, line)| {
        let before = if number == 0 || line.is_empty() { 0 } else { indent };
        format!("{:before$}{line}", "")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A text of one line as a message offers it within brackets or braces.
pub(crate) fn in_brackets(text: &str) -> String {
    let is_plain = scalar(text, 0) == text && !text.contains([',', '[', ']', '{', '}', '"', '\\']);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// Whether readers of YAML 1.1 take a text for something else: `no` for `false`, `18:30` for a number.
fn is_misread(text: &str) -> bool {
    let is_time =
        text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    is_time || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The words that mean `true`, `false` or nothing in some version of YAML.
const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_plain_where_it_is_read_as_what_it_is() {
        for plain in [
            "Ask us",
            "Straße#1",
            "90 min",
            "2026-01-13",
            "x:y",
            "It's",
            "حلقة",
            "Tea 🍵",
            "“q” and “r”",
        ] {
            assert_eq!(scalar(plain, 0), plain);
        }
        for other in
            ["", "12", "007", ".inf", "- a", "[a]", "a: b", "a #b", "ends:", "~", "*a", " a"]
        {
            assert_eq!(scalar(other, 0), format!("'{other}'"));
        }
        for misread in ["“q”", "18:30", "No", "true", "Null"] {
            assert_eq!(scalar(misread, 0), format!("\"{misread}\""));
        }
        assert_eq!(scalar("It's: so", 0), "'It''s: so'");
        assert_eq!(scalar("a\tb", 0), r#""a\tb""#);
        assert_eq!(scalar("One.\n\n  Two.", 2), "|-\n    One.\n\n      Two.");
    }

    #[test]
    fn brackets_take_fewer_texts_without_quotes() {
        for plain in ["a/b-c_1.html", "404.html", "coaching"] {
            assert_eq!(in_brackets(plain), plain);
        }
        for path in ["a, b.html", "a: b", "#x.html", "- x", "1.0", "a]b", "a\"b", "'x"] {
            let read: Vec<String> =
                serde_yaml::from_str(&format!("[{}]", in_brackets(path))).unwrap();
            assert_eq!(read, [path]);
        }
    }
}
