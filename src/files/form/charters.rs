//! The charters of all groups for the form, several to a file, in the order of their ids.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::charter::{Charter, Typed};
use crate::directory::Directory;
use crate::files::json_text;

/// About how many bytes a file may have. A longer charter has a file of its own.
const LARGEST: usize = 64 * 1024;
/// About how many bytes a charter takes beyond its text.
const MORE: usize = 2048;

/// The groups of the file that begins at a position in the list of all ids.
pub(super) fn of_file(directory: &Directory, first: usize) -> &[usize] {
    let rest = &directory.by_id()[first..];
    let mut length = 0;
    let fits = |group: &&usize| {
        length += directory.groups()[**group].source.text().len() + MORE;
        length <= LARGEST
    };
    let count = rest.iter().take_while(fits).count();
    &rest[..count.max(1).min(rest.len())]
}

/// The positions in the list of all ids at which files begin.
pub(super) fn firsts(directory: &Directory) -> impl Iterator<Item = usize> {
    let after = |first: &usize| Some(first + of_file(directory, *first).len());
    let starts = std::iter::successors(Some(0), after);
    starts.take_while(|first| *first < directory.by_id().len())
}

/// The first id of each file.
pub(super) fn index(directory: &Directory) -> Vec<&str> {
    let id = |first: usize| &*directory.groups()[directory.by_id()[first]].id;
    firsts(directory).map(id).collect()
}

/// A charter, as the form is given it.
#[derive(Serialize)]
struct Published<'a> {
    file: &'a str,
    text: &'a str,
    typed: &'a Typed,
}

/// The charters of a file, by id, as JSON.
pub(super) fn file(directory: &Directory, first: usize) -> String {
    let charters = of_file(directory, first).iter().map(|group| {
        let Charter { id, source, typed, .. } = &*directory.groups()[*group];
        (&**id, Published { file: source.path(), text: source.text(), typed })
    });
    json_text(&charters.collect::<BTreeMap<_, _>>())
}
