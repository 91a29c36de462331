//! A text of a site's own in place of the catalogue's.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::{Words, message};
use crate::diagnostic::{join_words, nearest};

/// The most opening braces of a text: what Fluent fills at once.
const MOST_BRACES: usize = 100;

/// A text of a site's own, which takes no variable that the catalogue's does not.
#[derive(Debug)]
pub struct Own {
    pub(super) key: String,
    pub(super) text: String,
    pub(super) source: FluentResource,
}

impl Own {
    /// Reads the text for a key of the catalogue.
    ///
    /// # Errors
    /// What is wrong with it, and what to write instead.
    pub fn read(key: &str, text: &str) -> Result<Self, (String, String)> {
        if text.matches('{').count() > MOST_BRACES {
            let message = format!("This text has more than {MOST_BRACES} braces.");
            return Err((message, "Use fewer variables.".to_owned()));
        }
        let indented = text.replace('\n', "\n    "); // what goes on must be indented, and be no key
        let source = FluentResource::try_new(format!("{key} = {indented}\n"))
            .map_err(|(_, problems)| cannot_be_read(&problems))?;
        let pattern = only_pattern(&source).ok_or_else(|| cannot_be_read(&[]))?;
        if !message::stands_alone(pattern) {
            let message = "The braces in this text contain something other than a variable.";
            let help = "Only variables, such as `{ $n }`, may be in braces.";
            return Err((message.to_owned(), help.to_owned()));
        }
        let taken = Words::variables(key).unwrap_or_default();
        let used = message::variables(pattern);
        match used.iter().find(|name| !taken.contains(name)) {
            Some(unknown) => Err(no_such_variable(key, unknown, &taken)),
            None => Ok(Self { key: key.to_owned(), text: text.to_owned(), source }),
        }
    }
}

impl Own {
    /// A text that is to be shown as it is, braces and all.
    pub fn literal(key: &str, text: &str) -> Self {
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        let source = super::read(format!("{key} = {{ \"{quoted}\" }}\n"));
        Self { key: key.to_owned(), text: text.to_owned(), source }
    }

    /// Whether it is the text for a key.
    pub fn is_of(&self, key: &str) -> bool {
        self.key == key
    }
}

/// The text of a source that has nothing else.
fn only_pattern(source: &FluentResource) -> Option<&Pattern<&str>> {
    let mut entries = source.entries();
    match (entries.next(), entries.next()) {
        (Some(Entry::Message(message)), None) if message.attributes.is_empty() => {
            message.value.as_ref()
        }
        _ => None,
    }
}

fn cannot_be_read(problems: &[ParserError]) -> (String, String) {
    let message = match problems.first().map(|problem| &problem.kind) {
        Some(ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants) => {
            return (
                "One of the forms in this text must be the default.".to_owned(),
                "Write an asterisk before it: `*[other]`.".to_owned(),
            );
        }
        Some(ErrorKind::UnbalancedClosingBrace) => "A `}` in this text has no `{` before it.",
        Some(ErrorKind::UnterminatedStringLiteral) => {
            "A quotation mark within braces is not closed."
        }
        _ => "The contents of the braces in this text cannot be read.",
    };
    let help = "Write a variable as `{ $n }`, and a literal brace as `{ \"{\" }`.";
    (message.to_owned(), help.to_owned())
}

fn no_such_variable(key: &str, unknown: &str, taken: &[&str]) -> (String, String) {
    let help = match nearest(unknown, taken.iter().copied()) {
        Some(name) => format!("Did you mean `${name}`?"),
        None if taken.is_empty() => "It has none. Remove it.".to_owned(),
        None => {
            let names: Vec<String> = taken.iter().map(|name| format!("${name}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("It has {}.", join_words(&names, "and"))
        }
    };
    (format!("The text `{key}` has no variable `${unknown}`."), help)
}
