//! What texts become, rule by rule; attacks; and any text at all.

mod arbitrary;
mod attacks;
mod hostile;
mod links;
mod rules;
mod sieve;

use super::{Origin, Prose, read};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// Reads a file that holds nothing but a text.
fn read_body(text: &str) -> (Prose, Vec<Diagnostic>) {
    let source = SourceFile::new("content/groups/a.md", text);
    let origin = Origin {
        source: &source,
        span: Span::new(0, text.len()),
        key: "",
        prefix: "h",
        top_level: 2,
    };
    let mut diagnostics = Vec::new();
    (read(text, &origin, &mut diagnostics), diagnostics)
}

/// The HTML with links as they were typed.
fn as_typed(prose: &Prose) -> String {
    prose.html(ToString::to_string)
}

/// The HTML of a text that has no problem.
fn html(text: &str) -> String {
    let (prose, diagnostics) = read_body(text);
    assert_eq!(diagnostics, [], "{text}");
    as_typed(&prose)
}

/// The HTML of a text and its problems, each with what it underlines.
fn html_and_problems(text: &str) -> String {
    let (prose, diagnostics) = read_body(text);
    assert!(!diagnostics.is_empty(), "{text}");
    let problems = diagnostics.iter().map(|problem| {
        let underlined = &text[problem.place.span.range()];
        let help = problem.help.as_deref().unwrap_or_default();
        format!("{} at {underlined:?}\n  {}\n  {help}\n", problem.code, problem.message)
    });
    format!("{}{}", as_typed(&prose), problems.collect::<String>())
}
