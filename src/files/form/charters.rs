//! The charters of all groups, for the form: some in each file, in the order of their ids.

use crate::charter::{Charter, as_typed};
use crate::directory::Directory;

/// About how many bytes one file may have. A charter that is longer has a file of its own.
const LARGEST: usize = 64 * 1024;
/// About how much longer a charter is there than its text, beside which it has its values once more.
const MORE: usize = 1024;

/// The groups of the file that begins with a position among all ids.
pub(super) fn of_file(directory: &Directory, first: usize) -> &[usize] {
    let rest = &directory.by_id()[first..];
    let mut length = 0;
    let fits = |group: &&usize| {
        length += 2 * directory.groups()[**group].source.text().len() + MORE;
        length <= LARGEST
    };
    let count = rest.iter().take_while(fits).count();
    &rest[..count.max(1).min(rest.len())]
}

/// The positions among all ids with which files begin.
pub(super) fn firsts(directory: &Directory) -> impl Iterator<Item = usize> {
    let after = |first: &usize| Some(first + of_file(directory, *first).len());
    let starts = std::iter::successors(Some(0), after);
    starts.take_while(|first| *first < directory.by_id().len())
}

/// The ids with which files begin.
pub(super) fn index(directory: &Directory) -> Vec<&str> {
    let id = |first: usize| &*directory.groups()[directory.by_id()[first]].id;
    firsts(directory).map(id).collect()
}

/// The charters of a file by their ids, as JSON.
pub(super) fn file(directory: &Directory, first: usize) -> String {
    let mut json = String::with_capacity(LARGEST);
    for group in of_file(directory, first) {
        let Charter { id, source, .. } = &*directory.groups()[*group];
        json.push(if json.is_empty() { '{' } else { ',' });
        json.extend(["\"", id, "\":"]); // an id has letters, digits and hyphens only
        json.push_str(&as_typed(source).unwrap_or_default()); // a valid charter can be read
    }
    json + "}"
}
