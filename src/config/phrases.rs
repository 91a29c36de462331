//! Aims and values that groups choose from.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Sources;
use crate::yaml::{self, Decoder, Entry, Value};

/// An aim or a value that the Guild suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The id that charters write.
    pub id: String,
    /// A few words.
    pub name: String,
    /// One sentence.
    pub text: String,
}

/// The phrases of one file, in its order.
#[derive(Clone, Debug, Default)]
pub struct Phrases(Vec<Phrase>);

impl Phrases {
    /// The phrase of that id.
    pub fn find(&self, id: &str) -> Option<&Phrase> {
        self.0.iter().find(|phrase| phrase.id == id)
    }

    /// Every phrase, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Phrase> {
        self.0.iter()
    }

    pub(super) fn read(sources: &Sources, path: &str, found: &mut Vec<Diagnostic>) -> Self {
        let Some(source) = sources.text_file(path) else { return Self::default() };
        let Some(root) = yaml::parse_file(source, found) else { return Self::default() };
        let mut decoder = Decoder::new(source, &root);
        let phrases = match &root.value {
            Value::Mapping(entries) => {
                entries.iter().filter_map(|entry| read_phrase(&mut decoder, entry)).collect()
            }
            _ => decoder
                .wrong_type(
                    &root,
                    "a set of ids",
                    "Write it like `confidentiality: {name: …, text: …}`.",
                )
                .unwrap_or_default(),
        };
        found.extend(decoder.finish());
        Self(phrases)
    }
}

fn read_phrase(decoder: &mut Decoder<'_>, entry: &Entry) -> Option<Phrase> {
    if let Err(reason) = crate::source::check_id(&entry.key) {
        let message = format!("This cannot be an id: {reason}.");
        decoder.report(Code::Value, entry.key_span, message, "Write it like `ethical-practice`.");
    }
    let fields = decoder.fields(&entry.value, entry.key_span, &["name", "text"])?;
    let name = super::required_line(decoder, &fields, "name", "a few words", 100);
    let text = super::required_line(decoder, &fields, "text", "one sentence", 400);
    Some(Phrase { id: entry.key.clone(), name: name?.to_owned(), text: text?.to_owned() })
}
