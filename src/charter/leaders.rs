//! Who leads the group: `leaders`.

use super::format::RawLeader;
use super::messages::TEXT_WITHOUT_KEY;
use super::text::Reader;
use crate::diagnostic::{Code, Edit, Meant, Span};
use crate::text::join;
use crate::yaml::{Entry, Node, Value, in_brackets, read_all, scalar};

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
    if let Value::Text(text) = &entry.value.value {
        return tell_of_a_text(reader, entry, text);
    }
    let items = reader.decoder.filled_list(&entry.value)?;
    let items = reader.decoder.at_most(items, entry.value.span, super::limits::LEADERS)?;
    let in_brackets = reader.typed(&entry.value).starts_with('[');
    if in_brackets && let Some(names) = perhaps_one_name(reader, items) {
        return tell_of_perhaps_one(reader, items, &names);
    }
    read_all(items, |item| read_leader(reader, item, in_brackets))
}

/// A text in place of the list: the name of a leader, or of several.
fn tell_of_a_text(reader: &mut Reader<'_, '_>, entry: &Entry, text: &str) -> Option<Vec<Leader>> {
    let name = name_in_yaml(reader.typed(&entry.value), text, scalar(text, 0));
    if reader.typed(&entry.value).contains(['\n', '\r']) {
        let Some(lines) = reader.decoder.bare_lines(&entry.value) else {
            let help = "For each leader, write a line `- name: …` below the key, with the name in place of the dots.";
            return reader.decoder.wrong_type(&entry.value, "a list", help);
        };
        let entry_of = |line: &&str| format!("`- name: {}`", scalar(line, 0));
        let entries: Vec<String> = lines.iter().map(entry_of).collect();
        let help = format!("If each line is a leader, write {}.", join(&entries, "and"));
        return reader.decoder.without_hyphens(&entry.value, help);
    }
    let line = format!("`- name: {name}`");
    let parted = text.contains([',', ';', '/', '&', '+']) || text.contains(" and ");
    if let Some((name, role)) = name_and_role(text) {
        let help = format!(
            "Write the name on a line of its own below the key, and the role on the next: {}",
            in_two_lines(name, role)
        );
        return reader.decoder.wrong_type(&entry.value, "a list", &help);
    }
    let help = if parted {
        format!(
            "If this is one leader, write {line} on a line of its own below the key. If there are several, write such a line for each."
        )
    } else {
        format!("Write the name on a line of its own below the key: {line}")
    };
    let edit = (!parted).then(|| {
        let leader = Meant::key("name", Meant::Text(text.to_owned()));
        let end = if reader.decoder.source().text().contains("\r\n") { "\r\n" } else { "\n" };
        Edit {
            span: Span { start: entry.key_span.end, end: entry.value.span.end },
            text: format!(":{end}  - name: {name}"),
            value: Meant::List(vec![leader]),
        }
    });
    reader.decoder.wrong_type_fixable(&entry.value, "a list", &help, edit)
}

/// A name and the role that follows it: `Ann Lee – chair`, `Ann Lee (chair)`.
fn name_and_role(text: &str) -> Option<(&str, &str)> {
    let by_dash = || [" – ", " — ", " - "].into_iter().find_map(|dash| text.split_once(dash));
    let by_brackets = || text.strip_suffix(')')?.split_once('(');
    let (name, role) = by_dash().or_else(by_brackets)?;
    let (name, role) = (name.trim(), role.trim());
    let is_one = |part: &str| {
        !part.is_empty()
            && !part.contains([',', ';', '&', '+', '(', ')'])
            && !part.contains(" and ")
    };
    (is_one(name) && is_one(role)).then_some((name, role))
}

/// An entry with a name and a role, as its two lines are shown.
fn in_two_lines(name: &str, role: &str) -> String {
    format!(
        "`- name: {}`, and below `name`, in the same column, `role: {}`",
        scalar(name, 0),
        scalar(role, 0)
    )
}

/// Names in brackets without quotes which a comma may have cut: `[Lovelace, Ada]`.
fn perhaps_one_name(reader: &Reader<'_, '_>, items: &[Node]) -> Option<Vec<String>> {
    let plain = items.iter().map(|item| match &item.value {
        Value::Text(name) if reader.typed(item) == name => Some(name.clone()),
        _ => None,
    });
    let names: Vec<String> = plain.collect::<Option<_>>()?;
    let is_cut = names.len() > 1 && names.iter().any(|name| !name.contains(' '));
    is_cut.then_some(names)
}

fn tell_of_perhaps_one<T>(
    reader: &mut Reader<'_, '_>,
    items: &[Node],
    names: &[String],
) -> Option<T> {
    let each: Vec<String> =
        names.iter().map(|name| format!("{{name: {}}}", in_brackets(name))).collect();
    let help = format!(
        "If this is one leader, write {{name: {}}}. If there are several, write {}.",
        in_brackets(&names.join(", ")),
        each.join(", ")
    );
    let span = Span { start: items.first()?.span.start, end: items.last()?.span.end };
    reader.decoder.report(Code::Type, span, TEXT_WITHOUT_KEY, help);
    None
}

/// A name as a value: in the quotes that it has, else in those that it needs.
fn name_in_yaml(raw: &str, name: &str, needed: String) -> String {
    let is_quoted = raw.starts_with(['"', '\'']) && raw.contains(name);
    if is_quoted { raw.to_owned() } else { needed }
}

fn tell_of_a_name<T>(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    name: &str,
    within: bool,
) -> Option<T> {
    let raw = reader.typed(node);
    if let Some((name, role)) = name_and_role(name).filter(|_| !raw.starts_with(['"', '\''])) {
        let help = if within {
            format!(
                "Write the keys before them: {{name: {}, role: {}}}",
                in_brackets(name),
                in_brackets(role)
            )
        } else {
            format!("Write the name and the role on two lines: {}", in_two_lines(name, role))
        };
        reader.decoder.report(Code::Type, node.span, TEXT_WITHOUT_KEY, help);
        return None;
    }
    let (shown, text) = if within {
        let text = format!("{{name: {}}}", name_in_yaml(raw, name, in_brackets(name)));
        (text.clone(), text)
    } else {
        let text = format!("name: {}", name_in_yaml(raw, name, scalar(name, 0)));
        (format!("`- {text}`"), text)
    };
    let is_on_a_line = !raw.contains(['\n', '\r']) && !text.contains(['\n', '\r']);
    let value = Meant::key("name", Meant::Text(name.to_owned()));
    let edit = is_on_a_line.then_some(Edit { span: node.span, text, value });
    let help = match edit {
        Some(_) => format!("Write the key before it: {shown}"),
        None => "Write `name:` before it, and the name on one line.".to_owned(),
    };
    let words = (TEXT_WITHOUT_KEY.to_owned(), help);
    reader.decoder.report_fixable(Code::Type, node.span, words, edit);
    None
}

fn read_leader(reader: &mut Reader<'_, '_>, node: &Node, in_brackets: bool) -> Option<Leader> {
    if let Value::Text(name) = &node.value {
        return tell_of_a_name(reader, node, name, in_brackets);
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
