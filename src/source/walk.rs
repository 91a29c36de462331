//! Lists the site's files, and knows what each is for. No link is followed.

use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::id::{check_id, suggest_id};
use crate::diagnostic::{Code, Diagnostic, Place};

/// The folder of the charters, from the site's root.
pub const GROUPS: &str = "content/groups/";

/// The path of a group's charter, from the site's root.
pub fn charter_path(id: &str) -> String {
    format!("{GROUPS}{id}.md")
}

/// The folders of `content/` in which each Markdown file is one thing with an id.
const COLLECTIONS: &[&str] = &["groups", "fields", "subjects", "domains", "guidance", "pages"];

/// The files directly in `content/`.
const SINGLE_FILES: &[&str] =
    &["site.yaml", "aims.yaml", "values.yaml", "membership.yaml", "synonyms.yaml"];

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Text that is read: a charter, a term, a page, a setting.
    Text,
    /// Copied to the site as it is.
    Static,
    /// A template or an asset of a theme.
    Theme,
}

/// Shows whether a file has changed, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    inode: u64,
}

impl Stamp {
    /// That of no file on the disk.
    pub(super) const NONE: Self = Self { length: u64::MAX, modified: None, inode: 0 };

    /// How many bytes the file had.
    pub(super) fn size(self) -> u64 {
        self.length
    }

    fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok(), inode: inode(metadata) }
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    metadata.ino()
}

#[cfg(not(unix))]
fn inode(_metadata: &Metadata) -> u64 {
    0
}

/// A file of the site.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) path: Arc<str>,
    pub(super) purpose: Purpose,
    pub(super) stamp: Stamp,
}

/// What a site's folders have.
pub(super) struct Walked {
    /// The files of the site, sorted by path.
    pub(super) found: Vec<Found>,
    /// What does not belong there.
    pub(super) misplaced: Vec<Diagnostic>,
    /// The files that tell people of a folder, by their paths, and are no part of the site.
    pub(super) notes: Vec<Arc<str>>,
}

/// Everything under `content/` and `themes/`.
pub(super) fn walk(root: &Path) -> io::Result<Walked> {
    let mut walk = Walk { root, files: vec![], problems: vec![], notes: vec![] };
    walk.folder("content")?;
    if root.join("themes").symlink_metadata().is_ok() {
        walk.folder("themes")?;
    }
    let Walk { files, problems: misplaced, mut notes, .. } = walk;
    notes.sort_unstable();
    let mut found =
        files.into_par_iter().filter_map(File::stamped).collect::<io::Result<Vec<_>>>()?;
    found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(Walked { found, misplaced, notes })
}

/// A file that was listed, and not looked at yet.
struct File {
    entry: DirEntry,
    path: Arc<str>,
    purpose: Purpose,
}

impl File {
    /// The file with its stamp. One that has gone since its folder was listed is no part of the site.
    fn stamped(self) -> Option<io::Result<Found>> {
        let Self { entry, path, purpose } = self;
        match entry.metadata() {
            Ok(metadata) => Some(Ok(Found { path, purpose, stamp: Stamp::of(&metadata) })),
            Err(error) if is_gone(&error) => None,
            Err(error) => Some(Err(io::Error::from(error))),
        }
    }
}

fn is_gone(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound)
}

