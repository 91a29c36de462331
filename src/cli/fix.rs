//! `guildhall check --fix`: writes the charters that can be mended.

use super::Failure;
use super::paths::Scope;
use crate::diagnostic::plural;
use crate::output::replace_file;
use crate::pipeline::{Loader, Mended, Observer};

/// The byte-order mark that some editors put before a text. It stays.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What was done, in lines for people.
pub(super) struct Mending {
    /// A line for each change, and one on all of them.
    pub(super) done: Vec<String>,
    /// A line for each file that could not be mended.
    pub(super) left: Vec<String>,
}

/// Mends the charters that are named, and reads them again.
///
/// # Errors
/// When a file cannot be written; those before it are mended then, and every one of them is whole.
pub(super) fn mend(
    loader: &mut Loader,
    named: &Scope,
    observer: &dyn Observer,
) -> Result<Mending, Failure> {
    let (mut done, mut left, mut changes, mut files) = (Vec::new(), Vec::new(), 0, 0);
    for mended in loader.mend(|file| named.has(file)) {
        let file = mended.before.path();
        if !write(loader, &mended)? {
            left.push(format!(
                "{file} has changed in the meantime, so it was not touched. Run the command again."
            ));
            continue;
        }
        (changes, files) = (changes + mended.changes.len(), files + 1);
        let said = mended.changes.iter();
        done.extend(said.map(|change| format!("{file}:{}: {}", change.line, change.what)));
    }
    if files > 0 {
        done.push(format!("Mended {} in {}.", plural(changes, "place"), plural(files, "charter")));
    } else if left.is_empty() {
        done.push("Nothing was found that could be mended safely.".to_owned());
    }
    loader.refresh(observer)?;
    Ok(Mending { done, left })
}

/// Writes a mended text, unless the file is no longer the one that was read.
fn write(loader: &Loader, mended: &Mended) -> Result<bool, Failure> {
    let sources = loader.sources();
    let Some(now) = sources.bytes_now(mended.before.path())? else { return Ok(false) };
    let (mark, text) = match now.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => (&[][..], now.as_slice()),
    };
    if text != mended.before.text().as_bytes() {
        return Ok(text == mended.after.as_bytes()); // two names of one file
    }
    replace_file(sources.root(), mended.before.path(), &[mark, mended.after.as_bytes()].concat())?;
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
        let mended = loader.mend(|_| true).remove(0);
        for other in ["---\nname: A\ncosts: FREE \n---\n", "", "\u{feff}\u{feff}"] {
            fs::write(&path, other).unwrap();
            assert!(!write(&loader, &mended).unwrap());
            assert_eq!(fs::read_to_string(&path).unwrap(), other);
        }
        fs::remove_file(&path).unwrap();
        assert!(!write(&loader, &mended).unwrap());
        assert!(!path.exists());
        fs::write(&path, &**mended.before.text()).unwrap();
        assert!(write(&loader, &mended).unwrap() && write(&loader, &mended).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), &*mended.after);
    }
}
