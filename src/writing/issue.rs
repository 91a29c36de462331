//! Answers from an issue that was filled in as a form.
//!
//! GitHub shows each answer of such a form below a heading, `### ` and the label of its field. A label is
//! that of the [`Key`] with the number of its question before it: `### 2. Purpose`. A heading that is
//! no such label belongs to the answer above it.

use serde_json::Value as Json;

use super::Answers;
use super::answers::set;
use super::tidy::tidy_line;
use crate::charter::Key;
use crate::config::Config;

/// The text of a question that was not answered.
const NO_ANSWER: &str = "_No response_";
const OWN_WORDS: &str = "in your own words";
const ABOUT: &str = "The group in your own words";

/// Whether a text is such an issue: it has the heading of a question.
pub fn is_issue(text: &str) -> bool {
    text.lines().any(|line| heading(line).is_some())
}

/// The answers of an issue. Names of terms, aims, values and standards become their ids where this
/// directory has them.
pub fn read(text: &str, config: &Config) -> Answers {
    let mut answers = Answers::new();
    for (key, answer) in sections(text) {
        put(&mut answers, &key, &answer, config);
    }
    join_costs(&mut answers);
    join_meetings(&mut answers);
    answers
}

/// Each key with its answer, in the order of the issue.
fn sections(text: &str) -> Vec<(String, String)> {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (heading(line), sections.last_mut()) {
            (Some(key), _) => sections.push((key, String::new())),
            (None, Some((_, answer))) => {
                answer.push_str(line);
                answer.push('\n');
            }
            (None, None) => {} // before the first question
        }
    }
    sections.retain(|(_, answer)| !matches!(answer.trim(), "" | NO_ANSWER));
    sections
}

/// The key that a heading's answer belongs to.
fn heading(line: &str) -> Option<String> {
    let label = tidy_line(line.strip_prefix("### ")?).to_lowercase();
    if label == ABOUT.to_lowercase() {
        return Some("about".to_owned());
    }
    let own = format!(", {OWN_WORDS}");
    let label = label.strip_suffix(&own).unwrap_or(&label);
    let key = Key::all().iter().find(|key| {
        let name = key.label.to_lowercase();
        match key.question() {
            Some(question) => {
                let answers_alone = question.keys().map(|one| one.path).eq([key.path]);
                label == format!("{}. {name}", question.number)
                    || answers_alone
                        && label == format!("{}. {}", question.number, question.text.to_lowercase())
            }
            None => label == name,
        }
    });
    key.map(|key| key.path.to_owned())
}

fn put(answers: &mut Answers, key: &str, answer: &str, config: &Config) {
    match key {
        "fields" | "subjects" | "domains" | "aims" | "values" | "standards" => {
            let found =
                entries(answer).into_iter().map(|entry| Json::String(id(config, key, entry)));
            match answers.get_mut(key) {
                Some(Json::Array(items)) => items.extend(found),
                _ => set(answers, key, found.collect::<Vec<_>>()),
            }
        }
        "leaders" => set(answers, key, entries(answer).into_iter().map(leader).collect::<Vec<_>>()),
        "objectives" | "joining.steps" | "aliases" => set(answers, key, entries(answer)),
        "about" => set(answers, key, answer),
        key if Key::at(key).is_some_and(Key::is_markdown) => set(answers, key, answer),
        key => set(answers, &key.replace("[]", ""), tidy_line(answer)),
    }
}

/// One entry to a line, without the mark before it. Boxes that are not ticked are no entries.
fn entries(answer: &str) -> Vec<&str> {
    let lines = answer.lines().map(str::trim).filter(|line| !line.starts_with("- [ ]"));
    lines.map(without_mark).filter(|line| !line.is_empty()).collect()
}

fn without_mark(line: &str) -> &str {
    for mark in ["- [x] ", "- [X] ", "- ", "* ", "+ ", "• "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return rest.trim();
        }
    }
    let rest = line.trim_start_matches(|found: char| found.is_ascii_digit());
    let numbered = rest.len() < line.len() && line.len() - rest.len() <= 2;
    let after = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "));
    after.filter(|_| numbered).unwrap_or(line).trim()
}

/// The id of what a line names, or the line.
fn id(config: &Config, key: &str, entry: &str) -> String {
    let offered = config.offered(key).into_iter();
    let mut meant = offered.filter(|(id, name)| *id == entry || name.eq_ignore_ascii_case(entry));
    meant.next().map_or(entry, |(id, _)| id).to_owned()
}

/// `name; role; what they answer for; …`
fn leader(line: &str) -> Json {
    let mut parts = line.split(';').map(str::trim);
    let mut leader = Answers::new();
    for key in ["name", "role"] {
        if let Some(part) = parts.next() {
            set(&mut leader, key, part);
        }
    }
    set(&mut leader, "responsibilities", parts.collect::<Vec<_>>());
    Json::Object(leader)
}

/// `free` in place of the sum is `costs: free`, whatever else was chosen.
fn join_costs(answers: &mut Answers) {
    let amount = answers.get("costs").and_then(|costs| costs.get("amount")).and_then(Json::as_str);
    if amount.is_some_and(|amount| amount.trim_end_matches('.').eq_ignore_ascii_case("free")) {
        set(answers, "costs", "free");
    }
}

/// The one series that a form asks for. If the dates vary, the day says how they are found.
fn join_meetings(answers: &mut Answers) {
    let Some(Json::Object(mut series)) = answers.remove("meetings") else { return };
    let varies = series.get("repeats").and_then(Json::as_str) == Some("varies");
    if varies && let Some(day) = series.remove("day") {
        series.insert("when".to_owned(), day);
    }
    set(answers, "meetings", vec![Json::Object(series)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_labels_of_questions_are_headings() {
        let cases = [
            ("### 1. Name of the group", Some("name")),
            ("### 2. purpose ", Some("purpose")),
            ("### 2. What is its purpose?", Some("purpose")),
            ("### 4. Aims, in your own words", Some("aims")),
            ("### 7. Online", Some("meetings[].place.online")),
            ("### 7. Starts at", Some("meetings[].time")),
            ("### Status", Some("status")),
            ("### The group in your own words", Some("about")),
            ("### Purpose", None),
            ("### What we do", None),
            ("## 2. Purpose", None),
        ];
        for (line, key) in cases {
            assert_eq!(heading(line).as_deref(), key, "{line}");
        }
    }

    #[test]
    fn every_label_is_the_heading_of_one_key() {
        let mut labels = std::collections::BTreeSet::new();
        for key in Key::all() {
            let number = key.question().map(|question| question.number);
            assert!(labels.insert((number, key.label.to_lowercase())), "{}", key.path);
        }
    }

    #[test]
    fn lists_lose_their_marks() {
        let answer = "- [x] One\n- [ ] Two\n- Three\n 4. Four\n2026 was good. Yes.\n\n* Five";
        assert_eq!(entries(answer), ["One", "Three", "Four", "2026 was good. Yes.", "Five"]);
    }

    #[test]
    fn a_leader_is_a_line() {
        let wanted =
            serde_json::json!({"name": "A", "role": "Chair", "responsibilities": ["x", "y"]});
        assert_eq!(leader("A; Chair;x ; y"), wanted);
    }
}
