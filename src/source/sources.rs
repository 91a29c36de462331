//! All files of the site, read once, and again only where they have changed.

use std::collections::{BTreeMap, HashSet};
use std::fs::File;
use std::io;
use std::ops::Bound;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::file::SourceFile;
use super::read::{LARGEST_TEXT, NO_LIMIT, Text, read_bytes, read_text};
use super::walk::{Found, Purpose, Stamp, Walked, walk};
use crate::beneath;
use crate::diagnostic::{Diagnostic, Texts};

/// A file that is copied to the site as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// The site's root folder.
    pub root: Arc<Path>,
    /// Its path below `content/static/`, with `/`.
    pub path: Arc<str>,
    /// Its size in bytes, when it was listed.
    pub size: u64,
}

/// The folder of the files that are copied.
const STATICS: &str = "content/static/";

impl StaticFile {
    /// Its path relative to the site's root, with `/`.
    pub fn source(&self) -> String {
        format!("{STATICS}{}", self.path)
    }

    /// Opens it, if it is still an ordinary file. No link is followed, and nothing is waited for.
    ///
    /// # Errors
    /// The system's error; a link or a pipe is [`io::ErrorKind::InvalidInput`].
    pub fn open(&self) -> io::Result<File> {
        beneath::open(&self.root, &self.source())
    }
}

/// The site's files.
#[derive(Debug)]
pub struct Sources {
    root: Arc<Path>,
    texts: BTreeMap<Arc<str>, (Stamp, Text)>,
    theme: BTreeMap<Arc<str>, (Stamp, Arc<[u8]>)>,
    statics: BTreeMap<Arc<str>, Stamp>,
    misplaced: Vec<Diagnostic>,
    notes: Vec<Arc<str>>,
}

/// What a second reading found to be different.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Text files that are new, changed or gone, by path, sorted.
    pub texts: Vec<Arc<str>>,
    /// Whether a theme's files have changed.
    pub theme: bool,
    /// Whether the static files have changed.
    pub statics: bool,
    /// Whether the files that do not belong here have changed.
    pub misplaced: bool,
}

