//! The new site in place of the earlier one, entry by entry: to the end, or back to the beginning.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Write as _};
use std::iter::once;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::OutputError;
use super::manifest::{MANIFEST, Manifest, is_lasting, is_of_site};
use super::platform::{exchange, make_writable, number, sync_disk, sync_folder};
use super::target::{HIDDEN, JOURNAL, OLD, STAGE, Target};
use crate::beneath::open_regular;

/// How entries are moved. Tests have other ways, which fail or stop.
pub(super) trait Moves {
    /// Gives an entry another path, in place of a file that has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Exchanges two entries in one step, where the system can.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        exchange(a, b)
    }
}

/// The system's own ways.
pub(super) struct System;

impl Moves for System {}

/// What becomes of one entry of the output folder.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    /// Where it is in the output folder.
    path: String,
    /// Whether it is staged and comes in. Else it is in the output folder and goes.
    comes: bool,
    /// The number by which the file system knows it. After an exchange there is something in both places, and only the
    /// number says which is which.
    number: u64,
}

/// The steps from one site to the next, in their order.
pub(super) struct Exchange<'a> {
    target: &'a Target,
    moves: &'a dyn Moves,
    /// Whether there is an earlier site, which a loss of power must not take. Only then the disk is waited for.
    replaces: bool,
    steps: Vec<Step>,
}

impl<'a> Exchange<'a> {
    /// Plans how the staged site replaces the earlier one. What pages need comes before them, the home page after the
    /// pages to which it leads, and what goes is last. A file that was taken over is in place already.
    pub(super) fn plan(
        target: &'a Target,
        earlier: &Manifest,
        new: &Manifest,
        moves: &'a dyn Moves,
    ) -> Self {
        let before: BTreeSet<_> = earlier.paths().map(unit).collect();
        let after: BTreeSet<_> = new.paths().map(unit).chain(once(MANIFEST)).collect();
        let coming = after.iter().filter_map(|path| {
            let number = number_at(&target.staged(path))?;
            let is_in_place = number > 0 && Some(number) == number_at(&target.path.join(path));
            (!is_in_place).then(|| Step { path: (*path).to_owned(), comes: true, number })
        });
        let going = before.difference(&after).filter_map(|path| {
            let number = number_at(&target.path.join(path))?;
            Some(Step { path: (*path).to_owned(), comes: false, number })
        });
        let mut steps: Vec<_> = coming.chain(going).collect();
        steps.sort_by_key(|step| (!step.comes, rank(&step.path, new)));
        Self { target, moves, replaces: !before.is_empty(), steps }
    }

    /// The exchange that was killed, if one was.
    pub(super) fn begun(
        target: &'a Target,
        moves: &'a dyn Moves,
    ) -> Result<Option<Self>, OutputError> {
        let path = target.path.join(JOURNAL);
        let file = match open_regular(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(OutputError::io("read", &path))?,
        };
        // Only a whole one ever gets this name. What makes no sense, or leads out through a link, is not ours.
        let mut steps: Vec<Step> =
            serde_json::from_reader(BufReader::new(file)).unwrap_or_default();
        let is_ours = |path: &str| {
            let folder = Path::new(path).parent().unwrap_or(Path::new(""));
            let places = [PathBuf::new(), STAGE.into()].map(|place| place.join(folder));
            (is_of_site(path) || path == MANIFEST)
                && !places.iter().any(|place| has_link(&target.path, place))
        };
        steps.retain(|step| is_ours(&step.path) && !has_link(&target.path, Path::new(OLD)));
        Ok(Some(Self { target, moves, replaces: true, steps }))
    }

    /// Writes the list of the steps, when all that is staged is on the disk. From here on, whatever happens, the next
    /// build can finish the exchange.
    pub(super) fn begin(&self) -> Result<(), OutputError> {
        let (staged, path) = (self.target.staged(JOURNAL), self.target.path.join(JOURNAL));
        let hidden = self.target.path.join(HIDDEN);
        let write = || {
            let mut file = File::create_new(&staged)?;
            file.write_all(&serde_json::to_vec(&self.steps)?)?;
            if self.replaces {
                file.sync_all()?;
                sync_disk(&hidden)?;
            }
            self.moves.rename(&staged, &path)?;
            self.sync_folders([hidden])
        };
        write().map_err(OutputError::io("write", &path))
    }

    /// Takes the steps that have not been taken. If one fails, all are taken back, and the error is that of the step.
    pub(super) fn finish(&self) -> Result<(), OutputError> {
        for (position, step) in self.steps.iter().enumerate() {
            if self.is_due(step)
                && let Err(cause) = self.take_as_owner(position, step)
            {
                let _ = self.take_back().and_then(|()| self.end()); // if not, the next build finishes it
                return Err(self.failure(step, cause));
            }
        }
        let ended = self.sync_folders(self.folders()).and_then(|()| self.end());
        ended.map_err(OutputError::io("write", &self.target.shown))
    }

