//! The words of the interface that a site says its own way: `words` in `content/site.yaml`.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Language, axes};
use crate::diagnostic::{Code, nearest, shorten};
use crate::words::{Own, Words};
use crate::yaml::{self, Decoder, Entry, Fields, Value};

/// The longest text, in characters.
const LONGEST: usize = 2000;

/// The most signs that the first letter to a group takes in an address, and that each of the texts which go with it does.
/// The subject, one question and the group's address are put to it, and mail programs are sure of 2000 signs.
const LETTER: usize = 1000;
const WITH_LETTER: usize = 350;

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
                yaml::messages::KEYS,
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
    let room = room_in_address(&entry.key);
    if let Some(room) = room.filter(|room| signs_in_address(text.value) > *room) {
        let message = "This text is too long for a letter that opens in a mail program.";
        let help = format!(
            "Shorten it. It may take {room} signs in an address, where letters from a to z are one sign and others are more."
        );
        decoder.report(Code::Value, text.span, message.to_owned(), help);
        return None;
    }
    Own::read(&entry.key, text.value)
        .map_err(|(message, help)| decoder.report(Code::Value, text.span, message, help))
        .ok()
}

/// How many signs of an address a text may take, if it is of the first letter.
fn room_in_address(key: &str) -> Option<usize> {
    match key {
        "letter" => Some(LETTER),
        _ => key.starts_with("letter-").then_some(WITH_LETTER),
    }
}

fn signs_in_address(text: &str) -> usize {
    utf8_percent_encode(&text.replace('\n', "\r\n"), NON_ALPHANUMERIC).map(str::len).sum()
}

fn tell_of_key(decoder: &mut Decoder<'_>, entry: &Entry) {
    let message = format!("There is no text `{}`.", shorten(&entry.key));
    let help = match nearest(&entry.key, Words::keys()) {
        Some(key) => format!("Did you mean `{key}`?"),
        None => "All keys are listed in `src/words/en.ftl` of Guildhall.".to_owned(),
    };
    decoder.report(Code::UnknownKey, entry.key_span, message, help);
}
