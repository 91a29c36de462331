//! Characters that look like those of YAML and are not: spaces of other kinds, dashes and bullets of word processors,
//! curly quotes. They are looked for only in a text that is not YAML as it is.

use std::ops::Range;

use super::problem::Problem;
use super::syntax::end_of_quotes;
use super::typed::quoted;
use crate::yaml::lines::{BLANKS, lines};
use crate::yaml::marks::{between_curly_quotes, blank_as, is_stray, mark};

/// The most of them that are looked at.
const MOST: usize = 50;

/// The bytes that may be read again to see which of them matter.
const WORK: usize = 1024 * 1024;

/// A stray character, or several side by side, and what belongs there.
#[derive(Clone, Debug)]
pub(super) struct Stray {
    pub at: Range<usize>,
    instead: String,
}

/// All of them in a text that may matter.
pub(super) fn find(text: &str) -> Vec<Stray> {
    let mut found = Finder { text, strays: Vec::new(), above: Vec::new() };
    let mut inside = Inside::Nothing;
    for line in lines(text) {
        if found.strays.len() >= MOST {
            break;
        }
        let typed = &text[line.clone()];
        let column = typed.len() - typed.trim_start_matches(' ').len();
        match inside {
            Inside::Quotes(end) if line.start < end => continue,
            Inside::Block(parent) if typed.trim().is_empty() || column > parent => continue,
            _ => {}
        }
        inside = found.line(&line);
    }
    found.strays
}

/// A text with the right characters in the place of strays.
pub(super) fn without(text: &str, strays: &[Stray]) -> String {
    let mut right = String::with_capacity(text.len());
    let mut from = 0;
    for Stray { at, instead } in strays {
        right.push_str(&text[from..at.start]);
        right.push_str(instead);
        from = at.end;
    }
    right + &text[from..]
}

/// The place in a text of a place in the same text without strays.
pub(super) fn place_with(strays: &[Stray], offset: usize) -> usize {
    let mut shift = 0_isize;
    for Stray { at, instead } in strays {
        let start = at.start.saturating_add_signed(-shift);
        if offset < start + instead.len() {
            return offset.min(start).saturating_add_signed(shift);
        }
        shift += at.len().cast_signed() - instead.len().cast_signed();
    }
    offset.saturating_add_signed(shift)
}

impl Stray {
    pub fn problem(&self, text: &str) -> Problem {
        let typed = &text[self.at.clone()];
        let shown = typed.trim_matches(BLANKS);
        let first = shown.chars().next().unwrap_or_default();
        let start = self.at.start + typed.len() - typed.trim_start_matches(BLANKS).len();
        let mut at = start..start + shown.len();
        let (message, help) = if is_stray(first) {
            let code = u32::from(first);
            let message = match blank_as(first) {
                "" => format!("There is an invisible character (U+{code:04X}) here."),
                _ => "The space here is not an ordinary one.".to_owned(),
            };
            let lacking = self.instead.len().saturating_sub(typed.matches(' ').count());
            let help = match lacking {
                0 => "Delete it.".to_owned(),
                1 => "Delete it, and type a space with the space bar.".to_owned(),
                spaces => format!("Delete it, and type {spaces} spaces with the space bar."),
            };
            (message, help)
        } else if between_curly_quotes(typed).is_some() {
            let message = "These quotes are curly, and only straight ones keep a text together.";
            (message.to_owned(), format!("Type {}", self.instead))
        } else if first == '：' {
            let message = "This colon is a wide one, which does not end a key.";
            (message.to_owned(), "Type an ordinary colon and a space.".to_owned())
        } else {
            at.end = at.start + first.len_utf8();
            let message = format!("`{first}` does not start an entry of a list.");
            (message, "Type a hyphen and a space in its place: `- …`.".to_owned())
        };
        Problem::yaml(at, message, help).fixed_by(self.at.clone(), &self.instead)
    }
}

/// What a line leaves open.
#[derive(Clone, Copy)]
enum Inside {
    Nothing,
    /// A block of text below a line that starts in this column.
    Block(usize),
    /// A text in quotes up to this offset.
    Quotes(usize),
}

/// What a line above starts with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Entry,
    /// A key without a value beside it.
    KeyAlone,
    Other,
}

struct Finder<'a> {
    text: &'a str,
    strays: Vec<Stray>,
    /// The columns in which the lines above start, and with what.
    above: Vec<(usize, Start)>,
}

