//! Values for the schema's examples.

use serde_json::{Value, json};

use crate::charter::{Key, Kind};
use crate::config::Config;

/// Reads an example that is written in YAML.
pub(super) fn read(yaml: &str) -> Option<Value> {
    serde_yaml::from_str(yaml).ok()
}

/// An example with what the directory has: its ids in a list of ids, its first picture. `None` for any other key.
pub(super) fn from_directory(key: &Key, config: &Config) -> Option<Value> {
    let picture = || super::pictures(config).next();
    match key.path {
        "picture" => return picture().map(|file| json!({"file": file, "alt": "What it shows."})),
        "picture.file" => return picture().map(|file| json!(file)),
        _ => {}
    }
    let Kind::List(Kind::Term(_) | Kind::Standard | Kind::Phrase(_), ..) = key.kind else {
        return None;
    };
    let Value::Array(told) = read(key.example)? else { return None };
    let is_sentence = |item: &Value| item.as_str().is_some_and(|text| text.contains(' '));
    let (sentences, suggested): (Vec<_>, Vec<_>) = told.into_iter().partition(is_sentence);
    let ids = config.offered(key.name).into_iter().take(suggested.len()).map(|(id, _)| json!(id));
    Some(ids.chain(sentences).collect())
}

/// Whether a charter of this directory can have the key: one without pictures cannot show any.
pub(super) fn is_possible(key: &Key, config: &Config) -> bool {
    !matches!(key.path, "picture" | "picture.file") || super::pictures(config).next().is_some()
}
