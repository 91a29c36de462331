//! How to join: `joining`.

use super::Places;
use super::format::RawJoining;
use super::text::Reader;
use crate::config::{Contact, read_contact};
use crate::markdown::Prose;
use crate::yaml::{Entry, Node, read_all};

/// How to join a group.
#[derive(Debug)]
pub struct Joining {
    /// Whether there are places.
    pub places: Places,
    /// Whom it is for.
    pub who: Option<String>,
    /// What to do, step by step: one or more.
    pub steps: Vec<Prose>,
    /// The one address that is published.
    pub contact: Contact,
    /// How soon one hears back.
    pub reply: Option<String>,
    /// What a first meeting is like.
    pub welcome: Option<String>,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Joining> {
    let raw = RawJoining::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawJoining { entries, places, who, steps, contact, reply, welcome } = raw;
    let places = reader
        .required(&entries, places, "joining.places")
        .and_then(|node| reader.decoder.one_of(node, Places::WORDS));
    let steps =
        reader.required(&entries, steps, "joining.steps").and_then(|node| read_steps(reader, node));
    let contact = reader
        .required(&entries, contact, "joining.contact")
        .and_then(|node| read_contact(reader.decoder, node));
    let [who, reply, welcome] =
        [who, reply, welcome].map(|entry| entry.and_then(|entry| reader.plain(&entry.value)));
    Some(Joining { places: places?.value, who, steps: steps?, contact: contact?, reply, welcome })
}

fn read_steps(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Vec<Prose>> {
    let items = reader.decoder.sentences(node)?;
    if items.is_empty() {
        reader.decoder.filled_list(node)?;
    }
    read_all(items, |item| reader.markdown(item))
}
