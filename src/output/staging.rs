//! A build's output on its way: collected beside the earlier site, then put in its place.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{self, BufRead, ErrorKind};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::OutputError;
use super::exchange::{Exchange, Moves, System};
use super::file::{Original, same_content, write_new};
use super::lock::Lock;
use super::manifest::{MANIFEST, Manifest, is_of_site};
use super::platform::permissions;
use super::stage::{Stage, clear_beside};
use super::target::{Guarded, STAGE, Target};
use crate::beneath::open_regular;

/// What happened to one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is new or different, and was written.
    New,
    /// The earlier site has the same bytes: its file was taken over.
    Kept,
}

/// What a build did to the output folder, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Written, because they are new or different.
    pub written: usize,
    /// Taken over from the earlier site.
    pub kept: usize,
    /// Of the earlier site, and no longer there.
    pub removed: usize,
}

/// A site being written. Dropped without [`Staging::commit`], it leaves the earlier site as it was.
#[derive(Debug)]
pub struct Staging {
    target: Target,
    /// What the earlier build wrote.
    earlier: Manifest,
    /// The permissions that a new file gets.
    permissions: u32,
    folders: Mutex<HashSet<String>>,
    files: Mutex<Files>,
    _stage: Stage,
    /// Given back last: fields are dropped in their order.
    _lock: Lock,
}

/// The files that are in place so far.
#[derive(Debug, Default)]
struct Files {
    paths: BTreeSet<String>,
    kept: usize,
}

impl Staging {
    /// Starts a build into the folder `target`, and finishes or clears away what a killed one left
    /// there. The folder need not be there, nor the folders above it.
    ///
    /// # Errors
    /// Refused: a folder that is one of `guarded`, holds one, or lies in one that may hold no output;
    /// the root of the file system; a folder that another build is writing; a folder with files that
    /// Guildhall did not write. Only those at its top are seen now, the others by
    /// [`Staging::commit`]. Otherwise the machine's errors.
    pub fn begin(target: &Path, guarded: &[Guarded<'_>]) -> Result<Self, OutputError> {
        let target = Target::resolve(target, guarded)?;
        let lock = Lock::acquire(&target)?;
        if let Some(exchange) = Exchange::begun(&target, &System)? {
            exchange.finish()?;
        }
        let earlier = Manifest::of(&target)?;
        let stage = Stage::create(&target)?;
        let folder = target.path.join(STAGE);
        let metadata = fs::metadata(&folder).map_err(OutputError::io("read", &folder))?;
        Ok(Self {
            target,
            earlier,
            permissions: permissions(&metadata) & 0o666,
            folders: Mutex::default(),
            files: Mutex::default(),
            _stage: stage,
            _lock: lock,
        })
    }

    /// Writes one file of the site. `path` is relative to the output folder, with `/`. May be called
    /// from many threads at once.
    ///
    /// # Errors
    /// Refused: a path that leads out of the site, one that was written already, and one that needs
    /// a folder where a file is. Otherwise the machine's errors.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<Written, OutputError> {
        check(path)?;
        let written = self.place(path, bytes.len() as u64, bytes, |to| write_new(to, bytes))?;
        self.record(path, written);
        Ok(written)
    }

    /// Copies a file of any size into the site, without holding it in memory. `path` is as for
    /// [`Staging::write`]; `from` is the file's path below the folder `root`, without a symbolic link on it.
    ///
    /// # Errors
    /// As for [`Staging::write`]; also if the file changes while it is copied.
    pub fn copy(&self, path: &str, root: &Path, from: &str) -> Result<Written, OutputError> {
        check(path)?;
        let original = Original::open(root, from)?;
        let (length, reader) = (original.length(), original.reader());
        let written = self.place(path, length, reader, |to| original.copy_to(to))?;
        original.must_be_unchanged()?;
        self.record(path, written);
        Ok(written)
    }

    /// Whether a file has been written.
    pub fn has(&self, path: &str) -> bool {
        guard(&self.files).paths.contains(path)
    }

