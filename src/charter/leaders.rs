//! Who leads the group: `leaders`.

use super::text::Reader;
use crate::config::check_https;
use crate::config::messages::BAD_URL;
use crate::diagnostic::Code;
use crate::yaml::{Entry, Node, Value, in_brackets};

/// Someone who leads a group. No address: newcomers write to `joining.contact`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leader {
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Option<String>,
    /// What they answer for.
    pub responsibilities: Vec<String>,
    /// A page about them: an `https` address.
    pub url: Option<String>,
}

pub(super) const KEYS: &[&str] = &["name", "role", "responsibilities", "url"];

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Vec<Leader>> {
    let items = reader.decoder.filled_list(&entry.value)?;
    let items = reader.decoder.at_most(items, entry.value.span, super::limits::LEADERS)?;
    let leaders: Vec<_> = items.iter().filter_map(|item| read_leader(reader, item)).collect();
    (leaders.len() == items.len()).then_some(leaders)
}

fn read_leader(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Leader> {
    if let Value::Text(name) = &node.value {
        let help = format!("Write the key before it: {{name: {}}}", in_brackets(name));
        reader.decoder.report(
            Code::Type,
            node.span,
            "Here is text, and a set of keys belongs here.",
            help,
        );
        return None;
    }
    let first_line = reader.first_line(node);
    let fields = reader.decoder.fields(node, first_line, KEYS)?;
    let name = reader
        .required(&fields, "leaders[]", "name")
        .and_then(|node| reader.line(node, super::limits::NAME));
    let role = fields.get("role").and_then(|node| reader.plain(node));
    let responsibilities = fields.get("responsibilities").and_then(|node| reader.plain_list(node));
    let url = fields.get("url").and_then(|node| read_url(reader, node));
    Some(Leader {
        name: name?.value.to_owned(),
        role,
        responsibilities: responsibilities.unwrap_or_default(),
        url,
    })
}

fn read_url(reader: &mut Reader<'_, '_>, node: &Node) -> Option<String> {
    let typed = reader.decoder.word(node, "a web address", BAD_URL.help)?;
    if let Err(fault) = check_https(typed) {
        reader.decoder.tell(node.span, &BAD_URL, &[("fault", fault)]);
        return None;
    }
    Some(typed.to_owned())
}
