//! From files to a checked directory.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Observer, Stage};
use crate::charter::{self, Context, Reading};
use crate::config::{BaseUrl, Config};
use crate::diagnostic::{Code, Diagnostic, Edit, Report, Severity, Span};
use crate::directory::Directory;
use crate::files;
use crate::fix::{self, Fixed};
use crate::pages::{Plan, Problems};
use crate::privacy;
use crate::source::{GROUPS, SourceFile, Sources};

/// What comes from outside the site.
#[derive(Clone, Debug)]
pub struct Options {
    /// The build date.
    pub today: Date,
    /// An address in place of the site's `base_url`.
    pub base_url: Option<BaseUrl>,
}

/// The sources and what was read of each charter, kept to be read again.
#[derive(Debug)]
pub struct Loader {
    options: Options,
    sources: Sources,
    config: Arc<Config>,
    config_problems: Vec<Diagnostic>,
    readings: BTreeMap<Arc<str>, Reading>,
}

/// A directory and its plan, with every problem of the site.
#[derive(Debug)]
pub struct Checked {
    /// The groups whose charters have no errors.
    pub directory: Directory,
    /// Their pages.
    pub plan: Plan,
    /// Every problem, at the severity that the site gives it.
    pub report: Report,
}

impl Loader {
    /// Reads the site below a folder.
    ///
    /// # Errors
    /// When the machine fails. What is wrong with the site is found by [`Loader::check`].
    pub fn open(root: &Path, options: Options, observer: &dyn Observer) -> io::Result<Self> {
        observer.begin(Stage::Read, 0);
        let sources = Sources::read(root)?;
        let (config, config_problems) = read_config(&sources, &options);
        let mut loader =
            Self { options, sources, config, config_problems, readings: BTreeMap::new() };
        observer.begin(Stage::Charters, loader.sources.count_in(GROUPS));
        loader.read_charters(None, observer);
        Ok(loader)
    }

    /// Reads again what has changed. `false` when nothing has.
    ///
    /// # Errors
    /// When the machine fails; what was read before is then kept.
    pub fn refresh(&mut self, observer: &dyn Observer) -> io::Result<bool> {
        let changes = self.sources.refresh()?;
        let is_charter = |path: &Arc<str>| path.starts_with(GROUPS);
        if !changes.statics && changes.texts.iter().all(is_charter) {
            self.read_charters(Some(&changes.texts), observer);
        } else {
            // Settings and vocabulary decide what is right in every charter; settings name static files.
            (self.config, self.config_problems) = read_config(&self.sources, &self.options);
            self.read_charters(None, observer);
        }
        Ok(!changes.is_empty())
    }

    /// Adds files that are not on the disk yet, so that all is read and checked as if they were.
    pub fn add(
        &mut self,
        files: impl IntoIterator<Item = Arc<SourceFile>>,
        observer: &dyn Observer,
    ) {
        self.sources.add(files);
        (self.config, self.config_problems) = read_config(&self.sources, &self.options);
        self.read_charters(None, observer);
    }

    /// Reads the charters of these paths, or all of them.
    fn read_charters(&mut self, only: Option<&[Arc<str>]>, observer: &dyn Observer) {
        let files: Vec<&Arc<SourceFile>> = match only {
            None => self.sources.folder(GROUPS).collect(),
            Some(paths) => paths.iter().filter_map(|path| self.sources.text_file(path)).collect(),
        };
        let context = Context { config: &self.config, today: self.options.today };
        let read = |file: &&Arc<SourceFile>| {
            let reading = charter::read(file, context);
            observer.advance();
            (Arc::clone(file.path()), reading)
        };
        let readings: Vec<_> = files.par_iter().map(read).collect();
        match only {
            None => self.readings.clear(),
            Some(paths) => paths.iter().for_each(|path| {
                self.readings.remove(path);
            }),
        }
        self.readings.extend(readings);
    }

    /// Joins what was read into a directory and a plan, and gathers every problem.
    pub fn check(&self, observer: &dyn Observer) -> Checked {
        observer.begin(Stage::Plan, 0);
        self.join(|_| true)
    }

    /// The same without some charters, by their files. The report is then of the rest.
    pub fn check_without(&self, left_out: &BTreeSet<String>) -> Checked {
        self.join(|reading| !left_out.contains(&**reading.source.path()))
    }

    /// What reading a charter gives that is not among the files.
    pub fn read_draft(&self, file: &Arc<SourceFile>) -> Reading {
        charter::read(file, Context { config: &self.config, today: self.options.today })
    }

    /// Every problem that a charter would have, or make, if it were among the files, in their order.
    pub fn check_draft(&self, file: &Arc<SourceFile>) -> Report {
        let reading = self.read_draft(file);
        let others = self.readings.values().filter(|other| other.source.path() != file.path());
        let checked = self.join_all(&others.chain([&reading]).collect::<Vec<_>>());
        let concerns = |found: &Diagnostic| {
            let related = found.related.iter().map(|related| &related.place);
            related.chain([&found.place]).any(|place| place.file == *file.path())
        };
        let found = checked.report.diagnostics.into_iter().filter(concerns).collect();
        Report::new(found, 1, 1)
    }

