//! Values for the schema's examples.

use serde_json::{Value, json};

use crate::charter::{Key, Kind};
use crate::config::Config;

/// Reads an example that is written in YAML.
pub(super) fn read(yaml: &str) -> Option<Value> {
    serde_yaml::from_str(yaml).ok()
}

/// An example for a list whose ids are set by the directory, with ids of this directory. `None` for any other key.
pub(super) fn from_vocabulary(key: &Key, config: &Config) -> Option<Value> {
    let Kind::List(Kind::Term(_) | Kind::Standard | Kind::Phrase(_), ..) = key.kind else {
        return None;
    };
    let Value::Array(told) = read(key.example)? else { return None };
    let is_sentence = |item: &Value| item.as_str().is_some_and(|text| text.contains(' '));
    let (sentences, suggested): (Vec<_>, Vec<_>) = told.into_iter().partition(is_sentence);
    let ids = config.offered(key.name).into_iter().take(suggested.len()).map(|(id, _)| json!(id));
    Some(ids.chain(sentences).collect())
}
