//! Another text in the place of a value or a key, in the same quotes.

use super::write::scalar;
use crate::diagnostic::{Edit, Meant, Span};

/// The edit that puts `value` in the place of what is at `span` of a file's text and reads as `typed`.
/// `None` where that runs over several lines or has escapes: its layout is then the writer's own.
pub(crate) fn replacement(text: &str, span: Span, typed: &str, value: &str) -> Option<Edit> {
    let raw = text.get(span.range())?;
    if raw.contains(['\n', '\r']) || value.contains(['"', '\'', '\\', '\n', '\r']) {
        return None;
    }
    let quote = ['"', '\''].into_iter().find(|quote| raw.starts_with(*quote));
    let inside = match quote {
        Some(quote) => raw.strip_prefix(quote)?.strip_suffix(quote)?,
        None => raw,
    };
    if inside != typed {
        return None;
    }
    let text = match quote {
        Some(quote) => format!("{quote}{value}{quote}"),
        None => scalar(value, 0),
    };
    Some(Edit { span, text, value: Meant::Text(value.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(raw: &str, typed: &str, value: &str) -> Option<String> {
        replacement(raw, Span::new(0, raw.len()), typed, value).map(|edit| edit.text)
    }

    #[test]
    fn quotes_stay_as_they_are() {
        assert_eq!(replaced("FREE", "FREE", "free").as_deref(), Some("free"));
        assert_eq!(replaced("\"FREE\"", "FREE", "free").as_deref(), Some("\"free\""));
        assert_eq!(replaced("'FREE'", "FREE", "free").as_deref(), Some("'free'"));
    }

    #[test]
    fn what_would_read_as_something_else_gets_quotes() {
        assert_eq!(replaced("18.30", "18.30", "18:30").as_deref(), Some("\"18:30\""));
        assert_eq!(replaced("Null", "Null", "null").as_deref(), Some("\"null\""));
        assert_eq!(replaced("x", "x", "2026").as_deref(), Some("'2026'"));
        assert_eq!(replaced("1/1/2026", "1/1/2026", "2026-01-01").as_deref(), Some("2026-01-01"));
    }

    #[test]
    fn what_is_written_with_escapes_or_over_lines_is_left() {
        assert_eq!(replaced("\"FR\\u0045E\"", "FREE", "free"), None);
        assert_eq!(replaced(">-\n  FREE", "FREE", "free"), None);
    }
}
