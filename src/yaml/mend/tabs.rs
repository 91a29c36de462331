//! Tabs that indent, which YAML refuses, become spaces.
//!
//! A tab is as wide as an editor makes it, and after spaces it may be there by mistake. The front matter
//! is read with every such width. Where it can be read with one of them at least, and says the same with all
//! with which it can be read, that is what was meant. Else the tabs stay.

use std::ops::Range;

use super::Mending;
use crate::diagnostic::{Edit, Meant, Span, edited};
use crate::source::SourceFile;
use crate::yaml::{front_matter_span, lines};

/// What a tab means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    /// Spaces up to the next multiple of this many columns.
    Stop(usize),
    /// Nothing, after spaces.
    Nothing,
}

/// In the order in which they are preferred, after the one by which the file itself indents.
const STOPS: [usize; 8] = [2, 4, 8, 3, 6, 5, 7, 1];

/// Whether tabs indent a front matter.
pub(super) fn indent(file: &SourceFile) -> bool {
    front_matter_span(file).is_some_and(|region| {
        lines_of(file.text(), region).any(|line| indentation(&file.text()[line]).contains('\t'))
    })
}

/// The edits that make them spaces, by the width by which the file itself indents. `None` where no tab indents.
pub(super) fn as_spaces(file: &SourceFile) -> Option<Vec<Edit>> {
    let region = front_matter_span(file)?;
    let edits = expansions(file.text(), region, Tab::Stop(step(file.text(), region)));
    (!edits.is_empty()).then_some(edits)
}

/// Makes them spaces.
pub(super) fn mend(mending: &mut Mending) {
    let Some(region) = front_matter_span(&mending.file) else { return };
    let text = mending.file.text().to_string();
    let own = Tab::Stop(step(&text, region));
    let others = STOPS.map(Tab::Stop).into_iter().chain([Tab::Nothing]).filter(|tab| *tab != own);
    let mut left = mending.take_work();
    let mut read = std::iter::once(own).chain(others).filter_map(|tab| {
        let edits = expansions(&text, region, tab);
        let mut trial = Mending::new(&mending.file, edited(&text, &edits), left);
        trial.make_edits();
        left = trial.take_work();
        Some((edits, trial.read()?))
    });
    let meant = read.next().filter(|(_, root)| read.all(|(_, other)| root.says_the_same(&other)));
    drop(read);
    mending.left = left;
    if let Some((edits, _)) = meant {
        mending.make(edits);
    }
}

/// The lines of the front matter, without their breaks.
fn lines_of(text: &str, region: Span) -> impl Iterator<Item = Range<usize>> {
    let start = region.range().start;
    lines(&text[region.range()]).map(move |line| start + line.start..start + line.end)
}

/// What comes before the text of a line: blanks, and hyphens that start entries. Nothing for a line that
/// is blank.
fn indentation(line: &str) -> &str {
    let mut length = 0;
    let bytes = line.as_bytes();
    loop {
        match bytes.get(length) {
            Some(b' ' | b'\t') => length += 1,
            Some(b'-') if matches!(bytes.get(length + 1), Some(b' ' | b'\t')) => length += 1,
            Some(_) => return &line[..length],
            None => return "",
        }
    }
}

/// The edits that make the tabs spaces, one for each line that has some.
fn expansions(text: &str, region: Span, tab: Tab) -> Vec<Edit> {
    let expansion = |line: Range<usize>| {
        let typed = indentation(&text[line.clone()]);
        let span = Span::new(line.start, line.start + typed.len());
        typed.contains('\t').then(|| Edit { span, text: expand(typed, tab), value: Meant::Same })
    };
    lines_of(text, region).filter_map(expansion).collect()
}

fn expand(indentation: &str, tab: Tab) -> String {
    let mut expanded = String::with_capacity(indentation.len());
    for character in indentation.chars() {
        match (character, tab) {
            ('\t', Tab::Stop(width)) => {
                let column = expanded.len();
                expanded.extend(std::iter::repeat_n(' ', width - column % width));
            }
            ('\t', Tab::Nothing) if expanded.ends_with(' ') => {}
            (other, _) => expanded.push(other),
        }
    }
    expanded
}

/// By how many spaces the file itself indents: the smallest number, or 2 if it does not indent.
fn step(text: &str, region: Span) -> usize {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = lines_of(text, region).map(|line| &text[line]);
    let own = own.filter(|line| !indentation(line).contains('\t')).map(spaces);
    own.filter(|spaces| (1..=8).contains(spaces)).min().unwrap_or(2)
}
