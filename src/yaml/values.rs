//! Texts, words, numbers and dates: reading them, each with its problems.

use jiff::civil::Date;

use super::date::{DateError, parse_date, suggested_date};
use super::suggestion::suggested_word;
use super::{Decoder, Node, Value, entries, messages};
use crate::diagnostic::{Code, Spanned, join_words, nearest, plural, shorten};
use crate::text::{is_hidden, shows_nothing};

/// The largest whole number that is read.
pub(crate) const LARGEST_NUMBER: u32 = 100_000;

/// The placeholders in our own examples.
pub(crate) const PLACEHOLDERS: &[&str] = &["…", "..."];

impl Decoder<'_> {
    /// Text that is not empty and has no control characters, of any number of lines.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<Spanned<&'n str>> {
        let raw = &self.source().text()[node.span.range()];
        let text = match &node.value {
            Value::Text(text) => text,
            Value::Number(typed) => return self.needs_quotes(node, &format!("\"{typed}\"")),
            Value::Bool(value) => return self.needs_quotes(node, &format!("\"{value}\"")),
            Value::Mapping(_) if entries::is_one_line(raw) => {
                return self.needs_quotes(node, &entries::in_quotes(&[raw]));
            }
            Value::Null | Value::Sequence(_) | Value::Mapping(_) => {
                return self.wrong_type(node, "text", "Write it in your own words.");
            }
        };
        if text.trim().is_empty() {
            self.report(
                Code::Value,
                node.span,
                "There is no text here.",
                "Write it between the quotes.",
            );
            return None;
        }
        if PLACEHOLDERS.contains(&text.trim()) {
            self.emit(node.span, &messages::PLACEHOLDER, &[]);
            return None;
        }
        if shows_nothing(text) {
            self.emit(node.span, &messages::SHOWS_NOTHING, &[]);
            return None;
        }
        if let Some(hidden) = text.chars().find(|found| is_hidden(*found)) {
            self.report(
                Code::Value,
                node.span,
                format!("The text contains an invisible character (U+{:04X}).", hidden as u32),
                "Delete it; typing the text again is the surest way.",
            );
            return None;
        }
        Some(Spanned { value: text.trim(), span: node.span })
    }

    fn needs_quotes<T>(&mut self, node: &Node, quoted: &str) -> Option<T> {
        self.wrong_type(node, "text", &format!("Put quotes around it: {quoted}"))
    }

    /// One line of text of at most `limit` characters.
    pub fn line<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Spanned<&'n str>> {
        let text = self.text(node)?;
        if text.value.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            self.report(
                Code::Value,
                node.span,
                "This text runs over several lines, but must be on one line.",
                "Write it on one line.",
            );
            return None;
        }
        self.limited(text, limit)
    }

    /// The text, if it has at most `limit` characters.
    pub fn limited<'n>(
        &mut self,
        text: Spanned<&'n str>,
        limit: usize,
    ) -> Option<Spanned<&'n str>> {
        let length = text.value.chars().count();
        if length > limit {
            let surplus = plural(length - limit, "character");
            let (length, limit) = (length.to_string(), limit.to_string());
            let gaps = [("length", &*length), ("limit", &limit), ("surplus", &surplus)];
            self.emit(text.span, &messages::TOO_LONG, &gaps);
            return None;
        }
        Some(text)
    }

    /// A whole number from `from` to [`LARGEST_NUMBER`].
    pub fn whole_number(&mut self, node: &Node, from: u32) -> Option<Spanned<u32>> {
        let Value::Number(typed) = &node.value else {
            return self.wrong_type(node, "a whole number", "Write it in digits.");
        };
        let number =
            typed.parse::<u32>().ok().filter(|number| (from..=LARGEST_NUMBER).contains(number));
        if number.is_none() {
            let gaps = [("typed", &*shorten(typed)), ("from", &from.to_string())];
            self.emit(node.span, &messages::NOT_WHOLE, &gaps);
        }
        Some(Spanned { value: number?, span: node.span })
    }

    /// `true` or `false`.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => self.wrong_type(node, "true or false", "Write `true` or `false`."),
        }
    }

    /// A date written YYYY-MM-DD (ISO 8601, calendar date, extended format).
    pub fn date(&mut self, node: &Node) -> Option<Spanned<Date>> {
        let typed =
            self.word(node, "a date", "Write the year, month and day in digits: YYYY-MM-DD.")?;
        match parse_date(typed) {
            Ok(value) => Some(Spanned { value, span: node.span }),
            Err(DateError::Form) => {
                let words = messages::NOT_A_DATE.fill(&[("typed", &shorten(typed))]);
                let edit = suggested_date(typed)
                    .and_then(|date| self.replacement(node, &date.to_string()));
                self.report_fixable(messages::NOT_A_DATE.code, node.span, words, edit);
                None
            }
            Err(DateError::NoSuchDay) => {
                self.emit(node.span, &messages::NO_SUCH_DAY, &[("typed", typed)]);
                None
            }
        }
    }

    /// One of a list of words.
    pub fn one_of<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<Spanned<T>> {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        let choice = format!("Write {}.", join_words(&names, "or"));
        let typed = self.word(node, "a word", &choice)?;
        let found = words.iter().find(|(name, _)| *name == typed);
        if found.is_none() {
            let help = match nearest(typed, names.iter().copied()) {
                Some(name) => format!("Did you mean `{name}`?"),
                None => choice,
            };
            let message = format!("`{}` is not one of the words allowed here.", shorten(typed));
            let edit = suggested_word(typed, &names).and_then(|name| self.replacement(node, name));
            self.report_fixable(Code::Value, node.span, (message, help), edit);
        }
        found.map(|(_, value)| Spanned { value: *value, span: node.span })
    }

    /// A short text such as a word, a date or an address, as it was typed. `help` says how to write it.
    pub fn word<'n>(&mut self, node: &'n Node, what: &str, help: &str) -> Option<&'n str> {
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => {
                self.report(Code::Value, node.span, "There is no text here.", help);
                None
            }
            Value::Text(text) => Some(text),
            _ => self.wrong_type(node, what, help),
        }
    }

    /// The same where what is typed without quotes may read as a number: `15`, `1830`, `+5`.
    pub fn word_or_number<'n>(
        &mut self,
        node: &'n Node,
        what: &str,
        help: &str,
    ) -> Option<&'n str> {
        match &node.value {
            Value::Number(typed) => Some(typed),
            _ => self.word(node, what, help),
        }
    }
}
