//! Tabs that indent, which YAML refuses, become spaces.
//!
//! A tab is as wide as an editor makes it, and after spaces it may be there by mistake. The front matter
//! is read with every such width. Where it can be read with one of them at least, and says the same with all
//! with which it can be read, that is what was meant. Else the tabs stay.

use super::same::{Replacements, is_same, parts};
use super::{Change, Work};
use crate::diagnostic::{Span, plural};
use crate::yaml;

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

pub(super) fn fix(work: &mut Work) {
    let text = work.file.text();
    let Some(region) = yaml::front_matter_span(&work.file) else { return };
    let has_tabs = || lines(text, region).any(|line| indentation(line).contains('\t'));
    if !has_tabs() || parts(&work.file).is_some() {
        return;
    }
    let own = Tab::Stop(step(text, region));
    let others = STOPS.map(Tab::Stop).into_iter().chain([Tab::Nothing]).filter(|tab| *tab != own);
    let mut read = std::iter::once(own).chain(others).filter_map(|tab| {
        let file = work.with(expanded(text, region, tab));
        let (root, _) = parts(&file)?;
        Some((tab, root))
    });
    let Some((tab, root)) = read.next() else { return };
    if !read.all(|(_, other)| is_same(&root, &other, &Replacements::new())) {
        return;
    }
    let first = work.file.place(region).start.line;
    let numbered = (first..).zip(lines(text, region));
    let changes = numbered.filter_map(|(line, typed)| {
        let tabs = indentation(typed).matches('\t').count();
        let spaces = expand(typed, tab).len() + tabs - typed.len();
        let what = format!("{} → {}", plural(tabs, "tab"), plural(spaces, "space"));
        (tabs > 0).then_some(Change { line, what })
    });
    let changes: Vec<_> = changes.collect();
    work.file = work.with(expanded(text, region, tab));
    work.changes.extend(changes);
}

/// The lines of the front matter, without their breaks.
fn lines(text: &str, region: Span) -> impl Iterator<Item = &str> {
    let text = &text[region.range()];
    yaml::lines(text).map(move |line| &text[line])
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

/// The whole text with the tabs that indent its front matter made spaces.
fn expanded(text: &str, region: Span, tab: Tab) -> String {
    let front = &text[region.range()];
    let mut fixed = text[..region.range().start].to_owned();
    let mut from = 0;
    for line in yaml::lines(front) {
        fixed.push_str(&front[from..line.start]);
        fixed.push_str(&expand(&front[line.clone()], tab));
        from = line.end;
    }
    fixed.push_str(&front[from..]);
    fixed + &text[region.range().end..]
}

fn expand(line: &str, tab: Tab) -> String {
    let indentation = indentation(line);
    let mut expanded = String::with_capacity(line.len());
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
    expanded + &line[indentation.len()..]
}

/// By how many spaces the file itself indents: the smallest number, or 2 if it does not indent.
fn step(text: &str, region: Span) -> usize {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = lines(text, region).filter(|line| !indentation(line).contains('\t')).map(spaces);
    own.filter(|spaces| (1..=8).contains(spaces)).min().unwrap_or(2)
}
