//! Directories of any size to measure with: settings, terms, guidance, pages, and any number of varied
//! charters. The same size and seed give the same bytes on every machine.

mod body;
mod charter;
mod identity;
mod meetings;
mod random;
mod site;
mod slots;
mod words;
mod yaml;

use std::path::Path;
use std::{fs, io};

use jiff::civil::{Date, date};

use identity::Identities;
use random::Random;

/// The date for which the charters have no errors: what is to come is after it, what is past before.
pub const BUILD_DATE: Date = date(2026, 11, 23);

/// Writes a whole site directory with so many groups. It replaces files of the same names, and leaves
/// others alone.
///
/// # Errors
/// When a folder or a file cannot be written.
pub fn write(root: &Path, groups: usize, seed: u64) -> io::Result<()> {
    let content = root.join("content");
    site::write(&content, &mut Random::new(seed, 1))?;
    let folder = content.join("groups");
    fs::create_dir_all(&folder)?;
    let identities = Identities::new(groups, seed);
    for index in 0..groups {
        let mut random = Random::new(seed, 2 + index as u64);
        let identity = identities.get(index);
        let charter = charter::charter(&mut random, &identities, &identity);
        fs::write(folder.join(format!("{}.md", identity.id)), charter)?;
    }
    Ok(())
}
