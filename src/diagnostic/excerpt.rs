//! The few lines around a place, whatever the size of the file.

use std::ops::Range;

use super::Place;
use crate::text::seen;

/// How many lines of a place are shown.
const LINES: usize = 4;
/// How many characters of a line are shown. A longer line is cut, with an ellipsis at the cut.
const WIDTH: usize = 100;
/// How many of them are kept for what follows the start of the place, where there is that much.
const AFTER: usize = 40;
const ELLIPSIS: char = '…';

/// Part of a file's text: whole or cut lines, safe to show, with the place inside them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, separated by LF. Tabs are kept.
    pub text: String,
    /// The bytes of `text` that the place covers, as far as it is shown.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// The first lines of a place, starting with the line that it starts on. The place is drawn into
    /// the text where it lies outside. The time it takes does not depend on the length of the text.
    pub fn of(place: &Place, text: &str) -> Self {
        let Range { start, end } = place.span.range();
        let start = text.floor_char_boundary(start);
        let end = text.floor_char_boundary(end).max(start);
        let (mut shown, used) = before(&text[..start], &text[start..]);
        let from = shown.len();
        let to = push_marked(&mut shown, &text[start..], end - start, WIDTH - used);
        Self { text: shown, marked: from..to }
    }
}

/// The text before the place on its line, as much as there is room for, and its width.
fn before(head: &str, tail: &str) -> (String, usize) {
    let follows = tail.chars().take(AFTER).take_while(|next| !ends_line(*next)).count();
    let mut reversed: Vec<char> =
        head.chars().rev().take(WIDTH - follows + 1).take_while(|c| !ends_line(*c)).collect();
    let is_cut = reversed.len() > WIDTH - follows;
    reversed.truncate(WIDTH - follows);
    let cut = is_cut.then_some(ELLIPSIS);
    (cut.into_iter().chain(reversed.iter().rev().copied().map(shown)).collect(), reversed.len())
}

/// Appends the place, which is the first `marked` bytes of the tail, and what follows it on its
/// last line; returns where the place ends in `out`. A line that has to be cut is the last.
fn push_marked(out: &mut String, tail: &str, marked: usize, mut room: usize) -> usize {
    let mut to = out.len();
    let mut lines = 1;
    let mut rest = tail.char_indices().peekable();
    while let Some((at, next)) = rest.next() {
        if at <= marked {
            to = out.len();
        }
        if next == '\r' && rest.peek().is_some_and(|(_, then)| *then == '\n') {
            continue;
        }
        if ends_line(next) {
            if at + 1 >= marked || lines == LINES {
                return to;
            }
            lines += 1;
            room = WIDTH;
            out.push('\n');
        } else if room == 0 {
            out.push(ELLIPSIS);
            return if at < marked { out.len() } else { to };
        } else {
            room -= 1;
            out.push(shown(next));
        }
    }
    if marked == tail.len() { out.len() } else { to }
}

fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r')
}

fn shown(character: char) -> char {
    if character == '\t' { character } else { seen(character) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{LineIndex, Span};

    /// The excerpt with the place between brackets.
    fn excerpt(text: &str, span: Range<usize>) -> String {
        let lines = LineIndex::new(text);
        let place = Place {
            file: Arc::from("a.md"),
            span: Span::new(span.start, span.end),
            start: lines.position(text, span.start),
            end: lines.position(text, span.end),
        };
        let Excerpt { text, marked } = Excerpt::of(&place, text);
        format!("{}[{}]{}", &text[..marked.start], &text[marked.clone()], &text[marked.end..])
    }

    #[test]
    fn a_place_is_shown_with_its_line_alone() {
        assert_eq!(excerpt("one\nname: two\nthree\n", 10..13), "name: [two]");
    }

    #[test]
    fn a_place_over_several_lines_is_shown_up_to_the_fourth() {
        assert_eq!(excerpt("a: >-\n  b\n  c\nd: e\n", 3..13), "a: [>-\n  b\n  c]");
        assert_eq!(excerpt("a\nb\nc\nd\ne\nf\n", 0..11), "[a\nb\nc\nd]");
    }

    #[test]
    fn every_line_ending_counts() {
        assert_eq!(excerpt("a\r\nb\rc\nd", 0..6), "[a\nb\nc]");
        assert_eq!(excerpt("a\r\nb\rc\nd", 3..4), "[b]");
    }

    #[test]
    fn a_line_break_at_the_end_of_a_place_is_not_shown() {
        assert_eq!(excerpt("a\nb\n", 0..2), "[a]");
        assert_eq!(excerpt("a\r\nb\n", 0..3), "[a]");
        assert_eq!(excerpt("a\nb\n", 1..2), "a[]");
    }

    #[test]
    fn an_empty_place_has_its_line() {
        assert_eq!(excerpt("name:\nb\n", 5..5), "name:[]");
        assert_eq!(excerpt("a\n", 2..2), "[]");
        assert_eq!(excerpt("", 0..0), "[]");
    }

    #[test]
    fn a_place_outside_the_text_or_inside_a_character_is_drawn_in() {
        assert_eq!(excerpt("aé", 2..2), "a[]é");
        assert_eq!(excerpt("aé", 90..99), "aé[]");
        assert_eq!(excerpt("aé\n", 0..99), "[aé]");
    }

    #[test]
    fn a_line_of_a_hundred_characters_is_whole() {
        let text = "x".repeat(100);
        for at in [0, 50, 60, 61, 99] {
            assert_eq!(excerpt(&text, at..at + 1).replace(['[', ']'], ""), text);
        }
    }

    #[test]
    fn a_longer_line_is_cut_around_the_place() {
        let text = format!("{}!{}", "b".repeat(200_000), "a".repeat(200_000));
        let cut = format!("…{}[!]{}…", "b".repeat(60), "a".repeat(39));
        assert_eq!(excerpt(&text, 200_000..200_001), cut);
        let cut = format!("[{}…]", "b".repeat(100));
        assert_eq!(excerpt(&text, 0..200_001), cut);
        let cut = format!("…{}[a]", "a".repeat(99));
        assert_eq!(excerpt(&text, 400_000..400_001), cut);
    }

    #[test]
    fn characters_that_steer_a_terminal_are_pictures() {
        assert_eq!(excerpt("a\t\u{1b}[31mb\u{202e}c", 2..7), "a\t[␛[31m]b\u{fffd}c");
    }
}
