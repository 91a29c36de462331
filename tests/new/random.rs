//! Answers at random: what `guildhall new` accepts passes the checks.

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::support::{guildhall, run};
use super::{from, good, site};

fn text() -> impl Strategy<Value = Value> {
    let odd = [
        "a: b",
        "- a",
        "# a",
        "<b>",
        "2026-01-13",
        "12",
        "true",
        "\"a\" \\b",
        "ends:",
        "x\ny",
        "[a]",
    ];
    prop_oneof![
        3 => "[A-Za-z][a-z ,;'é]{0,30}",
        1 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned),
    ]
    .prop_map(Value::String)
}

/// Answers at random, most of them good.
fn answers() -> impl Strategy<Value = Value> {
    let list = || prop::collection::vec(text(), 1..4);
    let optional = prop::collection::btree_map(
        prop::sample::select(vec!["commitment", "structure", "conflict", "communication", "about"]),
        text(),
        0..4,
    );
    let wrong = prop::option::weighted(
        0.3,
        (
            prop::sample::select(vec![
                "status", "founded", "size", "fields", "joining", "costs", "unknown", "language",
            ]),
            text(),
        ),
    );
    ("[A-Z][a-z]{3,9} [0-9]{1,9}", text(), list(), list(), list(), optional, wrong).prop_map(
        |(name, purpose, aims, objectives, steps, optional, wrong)| {
            let mut answers = good();
            answers["name"] = json!(name);
            answers["purpose"] = purpose;
            answers["aims"] = json!(aims);
            answers["objectives"] = json!(objectives);
            answers["joining"]["steps"] = json!(steps);
            for (key, value) in optional.into_iter().chain(wrong) {
                answers[key] = value;
            }
            answers
        },
    )
}

#[test]
fn what_is_accepted_passes_the_checks() {
    let site = site();
    let mut runner = TestRunner::deterministic();
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..200 {
        let answers = answers().new_tree(&mut runner).unwrap().current();
        let ran = from(&site, &answers.to_string(), &[]);
        match ran.status {
            0 => accepted += 1,
            1 => refused += 1,
            other => panic!("{other}: {answers}\n{}", ran.stderr),
        }
    }
    assert!(accepted > 40 && refused > 20, "{accepted} accepted, {refused} refused");
    let checked =
        run(guildhall().args(["check", "--date", "2026-12-31", "--root"]).arg(site.root()));
    checked.ended_with(0);
}
