//! Explains a code: the rule, the reason for it, and a wrong and a right example.
//!
//! The words are in `explanations/`, one Markdown file for each code: the rule in paragraphs, then
//! `## Why`, `## Wrong` and `## Right`. An example is a block of code. Its opening line says after
//! `yaml`, where that matters, in which file it is or how the file was saved; without `yaml` it is not one. An
//! example of a file that is no charter is the whole file. An example that
//! starts with a line of hyphens is a whole charter, in which a line `…` stands for the other keys.
//! `tests/explain.rs` puts each of them into a real charter.

use annotate_snippets::renderer::DEFAULT_EMPHASIS_STYLE;

use super::{Code, Severity};

/// How wide a line of prose may become, in characters.
const WIDTH: usize = 80;
const INDENT: &str = "  ";
const FENCE: &str = "```";

/// A part of an explanation.
#[derive(Debug, PartialEq, Eq)]
enum Block<'a> {
    Heading(&'a str),
    Paragraph(Vec<&'a str>),
    /// What its opening line says of it, and its lines.
    Example(&'a str, Vec<&'a str>),
}

impl Code {
    /// The explanation for a terminal: plain text that ends with a line break, with bold headings
    /// where `colour` is wanted.
    pub fn explain(self, colour: bool) -> String {
        let title = format!("{}[{self}]: {}", self.severity().as_str(), self.summary());
        let mut out = heading(&title, colour);
        let mut above = None;
        for block in blocks(self.explanation()) {
            match block {
                Block::Heading(words) => above = Some(words),
                Block::Paragraph(words) => {
                    out.push('\n');
                    out.extend(above.take().map(|words| heading(words, colour)));
                    out.push_str(&wrapped(&words));
                }
                Block::Example(said, lines) => {
                    let name = match (above.take(), said) {
                        (Some(words), "") => words.to_owned(),
                        (Some(words), said) => format!("{words}, {said}"),
                        (None, said) => format!("and {said}"),
                    };
                    out.push('\n');
                    out.push_str(&heading(&name, colour));
                    out.extend(
                        lines
                            .iter()
                            .map(|line| format!("{INDENT}{line}").trim_end().to_owned() + "\n"),
                    );
                }
            }
        }
        out
    }

    /// All codes with a line on each, errors first: plain text that ends with a line break.
    pub fn list(colour: bool) -> String {
        let widest = Self::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
        let line =
            |code: &Self| format!("{INDENT}{:widest$}{INDENT}{}\n", code.as_str(), code.summary());
        let of = |severity| -> String {
            Self::ALL.iter().filter(|code| code.severity() == severity).map(line).collect()
        };
        let errors = heading("Errors: nothing is published until they are fixed", colour);
        let warnings = heading("Warnings: the site is still built", colour);
        format!("{errors}{}\n{warnings}{}", of(Severity::Error), of(Severity::Warning))
    }
}

fn heading(words: &str, colour: bool) -> String {
    let style = DEFAULT_EMPHASIS_STYLE;
    if colour { format!("{style}{words}{style:#}\n") } else { format!("{words}\n") }
}

/// Words on lines that are not too wide.
fn wrapped(words: &[&str]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in words {
        let length = word.chars().count();
        if width > 0 && width + 1 + length <= WIDTH {
            out.push(' ');
            width += 1 + length;
        } else {
            out.push_str(if width > 0 { "\n" } else { "" });
            out.push_str(INDENT);
            width = INDENT.len() + length;
        }
        out.push_str(word);
    }
    out + "\n"
}

/// The parts of an explanation. Of Markdown it takes what explanations are written in, and no more.
fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines();
    let mut paragraph = Vec::new();
    while let Some(line) = lines.next() {
        let begins_anew = line.is_empty() || line.starts_with("## ") || line.starts_with(FENCE);
        if begins_anew && !paragraph.is_empty() {
            blocks.push(Block::Paragraph(std::mem::take(&mut paragraph)));
        }
        if let Some(words) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(words));
        } else if let Some(info) = line.strip_prefix(FENCE) {
            let said = info.strip_prefix("yaml").unwrap_or(info).trim();
            let example = lines.by_ref().take_while(|line| *line != FENCE);
            blocks.push(Block::Example(said, example.collect()));
        } else {
            paragraph.extend(line.split_whitespace());
        }
    }
    if !paragraph.is_empty() {
        blocks.push(Block::Paragraph(paragraph));
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_explanation_has_its_parts_and_no_other_markdown() {
        for code in Code::ALL {
            let blocks = blocks(code.explanation());
            let headings: Vec<_> = blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Heading(words) => Some(*words),
                    _ => None,
                })
                .collect();
            assert_eq!(headings, ["Why", "Wrong", "Right"], "{code}");
            assert!(matches!(blocks[0], Block::Paragraph(_)), "{code} has no rule");
            assert!(matches!(blocks.last(), Some(Block::Example(..))), "{code}");
            for block in &blocks {
                if let Block::Paragraph(words) = block {
                    let text = words.join(" ");
                    // Text between backticks is shown as typed.
                    let prose: String = text.split('`').step_by(2).collect();
                    assert!(
                        !prose.contains(['*', '_', '[', ']', '<', '#', '\\']),
                        "{code}: {prose}"
                    );
                    assert_eq!(text.matches('`').count() % 2, 0, "{code}: {text}");
                }
            }
        }
    }

    #[test]
    fn no_line_of_prose_is_too_wide_and_only_headings_are_bold() {
        for code in Code::ALL {
            let plain = code.explain(false);
            assert!(plain.lines().skip(1).all(|line| line.chars().count() <= 85), "{plain}");
            let bold = code.explain(true);
            assert_eq!(bold.replace("\u{1b}[1m", "").replace("\u{1b}[0m", ""), plain);
        }
        let words = ["aa"; 40];
        assert!(wrapped(&words).lines().all(|line| line.len() <= WIDTH), "{}", wrapped(&words));
    }

    #[test]
    fn the_list_has_every_code_on_a_line() {
        let list = Code::list(false);
        for code in Code::ALL {
            let has_line = |line: &str| {
                line.trim()
                    .strip_prefix(code.as_str())
                    .is_some_and(|rest| rest.trim() == code.summary())
            };
            assert_eq!(list.lines().filter(|line| has_line(line)).count(), 1, "{list}");
        }
    }
}
