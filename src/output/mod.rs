//! The only writer: a finished site into its folder, whole or not at all.
//!
//! A build never touches the folder that visitors see. [`Staging`] collects the new tree in a hidden
//! folder next to it, takes over unchanged files as hard links, and puts the new tree in the old
//! one's place in one step. Whatever stops a build before that step leaves the earlier site as it
//! was, and the next build removes what was left over. A list inside the folder says which files
//! Guildhall wrote: a folder that holds any other is refused, because a build replaces all of it.
//!
//! Beside a folder `NAME`, while a build runs: `.NAME.guildhall-lock` (held by the running build),
//! `.NAME.guildhall-stage-1` (the new tree, then the earlier one on its way out), and, where the file
//! system cannot exchange two folders, `.NAME.guildhall-old` for the moment between two renames.
//!
//! The tree is not forced to the disk: after a loss of power, build again.
//!
//! [`create_file`], [`create_files`] and [`replace_file`] write files among the site's own texts.

mod error;
mod file;
mod lock;
mod manifest;
mod platform;
mod remove;
mod single;
mod stage;
mod staging;
mod swap;
mod target;
#[cfg(test)]
mod tests;
mod tree;

pub use error::OutputError;
pub use single::{create_file, replace_file};
pub use staging::{Staging, Summary, Written};
pub use target::Guarded;
pub use tree::create_files;
