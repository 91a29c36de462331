//! The issue form, by which a group is sent in without a pull request: the fourteen questions with the
//! directory's own terms to choose from.
//!
//! An issue keeps the labels of its questions and nothing else of its form. So each label is that of one
//! key, always the same, and whoever makes a charter of an issue goes by [`FIELDS`].

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::charter::{Key, Question};
use crate::config::Config;
use crate::yaml::scalar;

/// The path of the form.
pub const FORM: &str = ".github/ISSUE_TEMPLATE/new-group.yml";

/// The label of its issues, by which the workflow that answers them knows them.
pub const LABEL: &str = "new group";

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key that it answers, by its path in the format; `""` for the charter's text.
    pub key: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// Whether an issue without it cannot be sent.
    pub is_required: bool,
}

/// How a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Line,
    /// A text of any length.
    Text,
    /// An entry to a line.
    Lines,
    /// A leader to a line: name, role and what they answer for, with semicolons between.
    Leaders,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Any of what the directory offers for the key, by its name.
    Offered,
    /// Sentences besides what is offered for the key, one to a line.
    Own,
}

const fn field(key: &'static str, kind: Kind, is_required: bool) -> Field {
    Field { key, kind, is_required }
}

/// Every field, in the order of the questions.
pub const FIELDS: &[Field] = &[
    field("name", Kind::Line, true),
    field("summary", Kind::Line, true),
    field("fields", Kind::Offered, false),
    field("subjects", Kind::Offered, false),
    field("domains", Kind::Offered, false),
    field("purpose", Kind::Text, true),
    field("leaders", Kind::Leaders, true),
    field("aims", Kind::Offered, false),
    field("aims", Kind::Own, false),
    field("objectives", Kind::Lines, false),
    field("membership", Kind::Word(&["open", "closed"]), true),
    field("size.ideal", Kind::Line, false),
    field("size.maximum", Kind::Line, false),
    field("size.current", Kind::Line, false),
    field("meetings[].repeats", Kind::Line, false),
    field("meetings[].day", Kind::Line, false),
    field("meetings[].time", Kind::Line, false),
    field("meetings[].duration", Kind::Line, false),
    field("meetings[].timezone", Kind::Line, false),
    field("meetings[].first", Kind::Line, false),
    field("meetings[].place.online", Kind::Line, false),
    field("meetings[].place.venue", Kind::Line, false),
    field("meetings[].place.town", Kind::Line, false),
    field("meetings[].notice", Kind::Line, false),
    field("commitment", Kind::Text, false),
    field("structure", Kind::Text, false),
    field("costs.amount", Kind::Line, false),
    field("costs.currency", Kind::Line, false),
    field("costs.per", Kind::Word(&["meeting", "month", "year", "once"]), false),
    field("costs.covers", Kind::Line, false),
    field("costs.concessions", Kind::Line, false),
    field("joining.places", Kind::Word(&["open", "waiting-list", "full"]), true),
    field("joining.who", Kind::Line, false),
    field("joining.steps", Kind::Lines, true),
    field("joining.contact", Kind::Line, true),
    field("joining.reply", Kind::Line, false),
    field("joining.welcome", Kind::Line, false),
    field("values", Kind::Offered, false),
    field("values", Kind::Own, false),
    field("standards", Kind::Offered, false),
    field("communication", Kind::Text, false),
    field("conflict", Kind::Text, false),
    field("status", Kind::Word(&["forming", "active"]), false),
    field("founded", Kind::Line, false),
    field("based.town", Kind::Line, false),
    field("based.country", Kind::Line, false),
    field("", Kind::Text, false),
];

impl Field {
    /// The question that it belongs to; the last ones belong to none.
    pub fn question(&self) -> Option<&'static Question> {
        Question::answered_by(self.key)
    }

    /// Its label, which is the heading of the answer in an issue: `11. Places`.
    pub fn label(&self) -> String {
        let name = Key::at(self.key).map_or("The group in your own words", |key| key.label);
        let number = self.question().map(|question| format!("{}. ", question.number));
        let own = if self.kind == Kind::Own { ", in your own words" } else { "" };
        format!("{}{name}{own}", number.unwrap_or_default())
    }

    /// Its id, by which an address can fill it in: `joining-contact`.
    fn id(&self) -> String {
        let key = if self.key.is_empty() { "text" } else { self.key };
        let own = if self.kind == Kind::Own { "-own" } else { "" };
        format!("{}{own}", key.replace("[]", "").replace('.', "-"))
    }

    fn help(&self) -> String {
        let told = Key::at(self.key).map_or(TEXT_HELP, |key| key.help);
        match (self.key, self.kind) {
            ("costs.amount", _) => format!("{told} Write free if there are no costs."),
            (_, Kind::Lines) if !told.contains("to a line") => format!("{told} One per line."),
            (_, Kind::Leaders) => format!("{told} {LEADERS_HELP}"),
            (_, Kind::Own) => "One sentence per line.".to_owned(),
            _ => told.to_owned(),
        }
    }

    /// The placeholder of the empty field.
    fn placeholder(&self) -> Option<String> {
        let example = Key::at(self.key)?.example;
        match self.kind {
            Kind::Leaders => Some("The group's leader; Leader; Sends the invitations".to_owned()),
            Kind::Line | Kind::Text => Some(example.trim_matches('"').to_owned()),
            Kind::Lines => Some(example.trim_matches(['[', ']']).replace("., ", ".\n")),
            Kind::Word(_) | Kind::Offered | Kind::Own => None,
        }
    }
}

