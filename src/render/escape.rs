//! How text gets into a page: escaped, and unable to turn the text around it.

use std::borrow::Cow;
use std::io::{self, Write};

use tera::{Kwargs, State, TeraResult, Value};

use crate::text::reorders;

/// A first-strong isolate: what it encloses cannot reorder the text around it (Unicode annex 9,
/// section 2.4.2).
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends an isolate.
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// Every text that a template shows and does not declare safe: the five characters that HTML gives a
/// meaning, without the characters that could break out of `<bdi>` and turn the rest of a line.
pub(super) fn escape(text: &str, page: &mut dyn Write) -> io::Result<()> {
    tera::escape_html(&without_bidi_controls(text), page)
}

/// The filter `isolate`, for names in places without markup such as `<title>`: encloses a text that is
/// not written from left to right alone.
pub(super) fn isolate(text: &str, _: Kwargs, state: &State) -> TeraResult<Value> {
    let escaped = state.escape(text)?;
    Ok(if text.chars().any(is_right_to_left) {
        Value::safe_string(&format!("{FIRST_STRONG_ISOLATE}{escaped}{POP_DIRECTIONAL_ISOLATE}"))
    } else {
        Value::safe_string(&escaped)
    })
}

/// The filter `breakable`, for addresses that are read on paper: a line can end after each of its marks, and so nowhere
/// with a hyphen that is none of the address.
pub(super) fn breakable(text: &str, _: Kwargs, state: &State) -> TeraResult<Value> {
    let parts = text.split_inclusive(['.', '@', '/', '-', '_', '?', '&', '=']);
    let parts: Vec<_> = parts.map(|part| state.escape(part)).collect::<TeraResult<_>>()?;
    Ok(Value::safe_string(&parts.join("<wbr>")))
}

fn without_bidi_controls(text: &str) -> Cow<'_, str> {
    // All of them begin with this byte; few texts have it.
    if text.as_bytes().contains(&0xE2) && text.contains(reorders) {
        Cow::Owned(text.replace(reorders, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// Characters of the blocks that Unicode sets aside for scripts written from right to left.
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{0590}'..='\u{08FF}'
            | '\u{200F}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::{Context, Tera};

    fn shown(template: &str, name: &str) -> String {
        let mut tera = Tera::new();
        tera.set_escape_fn(escape);
        tera.register_filter("isolate", isolate);
        tera.register_filter("breakable", breakable);
        let mut context = Context::new();
        context.insert("name", name);
        tera.render_str(template, &context, true).unwrap()
    }

    #[test]
    fn the_five_characters_of_html_are_escaped() {
        assert_eq!(shown("{{ name }}", "<a b='c'>&\""), "&lt;a b=&#39;c&#39;&gt;&amp;&quot;");
        assert_eq!(shown("{{ name | isolate }}", "<b>"), "&lt;b&gt;");
    }

    #[test]
    fn an_address_can_be_broken_after_its_marks() {
        let address = shown("{{ name | breakable }}", "a-b@c.de/?<&");
        assert_eq!(address, "a-<wbr>b@<wbr>c.<wbr>de/<wbr>?<wbr>&lt;&amp;");
    }

    #[test]
    fn overrides_and_ends_of_isolates_are_taken_out() {
        assert_eq!(shown("{{ name }}", "a\u{2069}\u{202E}b – c"), "ab – c");
        assert_eq!(shown("{{ name | isolate }}", "a\u{2069}\u{202E}b"), "ab");
    }

    #[test]
    fn a_title_from_right_to_left_is_enclosed() {
        assert_eq!(shown("{{ name | isolate }}", "حلقة أمل"), "\u{2068}حلقة أمل\u{2069}");
        assert_eq!(shown("{{ name | isolate }}", "Stärken – Coaching"), "Stärken – Coaching");
    }
}
