//! The comments of a YAML text.

use granit_parser::{Event, Parser, options};

use crate::diagnostic::Span;
use crate::source::SourceFile;

/// The comments in a region of a file that can be read, each from its `#` to the end of its line, in their order.
pub fn comments(source: &SourceFile, region: Span) -> Vec<Span> {
    let text = &source.text()[region.range()];
    if !text.contains('#') {
        return Vec::new();
    }
    let options = options! { emit_comments: true, max_buffered_comment_events: usize::MAX };
    let events = Parser::new_from_str_with_options(text, options).map_while(Result::ok);
    let comments = events.filter(|(event, _)| matches!(event, Event::Comment(..)));
    let ranges = comments.filter_map(|(_, span)| span.byte_range());
    let base = region.range().start;
    ranges.map(|range| Span::new(base + range.start, base + range.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse_file;

    fn found(text: &str) -> Vec<String> {
        let source = SourceFile::new("content/test.yaml", text);
        parse_file(&source, &mut Vec::new()).expect("the text is YAML");
        let spans = comments(&source, Span::new(0, text.len()));
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
