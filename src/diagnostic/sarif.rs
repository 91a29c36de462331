//! The report for code scanning: SARIF 2.1.0.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>; comments name the sections that the code
//! follows.

use serde::Serialize;
use serde_json::{Value, json};

use super::json::to_text;
use super::{Code, Diagnostic, Place, Report};
use crate::text::percent_encoded;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The name by which code scanning knows the folder that paths are relative to.
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
struct Log {
    version: &'static str,
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    original_uri_base_ids: Value,
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Value,
    default_configuration: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Value,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
struct Location {
    #[serde(rename = "physicalLocation")]
    place: PhysicalLocation,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Vec::is_empty")]
    keys: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Value>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Value,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// The whole report as one log with one run. Every code is a rule, found or not.
pub(super) fn render(report: &Report) -> String {
    let run = Run {
        tool: Tool { driver: driver() },
        original_uri_base_ids: json!({ROOT: {"description": message("The folder of the site.")}}),
        column_kind: "unicodeCodePoints",
        results: report.diagnostics.iter().map(Finding::from).collect(),
    };
    to_text(&Log { version: "2.1.0", schema: SCHEMA, runs: [run] })
}

fn driver() -> Driver {
    let rule = |code: &Code| Rule {
        id: code.as_str(),
        short_description: message(code.summary()),
        default_configuration: json!({"level": code.severity().as_str()}),
    };
    Driver {
        name: "Guildhall",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: Code::ALL.iter().map(rule).collect(),
    }
}

impl From<&Diagnostic> for Finding {
    fn from(found: &Diagnostic) -> Self {
        let text = match &found.help {
            Some(help) => format!("{}\n{help}", found.message),
            None => found.message.clone(),
        };
        let related = found.related.iter().map(|related| Location {
            message: Some(message(&related.message)),
            ..Location::from(&related.place)
        });
        let name = |key: &String| json!({"fullyQualifiedName": key});
        Self {
            rule_id: found.code.as_str(),
            rule_index: found.code as usize,
            level: found.severity.as_str(),
            message: message(&text),
            locations: [Location {
                keys: found.key.iter().map(name).collect(),
                ..Location::from(&found.place)
            }],
            related_locations: related.collect(),
        }
    }
}

/// Text as a message: braces are doubled (3.11.5), and no link is formed (3.11.6).
fn message(text: &str) -> Value {
    json!({"text": text.replace('{', "{{").replace('}', "}}").replace("](", "] (")})
}

impl From<&Place> for Location {
    fn from(place: &Place) -> Self {
        let Place { file, span: _, start, end } = place;
        let region = Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        };
        let artifact_location = json!({"uri": percent_encoded(file), "uriBaseId": ROOT});
        Self {
            place: PhysicalLocation { artifact_location, region },
            keys: Vec::new(),
            message: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::fixtures;
    use super::*;

    fn run(report: &Report) -> Value {
        let mut log: Value = serde_json::from_str(&render(report)).unwrap();
        assert_eq!(log["version"], "2.1.0");
        assert_eq!(log["$schema"], SCHEMA);
        assert_eq!(log["runs"].as_array().unwrap().len(), 1);
        log["runs"][0].take()
    }

    #[test]
    fn every_code_is_a_rule_and_every_result_points_to_its_own() {
        let run = run(&fixtures::report());
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        assert_eq!(rules.len(), Code::ALL.len());
        assert_eq!(
            rules[0],
            json!({
                "id": "front-matter",
                "shortDescription": {"text": "The file has no front matter, or it is not closed."},
                "defaultConfiguration": {"level": "error"},
            })
        );
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), 5);
        for result in results {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!(rule["id"], result["ruleId"]);
        }
    }

    #[test]
    fn a_run_names_its_tool_its_columns_and_its_root() {
        let run = run(&fixtures::nothing());
        assert_eq!(run["tool"]["driver"]["name"], "Guildhall");
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let root = json!({"%SRCROOT%": {"description": {"text": "The folder of the site."}}});
        assert_eq!(run["originalUriBaseIds"], root);
        assert_eq!(run["results"], json!([]));
    }

    #[test]
    fn a_result_has_its_place_its_key_and_the_related_places() {
        let place = |uri| {
            json!({
                "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 18},
            })
        };
        let expected = json!({
            "ruleId": "duplicate",
            "ruleIndex": 10,
            "level": "error",
            "message": {
                "text": "The name “Book Circle” is taken.\nGive this group a name of its own.",
            },
            "locations": [{
                "physicalLocation": place("content/groups/readers.md"),
                "logicalLocations": [{"fullyQualifiedName": "name"}],
            }],
            "relatedLocations": [{
                "physicalLocation": place("content/groups/bread.md"),
                "message": {"text": "It stands here first."},
            }],
        });
        assert_eq!(run(&fixtures::only(Code::Duplicate))["results"], json!([expected]));
    }

    #[test]
    fn the_severity_of_the_problem_counts_and_not_that_of_its_code() {
        let mut report = fixtures::only(Code::Unsafe);
        report.diagnostics[0].severity = super::super::Severity::Error;
        assert_eq!(run(&report)["results"][0]["level"], "error");
    }

    #[test]
    fn messages_hold_no_placeholders_and_no_links() {
        let message = message("{0} \u{7d} [a](https://e.example) [b]");
        assert_eq!(message["text"], "{{0}} }} [a] (https://e.example) [b]");
    }
}
