//! `guildhall import`

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::{Arguments, ImportOptions};
use super::one_file::OneFile;
use super::progress::Progress;
use super::today::build_date;
use super::{Failure, Outcome, paths, print, say, show};
use crate::charter::Context;
use crate::diagnostic::{self, Code, Diagnostic, Format};
use crate::importing::{self, Came, Draft, Import, Input, Map, Report, Rows};
use crate::output::create_file;
use crate::pipeline::{Loader, Options};
use crate::source::SourceFile;

/// More than any list of groups needs, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

pub(super) fn run(arguments: &Arguments, options: &ImportOptions) -> Result<Outcome, Failure> {
    let name = options.file.to_string_lossy();
    let input = Input::read(&name, &read_bytes(&options.file)?)
        .map_err(|why| Failure::Usage(format!("{name} cannot be imported: {why}")))?;
    let map = match &options.map {
        Some(map) if !options.suggest => map,
        map => return suggest(&input, map.as_deref(), arguments.quiet),
    };
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let Some((map, rows)) = read_map(map, &input)? else { return Ok(Outcome::Problems) };
    let progress = Progress::new(arguments.quiet);
    let loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    let importer = Importer { root, loader, today, is_trial: options.dry_run };
    let report = importer.run(&input, &Import::gather(map, rows), &progress, !arguments.quiet)?;
    if arguments.verbose {
        progress.say_timings();
    }
    Ok(report)
}

/// A file that is not of the site.
fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let in_words = |error| Failure::Usage(format!("{} cannot be read: {error}", path.display()));
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(in_words)?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(in_words)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::Usage(format!("{} is larger than 16 MiB.", path.display())));
    }
    Ok(bytes)
}

/// Writes a first map into a file that is not there yet, or prints it.
fn suggest(input: &Input, map: Option<&Path>, is_quiet: bool) -> Result<Outcome, Failure> {
    let rows = input.rows(None).map_err(|why| Failure::Usage(format!("{}: {why}", input.name)))?;
    let text = importing::suggest(&input.name, &rows);
    let Some(map) = map else { return print(&text) };
    let folder = map.parent().filter(|folder| *folder != Path::new(""));
    let file = map.file_name().map(|name| name.to_string_lossy().into_owned());
    let file = file.ok_or_else(|| Failure::Usage(format!("{} names no file.", map.display())))?;
    create_file(folder.unwrap_or(Path::new(".")), &file, text.as_bytes())?;
    if !is_quiet {
        say(&format!("Wrote {}\n\nLook it through in an editor. Then:", map.display()));
        say(&format!("  guildhall import {} --map {} --dry-run", input.name, map.display()));
    }
    Ok(Outcome::Fine)
}

/// The map with the rows that it is for. What is wrong with it is shown.
fn read_map(path: &Path, input: &Input) -> Result<Option<(Map, Rows)>, Failure> {
    let text = importing::decode(&read_bytes(path)?).text;
    let source = Arc::new(SourceFile::new(path.to_string_lossy(), text));
    let mut problems = Vec::new();
    let read = importing::read_map(&source, input, &mut problems);
    if !problems.is_empty() {
        let report = diagnostic::Report::new(problems, 1, 0);
        show(&report.render(Format::Human, &OneFile(source), true));
        say("Nothing was imported.");
        return Ok(None);
    }
    Ok(read)
}

/// What rows are imported into.
struct Importer {
    root: PathBuf,
    loader: Loader,
    today: jiff::civil::Date,
    is_trial: bool,
}

impl Importer {
    fn run(
        mut self,
        input: &Input,
        import: &Import,
        progress: &Progress,
        with_all: bool,
    ) -> Result<Outcome, Failure> {
        let terms = import.terms(self.loader.config());
        let term_files = terms.files().into_iter();
        let term_files: Vec<Arc<SourceFile>> =
            term_files.map(|(path, text)| Arc::new(SourceFile::new(path, text))).collect();
        let term_came: Vec<Came> = term_files.iter().map(|file| self.came(file)).collect();
        self.add(term_files.iter().zip(&term_came), progress);
        let drafts = import.drafts(
            &terms,
            Context { config: &Arc::clone(self.loader.config()), today: self.today },
        );
        let came = |draft: &Draft| draft.file.as_ref().map_or(Came::Nothing, |it| self.came(it));
        let came: Vec<Came> = drafts.iter().map(came).collect();
        let charters = drafts.iter().zip(&came);
        let charters = charters.filter_map(|(draft, came)| Some((draft.file.as_ref()?, came)));
        self.add(charters.clone(), progress);
        let problems = self.loader.check(progress).report.diagnostics;
        progress.finish();
        let new = term_files.iter().zip(&term_came).chain(charters);
        let new: Vec<&Arc<SourceFile>> =
            new.filter(|(_, came)| **came == Came::Written).map(|(file, _)| file).collect();
        let found = found(&problems, &new);
        if !self.is_trial {
            for file in &new {
                create_file(&self.root, file.path(), file.text().as_bytes())?;
            }
        }
        let report = Report {
            input: &input.name,
            unit: import.rows().unit,
            rows: drafts.iter().zip(came.iter().copied()).collect(),
            terms: term_files
                .iter()
                .map(|file| &**file.path())
                .zip(term_came.iter().copied())
                .collect(),
            found,
            unused: import.unused(),
            beyond: &import.rows().beyond,
            long: &import.rows().long,
            is_guessed: input.is_guessed,
            is_trial: self.is_trial,
        };
        print(&report.text(with_all))?;
        Ok(if report.is_whole() { Outcome::Fine } else { Outcome::Problems })
    }

    /// Has files read as if they were on the disk, those that will be.
    fn add<'f>(
        &mut self,
        files: impl Iterator<Item = (&'f Arc<SourceFile>, &'f Came)>,
        progress: &Progress,
    ) {
        let new = files.filter(|(_, came)| **came == Came::Written);
        self.loader.add(new.map(|(file, _)| Arc::clone(file)), progress);
    }

    /// What comes of a file: none is written over, whatever is in its place.
    fn came(&self, file: &SourceFile) -> Came {
        match self.loader.sources().text_file(file.path()) {
            Some(there) if there.text() == file.text() => Came::Same,
            Some(_) => Came::Exists,
            None if self.root.join(&**file.path()).symlink_metadata().is_ok() => Came::Exists,
            None => Came::Written,
        }
    }
}

/// The errors in new files, but for what the rows do not say.
fn found<'f>(
    problems: &[Diagnostic],
    new: &[&'f Arc<SourceFile>],
) -> BTreeMap<&'f str, Vec<String>> {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for problem in problems.iter().filter(|it| it.is_error() && it.code != Code::Missing) {
        if let Some(file) = new.iter().find(|file| *file.path() == problem.place.file) {
            let help = problem.help.as_deref().map(|help| format!(" {help}")).unwrap_or_default();
            found.entry(file.path()).or_default().push(format!("{}{help}", problem.message));
        }
    }
    found
}
