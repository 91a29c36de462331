//! Which of the fourteen questions the charters answer, for a report that shows it.

use std::collections::BTreeMap;

use super::Loader;
use crate::charter::{QUESTIONS, Question, Reading};
use crate::diagnostic::{Answer, Checklist, ChecklistItem, Diagnostic, Report, Severity};

impl Loader {
    /// The fourteen questions for each charter that is wanted, by its file, with what a report found
    /// in it; in the order of the files.
    pub fn checklists(&self, report: &Report, is_wanted: impl Fn(&str) -> bool) -> Vec<Checklist> {
        let mut errors: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for found in report.diagnostics.iter().filter(|found| found.severity == Severity::Error) {
            errors.entry(&found.place.file).or_default().push(found);
        }
        let wanted = self.readings().filter(|reading| is_wanted(reading.source.path()));
        let checklist = |reading: &Reading| {
            let file = reading.source.path();
            checklist(reading, errors.get(&**file).map_or(&[], Vec::as_slice))
        };
        wanted.map(checklist).collect()
    }
}

fn checklist(reading: &Reading, errors: &[&Diagnostic]) -> Checklist {
    let item = |(question, is_answered): (&Question, bool)| ChecklistItem {
        text: format!("{}. {}", question.number, question.text),
        state: match is_answered {
            false => Answer::Open,
            true if errors.iter().any(|found| concerns(found, question)) => Answer::Faulty,
            true => Answer::Given,
        },
    };
    let answered = reading.answered.into_iter().flatten();
    let items = QUESTIONS.iter().zip(answered).map(item).collect();
    Checklist { file: reading.source.path().clone(), items }
}

/// Whether a problem is in the answer to a question.
fn concerns(found: &Diagnostic, question: &Question) -> bool {
    let key = found.key.as_deref().and_then(|path| path.split(['.', '[']).next());
    key.is_some_and(|key| question.keys().any(|one| one.name == key))
}
