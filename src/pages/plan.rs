//! The plan of the site: every address once, each with the page or file that is there.

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::entry::Entry;
use super::file::FileKind;
use super::kind::Page;
use super::planner::Planner;
use crate::charter::Reading;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::directory::Directory;
use crate::source::StaticFile;

/// Paths that are reserved for a build's own files.
const RESERVED: &[&str] =
    &["/assets/", "/search/index/", "/.guildhall-manifest.json", "/__guildhall/"];

/// All entries of the site, sorted by address.
#[derive(Debug)]
pub struct Plan {
    entries: Vec<Entry>,
}

impl Plan {
    /// Plans a directory's site, with its pages and files of some kinds. Two that want one address are a problem; the
    /// first keeps it.
    pub fn new<'a>(
        directory: &Directory,
        readings: impl Iterator<Item = &'a Reading>,
        kinds: &[&'static FileKind],
        statics: &[StaticFile],
    ) -> (Self, Vec<Diagnostic>) {
        let (mut entries, mut problems) = Planner::plan(directory, readings, kinds, statics);
        entries.par_sort_unstable_by(|a, b| a.address().cmp(b.address()));
        let plan = Self { entries };
        problems.extend(statics.iter().filter_map(|file| plan.static_file_in_the_way(file)));
        (plan, problems)
    }

    /// All that has an address, sorted by it.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every page, sorted by address.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Page(page) => Some(page),
            Entry::File(_) | Entry::Static(..) => None,
        })
    }

    /// What is at an address.
    pub fn find(&self, address: &str) -> Option<&Entry> {
        let position = self.entries.binary_search_by(|entry| entry.address().as_str().cmp(address));
        position.ok().map(|position| &self.entries[position])
    }

    /// What has a path as its file, from `/`: `/groups/index.html` is that of `/groups/`.
    fn find_file(&self, path: &str) -> Option<&Entry> {
        let of_folder = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/'));
        self.find(path).or_else(|| self.find(of_folder?))
    }

    /// Reports a static file that is where a page needs a folder or, ignoring capital letters, the same file; a page
    /// that is where the file needs a folder; or a path that is reserved for a build. Many systems ignore the
    /// difference between capital and small letters.
    fn static_file_in_the_way(&self, file: &StaticFile) -> Option<Diagnostic> {
        let path = format!("/{}", file.path);
        let small: String = path.nfc().flat_map(char::to_lowercase).collect();
        let below = format!("{small}/");
        let after = self.entries.partition_point(|it| it.address().as_str() < below.as_str());
        let is_folder = |entry: &Entry| entry.address().as_str().starts_with(&below);
        let mut folders = small.match_indices('/').skip(1).map(|(slash, _)| &small[..slash]);
        // Two static files that differ only in capital letters are reported by `static`.
        let other = || (small != path).then(|| self.find_file(&small)).flatten();
        let entry = || other().filter(|entry| !matches!(entry, Entry::Static(..)));
        let taken_by = if RESERVED.iter().any(|reserved| below.starts_with(reserved)) {
            "files that every build writes".to_owned()
        } else if let Some(entry) = self.entries.get(after).filter(|entry| is_folder(entry)) {
            format!("{} and the pages below it", entry.address())
        } else {
            let entry = folders.find_map(|path| self.find_file(path)).or_else(entry)?;
            format!("the file of {}", entry.address())
        };
        let place = Place::whole_file(&file.source().into());
        let message = format!("The address {path} is taken by {taken_by}.");
        Some(
            Diagnostic::new(Code::Duplicate, place, message)
                .help("Rename the file, or move it to another folder."),
        )
    }
}
