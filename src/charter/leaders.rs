//! Who leads the group: `leaders`.

use super::format::RawLeader;
use super::text::Reader;
use crate::diagnostic::Code;
use crate::yaml::{Entry, Node, Value, in_brackets, read_all};

/// Someone who leads a group. No address: newcomers write to `joining.contact`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Option<String>,
    /// Where they work, or whom they speak for.
    pub organisation: Option<String>,
    /// What they answer for.
    pub responsibilities: Vec<String>,
    /// A page about them: an `https` address.
    pub url: Option<String>,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Vec<Leader>> {
    let items = reader.decoder.filled_list(&entry.value)?;
    let items = reader.decoder.at_most(items, entry.value.span, super::limits::LEADERS)?;
    read_all(items, |item| read_leader(reader, item))
}

fn read_leader(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Leader> {
    if let Value::Text(name) = &node.value {
        let help = format!("Write the key before it: {{name: {}}}", in_brackets(name));
        reader.decoder.report(
            Code::Type,
            node.span,
            "Expected a set of keys here, but found text.",
            help,
        );
        return None;
    }
    let first_line = reader.first_line(node);
    let raw = RawLeader::read(reader.decoder, node, first_line)?;
    let RawLeader { entries, name, role, organisation, responsibilities, url } = raw;
    let name = reader
        .required(&entries, name, "leaders[].name")
        .and_then(|node| reader.line(node, super::limits::NAME));
    let role = role.and_then(|entry| reader.plain(&entry.value));
    let organisation =
        organisation.and_then(|entry| reader.line(&entry.value, super::limits::NAME));
    let responsibilities = responsibilities.and_then(|entry| reader.plain_list(&entry.value));
    let url = url.and_then(|entry| reader.web_address(&entry.value));
    Some(Leader {
        name: name?.value.to_owned(),
        role,
        organisation: organisation.map(|it| it.value.to_owned()),
        responsibilities: responsibilities.unwrap_or_default(),
        url,
    })
}
