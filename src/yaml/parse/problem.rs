//! A problem in the YAML of a file, with what gets the parser past it.

use std::ops::Range;

use super::typed::{Text, Typed, quoted};
use crate::diagnostic::{Code, Diagnostic, Edit, Meant, Span};
use crate::source::SourceFile;
use crate::yaml::lines::line_at;

/// A problem. Its places are bytes of the YAML, not of the file around it.
#[derive(Debug)]
pub(super) struct Problem {
    pub code: Code,
    pub at: Range<usize>,
    message: String,
    help: String,
    related: Option<(Range<usize>, &'static str)>,
    patches: Vec<(Range<usize>, u8)>,
    edit: Option<(Range<usize>, String)>,
}

impl Problem {
    pub fn new(
        code: Code,
        at: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (message, help) = (message.into(), help.into());
        Self { code, at, message, help, related: None, patches: Vec::new(), edit: None }
    }

    /// A problem with the code `yaml`.
    pub fn yaml(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Code::Yaml, at, message, help)
    }

    /// A problem with the code `limits`.
    pub fn limits(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::new(Code::Limits, at, message, help)
    }

    /// Adds another place that explains it.
    pub fn related(mut self, at: Range<usize>, message: &'static str) -> Self {
        self.related = Some((at, message));
        self
    }

    /// Adds the text that makes it right in the place of a range, where nothing else can be meant.
    pub fn fixed_by(mut self, at: Range<usize>, text: &str) -> Self {
        self.edit = Some((at, text.to_owned()));
        self
    }

    /// Adds the edit that puts quotes around a value, which keeps its lines.
    pub fn fixed_by_quotes(self, value: &Typed<'_>) -> Self {
        match value.as_str() {
            typed if typed.contains(" #") => self,
            typed => self.fixed_by(value.at.clone(), &quoted(typed)),
        }
    }

    /// The same problem in a text in which places are elsewhere.
    pub fn moved(mut self, place: impl Fn(usize) -> usize) -> Self {
        let range = |at: Range<usize>| place(at.start)..place(at.end);
        self.at = range(self.at);
        self.related = self.related.map(|(at, message)| (range(at), message));
        self.edit = self.edit.map(|(at, text)| (range(at), text));
        self
    }

    /// Lets the parser get past it: the range reads as that many spaces.
    pub fn blanked(mut self, range: Range<usize>) -> Self {
        self.patches.push((range, b' '));
        self
    }

    /// Lets the parser get past it: the range reads as a word of that length, and
    /// further lines of it as blank.
    pub fn masked(mut self, text: Text<'_>, range: Range<usize>) -> Self {
        let end = line_at(&text, range.start).end.min(range.end);
        self.patches.push((range.start..end, b'x'));
        self.blanked(end..range.end)
    }

    /// Leaves it in the parser's way.
    pub fn unpatched(mut self) -> Self {
        self.patches.clear();
        self
    }

    /// The text with this problem out of the parser's way, every other byte at its place, or `None`
    /// where that cannot be done.
    pub fn patch(&self, text: &str) -> Option<String> {
        if self.patches.is_empty() {
            return None;
        }
        let mut bytes = text.as_bytes().to_vec();
        for (range, fill) in &self.patches {
            for byte in bytes[range.clone()].iter_mut().filter(|byte| !b"\r\n".contains(byte)) {
                *byte = *fill;
            }
        }
        String::from_utf8(bytes).ok()
    }

    /// The problem as the reports want it. `base` is where the YAML starts in the file.
    pub fn into_diagnostic(self, source: &SourceFile, base: usize) -> Diagnostic {
        let text = source.text();
        let place = |at: Range<usize>| {
            let start = text.floor_char_boundary(base + at.start);
            source.place(Span::new(start, text.ceil_char_boundary(base + at.end)))
        };
        let edit = self.edit.map(|(at, text)| Edit {
            span: Span::new(base + at.start, base + at.end),
            value: Meant::Text(text.clone()),
            text,
        });
        let problem = Diagnostic::new(self.code, place(self.at), self.message).help(self.help);
        let diagnostic = problem.edit(edit);
        match self.related {
            Some((at, message)) => diagnostic.related(place(at), message),
            None => diagnostic,
        }
    }
}