    /// Puts the new site in place of the old one, and removes the earlier one. Style sheets, scripts and fonts of the
    /// earlier one stay for one build.
    ///
    /// # Errors
    /// Refused if the folder holds files that Guildhall did not write, also those that came while the
    /// build ran. Otherwise the machine's errors. In any case the earlier site is as it was.
    pub fn commit(self) -> Result<Summary, OutputError> {
        self.commit_by(&System)
    }

    /// The same, by certain moves.
    pub(super) fn commit_by(self, moves: &dyn Moves) -> Result<Summary, OutputError> {
        let Files { paths, kept } = std::mem::take(&mut *guard(&self.files));
        let written = paths.len() - kept;
        let new = Manifest::new(paths, &self.earlier);
        let list = new.to_json().map_err(self.cannot_write(MANIFEST))?;
        let same_list =
            self.place(MANIFEST, list.len() as u64, &*list, |to| write_new(to, &list))?;
        self.earlier.must_be_all_of(&self.target)?;
        if written > 0 || same_list == Written::New {
            let exchange = Exchange::plan(&self.target, &self.earlier, &new, moves);
            exchange.begin()?;
            exchange.finish()?;
        }
        clear_beside(&self.target.path);
        let removed = self.earlier.paths().filter(|path| !new.contains(path)).count();
        Ok(Summary { written, kept, removed })
    }

    /// Puts a file into the stage: the earlier one where it has the same bytes, else a new one.
    fn place(
        &self,
        path: &str,
        length: u64,
        content: impl BufRead,
        write: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<Written, OutputError> {
        self.make_folders(path)?;
        let staged = self.target.staged(path);
        if self.earlier.contains(path) {
            let earlier = self.target.path.join(path);
            if self.is_unchanged(&earlier, length, content)
                && fs::hard_link(&earlier, &staged).is_ok()
            {
                return Ok(Written::Kept);
            }
        }
        write(&staged).map_err(self.cannot_write(path))?;
        Ok(Written::New)
    }

    /// Whether a file of the earlier site is the same. If in doubt, no: then it is written again.
    fn is_unchanged(&self, earlier: &Path, length: u64, content: impl BufRead) -> bool {
        let opened = open_regular(earlier).and_then(|file| Ok((file.metadata()?, file)));
        opened.is_ok_and(|(metadata, file)| {
            metadata.len() == length
                && permissions(&metadata) == self.permissions
                && same_content(file, content).unwrap_or(false)
        })
    }

    /// Makes the folders that a file needs, each once.
    fn make_folders(&self, path: &str) -> Result<(), OutputError> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(());
        };
        if guard(&self.folders).contains(folder) {
            return Ok(());
        }
        for (end, _) in path.match_indices('/') {
            let folder = &path[..end];
            if !guard(&self.folders).contains(folder) {
                make_folder(&self.target.staged(folder)).map_err(self.cannot_write(path))?;
                guard(&self.folders).insert(folder.to_owned());
            }
        }
        Ok(())
    }

    fn record(&self, path: &str, written: Written) {
        let mut files = guard(&self.files);
        files.paths.insert(path.to_owned());
        files.kept += usize::from(written == Written::Kept);
    }

    /// The error for a file that the stage did not take, in terms of the output folder.
    fn cannot_write(&self, path: &str) -> impl FnOnce(io::Error) -> OutputError {
        move |cause| match cause.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
                OutputError::Taken { path: path.to_owned() }
            }
            _ => OutputError::io("write", &self.target.shown.join(path))(cause),
        }
    }
}

/// Refuses a path that is not the site's own.
fn check(path: &str) -> Result<(), OutputError> {
    if is_of_site(path) { Ok(()) } else { Err(OutputError::BadPath { path: path.to_owned() }) }
}

/// Makes a folder, unless another thread was faster.
fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
}

/// The content of a mutex. A panic elsewhere ends the build without a commit, so that half-made
/// content is never used.
fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