impl Finder<'_> {
    fn push(&mut self, at: Range<usize>, instead: impl Into<String>) {
        self.strays.push(Stray { at, instead: instead.into() });
    }

    /// The strays of a blank at an offset, made into blanks. Returns its end, and its width.
    fn blank(&mut self, start: usize, end: usize) -> (usize, usize) {
        let typed = &self.text[start..end];
        let length = typed.len() - typed.trim_start_matches(is_blank).len();
        let blank = &typed[..length];
        let spaces: String = blank.chars().map(blank_as).collect();
        if blank.contains(is_stray) {
            self.push(start..start + length, spaces.as_str());
        }
        (start + length, spaces.len())
    }

    fn line(&mut self, line: &Range<usize>) -> Inside {
        let (mut at, mut column) = self.blank(line.start, line.end);
        let first = column;
        if self.text[at..line.end].starts_with('#') || at == line.end {
            return Inside::Nothing;
        }
        while let Some((length, is_hyphen)) = mark(&self.text[at..line.end]) {
            if !is_hyphen && !self.may_be_entry(column) {
                break;
            }
            let after = &self.text[at + length..line.end];
            let gap = after.len() - after.trim_start_matches(is_blank).len();
            if !is_hyphen {
                self.push(at..at + length + gap, "- ");
            } else if after[..gap].contains(is_stray) {
                self.push(at + length..at + length + gap, " ");
            }
            self.above.push((column, Start::Entry));
            column += 2.max(1 + gap);
            at += length + gap;
        }
        self.colons(at, line.end);
        let start = self.value(at, line.end);
        let value = self.text[start..line.end].trim_matches(is_blank);
        let kind = if value.is_empty() && start > at { Start::KeyAlone } else { Start::Other };
        self.above.push((column, kind));
        self.curly(start, line.end);
        let is_block = value.starts_with(['|', '>']) && value.len() <= 3;
        if is_block {
            return Inside::Block(first);
        }
        match end_of_quotes(self.text, start).filter(|_| value.starts_with(['"', '\''])) {
            Some(end) => Inside::Quotes(end),
            None => Inside::Nothing,
        }
    }

    /// Whether an entry may start in a column: below another, or below a key that has no value.
    fn may_be_entry(&self, column: usize) -> bool {
        let above = self.above.iter().rev().find(|(above, _)| *above <= column);
        above.is_some_and(|(above, start)| match start {
            Start::Entry => *above == column,
            Start::KeyAlone => true,
            Start::Other => false,
        })
    }

    /// Colons behind a word that starts a key, with something else than a space after them or before them.
    fn colons(&mut self, start: usize, end: usize) {
        let text = self.text;
        let mut from = start;
        for (offset, colon) in text[start..end].match_indices([':', '：']) {
            let at = start + offset;
            if at < from {
                continue;
            }
            let before = text[start..at].trim_end_matches(is_blank);
            let word =
                before.trim_end_matches(|it: char| it.is_alphanumeric() || "-_".contains(it));
            let is_key = word.len() < before.len()
                && matches!(
                    word.trim_end_matches(is_blank).chars().next_back(),
                    None | Some('{' | ',')
                );
            if !is_key {
                continue;
            }
            let word_end = start + before.len();
            if text[word_end..at].contains(is_stray) {
                self.push(word_end..at, "");
            }
            let after = &text[at + colon.len()..end];
            let gap = after.len() - after.trim_start_matches(is_blank).len();
            from = at + colon.len() + gap;
            if colon == "：" {
                self.push(at..from, ": ");
            } else if after[..gap].contains(is_stray) {
                self.push(at + 1..from, " ");
            }
        }
    }

    /// Where the value of a line starts.
    fn value(&self, start: usize, end: usize) -> usize {
        let typed = &self.text[start..end];
        let colon = typed.char_indices().find_map(|(at, found)| {
            let after = at + found.len_utf8();
            let ends_key = typed[after..].is_empty() || typed[after..].starts_with(is_blank);
            (found == '：' || found == ':' && ends_key).then_some(after)
        });
        let value = colon.unwrap_or(0);
        end - typed[value..].trim_start_matches(is_blank).len()
    }

    /// Curly quotes around a value that needs straight ones.
    fn curly(&mut self, start: usize, end: usize) {
        let value = self.text[start..end].trim_end_matches(is_blank);
        let Some(inner) = between_curly_quotes(value) else { return };
        if inner.contains(": ") || inner.contains(" #") || inner.ends_with(':') {
            self.push(start..start + value.len(), quoted(inner));
        }
    }
}

fn is_blank(character: char) -> bool {
    BLANKS.contains(&character) || is_stray(character)
}

/// A text without those strays that do not matter: with which no more is wrong.
pub(super) fn that_matter(text: &str, problems: impl Fn(&str) -> usize) -> Vec<Stray> {
    let mut strays = find(text);
    if strays.len().saturating_mul(text.len()) > WORK {
        return Vec::new();
    }
    let mut left = problems(&without(text, &strays));
    for at in (0..strays.len()).rev() {
        // A space before a key may be as wide as it looks, or nothing.
        let mut narrower = strays.clone();
        narrower[at].instead.clear();
        let now = problems(&without(text, &narrower));
        if now < left {
            (strays, left) = (narrower, now);
        }
        let mut fewer = strays.clone();
        fewer.remove(at);
        if problems(&without(text, &fewer)) <= left {
            strays = fewer;
        }
    }
    strays
}
