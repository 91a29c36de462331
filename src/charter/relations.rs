//! Other groups that a group names: `part_of`, `related`, `succeeded_by`.

use super::format::RawCharter;
use super::limits;
use super::messages::NOT_A_GROUP;
use super::text::Reader;
use crate::diagnostic::{Code, Spanned, shorten};
use crate::yaml::{Entry, Node};

/// Other groups, by their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relations {
    /// The larger group to which it belongs.
    pub part_of: Option<Spanned<String>>,
    /// Groups that work on the same things.
    pub related: Vec<Spanned<String>>,
    /// Who goes on, if it has ended.
    pub succeeded_by: Option<Spanned<String>>,
}

impl Relations {
    /// All groups that it names.
    pub fn ids(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.part_of.iter().chain(&self.related).chain(&self.succeeded_by)
    }
}

pub(super) fn read(reader: &mut Reader<'_, '_>, raw: &RawCharter<'_>) -> Relations {
    let [part_of, succeeded_by] = [raw.part_of, raw.succeeded_by]
        .map(|entry| entry.and_then(|entry| read_id(reader, &entry.value)));
    let related = raw.related.and_then(|entry| read_related(reader, entry)).unwrap_or_default();
    Relations { part_of, related, succeeded_by }
}

fn read_related(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Vec<Spanned<String>>> {
    let items = reader.decoder.short_list(&entry.value, limits::RELATED)?;
    super::phrases::report_repeats(reader, items);
    Some(items.iter().filter_map(|item| read_id(reader, item)).collect())
}

/// Reads the id of another group. Whether there is such a group, the directory knows.
fn read_id(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Spanned<String>> {
    let typed = reader.decoder.word(node, "the id of a group", NOT_A_GROUP.help)?;
    if typed == reader.decoder.source().stem() {
        let message = "A group cannot name itself here.";
        reader.decoder.report(Code::Value, node.span, message, "Name another group, or remove it.");
        return None;
    }
    if crate::source::check_id(typed).is_err() {
        reader.decoder.emit(node.span, &NOT_A_GROUP, &[("typed", &shorten(typed))]);
        return None;
    }
    Some(Spanned { value: typed.to_owned(), span: node.span })
}
