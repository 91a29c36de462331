//! `guildhall new`

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::arguments::{Arguments, NewOptions};
use super::one_file::OneFile;
use super::progress::Progress;
use super::today::build_date;
use super::{Failure, Outcome, paths, print, say, show};
use crate::diagnostic::{Diagnostic, Format, Report, Texts};
use crate::output::create_file;
use crate::pipeline::{Loader, Options};
use crate::source::{SourceFile, charter_path, check_id};
use crate::writing::{self, Answers, id_of};

/// More than any answers need, in bytes.
const LARGEST: u64 = 256 * 1024;

const NOT_READ: &str = "Standard input is not read here.\n\
    To take answers from it, add `--from -`. For a blank charter, add `--blank`.";

pub(super) fn run(arguments: &Arguments, options: &NewOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let progress = Progress::new(arguments.quiet);
    let loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    progress.finish();
    let NewOptions { stdout, keep_going, .. } = *options;
    let site = Site { root, loader, today, stdout, keep_going, quiet: arguments.quiet };
    let name = options.name.as_deref();
    match &options.from {
        Some(path) => site.take_file(path, name),
        None if options.blank || !has_input() => site.blank(name),
        None => Err(Failure::Usage(NOT_READ.to_owned())),
    }
}

/// Where the new charter goes.
struct Site {
    root: PathBuf,
    loader: Loader,
    today: Date,
    stdout: bool,
    keep_going: bool,
    quiet: bool,
}

impl Site {
    fn blank(&self, name: Option<&str>) -> Result<Outcome, Failure> {
        let mut filled = vec![("reviewed", self.today.to_string())];
        filled.extend(name.map(|name| ("name", name.to_owned())));
        let text = writing::blank_with(self.loader.config(), &filled);
        match name.filter(|_| !self.stdout) {
            Some(name) => self.write(&free_id(name)?, &text),
            None => print(&text),
        }
    }

    fn take_file(&self, path: &Path, name: Option<&str>) -> Result<Outcome, Failure> {
        let mut answers = match self.read_answers(path)? {
            Ok(answers) => writing::with_ids(writing::tidy(&answers_with(answers, name))),
            Err(report) => return Ok(Self::refuse(&report.0, &*report.1)),
        };
        if !answers.contains_key("reviewed") {
            writing::set(&mut answers, "reviewed", self.today.to_string());
        }
        let name = answers.get("name").and_then(serde_json::Value::as_str).unwrap_or_default();
        let id = id_of(name);
        let id = if id.is_empty() { "new-group".to_owned() } else { id };
        let file = Arc::new(SourceFile::new(charter_path(&id), writing::write(&answers)));
        let report = self.loader.check_draft(&file);
        if report.errors() > 0 && !self.keep_going {
            return Ok(Self::refuse(&report, &Drafts(&file, &self.loader)));
        }
        self.show(&report, &Drafts(&file, &self.loader));
        if self.stdout {
            print(file.text())?;
        } else {
            let id = if self.keep_going { id } else { free_id(name)? };
            self.write(&id, file.text())?;
        }
        Ok(Outcome::of(&report))
    }

    /// The answers of a file, or what is wrong with it.
    fn read_answers(&self, path: &Path) -> Result<Result<Answers, Box<Refused>>, Failure> {
        let text = read_text(path)?;
        if writing::is_issue(&text) {
            return Ok(Ok(writing::read_issue(&text, self.loader.config())));
        }
        let source = Arc::new(SourceFile::new(path.to_string_lossy(), text));
        let mut problems: Vec<Diagnostic> = Vec::new();
        let answers = writing::read_answers(&source, &mut problems);
        Ok(answers.filter(|_| problems.is_empty()).ok_or_else(|| {
            Box::new((Report::new(problems, 1, 0), Box::new(OneFile(source)) as Box<dyn Texts>))
        }))
    }

    fn refuse(report: &Report, texts: &dyn Texts) -> Outcome {
        show(&report.render(Format::Human, texts, true));
        say(
            "Nothing was written. The line numbers above are those of the charter that these answers make.",
        );
        Outcome::Problems
    }

    fn show(&self, report: &Report, texts: &dyn Texts) {
        if !self.quiet && !report.diagnostics.is_empty() {
            show(&report.render(Format::Human, texts, true));
        }
    }

    fn write(&self, id: &str, text: &str) -> Result<Outcome, Failure> {
        let file = charter_path(id);
        create_file(&self.root, &file, text.as_bytes())?;
        if !self.quiet {
            say(&format!("Wrote {file}\n\nWhat to do next:"));
            say(&format!("  guildhall check {file}   says what is missing or wrong"));
            say("  guildhall serve --open   shows the group's page");
            say("Then send the file in: CONTRIBUTING.md says how.");
        }
        Ok(Outcome::Fine)
    }
}

type Refused = (Report, Box<dyn Texts>);

fn answers_with(mut answers: Answers, name: Option<&str>) -> Answers {
    if let Some(name) = name {
        writing::set(&mut answers, "name", name);
    }
    answers
}

/// The id of a name, if the name has one.
fn free_id(name: &str) -> Result<String, Failure> {
    let id = id_of(name);
    match check_id(&id) {
        Ok(()) => Ok(id),
        Err(_) => Err(Failure::Usage(format!(
            "no file name can be made from the name “{name}”, because nothing in it can be spelt with the letters a to z.\n\
             Print the charter with --stdout, and give its file a name yourself."
        ))),
    }
}

/// Whether somebody gives something on standard input: a pipe or a file, but no terminal and no empty device.
#[cfg(unix)]
fn has_input() -> bool {
    use std::os::fd::AsFd as _;
    use std::os::unix::fs::FileTypeExt as _;
    let input = io::stdin().as_fd().try_clone_to_owned().map(File::from);
    let Ok(found) = input.and_then(|file| file.metadata()) else { return false };
    found.file_type().is_fifo() || found.file_type().is_socket() || found.len() > 0
}

#[cfg(not(unix))]
fn has_input() -> bool {
    use std::io::IsTerminal as _;
    !io::stdin().is_terminal()
}

/// A file of answers, or standard input.
fn read_text(path: &Path) -> Result<String, Failure> {
    let in_words =
        |error: io::Error| Failure::Usage(format!("{} cannot be read: {error}", path.display()));
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().take(LARGEST + 1).read_to_end(&mut bytes).map_err(in_words)?;
    } else {
        let file = File::open(path).map_err(in_words)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(in_words)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::Usage(format!("{} is larger than 256 KiB.", path.display())));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::Usage(format!("{} is not UTF-8 text.", path.display())))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned())
}

/// The text of a charter that is not there yet, and those of the site.
struct Drafts<'a>(&'a SourceFile, &'a Loader);

impl Texts for Drafts<'_> {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        if file == &**self.0.path() {
            return Some(Arc::clone(self.0.text()));
        }
        self.1.sources().text(file)
    }
}
