//! The parser's events with runs of text as wholes: it breaks text wherever markup might have begun.

use std::ops::Range;

use pulldown_cmark::Event;

/// An event with its place in the text.
pub(super) type Item<'a> = (Event<'a>, Range<usize>);

/// The events, in which text that goes on where text ended is one event if both are as in the file.
pub(super) fn joined<'a>(text: &'a str, events: impl Iterator<Item = Item<'a>>) -> Vec<Item<'a>> {
    let mut joined: Vec<Item<'a>> = Vec::new();
    for item in events {
        match joined.last_mut() {
            Some(last)
                if last.1.end == item.1.start
                    && is_verbatim(text, last)
                    && is_verbatim(text, &item) =>
            {
                last.1.end = item.1.end;
                last.0 = Event::Text(text[last.1.clone()].into());
            }
            _ => joined.push(item),
        }
    }
    joined
}

/// Whether this is text that stands in the file as it is.
pub(super) fn is_verbatim(text: &str, (event, range): &Item<'_>) -> bool {
    matches!(event, Event::Text(words) if text.get(range.clone()) == Some(words))
}
