//! Tells the author what was left out, and where.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Span};

use super::Origin;
use super::places::Places;

/// How many warnings one text gets before the rest are counted in a last one.
const MOST_WARNINGS: usize = 20;

/// Collects the problems of one text.
pub(super) struct Reporter<'a> {
    origin: &'a Origin<'a>,
    places: Places<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
    code: Code,
    /// What the problems that are only counted have in common.
    others: &'static str,
    warnings: usize,
    first_uncounted: Span,
}

impl<'a> Reporter<'a> {
    /// Of what is left out of the page.
    pub(super) fn new(
        text: &'a str,
        origin: &'a Origin<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let places = Places::new(text, origin.source.text(), origin.span);
        Self {
            origin,
            places,
            diagnostics,
            code: Code::Unsafe,
            others: "things were left out of this text",
            warnings: 0,
            first_uncounted: Span::default(),
        }
    }

    /// Of what was meant to be a link and is none.
    pub(super) fn of_links(
        text: &'a str,
        origin: &'a Origin<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let others = "links of this text lead nowhere";
        Self { code: Code::Link, others, ..Self::new(text, origin, diagnostics) }
    }

    /// The place of a part of the text in the file. To be asked in the order of the text.
    pub(super) fn span(&mut self, range: Range<usize>) -> Span {
        self.places.span(range)
    }

    /// Something is wrong. The message and its help line are made if they are shown.
    pub(super) fn warn<Words: Into<String>>(
        &mut self,
        span: Span,
        words: impl FnOnce() -> (Words, Words),
    ) {
        self.warnings += 1;
        if self.warnings <= MOST_WARNINGS {
            let (message, help) = words();
            self.push(self.code, span, message.into(), help.into());
        } else if self.warnings == MOST_WARNINGS + 1 {
            self.first_uncounted = span;
        }
    }

    /// The text is beyond a limit.
    pub(super) fn refuse(&mut self, range: Range<usize>, message: &str, help: &str) {
        let span = self.span(range);
        self.push(Code::Limits, span, message.to_owned(), help.to_owned());
    }

    /// Counts the warnings that were not given.
    pub(super) fn finish(mut self) {
        if let Some(more @ 1..) = self.warnings.checked_sub(MOST_WARNINGS) {
            let message = format!("From here on, {more} more {}.", self.others);
            let help = "Fix the ones above first.".to_owned();
            self.push(self.code, self.first_uncounted, message, help);
        }
    }

    fn push(&mut self, code: Code, span: Span, message: String, help: String) {
        let place = self.origin.source.place(span);
        let diagnostic = Diagnostic::new(code, place, message).help(help).key(self.origin.key);
        self.diagnostics.push(diagnostic);
    }
}
