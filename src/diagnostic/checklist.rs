//! The questions that a file answers: a report may show them below its problems.

use std::sync::Arc;

/// The questions of one file, and which of them it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The file, as places name it.
    pub file: Arc<str>,
    /// The questions, in order. Empty if the file cannot be read.
    pub items: Vec<ChecklistItem>,
}

/// One question of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// The question, with its number if it has one.
    pub text: String,
    /// Whether it is answered.
    pub state: Answer,
}

/// Whether a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is.
    Given,
    /// It is, with an error in it.
    Faulty,
    /// It is not.
    Open,
}

impl Checklist {
    /// How many questions have an answer without errors.
    pub fn given(&self) -> usize {
        self.items.iter().filter(|item| item.state == Answer::Given).count()
    }
}
