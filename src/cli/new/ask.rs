//! A conversation that ends in a charter.

use super::prompts::{Ended, agree};
use super::questions;
use super::session::{Session, is_within, tell};
use crate::charter::{Key, QUESTIONS, Question};
use crate::cli::say;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::charter_path;

/// Keys that few new groups need. Whoever does adds them to the file.
const NOT_ASKED: &[&str] =
    &["reviewed", "since", "succeeded_by", "part_of", "related", "picture", "aliases"];

impl Session<'_> {
    /// Asks what is open, shows the charter, and gives its text once it may be written.
    pub(super) fn run(&mut self) -> Result<String, Ended> {
        say("This asks the fourteen questions, and writes the charter of your group.");
        say(
            "Press Enter to skip a question that is optional. Ctrl-C stops, and keeps your answers.",
        );
        let mut asked = None;
        for key in names().filter(|key| !NOT_ASKED.contains(key)) {
            introduce(key, &mut asked);
            if !self.is_answered(key) {
                questions::ask(self, key)?;
            }
        }
        say(
            "\nFinally, is there anything else that a newcomer would like to know? It goes below the answers.",
        );
        if !self.is_answered("about") {
            questions::ask(self, "about")?;
        }
        self.finish()
    }

    fn finish(&mut self) -> Result<String, Ended> {
        loop {
            let (file, report) = self.checked();
            if report.errors() == 0 {
                say(&format!("\nThis is the charter:\n\n{}", file.text()));
                report.diagnostics.iter().for_each(tell);
                let question = format!("Write it to {}?", charter_path(self.id()));
                return if agree(&question, true)? {
                    Ok(file.text().to_string())
                } else {
                    Err(Ended::Stopped)
                };
            }
            say("\nSome answers are not right yet:");
            for found in report.diagnostics.iter().filter(|it| it.severity == Severity::Error) {
                tell(found);
            }
            let is_in = |found: &Diagnostic, key: &str| is_within(found.key.as_deref(), key);
            let has_errors = |key: &&str| {
                report.diagnostics.iter().any(|it| it.severity == Severity::Error && is_in(it, key))
            };
            // What no question asks for lies in the text below, or is a key that there is not.
            let open: Vec<&str> = names().filter(has_errors).collect();
            let known = |key: &String| names().any(|known| known == key) || key == "about";
            let others: Vec<String> =
                self.answers().keys().filter(|key| !known(key)).cloned().collect();
            for key in &others {
                say(&format!("`{key}` is left out."));
                self.leave_out(key);
            }
            if open.is_empty() && others.is_empty() {
                questions::ask(self, "about")?;
            }
            for key in open {
                questions::ask(self, key)?;
            }
        }
    }
}

/// The keys of a charter.
fn names() -> impl Iterator<Item = &'static str> {
    Key::of_charter().iter().map(|key| key.name)
}

/// Says which question a key answers, the first time that it is asked.
fn introduce(key: &str, asked: &mut Option<u8>) {
    let question = Question::answered_by(key);
    if let Some(question) = question.filter(|question| *asked != Some(question.number)) {
        say(&format!("\nQuestion {} of {}: {}", question.number, QUESTIONS.len(), question.text));
        *asked = Some(question.number);
    }
}
