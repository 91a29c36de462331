//! The only writer: a finished site into its folder, whole or not at all.
//!
//! The output folder stays: it may be a mounted disk, a working tree of git, or the folder that somebody
//! serves from inside. So all that a build needs is in a hidden folder in it, `.guildhall/`:
//!
//! - `lock`, held by the running build;
//! - `stage/`, where [`Staging`] collects the new tree, and takes over unchanged files as hard links;
//! - `journal.json`, the steps that lead to the new site; `old/`, what these take out;
//! - `manifest.json`, which files are ours. Only this is left after a build. A folder that holds any other file is
//!   refused, because a build replaces all of it; `.git`, `.well-known` and `lost+found` at its top are left alone.
//!
//! When the tree is whole, and it and the journal are on the disk, the entries at the top of the folder are exchanged
//! one by one ([`exchange`]). Assets come first, each by itself, and those of the site before stay for one build, so that
//! every page finds what it needs at any moment. Killed before the journal is in place, a build leaves the earlier site;
//! after that, the next build takes the steps that are left. A step that fails has all others taken back.
//!
//! Where the system cannot exchange two entries, it takes two renames: a folder is missing between them, a file never.
//!
//! [`create_file`], [`create_files`] and [`replace_file`] write files among the site's own texts.

mod error;
mod exchange;
mod file;
mod lock;
mod manifest;
mod platform;
mod remove;
mod single;
mod stage;
mod staging;
mod target;
#[cfg(test)]
mod tests;
mod tree;

pub use error::OutputError;
pub use single::{create_file, replace_file};
pub use staging::{Staging, Summary, Written};
pub use target::Guarded;
pub use tree::create_files;
