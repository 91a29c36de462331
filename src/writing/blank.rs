//! The blank charter.

use crate::charter::{GUIDES, QUESTIONS, Question};
use crate::config::Config;

/// A charter in which every question has its place.
pub fn blank(_config: &Config) -> String {
    use std::fmt::Write as _;
    let mut text = "---\n".to_owned();
    for question in &QUESTIONS {
        let _ = writeln!(text, "# {}. {}", question.number, question.text);
        for guide in GUIDES.iter().filter(|guide| {
            !guide.key.contains('.') && Question::answered_by(guide.key) == Some(question)
        }) {
            let _ = writeln!(text, "# {}: {}", guide.key, guide.example);
        }
    }
    text + "---\n"
}
