//! `guildhall check --fix`: writes the charters that can be fixed.

use super::Failure;
use super::paths::Scope;
use crate::diagnostic::plural;
use crate::output::replace_file;
use crate::pipeline::{Fixed, Loader, Observer};

/// The byte-order mark that some editors put before a text. It stays.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What was done, in lines for people.
pub(super) struct Fixes {
    /// A line for each change, and one on all of them.
    pub(super) done: Vec<String>,
    /// A line for each file that could not be fixed.
    pub(super) left: Vec<String>,
}

/// Fixes the charters that are named, and reads them again.
///
/// # Errors
/// When a file cannot be written; those before it are fixed then, and every one of them is whole.
pub(super) fn fix(
    loader: &mut Loader,
    named: &Scope,
    observer: &dyn Observer,
) -> Result<Fixes, Failure> {
    let (mut done, mut left, mut changes, mut files) = (Vec::new(), Vec::new(), 0, 0);
    for fixed in loader.fix(|file| named.has(file)) {
        let file = fixed.before.path();
        if !write(loader, &fixed)? {
            left.push(format!(
                "{file} has changed in the meantime, so it was not touched. Run the command again."
            ));
            continue;
        }
        (changes, files) = (changes + fixed.changes.len(), files + 1);
        let said = fixed.changes.iter();
        done.extend(said.map(|change| format!("{file}:{}: {}", change.line, change.what)));
    }
    if files > 0 {
        done.push(format!("Fixed {} in {}.", plural(changes, "place"), plural(files, "charter")));
    } else if left.is_empty() {
        done.push("Nothing was found that could be fixed safely.".to_owned());
    }
    loader.refresh(observer)?;
    Ok(Fixes { done, left })
}

/// Writes a fixed text, unless the file is no longer the one that was read.
fn write(loader: &Loader, fixed: &Fixed) -> Result<bool, Failure> {
    let sources = loader.sources();
    let Some(now) = sources.bytes_now(fixed.before.path())? else { return Ok(false) };
    let (mark, text) = match now.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => (&[][..], now.as_slice()),
    };
    if text != fixed.before.text().as_bytes() {
        return Ok(text == fixed.after.as_bytes()); // two names of one file
    }
    replace_file(sources.root(), fixed.before.path(), &[mark, fixed.after.as_bytes()].concat())?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::pipeline::{Options, Silent};

    const FILE: &str = "content/groups/a.md";

    #[test]
    fn a_file_that_has_changed_since_it_was_read_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "---\nname: A\ncosts: FREE\n---\n").unwrap();
        let options = Options { today: jiff::civil::date(2026, 11, 23), base_url: None };
        let loader = Loader::open(folder.path(), options, &Silent).unwrap();
        let fixed = loader.fix(|_| true).remove(0);
        for other in ["---\nname: A\ncosts: FREE \n---\n", "", "\u{feff}\u{feff}"] {
            fs::write(&path, other).unwrap();
            assert!(!write(&loader, &fixed).unwrap());
            assert_eq!(fs::read_to_string(&path).unwrap(), other);
        }
        fs::remove_file(&path).unwrap();
        assert!(!write(&loader, &fixed).unwrap());
        assert!(!path.exists());
        fs::write(&path, &**fixed.before.text()).unwrap();
        assert!(write(&loader, &fixed).unwrap() && write(&loader, &fixed).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), &*fixed.after);
    }
}
