//! Which brackets and quotes are open at a place.

use std::ops::Range;

use crate::yaml::lines::line_at;

/// What is open at a place, or was closed last before it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Open {
    /// The brackets that are open, outermost first.
    pub brackets: Vec<usize>,
    /// The last text in quotes that ends before the place, with its quotes.
    pub quoted: Option<Range<usize>>,
}

/// Goes from a place where nothing is open to another. A quote that is open there is not included: the
/// parser does that.
pub(super) fn at(text: &str, from: usize, to: usize) -> Open {
    let bytes = text.as_bytes();
    let mut open = Open::default();
    let mut offset = from;
    // Quotes and brackets mean something only where a key or a value may start.
    let mut may_start = true;
    while offset < to {
        let within = !open.brackets.is_empty();
        let is_last = bytes.get(offset + 1).is_none_or(u8::is_ascii_whitespace);
        match bytes[offset] {
            b'"' | b'\'' if may_start => match end_of_quotes(text, offset) {
                Some(end) if end <= to => {
                    open.quoted = Some(offset..end);
                    offset = end;
                    // A colon may follow at once, and a value at once after that.
                    may_start = within && bytes.get(end) == Some(&b':');
                    offset += usize::from(may_start);
                    continue;
                }
                _ => break,
            },
            b'#' if offset == 0 || bytes[offset - 1].is_ascii_whitespace() => {
                offset = line_at(text, offset).end;
                continue;
            }
            b'[' | b'{' if may_start || within => open.brackets.push(offset),
            b']' | b'}' if within => {
                open.brackets.pop();
                may_start = false;
            }
            b',' if within => may_start = true,
            b':' | b'\n' | b'\r' if is_last || bytes[offset] != b':' => may_start = true,
            b'-' | b'?' if is_last => {}
            b' ' | b'\t' => {}
            _ => may_start = false,
        }
        offset += 1;
    }
    open
}

/// The offset past the closing quote of the text in quotes that starts at an offset.
pub(in crate::yaml::parse) fn end_of_quotes(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(start)?;
    let mut offset = start + 1;
    loop {
        let byte = *bytes.get(offset)?;
        let doubled = quote == b'\'' && bytes.get(offset + 1) == Some(&quote);
        match byte {
            b'\\' if quote == b'"' => offset += 2,
            _ if byte == quote && doubled => offset += 2,
            _ if byte == quote => return Some(offset + 1),
            _ => offset += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> (Vec<usize>, Option<&str>) {
        let Open { brackets, quoted } = at(text, 0, text.len());
        (brackets, quoted.map(|range| &text[range]))
    }

    #[test]
    fn brackets_that_are_closed_do_not_count() {
        assert_eq!(open("a: [b, {c: d}, [e"), (vec![3, 15], None));
        assert_eq!(open("a: [b]"), (vec![], None));
    }

    #[test]
    fn brackets_and_quotes_within_text_mean_nothing() {
        assert_eq!(open("a: b [c it's \"d"), (vec![], None));
        assert_eq!(open("a: # [b 'c\n  d"), (vec![], None));
        assert_eq!(open("a: [b c, \"}\", e"), (vec![3], Some("\"}\"")));
    }

    #[test]
    fn escaped_and_doubled_quotes_do_not_end_the_text() {
        assert_eq!(open(r#"a: "b\"c" d"#), (vec![], Some(r#""b\"c""#)));
        assert_eq!(open("a: 'it''s' d"), (vec![], Some("'it''s'")));
    }

    #[test]
    fn a_value_may_follow_a_key_in_quotes_at_once() {
        assert_eq!(open("{\"a\":[b"), (vec![0, 5], Some("\"a\"")));
    }
}