    /// Whether a step has not been taken.
    fn is_due(&self, step: &Step) -> bool {
        let path = if step.comes {
            self.target.staged(&step.path)
        } else {
            self.target.path.join(&step.path)
        };
        number_at(&path) == Some(step.number)
    }

    /// Takes a step, also where it moves a folder that is read-only, which the system would refuse.
    fn take_as_owner(&self, position: usize, step: &Step) -> io::Result<()> {
        let here = self.target.path.join(&step.path);
        self.take(position, step).or_else(|error| match error.kind() {
            ErrorKind::PermissionDenied if here.is_dir() => {
                make_writable(&here)?;
                self.take(position, step)
            }
            _ => Err(error),
        })
    }

    fn take(&self, position: usize, step: &Step) -> io::Result<()> {
        let (here, staged) = (self.target.path.join(&step.path), self.target.staged(&step.path));
        if !step.comes {
            return self.moves.rename(&here, &self.aside(position));
        }
        if number_at(&here).is_none() {
            fs::create_dir_all(here.parent().unwrap_or(&here))?;
            return self.moves.rename(&staged, &here);
        }
        self.moves.exchange(&staged, &here).or_else(|error| match error.kind() {
            ErrorKind::Unsupported | ErrorKind::InvalidInput => {
                self.replace(&staged, &here, &self.aside(position))
            }
            _ => Err(error),
        })
    }

    /// The same in two steps, where the system cannot exchange. A file is never missing, a folder for a moment.
    fn replace(&self, staged: &Path, here: &Path, aside: &Path) -> io::Result<()> {
        if here.is_file() && staged.is_file() {
            let _ = fs::remove_file(aside); // of a build that was killed here
            fs::hard_link(here, aside).or_else(|_| fs::copy(here, aside).map(drop))?;
        } else {
            self.moves.rename(here, aside)?;
        }
        self.moves.rename(staged, here)
    }

    /// Takes all steps back that have been taken, or half taken, the last one first.
    fn take_back(&self) -> io::Result<()> {
        for (position, step) in self.steps.iter().enumerate().rev() {
            let (here, staged) =
                (self.target.path.join(&step.path), self.target.staged(&step.path));
            let is_in = step.comes && !self.is_due(step);
            let aside = self.aside(position);
            if is_in && number_at(&staged).is_some() {
                self.moves.exchange(&staged, &here)?;
            } else if is_in {
                self.moves.rename(&here, &staged)?;
            }
            if number_at(&aside).is_some() {
                self.moves.rename(&aside, &here)?;
            }
        }
        Ok(())
    }

    fn sync_folders(&self, folders: impl IntoIterator<Item = PathBuf>) -> io::Result<()> {
        let mut folders = folders.into_iter().filter(|folder| self.replaces && folder.exists());
        folders.try_for_each(|folder| sync_folder(&folder))
    }

    /// Ends the exchange: nothing of it is left to do.
    fn end(&self) -> io::Result<()> {
        for folder in self.folders().iter().rev() {
            let _ = fs::remove_dir(folder); // stays where it holds something
        }
        fs::remove_file(self.target.path.join(JOURNAL))
    }

    /// Where what was in the output folder goes, if it cannot be exchanged.
    fn aside(&self, position: usize) -> PathBuf {
        self.target.path.join(OLD).join(position.to_string())
    }

    /// The folders that hold what is moved, each before those in it.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let above = self.steps.iter().flat_map(|step| Path::new(&step.path).ancestors().skip(1));
        above.map(|folder| self.target.path.join(folder)).collect()
    }

    fn failure(&self, step: &Step, cause: io::Error) -> OutputError {
        let path = self.target.shown.join(&step.path);
        match cause.kind() {
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
                OutputError::Fixed { path, cause }
            }
            _ => OutputError::io("replace", &path)(cause),
        }
    }
}

/// What is moved as a whole: an entry at the top, or a file that lasts longer than the pages around it.
fn unit(path: &str) -> &str {
    match path.split_once('/') {
        Some((top, _)) if !is_lasting(path) => top,
        _ => path,
    }
}

/// Whether a path below a folder is a link, or leads through one.
fn has_link(folder: &Path, path: &Path) -> bool {
    let path = path.components().as_path(); // without a slash at its end, which would follow a link
    let mut parts = path.ancestors().filter(|part| !part.as_os_str().is_empty());
    parts.any(|part| folder.join(part).is_symlink())
}

/// The later, the higher.
fn rank(path: &str, new: &Manifest) -> u8 {
    match path {
        MANIFEST => 4,
        "index.html" => 3,
        path if is_lasting(path) => 0,
        path => 1 + u8::from(new.contains(path)), // after the folders, the files at the top
    }
}

/// The file system's number for what is at a path, if anything is. Zero where it has none.
fn number_at(path: &Path) -> Option<u64> {
    fs::symlink_metadata(path).ok().map(|found| number(&found))
}