impl Changes {
    /// Whether nothing has changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Sources {
    /// Reads the site below a folder, on all cores.
    ///
    /// # Errors
    /// When the machine fails: no such folder, no permission, a broken disk. What is wrong with the
    /// files themselves is found among the [`problems`](Self::problems).
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut sources = Self {
            root: root.into(),
            texts: BTreeMap::new(),
            theme: BTreeMap::new(),
            statics: BTreeMap::new(),
            misplaced: Vec::new(),
            notes: Vec::new(),
        };
        sources.refresh()?;
        Ok(sources)
    }

    /// Lists the files again, reads those that have changed, and says which.
    ///
    /// # Errors
    /// As [`Sources::read`]; what was read before is then kept.
    pub fn refresh(&mut self) -> io::Result<Changes> {
        let Walked { found, misplaced, notes } = walk(&self.root)?;
        let texts = self.read_changed_texts(&found)?;
        let theme = self.read_changed_theme(&found)?;
        let statics: BTreeMap<_, _> =
            of(&found, Purpose::Static).map(|file| (Arc::clone(&file.path), file.stamp)).collect();
        let changes = Changes {
            texts: apply(&mut self.texts, texts, &found, Purpose::Text),
            theme: !apply(&mut self.theme, theme, &found, Purpose::Theme).is_empty(),
            statics: self.statics != statics,
            misplaced: self.misplaced != misplaced,
        };
        self.statics = statics;
        self.misplaced = misplaced;
        self.notes = notes;
        Ok(changes)
    }

    fn read_changed_texts(&self, found: &[Found]) -> io::Result<Vec<Entry<Text>>> {
        changed(&self.texts, found, Purpose::Text)
            .into_par_iter()
            .map(|file| {
                let text = read_text(&self.root, &file.path)?;
                Ok(text.map(|text| (Arc::clone(&file.path), (file.stamp, text))))
            })
            .filter_map(Result::transpose)
            .collect()
    }

    fn read_changed_theme(&self, found: &[Found]) -> io::Result<Vec<Entry<Arc<[u8]>>>> {
        changed(&self.theme, found, Purpose::Theme)
            .into_iter()
            .map(|file| {
                let bytes = read_bytes(&self.root, &file.path, NO_LIMIT)?;
                Ok(bytes.map(|bytes| (Arc::clone(&file.path), (file.stamp, bytes.into()))))
            })
            .filter_map(Result::transpose)
            .collect()
    }

    /// Adds text files that are not on the disk, or not yet, in place of those of the same paths. The next
    /// [`refresh`](Self::refresh) takes them out.
    pub fn add(&mut self, files: impl IntoIterator<Item = Arc<SourceFile>>) {
        let held = files.into_iter().map(|file| (Arc::clone(file.path()), (Stamp::NONE, Ok(file))));
        self.texts.extend(held);
    }

    /// The bytes of a text file as they are on the disk now, up to one more than a text may have. `None` if it is no
    /// longer an ordinary file.
    ///
    /// # Errors
    /// The system's error.
    pub fn bytes_now(&self, path: &str) -> io::Result<Option<Vec<u8>>> {
        match read_bytes(&self.root, path, LARGEST_TEXT) {
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(None),
            read => read,
        }
    }

    /// The site's root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A text file by its path, such as `content/site.yaml`.
    pub fn text_file(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.texts.get(path)?.1.as_ref().ok()
    }

    /// The text files of a folder such as `content/groups/`, in the order of their paths.
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Arc<SourceFile>> {
        self.within(folder).filter_map(|text| text.as_ref().ok())
    }

    /// The text files of a folder that could not be read, as files without text: what is wrong with them is
    /// among the [`problems`](Self::problems).
    pub fn unreadable_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = Arc<SourceFile>> {
        let texts = self.texts.iter().filter(move |(path, _)| path.starts_with(folder));
        let unreadable = texts.filter(|(_, (_, text))| text.is_err());
        unreadable.map(|(path, _)| Arc::new(SourceFile::new(Arc::clone(path), "")))
    }

    /// The paths of the text files, readable or not, sorted.
    pub fn text_paths(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(|path| &**path)
    }

    /// How many text files there are, readable or not.
    pub fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// How many text files a folder has, readable or not.
    pub fn count_in(&self, folder: &str) -> usize {
        self.within(folder).count()
    }

    fn within<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Text> {
        self.texts
            .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
            .take_while(move |(path, _)| path.starts_with(folder))
            .map(|(_, (_, text))| text)
    }

    /// The files below `themes/NAME/`, by the rest of their path.
    pub fn theme<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        self.theme.iter().filter_map(move |(path, (_, bytes))| {
            let rest = path.strip_prefix("themes/")?.strip_prefix(name)?.strip_prefix('/')?;
            Some((rest, bytes))
        })
    }

    /// The files that are copied as they are, in the order of their paths.
    pub fn statics(&self) -> impl Iterator<Item = StaticFile> {
        self.statics.iter().map(|(path, stamp)| StaticFile {
            root: Arc::clone(&self.root),
            path: path.strip_prefix(STATICS).unwrap_or(path).into(),
            size: stamp.size(),
        })
    }

    /// The paths of files such as `content/groups/README.md`, which tell people of a folder and are not read, sorted.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().map(|path| &**path)
    }

    /// Files that could not be read as text, and files that do not belong where they are.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        let unreadable = self.texts.values().filter_map(|(_, text)| text.as_ref().err());
        self.misplaced.iter().chain(unreadable.map(Box::as_ref))
    }
}

impl Texts for Sources {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        self.text_file(file).map(|file| Arc::clone(file.text()))
    }
}

type Entry<T> = (Arc<str>, (Stamp, T));
type Held<T> = BTreeMap<Arc<str>, (Stamp, T)>;

fn of(found: &[Found], purpose: Purpose) -> impl Iterator<Item = &Found> {
    found.iter().filter(move |file| file.purpose == purpose)
}

/// The files of a purpose that are new, or no longer as they were when they were read.
fn changed<'a, T>(held: &Held<T>, found: &'a [Found], purpose: Purpose) -> Vec<&'a Found> {
    of(found, purpose)
        .filter(|file| held.get(&file.path).is_none_or(|(stamp, _)| *stamp != file.stamp))
        .collect()
}

/// Puts in what was read and takes out what has gone; returns the paths of both, sorted.
fn apply<T>(
    held: &mut Held<T>,
    read: Vec<Entry<T>>,
    found: &[Found],
    purpose: Purpose,
) -> Vec<Arc<str>> {
    let mut changed: Vec<_> = read.iter().map(|(path, _)| Arc::clone(path)).collect();
    let there: HashSet<_> = of(found, purpose).map(|file| &file.path).collect();
    held.retain(|path, _| {
        let stays = there.contains(path);
        if !stays {
            changed.push(Arc::clone(path));
        }
        stays
    });
    held.extend(read);
    changed.sort();
    changed
}
