//! Values for the schema's examples.

use serde_json::{Value, json};

use crate::charter::Guide;
use crate::config::{Axis, Config};

/// A value that a guide writes in YAML.
pub(super) fn read(yaml: &str) -> Option<Value> {
    serde_yaml::from_str(yaml).ok()
}

/// The guide's example of a key whose ids the directory sets, with ids that this directory has. `None`
/// for any other key.
pub(super) fn from_vocabulary(key: &str, config: &Config) -> Option<Value> {
    let terms = |axis| config.vocabulary.terms(axis).iter().map(|term| &*term.id).collect();
    let ids: Vec<&str> = match key {
        "fields" => terms(Axis::Field),
        "subjects" => terms(Axis::Subject),
        "domains" => terms(Axis::Domain),
        "standards" => config.standards().map(|page| &*page.id).collect(),
        "aims" => config.aims.iter().map(|phrase| &*phrase.id).collect(),
        "values" => config.values.iter().map(|phrase| &*phrase.id).collect(),
        _ => return None,
    };
    let Value::Array(told) = read(Guide::to(key)?.example)? else { return None };
    let is_sentence = |item: &Value| item.as_str().is_some_and(|text| text.contains(' '));
    let (sentences, suggested): (Vec<_>, Vec<_>) = told.into_iter().partition(is_sentence);
    let ids = ids.into_iter().take(suggested.len()).map(|id| json!(id));
    Some(ids.chain(sentences).collect())
}
