//! Where a group talks and publishes: `links`.

use super::format::RawLink;
use super::limits;
use super::messages::NOT_A_LINK;
use super::text::Reader;
use crate::config::{Contact, report_address, web_address};
use crate::yaml::{Entry, Node, read_all};

/// A place where a group talks or publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupLink {
    /// What is there: `Mailing list`.
    pub name: String,
    /// Its address.
    pub address: Contact,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Vec<GroupLink>> {
    let items = reader.decoder.list(&entry.value)?;
    let items = reader.decoder.at_most(items, entry.value.span, limits::LINKS)?;
    read_all(items, |item| read_link(reader, item))
}

fn read_link(reader: &mut Reader<'_, '_>, node: &Node) -> Option<GroupLink> {
    let first_line = reader.first_line(node);
    let raw = RawLink::read(reader.decoder, node, first_line)?;
    let RawLink { entries, name, url } = raw;
    let name = reader
        .required(&entries, name, "links[].name")
        .and_then(|node| reader.line(node, limits::NAME));
    let address =
        reader.required(&entries, url, "links[].url").and_then(|node| read_address(reader, node));
    Some(GroupLink { name: name?.value.to_owned(), address: address? })
}

fn read_address(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Contact> {
    let typed = reader.decoder.word(node, "a web address", NOT_A_LINK.help)?;
    let address = match typed.strip_prefix("mailto:") {
        Some(mailbox) => Contact::parse_mailbox(mailbox),
        None => web_address(typed).map(Contact::Web),
    };
    address.map_err(|fault| report_address(reader.decoder, node, typed, fault, &NOT_A_LINK)).ok()
}
