//! How to join: `joining`.

use super::text::Reader;
use crate::config::{Contact, read_contact};
use crate::markdown::Prose;
use crate::yaml::{Entry, Node};

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

/// Whether there are places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Places {
    /// Newcomers can join now.
    Open,
    /// Newcomers are put on a list.
    WaitingList,
    /// Nobody is taken in for now.
    Full,
}

pub(super) const PLACES: &[(&str, Places)] =
    &[("open", Places::Open), ("waiting-list", Places::WaitingList), ("full", Places::Full)];
pub(super) const KEYS: &[&str] = &["places", "who", "steps", "contact", "reply", "welcome"];

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Joining> {
    let fields = reader.decoder.fields(&entry.value, entry.key_span, KEYS)?;
    let places = reader
        .required(&fields, "joining", "places")
        .and_then(|node| reader.decoder.one_of(node, PLACES));
    let steps =
        reader.required(&fields, "joining", "steps").and_then(|node| read_steps(reader, node));
    let contact = reader
        .required(&fields, "joining", "contact")
        .and_then(|node| read_contact(reader.decoder, node));
    let mut plain = |key| fields.get(key).and_then(|node| reader.plain(node));
    let [who, reply, welcome] = ["who", "reply", "welcome"].map(&mut plain);
    Some(Joining { places: places?.value, who, steps: steps?, contact: contact?, reply, welcome })
}

fn read_steps(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Vec<Prose>> {
    let items = reader.decoder.sentences(node)?;
    if items.is_empty() {
        reader.decoder.filled_list(node)?;
    }
    let steps: Vec<_> = items.iter().filter_map(|item| reader.markdown(item)).collect();
    (steps.len() == items.len()).then_some(steps)
}
