use super::*;
use crate::diagnostic::Diagnostic;
use std::fmt::Write as _;

/// One line a problem: `code line:column-line:column message | help`.
pub(in crate::yaml) fn compact(diagnostics: &[Diagnostic]) -> String {
    let mut lines = String::new();
    for found in diagnostics {
        let (start, end) = (found.place.start, found.place.end);
        let _ = write!(
            lines,
            "{} {}:{}-{}:{} {}",
            found.code, start.line, start.column, end.line, end.column, found.message
        );
        if let Some(help) = &found.help {
            let _ = write!(lines, " | {help}");
        }
        for related in &found.related {
            let (start, end) = (related.place.start, related.place.end);
            let _ = write!(
                lines,
                " | {}:{}-{}:{} {}",
                start.line, start.column, end.line, end.column, related.message
            );
        }
        lines.push('\n');
    }
    lines.pop();
    lines
}

#[test]
fn zz_explore() {
    let cases: &[&str] = &[
        "name: a\n\tsummary: b\n",
        "name:\n\t- a\n\t- b\n",
        "name:\n  - a\n\t- b\n",
        "leaders:\n  - name: A\n\t  role: B\n",
        "leaders:\n  - name: A\n  \trole: B\n",
        "\tname: a\n",
        "name:\tb\n",
        "name: \"Strengths\nsummary: x\nfields: [a]\n",
        "name: \"Strengths\nsummary: \"x\"\nfields: [a]\n",
        "name: 'It's here'\nsummary: x\n",
        "name: 'Strengths\nsummary: x\n",
        "name: 'Strengths\nsummary: it's\nb: c\n",
        "name: \"a\" b\nc: d\n",
        "name: \"a\\d\"\nc: d\n",
        "fields: [a, b\nsummary: c\n",
        "fields: [a, b\nsummary: [c]\n",
        "fields: {a: b\nsummary: c\n",
        "fields: {a: b\nsummary: {c: d}\n",
        "fields: [a, b}\nsummary: c\n",
        "fields: a, b]\nsummary: c\n",
        "fields: [a b: c d]\nfields: [a, b]]\n",
        "a: b\na: c\n",
        "summary: Coaching: a group\nb: c\n",
        "- Coaching: a: group\n",
        "name:Strengths\nsummary: x\n",
        "name: x\nsummary:Strengths\n",
        "name: x\nsummary:Strengths\nb: c\n",
        "name:Strengths\n",
        "a: b\nc:\n  d:e\n  f: g\n",
        "a:\n  -b\n  -c\n",
        "a:\n  - b\n  -c\n",
        "a:\n  -b\n  - c\n",
        "a: -b\n",
        "a: b\n  c: d\n",
        "a:\n    b: c\n  d: e\n",
        "a:\n  - b\n    - c\n",
        "a:\n  - b\n - c\n",
        "a:\n  b: c\n d: e\n",
        "a: b\n c\n  d: e\n",
        "a: @b\nc: d\n",
        "a: `b`\nc: d\n",
        "a: %b\nc: d\n",
        "a: *b*\nc: d\n",
        "a: *b* c\nc: d\n",
        "a: **b** c\nc: d\n",
        "a: * c\nc: d\n",
        "a: & c\nc: d\n",
        "a: &c d\nc: *c\n",
        "a: !c d\nc: !!str e\n",
        "a: !c\nb: c\n",
        "a: !\nb: c\n",
        "a: ! d\nb: c\n",
        "a: !(x) d\nb: c\n",
        "a: #b\nc: d\n",
        "a: - b\nc: d\n",
        "a: ? b\nc: d\n",
        "a: | b\nc: d\n",
        "a: > b\nc: d\n",
        "a: >b\nc: d\n",
        "a: |\nb\nc: d\n",
        "a: |\n b\n  c\n d: e\n f\ng: h\n",
        "a: |\n   b\n  c\nd: e\n",
        "a: b # c\n  d\ne: f\n",
        "a: b #c\n",
        "a: {b}\n",
        "a: {b: c} d\n",
        "a: [b] c\n",
        "a: [b,, c]\n",
        "a: [, c]\n",
        "a: [b: c: d]\n",
        "a: [b\n  - c\n  ]\n",
        "[a]: b\n",
        "? a\n: b\n",
        ": b\n",
        "~: b\n",
        "null: b\n",
        "a: ]\n",
        "a: }\n",
        "a: ,b\n",
        "a: b\n---\nc: d\n",
        "a: b\n...\nc: d\n",
        "%YAML 1.2\n---\na: b\n",
        "a: b\n%foo\n",
        "<<: {a: b}\n",
        "a: b\nc\nd: e\n",
        "a: b\nc\n",
        "c\na: b\n",
        "c d e f\n\na: b\n",
        "a: b\nplain words here\nmore words\nd: e\n",
        "a: \"b\n---\nc\"\n",
        "a: \u{FEFF}b\n",
        "a: b\u{7}c\n",
        "a: x\u{0}c\nd: e\n",
        "- a\nb: c\n",
        "a: b\n- c\n",
        "a:\n- b\nc\n",
        "a: “b”\n",
        "",
        "# c\n",
        "a:\nb:\n",
        "a: [\n",
        "\"a\": b\n'c': d\n",
        "\"a: b\n",
        "a: {b:c}\n",
        "a: {\"b\":c, d:[e]}\n",
        "a: {b:[e]}\n",
        "a: {b: c, b d}\n",
        "a: [b, \"c]\nd: e\n",
        "a: [b, c\n\nd: e\nf: g\n",
        "a : b\n",
        "18:30: x\n",
        "a: 18:30\n",
        "a: https://x.org: b\n",
        "a:\n  b\n   c: d\n",
        "a: b: c: d\n",
        "a: http://x y\n",
        "- a\n -b\n",
        "a: b\n  \n c\n",
        "a: b,\n    c: d\n",
        "a: \"b\": c\n",
        "a: >-\n\tb\n",
        "a: >-\n  b\n\tc\n",
        "a: >-\n  b\n c\nd: e\n",
        "name = b\nc: d\n",
        "“name”: b\n",
        "a: [b, c],\n",
        "a: {b: c},\nd: e\n",
        "{a: b, c: d}\n",
        "a: b: \n  - c\n",
    ];

    for c in cases {
        let source = SourceFile::new("a.md", format!("---\n{c}---\n"));
        let mut d = Vec::new();
        let node = parse(&source, Span::new(4, 4 + c.len()), &mut d);
        println!("=== {c:?} -> {}", if node.is_some() { "tree" } else { "none" });
        println!("{}", compact(&d));
    }
}
