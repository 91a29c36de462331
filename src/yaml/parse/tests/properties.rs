//! What holds for every text.

use proptest::prelude::*;
use serde_yaml::Value as Other;

use super::read;
use crate::diagnostic::{Place, Span};
use crate::source::SourceFile;
use crate::yaml::parse::parse;
use crate::yaml::{Node, Value};

fn lies_inside(place: &Place, region: Span, text: &str) -> bool {
    let span = place.span;
    region.start <= span.start && span.end <= region.end && text.get(span.range()).is_some()
}

/// Whether every span lies within that of the value around it, and on whole characters.
fn is_within(node: &Node, around: Span, text: &str) -> bool {
    let fits = |span: Span, around: Span| {
        around.start <= span.start && span.end <= around.end && text.get(span.range()).is_some()
    };
    let inside = match &node.value {
        Value::Sequence(items) => items.iter().all(|item| is_within(item, node.span, text)),
        Value::Mapping(entries) => entries.iter().all(|entry| {
            fits(entry.key_span, node.span) && is_within(&entry.value, node.span, text)
        }),
        _ => true,
    };
    inside && fits(node.span, around)
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let whole = format!("---\n{text}\n---\nÜber uns\n");
    let source = SourceFile::new("content/groups/a.md", &*whole);
    let region = Span::new(4, 4 + text.len());
    let mut diagnostics = Vec::new();
    let node = parse(&source, region, &mut diagnostics);
    prop_assert!(node.is_some() || !diagnostics.is_empty(), "no tree, and no word about it");
    for found in &diagnostics {
        prop_assert!(lies_inside(&found.place, region, &whole), "{:?}", found);
        for related in &found.related {
            prop_assert!(lies_inside(&related.place, region, &whole), "{:?}", related);
        }
        prop_assert!(!found.message.contains('\n'), "{:?}", found);
    }
    if let Some(node) = node {
        prop_assert!(is_within(&node, region, &whole), "{:?}", node);
    }
    Ok(())
}

/// Pieces that mean something in YAML, and some that do not.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "name",
        "é",
        "😀",
        " ",
        "  ",
        "    ",
        "\n",
        "\n",
        "\n  ",
        "\r\n",
        "\r",
        "\t",
        ":",
        ": ",
        "-",
        "- ",
        "? ",
        ",",
        ", ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "''",
        "\\",
        "\\u12",
        "\\ud800",
        "#",
        " #",
        " # ",
        "&a ",
        "*a",
        "!b ",
        "!!str ",
        "|",
        "|\n",
        ">-\n",
        ">2",
        "%",
        "@",
        "`",
        "---",
        "---\n",
        "...",
        "...\n",
        "<<: ",
        "~",
        "null",
        "true",
        "1.5",
        "\u{0}",
        "\u{fffe}",
        "\u{feff}",
        "\u{85}",
        "\u{2028}",
        "=",
        "x: y\n",
        "- x\n",
        "  x: y\n",
        "a: b: c\n",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_place_lies_inside(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn any_pieces_of_yaml_are_read_without_panic_and_every_place_lies_inside(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn what_another_library_writes_is_read_as_the_same_values(
        entries in prop::collection::vec((KEYS, trees()), 1..6)
    ) {
        let tree = mapping(entries);
        let text = serde_yaml::to_string(&tree).expect("a tree that can be written");
        let (_, node, found) = read(&text);
        prop_assert_eq!(&found, &[], "{}", text);
        let node = node.expect("a tree");
        prop_assert!(is_same(&node.value, &tree), "{}\n{:?}\n{:?}", text, node, tree);
    }
}

fn is_same(ours: &Value, other: &Other) -> bool {
    match (ours, other) {
        (Value::Null, Other::Null) => true,
        (Value::Bool(ours), Other::Bool(other)) => ours == other,
        (Value::Number(typed), Other::Number(other)) => is_same_number(typed, other),
        (Value::Text(ours), Other::String(other)) => ours == other,
        (Value::Sequence(ours), Other::Sequence(other)) => {
            ours.len() == other.len()
                && ours.iter().zip(other).all(|(ours, other)| is_same(&ours.value, other))
        }
        (Value::Mapping(ours), Other::Mapping(other)) => {
            ours.len() == other.len()
                && ours.iter().zip(other).all(|(ours, (key, value))| {
                    key.as_str() == Some(&ours.key) && is_same(&ours.value.value, value)
                })
        }
        _ => false,
    }
}

fn is_same_number(typed: &str, other: &serde_yaml::Number) -> bool {
    if let Some(whole) = other.as_i64() {
        return typed.parse() == Ok(whole);
    }
    let typed = match typed {
        ".inf" => f64::INFINITY,
        "-.inf" => f64::NEG_INFINITY,
        _ => typed.parse().expect("a number"),
    };
    other.as_f64().is_some_and(|other| other.to_bits() == typed.to_bits())
}

const KEYS: &str = "[a-z][a-z -]{0,8}[a-z]";

fn mapping(entries: Vec<(String, Other)>) -> Other {
    Other::Mapping(entries.into_iter().map(|(key, value)| (Other::String(key), value)).collect())
}

/// Trees as charters might have them, with texts that are easily taken for something else.
fn trees() -> impl Strategy<Value = Other> {
    let text = prop_oneof![
        "[ -~]{0,12}",
        "[a-z]{1,8}( [a-z:#,-]{1,6}){0,12}",
        "[ -~é“”\n\t]{0,40}",
        prop::sample::select(vec![
            "no",
            "on",
            "~",
            "null",
            "18:30",
            "2026-01-13",
            "1e3",
            "0x1F",
            "- a",
            "a: b",
            "#1",
            "@b",
            "*c*",
            "",
        ])
        .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        1 => Just(Other::Null),
        1 => any::<bool>().prop_map(Other::Bool),
        1 => any::<i64>().prop_map(|whole| Other::Number(whole.into())),
        1 => any::<f64>().prop_filter("a number", |float| !float.is_nan()).prop_map(|float| Other::Number(float.into())),
        4 => text.prop_map(Other::String),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Other::Sequence),
            prop::collection::vec((KEYS, inner), 0..6).prop_map(mapping),
        ]
    })
}
