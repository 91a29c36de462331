//! The problems of a report that have an edit, as corrected lines: for a person to copy, or to accept with a click.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Edit, Report, Texts};
use crate::text::steers;

/// How long corrected lines may be, in bytes. What is longer is for an editor, not for a comment.
const LONGEST: usize = 4_000;

/// Whole lines of a file, and what they are once the edits that touch them are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion<'r> {
    /// The file, as places name it.
    pub file: &'r str,
    /// The first line, from 1, as git and its hosts count: only a line feed ends a line.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// The lines as they are, with line feeds between them.
    pub before: String,
    /// The lines as they would be.
    pub after: String,
    /// The problems that it solves, by their places in the report.
    pub problems: Vec<usize>,
}

/// The edits that fix a problem together, with the place of that problem in the report.
type Fix<'e> = (&'e [Edit], usize);

/// The suggestions of a report, in the order of its files and their lines. Edits that touch the same line are one.
pub(super) fn of<'r>(report: &'r Report, texts: &dyn Texts) -> Vec<Suggestion<'r>> {
    let mut files: BTreeMap<&str, Vec<Fix<'_>>> = BTreeMap::new();
    for (at, found) in report.diagnostics.iter().enumerate() {
        if !found.edits.is_empty() {
            files.entry(&found.place.file).or_default().push((&found.edits, at));
        }
    }
    let of_file = |(file, fixes)| {
        let text = texts.text(file).filter(|text| has_plain_ends(text));
        text.map(|text| in_file(file, &text, fixes)).unwrap_or_default()
    };
    files.into_iter().flat_map(of_file).collect()
}

/// Whether only line feeds end its lines, with or without a carriage return before them.
fn has_plain_ends(text: &str) -> bool {
    text.split("\r\n").all(|part| !part.contains('\r'))
}

/// The edits of one problem are in one suggestion, with the lines between them: half of them could be wrong.
fn in_file<'r>(file: &'r str, text: &str, mut fixes: Vec<Fix<'_>>) -> Vec<Suggestion<'r>> {
    fixes.sort_by_key(|(edits, _)| edits[0].span);
    let mut groups: Vec<(Range<usize>, Vec<Fix<'_>>)> = Vec::new();
    for fix in fixes {
        let around = |edit: &Edit| lines_around(text, edit.span.range());
        let lines =
            around(&fix.0[0]).start..fix.0.iter().map(|edit| around(edit).end).fold(0, usize::max);
        match groups.last_mut() {
            Some((whole, touching)) if lines.start < whole.end => {
                whole.end = whole.end.max(lines.end);
                touching.push(fix);
            }
            _ => groups.push((lines, vec![fix])),
        }
    }
    let (mut first, mut counted) = (1, 0);
    let suggestion = |(lines, touching): (Range<usize>, Vec<Fix<'_>>)| {
        first += text[counted..lines.start].matches('\n').count();
        counted = lines.start;
        let mut edits: Vec<&Edit> = touching.iter().flat_map(|(edits, _)| *edits).collect();
        edits.sort_by_key(|edit| edit.span);
        let after = edited(text, &lines, &edits)?;
        let [before, after] = [&text[lines], &*after].map(plain);
        let is_shown = before != after && after.len() <= LONGEST && before.len() <= LONGEST;
        let is_safe = !after.contains(|it| it != '\n' && steers(it));
        let last = first + before.matches('\n').count();
        let problems = touching.into_iter().map(|(_, found)| found).collect();
        (is_shown && is_safe).then_some(Suggestion { file, first, last, before, after, problems })
    };
    groups.into_iter().filter_map(suggestion).collect()
}

/// The whole lines that a range touches, the last with its end. Behind the last line, that line.
fn lines_around(text: &str, range: Range<usize>) -> Range<usize> {
    let is_behind = range.start == text.len() && text.ends_with('\n');
    let start = if is_behind { text.len() - 1 } else { range.start };
    let from = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let to = text[range.end..].find('\n').map_or(text.len(), |end| range.end + end + 1);
    from..to
}

/// Some lines with edits, which are in their order. `None` where two of them overlap.
fn edited(text: &str, lines: &Range<usize>, edits: &[&Edit]) -> Option<String> {
    let (mut out, mut from) = (String::new(), lines.start);
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(from..range.start)?);
        out.push_str(&edit.text);
        from = range.end;
    }
    out.push_str(text.get(from..lines.end)?);
    Some(out)
}