const TEXT_HELP: &str = "What else a newcomer would like to know, in a few paragraphs. It appears on your page below \
                        the answers.";
const LEADERS_HELP: &str = "One per line: name; role; what they are responsible for.";

const HEAD: &str = "\
# The form for a new group, for those who cannot send a pull request.
#
# `guildhall issue-form` prints it, from the questions and from the terms, aims, values and standards of this
# directory. After you change these, print it again:
#
#   guildhall issue-form > .github/ISSUE_TEMPLATE/new-group.yml
#
# An issue shows each answer below the label of its question. A charter is made from an issue by these labels,
# so do not change them here. They stand for:
#
";

const INTRODUCTION: &str = "\
An issue is public: anyone can read it and see the name of your account. Leave out what you do not know yet; only the \
marked fields are required. A charter is made from your answers, and you are told within minutes if anything is wrong.";

/// The text of the form for a directory.
pub fn issue_form(config: &Config) -> String {
    let mut form = HEAD.to_owned();
    for field in FIELDS {
        let key = if field.key.is_empty() { "the text below the charter" } else { field.key };
        let _ = writeln!(form, "#   {}: {key}", field.label());
    }
    form.push_str("name: A new group\n");
    form.push_str(
        "description: Answer the fourteen questions here. A charter is made from your answers.\n",
    );
    let _ = writeln!(form, "title: \"New group: \"\nlabels: [{LABEL}]\nbody:");
    heading(&mut form, INTRODUCTION);
    let mut told: Option<&Question> = None;
    for field in FIELDS {
        if field.question() != told {
            told = field.question();
            let question = told.map(|told| format!("## {}. {}", told.number, told.text));
            heading(
                &mut form,
                question.as_deref().unwrap_or("## Finally, about the group as a whole"),
            );
        }
        write_field(&mut form, field, config);
    }
    form
}

fn heading(form: &mut String, text: &str) {
    let _ = write!(form, "  - type: markdown\n    attributes:\n      value: {}\n", scalar(text, 6));
}

fn write_field(form: &mut String, field: &Field, config: &Config) {
    let offered = if field.kind == Kind::Offered { offered(field.key, config) } else { Vec::new() };
    let kind = match field.kind {
        Kind::Line => "input",
        Kind::Word(_) => "dropdown",
        Kind::Offered if offered.is_empty() => return, // GitHub takes no list without choices
        Kind::Offered => "checkboxes",
        Kind::Text | Kind::Lines | Kind::Leaders | Kind::Own => "textarea",
    };
    let _ = write!(form, "  - type: {kind}\n    id: {}\n    attributes:\n", field.id());
    let _ = writeln!(form, "      label: {}", scalar(&field.label(), 6));
    let _ = writeln!(form, "      description: {}", scalar(&field.help(), 6));
    if let Some(placeholder) = field.placeholder() {
        // GitHub takes a date without quotes for no text.
        let is_date = placeholder.parse::<jiff::civil::Date>().is_ok();
        let written = if is_date { format!("\"{placeholder}\"") } else { scalar(&placeholder, 6) };
        let _ = writeln!(form, "      placeholder: {written}");
    }
    match field.kind {
        Kind::Word(words) => {
            let _ = writeln!(form, "      options: [{}]", words.join(", "));
        }
        Kind::Offered => {
            form.push_str("      options:\n");
            for name in offered {
                let _ = writeln!(form, "        - label: {}", scalar(&name, 10));
            }
        }
        _ => {}
    }
    if field.is_required {
        form.push_str("    validations:\n      required: true\n");
    }
}

/// The names that the directory offers for a key. If two are the same, the id distinguishes them.
fn offered(key: &str, config: &Config) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let name = |(id, name): (&str, &str)| {
        if seen.insert(name.to_owned()) { name.to_owned() } else { format!("{name} ({id})") }
    };
    config.offered(key).into_iter().map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::QUESTIONS;

    #[test]
    fn every_label_stands_for_one_field() {
        let labels: BTreeSet<String> = FIELDS.iter().map(Field::label).collect();
        let ids: BTreeSet<String> = FIELDS.iter().map(Field::id).collect();
        assert_eq!((labels.len(), ids.len()), (FIELDS.len(), FIELDS.len()));
    }

    #[test]
    fn the_fields_follow_the_questions_and_leave_none_out() {
        let numbers: Vec<u8> =
            FIELDS.iter().filter_map(Field::question).map(|question| question.number).collect();
        assert!(numbers.is_sorted());
        let asked: BTreeSet<u8> = numbers.into_iter().collect();
        assert_eq!(asked.len(), QUESTIONS.len());
    }

    #[test]
    fn every_field_but_the_text_is_a_key_of_the_charter() {
        for field in FIELDS.iter().filter(|field| !field.key.is_empty()) {
            assert!(Key::at(field.key).is_some(), "{}", field.key);
        }
    }
}
