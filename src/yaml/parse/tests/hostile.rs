//! Input that is made to be slow, deep or large.

use std::time::{Duration, Instant};

use super::{problems, read};
use crate::diagnostic::Code;
use crate::yaml::Value;

/// Many times what these take without optimisation on a busy machine; a step of quadratic time takes
/// far longer.
const SOON: Duration = Duration::from_secs(20);

fn at_once<T>(work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let taken = start.elapsed();
    assert!(taken < SOON, "{taken:?}");
    result
}

#[test]
fn nesting_is_limited_at_the_level_that_is_too_deep() {
    let nested = |depth: usize| format!("a: {}b{}\n", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(problems(&nested(31)), "");
    insta::assert_snapshot!(problems(&nested(32)), @"limits 1:35-1:36 Lists and keys are nested more than 32 levels deep here. | Remove some brackets or levels of indentation.");
    insta::assert_snapshot!(problems(&nested(33)), @"limits 1:35-1:36 Lists and keys are nested more than 32 levels deep here. | Remove some brackets or levels of indentation.");
    let indented = |depth: usize| -> String {
        (0..depth).flat_map(|level| [" ".repeat(level), "a:\n".to_owned()]).collect()
    };
    assert_eq!(problems(&indented(32)), "");
    insta::assert_snapshot!(problems(&indented(33)), @"limits 33:33-33:34 Lists and keys are nested more than 32 levels deep here. | Remove some brackets or levels of indentation.");
    assert_eq!(problems(&"- ".repeat(32)), "");
    insta::assert_snapshot!(problems(&"- ".repeat(33)), @"limits 1:65-1:66 Lists and keys are nested more than 32 levels deep here. | Remove some brackets or levels of indentation.");
}

#[test]
fn a_hundred_thousand_levels_are_refused_at_once() {
    let levels = 100_000;
    for text in [
        "[".repeat(levels),
        "{a: ".repeat(levels),
        "[{a: ".repeat(levels / 2),
        format!("{}{}", "[".repeat(levels), "]".repeat(levels)),
        "- ".repeat(levels),
        "? ".repeat(levels),
        "a: [".repeat(levels / 2),
        format!("a: b\nc: {}", "[".repeat(levels)),
    ] {
        let (_, node, found) = at_once(|| read(&text));
        assert_eq!(node, None);
        assert!(
            found.iter().any(|found| found.code == Code::Limits) || text.starts_with("a: ["),
            "{found:?}"
        );
    }
}

#[test]
fn fifty_thousand_keys_take_linear_time() {
    let text: String =
        (0..50_000).flat_map(|number: u32| [number.to_string(), ": v\n".to_owned()]).collect();
    let (_, node, found) = at_once(|| read(&text));
    assert_eq!(found, []);
    let Some(Value::Mapping(entries)) = node.map(|node| node.value) else { panic!("no map") };
    assert_eq!(entries.len(), 50_000);
}

#[test]
fn problems_without_end_are_not_all_told() {
    let anchors = format!("[{}]", "&a b, ".repeat(40_000));
    let repeated = format!("{{{}}}", "a: b, ".repeat(40_000));
    for text in [anchors, repeated, "a: b\n".repeat(50_000)] {
        let (_, node, found) = at_once(|| read(&text));
        assert_eq!(node, None);
        assert_eq!(found.len(), 101);
        let last = found.iter().find(|found| {
            found.code == Code::Limits && found.message.starts_with("There are more")
        });
        assert!(last.is_some());
    }
    let controls = "\u{1}a".repeat(100_000);
    assert_eq!(at_once(|| read(&controls)).2.len(), 20);
}

#[test]
fn much_of_anything_is_read_soon() {
    const SIZE: usize = 50_000;
    for piece in [
        "a",
        " ",
        "\r",
        "\t",
        "-",
        "? ",
        ":",
        "a: ",
        "a:\n",
        "#",
        "# \n",
        "\"",
        "''",
        "\"\" ",
        "\\",
        "[],",
        "{}",
        "]",
        ",",
        "&a ",
        "*a ",
        "!a ",
        "!<",
        "%a\n",
        "--- a\n",
        "|\n",
        "a: |\n",
        "\n\n a",
        "a\n ",
        "a:b\n",
        "-a, ",
        "a #b\n",
        "- #\n",
        "\ta: b\n",
        "é",
        "\u{feff}",
        "<<: a\n",
        "a: - b\n",
        "a: > b\n",
        "a: b\n  c: d\n",
        "- a\nb: c\n",
        "a: [b, {c: \"d\n",
        "a: b\n - c\n",
        "[a]: b\n",
        "{a: b, a: b}, ",
        "[a: b], ",
    ] {
        let text = piece.repeat(SIZE / piece.len());
        at_once(|| read(&text));
        let inside = format!("a:\n  - {text}\nb: [c]\n");
        at_once(|| read(&inside));
    }
}
