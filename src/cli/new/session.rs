//! The answers so far: which questions are open, and what is wrong with an answer.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::prompts;
use super::prompts::{Ended, agree};
use crate::charter::Reading;
use crate::cli::say;
use crate::config::{Axis, Config};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::pipeline::Loader;
use crate::source::{SourceFile, charter_path, check_id};
use crate::text::on_one_line;
use crate::writing::{self, Answers, id_of};

/// The answers so far.
pub(super) struct Session<'a> {
    loader: &'a Loader,
    root: &'a Path,
    /// The build date.
    pub(super) today: Date,
    answers: Answers,
    id: String,
    given: usize,
}

impl<'a> Session<'a> {
    pub(super) fn new(loader: &'a Loader, today: Date, root: &'a Path, answers: &Answers) -> Self {
        let mut answers = writing::with_ids(writing::tidy(answers));
        let given = answers.len();
        if !answers.contains_key("reviewed") {
            writing::set(&mut answers, "reviewed", today.to_string());
        }
        Self { loader, root, today, answers, id: String::new(), given }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether anything was answered here or before.
    pub(super) fn has_answers(&self) -> bool {
        self.given > 0 || self.answers.len() > 1
    }

    pub(super) fn config(&self) -> &'a Config {
        self.loader.config()
    }

    /// Whether a key has an answer without errors, and a name its file.
    pub(super) fn is_answered(&mut self, key: &str) -> bool {
        let is_good = self.answers.contains_key(key)
            && self
                .problems(&self.answers, key)
                .iter()
                .all(|found| found.severity == Severity::Warning);
        is_good && (key != "name" || self.take_id())
    }

    /// Takes the id of the name, if there is no such file.
    fn take_id(&mut self) -> bool {
        let name = self.answers.get("name").and_then(Json::as_str).unwrap_or_default();
        self.id = id_of(name);
        self.id_fault().is_none()
    }

    fn id_fault(&self) -> Option<String> {
        if let Err(reason) = check_id(&self.id) {
            return Some(format!("“{}” cannot be a file's name: {reason}.", self.id));
        }
        let path = charter_path(&self.id);
        self.root.join(&path).exists().then(|| format!("The file {path} already exists."))
    }

    /// Asks for the file's name where the group's name gives none that is free.
    pub(super) fn choose_id(&mut self) -> Result<(), Ended> {
        if self.take_id() {
            say(&format!("Its file will be {}", charter_path(&self.id)));
            return Ok(());
        }
        while let Some(fault) = self.id_fault() {
            say(&fault);
            say(
                "The file's name becomes the address of the group's page: small letters, digits, hyphens.",
            );
            let typed = prompts::line("The file's name, without .md", &self.id)?;
            typed.trim().trim_end_matches(".md").clone_into(&mut self.id);
        }
        Ok(())
    }

    /// The charter that the answers make, with all that is wrong with it.
    pub(super) fn checked(&self) -> (Arc<SourceFile>, Report) {
        let file = self.file(&self.answers);
        let report = self.loader.check_draft(&file);
        (file, report)
    }

    /// Forgets an answer.
    pub(super) fn leave_out(&mut self, key: &str) {
        self.answers.remove(key);
    }

    /// An answer under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Json> {
        self.answers.get(key)
    }

    /// Takes an answer if the checks find no error in it, and says what they find. `false`: it has to be
    /// given again.
    pub(super) fn accept(&mut self, key: &str, value: Json) -> Result<bool, Ended> {
        let mut trial = self.answers.clone();
        trial.insert(key.to_owned(), value);
        let trial = writing::with_ids(writing::tidy(&trial));
        let found = self.problems(&trial, key);
        found.iter().for_each(tell);
        if found.iter().any(|found| found.severity == Severity::Error) {
            return Ok(false);
        }
        let is_told = found.iter().any(|found| found.code != Code::Unanswered);
        if is_told && !agree("Keep it anyway?", true)? {
            return Ok(false);
        }
        self.answers = trial;
        Ok(true)
    }

    /// What is wrong with a part of an answer whose other parts may still be missing.
    pub(super) fn part_is_good(&self, key: &str, value: Json) -> bool {
        let mut trial = self.answers.clone();
        trial.insert(key.to_owned(), value);
        let found = self.problems(&writing::tidy(&trial), key);
        let errors = found
            .iter()
            .filter(|found| found.severity == Severity::Error && found.code != Code::Missing);
        errors.inspect(|found| tell(found)).count() == 0
    }

    /// The result of reading these answers, with placeholders for those that are still missing.
    pub(super) fn reading(&self, answers: &Answers, key: &str) -> Reading {
        self.loader.read_draft(&self.file(&self.with_stand_ins(answers, key)))
    }

    fn file(&self, answers: &Answers) -> Arc<SourceFile> {
        let id = if self.id.is_empty() { "new-group" } else { &self.id };
        Arc::new(SourceFile::new(charter_path(id), writing::write(answers)))
    }

    /// What is wrong with a key's value.
    fn problems(&self, answers: &Answers, key: &str) -> Vec<Diagnostic> {
        let answers = self.with_stand_ins(answers, key);
        let found = match key {
            "name" => self.loader.check_draft(&self.file(&answers)).diagnostics,
            _ => self.config().settings.checks.apply(self.reading(&answers, key).diagnostics),
        };
        // If no axis has a term, the problem is reported for the last of the three.
        let has_no_term = |found: &Diagnostic| {
            key == "domains"
                && found.code == Code::Missing
                && found.key.as_deref() == Some("fields")
        };
        let is_of_key =
            |found: &Diagnostic| is_within(found.key.as_deref(), key) || has_no_term(found);
        found.into_iter().filter(is_of_key).collect()
    }

    /// The answers, with placeholders for other required keys, so that only one key is checked.
    fn with_stand_ins(&self, answers: &Answers, key: &str) -> Answers {
        let term = Axis::ALL.into_iter().find_map(|axis| {
            let term = self.config().vocabulary.terms(axis).first()?;
            Some((axis.key(), term.id.clone()))
        });
        let stand_ins = json!({
            "name": "The new group that is being asked for", "summary": "A new group.",
            "purpose": "To meet.", "reviewed": self.today.to_string(), "aims": ["To meet."],
            "leaders": [{"name": "The leader"}], "membership": "open",
            "meetings": [{"repeats": "varies", "when": "We agree.", "place": {"online": "Video call"}}],
            "joining": {"places": "open", "steps": ["Write."], "contact": "group@example.org"},
        });
        let mut all = answers.clone();
        if let Json::Object(stand_ins) = stand_ins {
            for (other, value) in stand_ins.into_iter().filter(|(other, _)| other != key) {
                all.entry(other).or_insert(value);
            }
        }
        let has_terms = Axis::ALL.iter().any(|axis| all.contains_key(axis.key()));
        if let Some((axis, id)) = term.filter(|_| !has_terms && key != "domains") {
            writing::set(&mut all, axis, vec![id]);
        }
        all
    }
}

/// Whether a problem's key lies in another.
pub(super) fn is_within(found: Option<&str>, key: &str) -> bool {
    let rest = found.and_then(|found| found.strip_prefix(key));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Says what is wrong, and what to type instead.
pub(super) fn tell(found: &Diagnostic) {
    let mark = if found.severity == Severity::Error { "✗" } else { "!" };
    let visible = |text: &str| text.lines().map(on_one_line).collect::<Vec<_>>().join("\n");
    say(&format!("{mark} {}", visible(&found.message)));
    if let Some(help) = &found.help {
        say(&format!("  {}", visible(help)));
    }
}
