//! The steps that are measured, in rounds: each step once in each round, so that a machine that grows
//! slower or busier does so for all of them.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tree::{self, Contents};
use super::{Sample, run};
use crate::corpus;

/// Something that is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// `guildhall check`.
    Check,
    /// `guildhall build` into a folder that is not there.
    Build,
    /// The same once more, where nothing has changed.
    BuildUnchanged,
    /// The same once more, where a paragraph was added to one charter.
    BuildOneChanged,
    /// The floor: a copy of the built site by [`tree::copy`], in a process of its own.
    Copy,
    /// The same copy by `cp -r`.
    SystemCopy,
}

impl Step {
    pub const ALL: [Self; 6] = [
        Self::Check,
        Self::Build,
        Self::BuildUnchanged,
        Self::BuildOneChanged,
        Self::Copy,
        Self::SystemCopy,
    ];
}

/// A corpus, the site built from it, and room for more.
pub struct Bench<'a> {
    scratch: &'a Path,
    root: PathBuf,
    /// A built site that stays: it is copied, and built again.
    site: PathBuf,
    contents: Contents,
    round: usize,
}

impl<'a> Bench<'a> {
    /// Writes a corpus into an empty folder, and builds it once without measuring.
    ///
    /// # Errors
    /// When the machine fails, or the build, or it leaves no site.
    pub fn new(scratch: &'a Path, groups: usize, seed: u64) -> io::Result<Self> {
        let root = scratch.join("corpus");
        corpus::write(&root, groups, seed)?;
        let site = scratch.join("site");
        run(&mut build(&root, &site), scratch)?;
        let contents = tree::contents(&site)?;
        Ok(Self { scratch, root, site, contents, round: 0 })
    }

    /// What the built site holds.
    pub fn contents(&self) -> Contents {
        self.contents
    }

    /// Measures each of the steps once, the other way round in every second round. A step whose program
    /// is not installed is left out.
    ///
    /// # Errors
    /// When the machine or a command fails, or a folder does not hold what it should.
    pub fn round(&mut self) -> io::Result<Vec<(Step, Sample)>> {
        self.round += 1;
        let mut steps = Step::ALL.to_vec();
        if self.round.is_multiple_of(2) {
            steps.reverse();
        }
        let mut samples = Vec::new();
        for step in steps {
            if let Some(sample) = self.measure(step)? {
                samples.push((step, sample));
            }
        }
        Ok(samples)
    }

    /// One sample, or none if the program is not installed.
    fn measure(&self, step: Step) -> io::Result<Option<Sample>> {
        let sample = match step {
            Step::Check => run(guildhall(&self.root).arg("check"), self.scratch),
            Step::Build => self.fresh(|target| build(&self.root, target)),
            Step::BuildUnchanged => self.again(),
            Step::BuildOneChanged => self.change_a_charter().and_then(|()| self.again()),
            Step::Copy => self.copy(Command::new(env::current_exe()?), "--copy"),
            Step::SystemCopy => match self.copy(Command::new("cp"), "-r") {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                sample => sample,
            },
        };
        sample.map(Some)
    }

    fn copy(&self, mut command: Command, option: &str) -> io::Result<Sample> {
        command.arg(option).arg(&self.site);
        self.fresh(|target| {
            command.arg(target);
            command
        })
    }

    /// A command that makes the site in a folder that is not there.
    fn fresh(&self, command: impl FnOnce(&Path) -> Command) -> io::Result<Sample> {
        let folder = self.scratch.join("fresh");
        fs::create_dir(&folder)?;
        let target = folder.join("site");
        let sample = run(&mut command(&target), self.scratch);
        let sample = sample.and_then(|sample| self.verify(&target).map(|()| sample));
        fs::remove_dir_all(folder)?;
        sample
    }

    /// What was built or copied is as large as the site that stays.
    fn verify(&self, target: &Path) -> io::Result<()> {
        let (made, expected) = (tree::contents(target)?, tree::contents(&self.site)?);
        if made == expected {
            return Ok(());
        }
        let target = target.display();
        Err(io::Error::other(format!("{target} holds {made:?}, and not {expected:?}")))
    }

    fn again(&self) -> io::Result<Sample> {
        run(&mut build(&self.root, &self.site), self.scratch)
    }

    /// Adds a paragraph to the first charter.
    fn change_a_charter(&self) -> io::Result<()> {
        let mut first: Option<PathBuf> = None;
        tree::each_file(&self.root.join("content/groups"), |file| {
            let path = file.path();
            if first.as_ref().is_none_or(|first| path < *first) {
                first = Some(path);
            }
            Ok(())
        })?;
        let first = first.ok_or_else(|| io::Error::other("the corpus has no groups"))?;
        let mut charter = OpenOptions::new().append(true).open(first)?;
        write!(charter, "\nThis paragraph was added in round {}.\n", self.round)
    }
}

fn guildhall(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    command.arg("--root").arg(root);
    command
}

fn build(root: &Path, target: &Path) -> Command {
    let mut command = guildhall(root);
    command.args(["build", "--quiet", "--date", &corpus::BUILD_DATE.to_string(), "--out"]);
    command.arg(target);
    command
}