    fn join(&self, is_wanted: impl Fn(&Reading) -> bool) -> Checked {
        let wanted = self.readings.values().filter(|reading| is_wanted(reading));
        self.join_all(&wanted.collect::<Vec<_>>())
    }

    fn join_all(&self, readings: &[&Reading]) -> Checked {
        let all = || readings.iter().copied();
        let config = Arc::clone(&self.config);
        let (directory, between) = Directory::join(config, self.options.today, all());
        let statics: Vec<_> = self.sources.statics().collect();
        let (plan, collisions) = Plan::new(&directory, all(), files::KINDS, &statics);
        let mut found: Vec<Diagnostic> = self.sources.problems().cloned().collect();
        found.extend_from_slice(&self.config_problems);
        found.extend(directory.problems_in(all()));
        let faulty_files = found.iter().filter(|it| it.is_error()).map(|it| &*it.place.file);
        let faulty = all().filter(|reading| reading.charter.is_none());
        let faulty_aliases = faulty.flat_map(|reading| &reading.aliases).map(|it| &*it.value);
        let links = Problems::new(&directory, &plan, faulty_files, faulty_aliases);
        let in_charters: Vec<Diagnostic> =
            readings.par_iter().flat_map_iter(|reading| links.in_charter(reading)).collect();
        let in_own_texts = links.in_the_guilds_own_texts();

        found.extend(between.into_iter().chain(collisions).chain(in_charters).chain(in_own_texts));
        let found = self.config.settings.checks.apply(found);
        let report = Report::new(found, self.sources.text_count(), self.sources.count_in(GROUPS));
        Checked { directory, plan, report }
    }

    /// Charters whose meetings are others than in an earlier version of the site, and that were not reviewed since.
    /// Their severity is the site's.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn unreviewed_since(&self, before: &Path) -> io::Result<Vec<Diagnostic>> {
        let before = Sources::read(before)?;
        let charters = self.sources.folder(GROUPS);
        let found = charters.filter_map(|now| {
            let aliases = self.readings.get(now.path()).map(|reading| &reading.aliases);
            let earlier =
                aliases.into_iter().flatten().map(|id| format!("{GROUPS}{}.md", id.value));
            let mut paths = [now.path().to_string()].into_iter().chain(earlier);
            let before = paths.find_map(|path| before.text_file(&path))?;
            charter::unreviewed(before, now, self.options.today)
        });
        Ok(self.config.settings.checks.apply(found.collect()))
    }

    /// What was read of each charter, in the order of their files.
    pub(super) fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.values()
    }

    /// The charters in which something can be fixed, of those whose files are wanted. Nothing is written.
    pub fn fix(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<Fixed> {
        let files: Vec<_> =
            self.sources.folder(GROUPS).filter(|file| is_wanted(file.path())).collect();
        let context = Context { config: &self.config, today: self.options.today };
        files.par_iter().filter_map(|file| fix::fix(file, context)).collect()
    }

    /// Leaves to the problems of a report only the edits that are safe in the charter as it is, all of them together.
    pub fn keep_safe_edits(&self, report: &mut Report) {
        let context = Context { config: &self.config, today: self.options.today };
        let mut safe: HashMap<Arc<str>, HashMap<Span, Edit>> = HashMap::new();
        for found in &mut report.diagnostics {
            if found.edits.is_empty() {
                continue;
            }
            let safe = safe.entry(Arc::clone(&found.place.file)).or_insert_with_key(|file| {
                let charter = self.sources.text_file(file).filter(|_| file.starts_with(GROUPS));
                let edits = charter.map(|charter| fix::first_edits(charter, context));
                edits.into_iter().flatten().map(|edit| (edit.span, edit)).collect()
            });
            if !found.edits.iter().all(|edit| safe.get(&edit.span) == Some(edit)) {
                found.edits.clear();
            }
        }
    }

    /// What the Guild sets.
    pub fn config(&self) -> &Arc<Config> {
        &self.config
    }

    /// The site's files.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}

/// Whether a problem is an error of one charter, for which that charter can be left out. A link that
/// leads nowhere is not: it may lead to a charter that is left out.
pub fn is_fault_of_charter(found: &Diagnostic) -> bool {
    found.severity == Severity::Error
        && found.code != Code::Link
        && found.place.file.starts_with(GROUPS)
}

fn read_config(sources: &Sources, options: &Options) -> (Arc<Config>, Vec<Diagnostic>) {
    let (mut config, mut problems) = Config::read(sources, options.today);
    problems.extend(privacy::check(sources, config.settings.contact.as_ref()));
    if let Some(base_url) = &options.base_url {
        config.settings.base_url = base_url.clone();
    }
    (Arc::new(config), problems)
}
