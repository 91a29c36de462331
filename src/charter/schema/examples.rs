//! Values for the schema's examples.

use serde_json::{Value, json};

use crate::charter::Guide;
use crate::config::Config;

/// A value that a guide writes in YAML.
pub(super) fn read(yaml: &str) -> Option<Value> {
    serde_yaml::from_str(yaml).ok()
}

/// The guide's example of a key whose ids the directory sets, with ids that this directory has. `None`
/// for any other key.
pub(super) fn from_vocabulary(key: &str, config: &Config) -> Option<Value> {
    if !matches!(key, "fields" | "subjects" | "domains" | "standards" | "aims" | "values") {
        return None;
    }
    let Value::Array(told) = read(Guide::to(key)?.example)? else { return None };
    let is_sentence = |item: &Value| item.as_str().is_some_and(|text| text.contains(' '));
    let (sentences, suggested): (Vec<_>, Vec<_>) = told.into_iter().partition(is_sentence);
    let ids = config.offered(key).into_iter().take(suggested.len()).map(|(id, _)| json!(id));
    Some(ids.chain(sentences).collect())
}
