//! Ids for the series of a new charter.

use serde_json::Value as Json;

use super::Answers;
use crate::charter::{Called, missing_ids};

/// The answers with an id for each of several series.
pub fn with_ids(mut answers: Answers) -> Answers {
    let Some(Json::Array(series)) = answers.get_mut("meetings") else { return answers };
    let text = |one: &'_ Json, key| one.get(key).and_then(Json::as_str).map(str::to_owned);
    let texts: Vec<_> = series.iter().map(|one| (text(one, "id"), text(one, "name"))).collect();
    let called = texts.iter().map(|(id, name)| Called { id: id.as_deref(), name: name.as_deref() });
    for (at, id) in missing_ids(&called.collect::<Vec<_>>()) {
        if let Json::Object(one) = &mut series[at] {
            one.insert("id".to_owned(), Json::String(id));
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_of_several_series_gets_an_id() {
        let Json::Object(answers) = json!({"meetings": [{"day": "1"}, {"name": "Book evening"}]})
        else {
            panic!("no set of keys")
        };
        let series =
            json!([{"day": "1", "id": "main"}, {"name": "Book evening", "id": "book-evening"}]);
        assert_eq!(with_ids(answers)["meetings"], series);
    }
}
