//! The words of the interface that a site says its own way: `words` in `content/site.yaml`.

use super::{Language, axes};
use crate::diagnostic::{Code, nearest, shorten};
use crate::words::{Own, Words};
use crate::yaml::{Decoder, Entry, Fields, Value};

/// The longest text, in characters.
const LONGEST: usize = 2000;

/// The catalogue with the site's own texts in it.
pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>, language: &Language) -> Words {
    let mut own: Vec<Own> = fields
        .get("words")
        .and_then(|node| match &node.value {
            Value::Mapping(entries) => {
                Some(entries.iter().filter_map(|entry| own(decoder, entry)).collect())
            }
            _ => decoder.wrong_type(
                node,
                "a set of keys",
                "Write the key of a text and your own text, such as {join: \"Come along\"}.",
            ),
        })
        .unwrap_or_default();
    axes::read(decoder, fields, &mut own);
    Words::new(language.as_str(), own)
}

fn own(decoder: &mut Decoder<'_>, entry: &Entry) -> Option<Own> {
    if Words::variables(&entry.key).is_none() {
        tell_of_key(decoder, entry);
        return None;
    }
    let text = decoder.text(&entry.value)?;
    let text = decoder.limited(text, LONGEST)?;
    Own::read(&entry.key, text.value)
        .map_err(|(message, help)| decoder.report(Code::Value, text.span, message, help))
        .ok()
}

fn tell_of_key(decoder: &mut Decoder<'_>, entry: &Entry) {
    let message = format!("There is no text `{}`.", shorten(&entry.key));
    let help = match nearest(&entry.key, Words::keys()) {
        Some(key) => format!("Did you mean `{key}`?"),
        None => "All keys are listed in `src/words/en.ftl` of Guildhall.".to_owned(),
    };
    decoder.report(Code::UnknownKey, entry.key_span, message, help);
}
