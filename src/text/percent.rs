//! Percent-encoding (RFC 3986, section 2.1).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays as it is in a path: unreserved characters and `/`.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a relative reference.
pub fn percent_encoded(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// A text without percent-encoding. `None` where a percent sign lacks its digits, or the result is not UTF-8.
pub fn percent_decoded(text: &str) -> Option<Cow<'_, str>> {
    let is_encoding =
        |after: &[u8]| after.len() >= 2 && after[..2].iter().all(u8::is_ascii_hexdigit);
    let is_whole = text.as_bytes().split(|byte| *byte == b'%').skip(1).all(is_encoding);
    is_whole.then(|| percent_decode_str(text).decode_utf8().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_encodings_of_text_are_undone() {
        assert_eq!(percent_decoded("/caf%C3%a9").as_deref(), Some("/café"));
        assert_eq!(percent_decoded("%2541").as_deref(), Some("%41"));
        for broken in ["%", "%4", "%zz", "%+1", "%%41", "%ff", "%C3%"] {
            assert_eq!(percent_decoded(broken), None, "{broken}");
        }
    }

    #[test]
    fn paths_are_percent_encoded() {
        assert_eq!(percent_encoded("content/groups/a-b_c~1.md"), "content/groups/a-b_c~1.md");
        assert_eq!(percent_encoded("café 100%:#?.md"), "caf%C3%A9%20100%25%3A%23%3F.md");
    }
}
