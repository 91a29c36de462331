//! The path of a key in a tree, for reports.

use std::fmt::Write as _;

use super::{Node, Value};
use crate::diagnostic::Span;

/// The path of the key at a span: `leaders[0].url`. Empty at the root.
pub fn key_path(root: &Node, span: Span) -> String {
    let mut path = String::new();
    let mut node = root;
    while let Some(inner) = step_towards(node, span, &mut path) {
        node = inner;
    }
    path
}

fn step_towards<'a>(node: &'a Node, span: Span, path: &mut String) -> Option<&'a Node> {
    match &node.value {
        Value::Mapping(entries) => {
            let entry = entries
                .iter()
                .find(|entry| contains(entry.key_span, span) || contains(entry.value.span, span))?;
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&entry.key);
            contains(entry.value.span, span).then_some(&entry.value)
        }
        Value::Sequence(items) => {
            let (index, item) =
                items.iter().enumerate().find(|(_, item)| contains(item.span, span))?;
            let _ = write!(path, "[{index}]"); // writing to a String cannot fail
            Some(item)
        }
        _ => None,
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
