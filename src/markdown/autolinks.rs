//! Bare addresses become links.
//!
//! The parser does not know them: it takes `_` and `*` inside of an address for emphasis. So an address goes on
//! over the emphasis that is in it as a whole.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::bare::{self, Bare, Kind};
use super::runs::{Item, is_verbatim};

/// How many events an address may go on over.
const MOST_EVENTS: usize = 100;

/// The events with links around bare addresses. Text that continues text must be one event already.
pub(super) fn linked<'a>(text: &'a str, items: Vec<Item<'a>>) -> Vec<Item<'a>> {
    if !bare::may_be_in(text) {
        return items;
    }
    let mut linked = Vec::with_capacity(items.len());
    let mut opaque = 0;
    // What an address went on over, behind the run of text in which it began.
    let mut taken = 0..0;
    for (position, item) in items.iter().enumerate() {
        let (event, range) = item;
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => opaque += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => opaque -= 1,
            _ => {}
        }
        if taken.start <= range.start && range.end <= taken.end {
            continue;
        }
        if opaque == 0 && is_verbatim(text, item) {
            let rest = if taken.contains(&range.start) { taken.end } else { range.start };
            let end = link_run(text, rest..range.end, &items[position + 1..], &mut linked);
            taken = range.end..end;
        } else {
            linked.push(item.clone());
        }
    }
    linked
}

/// Writes a run of text with its links. Gives where the last of them ends.
fn link_run<'a>(
    text: &'a str,
    run: Range<usize>,
    behind: &[Item<'a>],
    linked: &mut Vec<Item<'a>>,
) -> usize {
    let words = |range: Range<usize>| {
        (!range.is_empty()).then(|| (Event::Text(text[range.clone()].into()), range))
    };
    let (mut written, mut from) = (run.start, run.start);
    while let Some(found) = bare::find(text, from..run.end) {
        from = found.range.end;
        let Some((found, address)) = whole(text, found, run.end, behind) else { continue };
        linked.extend(words(written..found.range.start));
        let link_type = if found.kind == Kind::Mail { LinkType::Email } else { LinkType::Autolink };
        let dest_url = address.strip_prefix("mailto:").unwrap_or(&address).to_owned().into();
        let (title, id) = (CowStr::from(""), CowStr::from(""));
        let link = Tag::Link { link_type, dest_url, title, id };
        linked.push((Event::Start(link), found.range.clone()));
        linked.extend(words(found.range.clone()));
        linked.push((Event::End(TagEnd::Link), found.range.clone()));
        (written, from) = (found.range.end, found.range.end);
    }
    linked.extend(words(written..run.end.max(written)));
    written
}

/// An address with what of it follows behind its run, and without punctuation.
fn whole(text: &str, found: Bare, run_end: usize, behind: &[Item<'_>]) -> Option<(Bare, String)> {
    if found.range.end == run_end && found.kind != Kind::Mail {
        let up_to = |limit| {
            let range = found.range.start..bare::end(text, run_end, limit);
            Bare { range, ..found }.trimmed(text)
        };
        let longest = up_to(reach(text, run_end, behind))?;
        let Some(cut) = emphasis_around(text, run_end..longest.0.range.end, behind) else {
            return Some(longest);
        };
        if let Some(shorter) = up_to(cut.start)
            && emphasis_around(text, run_end..shorter.0.range.end, behind).is_none()
        {
            return Some(shorter);
        }
    }
    found.trimmed(text)
}

/// How far text and emphasis go on behind a run.
fn reach(text: &str, run_end: usize, behind: &[Item<'_>]) -> usize {
    let mut reach = run_end;
    let mut open = 0;
    for item in behind.iter().take(MOST_EVENTS) {
        match &item.0 {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => open += 1,
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) if open > 0 => {
                open -= 1;
            }
            Event::Text(_) if is_verbatim(text, item) => {}
            _ => break,
        }
        if open == 0 {
            reach = item.1.end;
        }
    }
    reach
}

/// The outermost emphasis that begins in a part of the text and goes on behind it.
fn emphasis_around(text: &str, part: Range<usize>, behind: &[Item<'_>]) -> Option<Range<usize>> {
    let mut items = behind.iter().take(MOST_EVENTS).filter(|item| part.contains(&item.1.start));
    let around = items.find(|item| part.end < item.1.end && !is_verbatim(text, item))?;
    Some(around.1.clone())
}