struct Walk<'a> {
    root: &'a Path,
    files: Vec<File>,
    problems: Vec<Diagnostic>,
    notes: Vec<Arc<str>>,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &str) -> io::Result<()> {
        let folder = WalkDir::new(self.root.join(folder));
        let mut entries = folder.follow_links(false).follow_root_links(false).into_iter();
        while let Some(next) = entries.next() {
            let entry = match next {
                Ok(entry) => entry,
                Err(error) => {
                    self.unreadable(error)?;
                    continue;
                }
            };
            if self.is_passed_over(&entry) {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            } else if entry.path_is_symlink() {
                self.problems.push(link_problem(&self.relative(entry.path()).into()));
            } else if !entry.file_type().is_dir() {
                self.file(entry);
            }
        }
        Ok(())
    }

    /// A file that has gone since its folder was listed is no longer part of the site; anything else is the
    /// machine's.
    fn unreadable(&self, error: walkdir::Error) -> io::Result<()> {
        let path = error.path().unwrap_or(self.root).to_owned();
        let error = io::Error::from(error);
        if error.kind() == io::ErrorKind::NotFound && path != self.root.join("content") {
            return Ok(());
        }
        Err(io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    }

    fn file(&mut self, entry: DirEntry) {
        let path = self.relative(entry.path());
        if is_note(&path) {
            return self.notes.push(path.into());
        }
        let Some(purpose) = purpose_of(&path) else {
            if let Some(help) = help_with_ending(&path) {
                const MESSAGE: &str =
                    "The name of this file does not end with .md, so it is not read.";
                return self.refuse(entry.path(), Code::Value, MESSAGE, &help);
            }
            self.refuse(
                entry.path(),
                Code::Value,
                "The site does not use a file in this place.",
                PLACE_HELP,
            );
            return;
        };
        if !entry.file_type().is_file() {
            self.problems.push(pipe_problem(&path.into()));
            return;
        }
        if purpose == Purpose::Text && !self.has_good_name(entry.path(), &path) {
            return;
        }
        self.files.push(File { path: path.into(), entry, purpose });
    }

    fn has_good_name(&mut self, full: &Path, path: &str) -> bool {
        let stem = full.file_stem().unwrap_or_default().to_string_lossy();
        let Err(reason) = check_id(&stem) else { return true };
        let help = rename_help(&stem);
        let message = format!("The file's name cannot be an address: {reason}.");
        let place = Place::whole_file(&Arc::from(path));
        self.problems.push(Diagnostic::new(Code::Value, place, message).help(help));
        false
    }

    /// Hidden files, files of the system, and outside of `content/static/` editors' copies.
    fn is_passed_over(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        let is_never_used = name.starts_with('.') || OF_THE_SYSTEM.contains(&&*name);
        let is_of_editor =
            name.starts_with('#') || OF_EDITORS.iter().any(|ending| name.ends_with(ending));
        let is_static = || self.relative(entry.path()).starts_with("content/static/");
        entry.depth() > 0 && (is_never_used || (is_of_editor && !is_static()))
    }

    fn refuse(&mut self, path: &Path, code: Code, message: &str, help: &str) {
        let place = Place::whole_file(&self.relative(path).into());
        self.problems.push(Diagnostic::new(code, place, message).help(help));
    }

    /// The path relative to the root, with `/`. What is not Unicode shows as replacement characters.
    fn relative(&self, path: &Path) -> String {
        let inside = path.strip_prefix(self.root).unwrap_or(path);
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

/// What is said of a link.
fn link_problem(path: &Arc<str>) -> Diagnostic {
    let message = "This is a symbolic link, and links are not followed.";
    Diagnostic::new(Code::Limits, Place::whole_file(path), message)
        .help("Replace the link with the file or folder itself, or remove it.")
}

/// What is said of a pipe, a socket or a device.
fn pipe_problem(path: &Arc<str>) -> Diagnostic {
    Diagnostic::new(Code::Limits, Place::whole_file(path), "This is not an ordinary file.")
        .help("Put an ordinary file in its place.")
}

/// What is reported for something that was a file when it was listed, and is no longer one.
pub(super) fn swapped(root: &Path, path: &Arc<str>) -> Diagnostic {
    let is_pipe = root
        .join(&**path)
        .symlink_metadata()
        .is_ok_and(|found| !found.is_symlink() && !found.is_file() && !found.is_dir());
    if is_pipe { pipe_problem(path) } else { link_problem(path) }
}

/// Whether a file below `content/` tells people of its folder: `README.md`. In small letters that is an id, too.
fn is_note(path: &str) -> bool {
    let Some((folder, file)) = path.rsplit_once('/') else { return false };
    let stem = file.split('.').next().unwrap_or_default();
    stem.eq_ignore_ascii_case("readme")
        && path.starts_with("content/")
        && !path.starts_with("content/static/")
        && (file != "readme.md"
            || !folder.strip_prefix("content/").is_some_and(|it| COLLECTIONS.contains(&it)))
}

/// What to rename a text to whose ending is not `.md`, in a folder where each file is one thing.
fn help_with_ending(path: &str) -> Option<String> {
    let ["content", folder, file] = path.split('/').collect::<Vec<_>>()[..] else { return None };
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_text = ENDINGS_OF_TEXTS.contains(&ending.to_ascii_lowercase().as_str());
    (is_text && COLLECTIONS.contains(&folder)).then(|| rename_help(stem))
}

fn rename_help(stem: &str) -> String {
    match suggest_id(stem) {
        Some(id) => format!("Rename the file to {id}.md"),
        None => "Rename the file, for example to strengths-in-coaching.md".to_owned(),
    }
}

/// The ends of names that people give to Markdown, or that a system hides.
const ENDINGS_OF_TEXTS: &[&str] = &["", "md", "markdown", "mdown", "mkd", "mkdn", "mdx", "txt"];

const PLACE_HELP: &str = "Charters are content/groups/<id>.md. Pictures and other files to publish unchanged go into \
                         content/static/.";

/// Files that systems put into folders.
const OF_THE_SYSTEM: &[&str] = &["Thumbs.db", "desktop.ini"];

/// The ends of names that editors give to copies of a file.
const OF_EDITORS: &[&str] = &["~", ".swp", ".swx", ".tmp", ".bak", ".orig"];

fn purpose_of(path: &str) -> Option<Purpose> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["content", file] if SINGLE_FILES.contains(file) => Some(Purpose::Text),
        ["content", "static", ..] => Some(Purpose::Static),
        ["content", folder, file] if COLLECTIONS.contains(folder) => {
            file.strip_suffix(".md").map(|_| Purpose::Text)
        }
        ["themes", ..] => Some(Purpose::Theme),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readme_tells_people_of_its_folder() {
        for note in [
            "content/README.md",
            "content/groups/README.md",
            "content/groups/a/Readme",
            "content/readme.md",
        ] {
            assert!(is_note(note), "{note}");
        }
        for file in
            ["content/groups/readme.md", "content/static/README.md", "content/groups/read-me.md"]
        {
            assert!(!is_note(file), "{file}");
        }
    }

    #[test]
    fn a_text_with_another_ending_is_offered_the_right_one() {
        let help = |path| help_with_ending(path).unwrap_or_default();
        assert_eq!(help("content/groups/x.MD"), "Rename the file to x.md");
        assert_eq!(help("content/groups/St\u{e4}rken.markdown"), "Rename the file to starken.md");
        assert_eq!(help("content/fields/coaching"), "Rename the file to coaching.md");
        assert_eq!(help("content/groups/x.pdf"), "");
        assert_eq!(help("content/static/x.txt"), "");
    }

    #[test]
    fn each_file_has_a_purpose_by_its_path() {
        assert_eq!(purpose_of("content/site.yaml"), Some(Purpose::Text));
        assert_eq!(purpose_of("content/groups/a.md"), Some(Purpose::Text));
        assert_eq!(purpose_of("content/static/a/b.png"), Some(Purpose::Static));
        assert_eq!(purpose_of("themes/guild/templates/home.html"), Some(Purpose::Theme));
        for stray in ["content/groups/a.txt", "content/groups/a/b.md", "content/group/a.md"] {
            assert_eq!(purpose_of(stray), None, "{stray}");
        }
    }
}
