//! The comments of a YAML text, from the gaps between the values of its tree.
//!
//! A tree that could be read has no anchors, aliases or tags: between two keys or values stand white
//! space, hyphens, colons, commas, brackets and comments, and so a `#` there opens a comment. Inside a
//! value one can stand only in the line that opens a block of text.

use super::lines::line_at;
use super::{Node, Value};
use crate::diagnostic::Span;
use crate::source::SourceFile;

/// The comments in a region of a file, each from its `#` to the end of its line, in their order. `root` is
/// what the region was read into.
pub fn comments(source: &SourceFile, root: &Node, region: Span) -> Vec<Span> {
    let text: &str = source.text();
    let mut reader = Reader { text, read_to: region.range().start, found: Vec::new() };
    if text[region.range()].contains('#') {
        reader.node(root);
        reader.gap(region.range().end);
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    /// The end of the last key or value.
    read_to: usize,
    found: Vec<Span>,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node) {
        match &node.value {
            Value::Sequence(items) => items.iter().for_each(|item| self.node(item)),
            Value::Mapping(entries) => {
                for entry in entries {
                    self.scalar(entry.key_span);
                    self.node(&entry.value);
                }
            }
            _ => self.scalar(node.span),
        }
    }

    fn scalar(&mut self, span: Span) {
        let range = span.range();
        self.gap(range.start);
        if self.text[range.clone()].starts_with(['|', '>']) {
            let end = line_at(self.text, range.start).end.min(range.end);
            self.look_in(range.start, end);
        }
        self.read_to = self.read_to.max(range.end);
    }

    /// Looks between the last key or value and the next.
    fn gap(&mut self, end: usize) {
        self.look_in(self.read_to, end);
    }

    fn look_in(&mut self, start: usize, end: usize) {
        let mut at = start;
        while let Some(found) = self.text.get(at..end).and_then(|gap| gap.find('#')) {
            let line = line_at(self.text, at + found);
            self.found.push(Span::new(at + found, line.end));
            at = line.end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse_file;

    fn found(text: &str) -> Vec<String> {
        let source = SourceFile::new("content/test.yaml", text);
        let root = parse_file(&source, &mut Vec::new()).expect("the text is YAML");
        let spans = comments(&source, &root, Span::new(0, text.len()));
        spans.into_iter().map(|span| text[span.range()].to_owned()).collect()
    }

    #[test]
    fn a_comment_may_stand_anywhere_between_keys_and_values() {
        let text = "# first\na: 1 # one\nb: # two\n  - x # three\n# four\n  - y\nc: [1, # five\n  2] # six\nd: # seven\ne: \"q\" # eight\n# last";
        let all = found(text);
        let words: Vec<_> = all.iter().map(|it| it.trim_start_matches("# ")).collect();
        assert_eq!(
            words,
            ["first", "one", "two", "three", "four", "five", "six", "seven", "eight", "last"]
        );
    }

    #[test]
    fn a_hash_inside_a_value_or_a_key_opens_no_comment() {
        for text in [
            "a: C# and x#y",
            "a: \"x # y\"",
            "a: 'x\n  # y'",
            "\"a # b\": c",
            "a: |\n  # heading\n  text\nb: >-\n  x # y\n",
            "a: [b#c, \"d # e\"]",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_block_of_text_has_one_in_the_line_that_opens_it_and_below_it() {
        assert_eq!(
            found("a: |2- # one\n   # text\n# two\nb: > # three\n  t\n"),
            ["# one", "# two", "# three"]
        );
    }
}
