//! What a charter makes public by mistake: addresses and numbers of people, and the way into a call.
//!
//! All texts are looked through, whatever their key: the file is public, and its comments are too.

mod supervision;

use super::checks::Checked;
use super::{Membership, messages};
use crate::config::Contact;
use crate::diagnostic::{Code, Message, Span, shorten};
use crate::markdown::Places;
use crate::privacy::{Pattern, calls_in};
use crate::yaml::{self, Decoder, Node, Value};

/// Looks through a whole file. `body` is the place of the text below the front matter.
pub(super) fn check(
    decoder: &mut Decoder<'_>,
    Checked { raw, draft, context }: Checked<'_>,
    body: Span,
) {
    let given = super::checks::inner(raw.joining.map(|entry| &entry.value), "contact");
    let own = given.and_then(|node| match &node.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let directory = context.config.settings.contact.as_ref().map(Contact::as_str);
    let is_closed = draft.membership == Some(Membership::Closed);
    let allowed = [own, directory].into_iter().flatten().map(str::to_ascii_lowercase).collect();
    let search = Search { is_closed, allowed };
    for (node, part) in texts(decoder.root()) {
        if let Value::Text(text) = &node.value {
            search.look(decoder, text, node.span, part);
        }
    }
    let source = decoder.source();
    search.look(decoder, &source.text()[body.range()], body, Part::Text);
    let region = yaml::front_matter_span(source).unwrap_or_default();
    for span in yaml::comments(source, region) {
        search.look(decoder, &source.text()[span.range()], span, Part::Comment);
    }
    for entry in [raw.name, raw.summary, raw.purpose].into_iter().flatten() {
        supervision::check(decoder, &entry.value);
    }
}

/// What a text is, as far as that decides what it may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The address that is published.
    Contact,
    /// An address that is published to be pressed.
    Link,
    /// Who leads, and for what.
    Leader,
    /// A comment of the front matter.
    Comment,
    /// Any other.
    Text,
}

/// All values of a charter with what they are.
fn texts(root: &Node) -> Vec<(&Node, Part)> {
    let mut found = Vec::new();
    let Value::Mapping(entries) = &root.value else { return found };
    for entry in entries {
        let part = |key: &str| match (entry.key.as_str(), key) {
            ("joining", "contact") => Part::Contact,
            ("links" | "meetings", "url") | ("meetings", "notes" | "recordings") => Part::Link,
            ("leaders", "url") => Part::Text,
            ("leaders", _) => Part::Leader,
            _ => Part::Text,
        };
        collect(&entry.value, part(""), &part, &mut found);
    }
    found
}

fn collect<'a>(
    node: &'a Node,
    part: Part,
    part_of: &impl Fn(&str) -> Part,
    found: &mut Vec<(&'a Node, Part)>,
) {
    match &node.value {
        Value::Sequence(items) => items.iter().for_each(|item| collect(item, part, part_of, found)),
        Value::Mapping(entries) => {
            for entry in entries {
                let part = if part == Part::Contact { part } else { part_of(&entry.key) };
                collect(&entry.value, part, part_of, found);
            }
        }
        _ => found.push((node, part)),
    }
}

/// A text of a charter.
struct Text<'a> {
    typed: &'a str,
    /// The same with its letters A to Z small: no place moves.
    small: String,
    span: Span,
    part: Part,
}

struct Search {
    is_closed: bool,
    /// The addresses that are published, in small letters.
    allowed: Vec<String>,
}

impl Search {
    fn look(&self, decoder: &mut Decoder<'_>, typed: &str, span: Span, part: Part) {
        let text = Text { typed, small: typed.to_ascii_lowercase(), span, part };
        if !matches!(part, Part::Contact | Part::Link) {
            let numbers = if part == Part::Text { Pattern::Number } else { Pattern::AnyNumber };
            let (address, number) = (&messages::ADDRESS_SHOWN, &messages::NUMBER_SHOWN);
            self.look_for(decoder, &text, Pattern::Address, address, "an e-mail address");
            self.look_for(decoder, &text, numbers, number, "what looks like a telephone number");
        }
        self.look_for_calls(decoder, &text);
    }

    /// Reports something private. `what` names it in a comment, which the form does not see.
    fn look_for(
        &self,
        decoder: &mut Decoder<'_>,
        text: &Text<'_>,
        pattern: Pattern,
        message: &Message,
        what: &str,
    ) {
        let mut places = Places::new(text.typed, decoder.source().text(), text.span);
        for range in pattern.find_in(&text.small) {
            if self.allowed.iter().any(|allowed| *allowed == text.small[range.clone()]) {
                continue;
            }
            if decoder.is_full() {
                return;
            }
            let found = shorten(&text.typed[range.clone()]);
            let place = places.span(range);
            if text.part == Part::Comment {
                let message = format!("This comment contains {what}, `{found}`.");
                decoder.report(Code::PrivateData, place, message, COMMENTS_ARE_PUBLIC);
            } else {
                decoder.emit(place, message, &[("found", &found)]);
            }
        }
    }

    fn look_for_calls(&self, decoder: &mut Decoder<'_>, text: &Text<'_>) {
        let mut places = Places::new(text.typed, decoder.source().text(), text.span);
        for (range, has_password) in calls_in(&text.small) {
            if decoder.is_full() {
                return;
            }
            if !has_password && !self.is_closed {
                continue;
            }
            let message = match text.part {
                Part::Contact => &messages::CALL_AS_CONTACT,
                _ if has_password => &messages::CALL_WITH_PASSWORD,
                _ => &messages::CALL_OF_CLOSED,
            };
            decoder.emit(places.span(range), message, &[]);
        }
    }
}

/// The remedy for a comment that contains something private.
const COMMENTS_ARE_PUBLIC: &str =
    "Remove it: comments are not on the page, but the file is as public as the page.";