/// Lines with line feeds between them and none behind the last.
fn plain(lines: &str) -> String {
    let lines = lines.replace("\r\n", "\n");
    lines.strip_suffix('\n').unwrap_or(&lines).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{Files, place_at};
    use super::super::{Code, Diagnostic, Meant, Span};
    use super::*;

    const FILE: &str = "content/groups/a.md";

    /// The suggestions for a text, in which each edit replaces the first of some words by others.
    fn suggested(text: &str, edits: &[(&str, &str)]) -> Vec<(usize, usize, String, usize)> {
        let found = edits.iter().map(|(old, new)| {
            let start = text.find(old).unwrap();
            let place = place_at(FILE, text, start..start + old.len());
            let span = Span::new(start, start + old.len());
            let edit = Edit { span, text: (*new).to_owned(), value: Meant::Same };
            Diagnostic::new(Code::Value, place, format!("Not {old}.")).edit(Some(edit))
        });
        let report = Report::new(found.collect(), 1, 1);
        let shown = of(&report, &Files::of([(FILE, text)]));
        shown.into_iter().map(|it| (it.first, it.last, it.after, it.problems.len())).collect()
    }

    #[test]
    fn a_suggestion_is_the_whole_line() {
        let text = "---\nname: A\nstatus: actve # now\n---\n";
        let expected = [(3, 3, "status: active # now".to_owned(), 1)];
        assert_eq!(suggested(text, &[("actve", "active")]), expected);
        assert_eq!(suggested(&text.replace('\n', "\r\n"), &[("actve", "active")]), expected);
    }

    #[test]
    fn edits_on_the_same_lines_are_one_suggestion_and_others_are_apart() {
        let text = "a: [X, Y]\nb: Z\nc: |\n  1\n  2\nd: W";
        let edits = [("W", "w"), ("Z", "z"), ("Y", "y"), ("X", "x"), ("|\n  1\n  2", "[1, 2]")];
        let expected = [
            (1, 1, "a: [x, y]".to_owned(), 2),
            (2, 2, "b: z".to_owned(), 1),
            (3, 5, "c: [1, 2]".to_owned(), 1),
            (6, 6, "d: w".to_owned(), 1),
        ];
        assert_eq!(suggested(text, &edits), expected);
    }

    #[test]
    fn the_edits_of_one_problem_are_accepted_together_with_the_lines_between_them() {
        let text = "NAME: A\nx: 1\nPLACE: B\n";
        let at =
            |word: &str| Span::new(text.find(word).unwrap(), text.find(word).unwrap() + word.len());
        let edit =
            |word: &str| Edit { span: at(word), text: word.to_lowercase(), value: Meant::Same };
        let found = Diagnostic::new(Code::UnknownKey, place_at(FILE, text, 0..4), "Capitals.")
            .edits(vec![edit("NAME"), edit("PLACE")]);
        let report = Report::new(vec![found], 1, 1);
        let shown = of(&report, &Files::of([(FILE, text)]));
        let lines: Vec<_> = shown.iter().map(|it| (it.first, it.last, &*it.after)).collect();
        assert_eq!(lines, [(1, 3, "name: A\nx: 1\nplace: B")]);
    }

    #[test]
    fn what_is_put_in_between_comes_with_a_line_that_is_there() {
        let text = "a: 1\nb: 2\n";
        assert_eq!(suggested(text, &[("", "---\n")]), [(1, 1, "---\na: 1".to_owned(), 1)]);
        let at_end = Span::new(text.len(), text.len());
        assert_eq!(lines_around(text, at_end.range()), 5..10);
    }

    #[test]
    fn lines_that_cannot_be_shown_are_not_suggested() {
        let long = "x".repeat(LONGEST);
        for (text, new) in [
            ("a: A\rb: B", "a"),       // the host counts other lines
            ("a: A\u{202e} B\n", "a"), // and would show them in another order
            ("a: A\n", "A"),           // nothing changes
            (&*format!("a: A {long}\n"), "a"),
        ] {
            assert_eq!(suggested(text, &[("A", new)]), [], "{text:?}");
        }
        assert_eq!(suggested("a: ABC\n", &[("AB", "x"), ("BC", "y")]), [], "they overlap");
    }
}
