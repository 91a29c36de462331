//! How a question is asked in a terminal.

use inquire::autocompletion::Replacement;
use inquire::{Autocomplete, Confirm, CustomUserError, InquireError, MultiSelect, Select, Text};

use crate::charter::Key;
use crate::cli::{Failure, say};
use crate::config::Config;

/// How many entries of a list are shown at once: a small window has room for them.
const PAGE: usize = 8;
const STOP: &str = "Stop here? Your answers are kept.";

/// Why there is no charter in the end.
pub(super) enum Ended {
    /// By Ctrl-C, or by a no at the end.
    Stopped,
    /// The machine failed.
    Failed(Failure),
}

/// Says what a key is for by which a directory lets its groups choose, and gives what it is called there.
pub(super) fn explain_choice(config: &Config, key: &str) -> String {
    let Some((label, help)) = Key::at(key).map(|key| key.guide(config)) else {
        return String::new();
    };
    say(&format!("\n{help}"));
    label.into_owned()
}

/// Says what a key is for.
pub(super) fn explain(key: &str) -> &'static str {
    match Key::at(key) {
        Some(Key { label, help, example, .. }) => {
            let example = example.trim_matches('"');
            let is_short = !example.contains(['[', '{']);
            let example = if is_short { format!(" For example: {example}") } else { String::new() };
            say(&format!("\n{help}{example}"));
            label
        }
        None => "Answer",
    }
}

/// A line of text. Empty where there is no answer.
pub(super) fn line(label: &str, typed: &str) -> Result<String, Ended> {
    let label = format!("{label}:");
    answer(|| Text::new(&label).with_initial_value(typed).prompt())
}

/// A line of text, with names that begin like it.
pub(super) fn line_of(label: &str, typed: &str, names: &[String]) -> Result<String, Ended> {
    let (label, names) = (format!("{label}:"), Names(names.to_vec()));
    answer(|| {
        let prompt = Text::new(&label).with_initial_value(typed);
        prompt.with_autocomplete(names.clone()).with_page_size(PAGE).prompt()
    })
}

/// One of some choices: its position.
pub(super) fn one(label: &str, choices: &[String]) -> Result<usize, Ended> {
    let label = format!("{label}:");
    let help = "up and down to move, Enter to choose";
    answer(|| {
        let prompt = Select::new(&label, choices.to_vec());
        prompt.with_page_size(PAGE).with_help_message(help).raw_prompt().map(|it| it.index)
    })
}

/// Any of some choices: their positions.
pub(super) fn some(label: &str, choices: &[String], chosen: &[usize]) -> Result<Vec<usize>, Ended> {
    let label = format!("{label}:");
    let help = "space to choose, letters to search, Enter to go on";
    answer(|| {
        let prompt = MultiSelect::new(&label, choices.to_vec()).with_default(chosen);
        let prompt = prompt.with_page_size(PAGE).with_help_message(help);
        prompt.raw_prompt().map(|all| all.iter().map(|it| it.index).collect())
    })
}

/// Yes or no.
pub(super) fn agree(label: &str, default: bool) -> Result<bool, Ended> {
    answer(|| Confirm::new(label).with_default(default).prompt())
}

/// Asks until there is an answer. Ctrl-C stops; Esc asks first.
fn answer<T>(prompt: impl Fn() -> Result<T, InquireError>) -> Result<T, Ended> {
    loop {
        match prompt() {
            Ok(answer) => return Ok(answer),
            Err(InquireError::OperationCanceled) => {
                match Confirm::new(STOP).with_default(false).prompt() {
                    Ok(false) | Err(InquireError::OperationCanceled) => {}
                    Ok(true) | Err(InquireError::OperationInterrupted) => {
                        return Err(Ended::Stopped);
                    }
                    Err(error) => return Err(failed(&error)),
                }
            }
            Err(InquireError::OperationInterrupted) => return Err(Ended::Stopped),
            Err(error) => return Err(failed(&error)),
        }
    }
}

fn failed(error: &InquireError) -> Ended {
    Ended::Failed(Failure::Machine(format!("the terminal cannot be used: {error}")))
}

/// Names that are offered while one types.
#[derive(Clone)]
struct Names(Vec<String>);

impl Autocomplete for Names {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        let wanted = input.to_lowercase().replace(' ', "_");
        let fits = |name: &&String| wanted.len() > 1 && name.to_lowercase().contains(&wanted);
        Ok(self.0.iter().filter(fits).take(PAGE).cloned().collect())
    }

    fn get_completion(
        &mut self,
        _input: &str,
        highlighted: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(highlighted)
    }
}
