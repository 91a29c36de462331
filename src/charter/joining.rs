//! How to join: `joining`.

use super::Places;
use super::format::RawJoining;
use super::text::Reader;
use crate::config::{Contact, Required, read_contact};
use crate::markdown::Prose;
use crate::yaml::{Entry, Node, read_all};

/// How to join a group, as far as it says.
#[derive(Debug, Default)]
pub struct Joining {
    /// Whether there are places.
    pub places: Option<Places>,
    /// Whom it is for.
    pub who: Option<String>,
    /// What to do, step by step.
    pub steps: Vec<Prose>,
    /// The one address that is published.
    pub contact: Option<Contact>,
    /// How soon one hears back.
    pub reply: Option<String>,
    /// What a first meeting is like.
    pub welcome: Option<String>,
}

pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    required: &Required,
    has_ended: bool,
) -> Option<Joining> {
    let raw = RawJoining::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawJoining { entries, places, who, steps, contact, reply, welcome } = raw;
    let parts =
        [(places, "joining.places"), (steps, "joining.steps"), (contact, "joining.contact")];
    for (_, path) in parts.into_iter().filter(|(entry, _)| entry.is_none()) {
        match path {
            _ if required.has(path) => reader.missing(&entries, path),
            "joining.contact" => {} // there may be other ways to reach the group
            _ if has_ended => {}
            _ => reader.unsaid(&entries, path),
        }
    }
    let places = places.and_then(|entry| reader.decoder.one_of(&entry.value, Places::WORDS));
    let steps = steps.and_then(|entry| read_steps(reader, &entry.value)).unwrap_or_default();
    let contact = contact.and_then(|entry| read_contact(reader.decoder, &entry.value));
    let [who, reply, welcome] =
        [who, reply, welcome].map(|entry| entry.and_then(|entry| reader.plain(&entry.value)));
    Some(Joining { places: places.map(|it| it.value), who, steps, contact, reply, welcome })
}

fn read_steps(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Vec<Prose>> {
    let items = reader.decoder.sentences(node)?;
    if items.is_empty() {
        reader.decoder.filled_list(node)?;
    }
    read_all(items, |item| reader.markdown(item))
}
