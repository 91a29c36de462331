//! What to say about raw HTML.

use std::ops::Range;

use super::escape::quoted;

/// A regular expression for what [`looks_like_html`] finds.
pub const HTML_PATTERN: &str = "<[A-Za-z/!?][^>]*>";

/// The first thing in a plain text that looks like an HTML tag or comment: `<` and a letter, `/`, `!`
/// or `?`, up to the next `>`. `I <3 coaching` and `a < b` do not.
pub fn looks_like_html(text: &str) -> Option<Range<usize>> {
    let last_end = text.rfind('>')?;
    let opens = |next: &u8| next.is_ascii_alphabetic() || b"/!?".contains(next);
    let bytes = text.as_bytes();
    let mut starts = text[..last_end].match_indices('<').map(|(start, _)| start);
    let start = starts.find(|start| bytes.get(start + 1).is_some_and(opens))?;
    let length = text[start..].find('>')?;
    Some(start..start + length + 1)
}

/// Whether this is the tag of a line break. Browsers take `</br>` for one, too.
pub(super) fn breaks_line(tag: &str) -> bool {
    tag_name(tag) == "br"
}

/// Whether a browser shows the words before and behind a run of HTML as two.
pub(super) fn parts_words(html: &str) -> bool {
    const BLOCKS: [&str; 20] = [
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "section",
        "td",
        "tr",
        "ul",
    ];
    html.split('<').skip(1).any(|tag| BLOCKS.contains(&&*tag_name(tag)))
}

/// Whether a run of HTML does nothing but close what an earlier one opened.
pub(super) fn only_closes(html: &str) -> bool {
    html.split('<').skip(1).all(|tag| tag.starts_with('/'))
}

/// The message and the help line for HTML within a line.
pub(super) fn inline(html: &str) -> (String, String) {
    let first = html.find('>').map_or(html, |end| &html[..=end]);
    let kind = if is_comment(html) { "a comment" } else { "HTML" };
    (format!("{} is {kind}. It was left out.", quoted(first)), help(html))
}

/// The message and the help line for HTML that takes whole lines, words included.
pub(super) fn block(html: &str) -> (String, String) {
    let first = quoted(html.lines().next().unwrap_or_default());
    let message = if is_comment(html) {
        format!("{first} begins a comment. It was left out.")
    } else {
        format!("{first} begins HTML. It was left out, with the words in it.")
    };
    (message, help(html))
}

fn is_comment(html: &str) -> bool {
    html.starts_with("<!--")
}

fn help(html: &str) -> String {
    if is_comment(html) {
        return "Delete it: it does not show on the page, but anyone can read it in the file."
            .to_owned();
    }
    let instead = match markdown_for(&tag_name(html)) {
        Some(markdown) => format!("Write {markdown} instead."),
        None => "Write it in Markdown or as plain text.".to_owned(),
    };
    format!("{instead} To show a `<`, write `\\<`.")
}

fn tag_name(html: &str) -> String {
    let name = html.trim_start_matches(['<', '/']);
    let name = name.split(|character: char| !character.is_ascii_alphanumeric()).next();
    name.unwrap_or_default().to_ascii_lowercase()
}

/// What Markdown has for an HTML element.
fn markdown_for(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "b" | "strong" => "`**bold**`",
        "i" | "em" | "cite" => "`*emphasis*`",
        "s" | "del" | "strike" => "`~~struck out~~`",
        "code" | "kbd" | "samp" | "tt" | "var" => "`` `code` ``",
        "pre" => "three backticks on the lines before and after",
        "a" => "`[words](https://…)`",
        "img" | "picture" => "`![what it shows](/picture.jpg)`",
        "br" => "a backslash at the end of the line",
        "p" | "div" | "span" | "section" | "center" => "plain paragraphs with blank lines between",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "`## Heading`",
        "ul" | "li" => "`- item`",
        "ol" => "`1. item`",
        "blockquote" | "q" => "`> quotation`",
        "hr" => "`---` between blank lines",
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => {
            "`| one | two |` with `|---|---|` below"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        looks_like_html(text).map(|range| &text[range])
    }

    #[test]
    fn tags_and_comments_look_like_html() {
        assert_eq!(found("a <b>bold</b> word"), Some("<b>"));
        assert_eq!(found("a </b> word"), Some("</b>"));
        assert_eq!(found("é <!-- x --> y"), Some("<!-- x -->"));
        assert_eq!(found("<?php ?>"), Some("<?php ?>"));
        assert_eq!(found("<3 <SCRIPT\n>"), Some("<SCRIPT\n>"));
    }

    #[test]
    fn hearts_and_comparisons_do_not() {
        for text in ["I <3 coaching", "a < b", "a <b", "b> a", "> a <b", "", "<", "<>", "1 <2> 3"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn help_names_the_markdown_for_the_tag() {
        let bold = r"Write `**bold**` instead. To show a `<`, write `\<`.";
        assert_eq!(help("<STRONG class=x>"), bold);
        let emphasis = r"Write `*emphasis*` instead. To show a `<`, write `\<`.";
        assert_eq!(help("</i>"), emphasis);
        let plain = r"Write it in Markdown or as plain text. To show a `<`, write `\<`.";
        assert_eq!(help("<your name>"), plain);
    }
}
