//! Texts, words, numbers and dates: reading them, each with its problems.

use jiff::civil::Date;

use super::date::{DateError, parse_date, suggested_date};
use super::in_place::with_a_colon;
use super::marks::{between_curly_quotes, blank_as, is_stray};
use super::parse::quoted;
use super::suggestion::suggested_word;
use super::write::scalar;
use super::{Decoder, Node, Value, messages};
use crate::diagnostic::{Code, Edit, Meant, Spanned, join_words, nearest, plural, shorten};
use crate::text::{is_hidden, shows_nothing};

/// The largest whole number that is read.
pub(crate) const LARGEST_NUMBER: u32 = 100_000;

/// What is wrong with curly quotes.
const CURLY: &str = "The curly quotes count as a part of the text.";

/// The placeholders in our own examples.
pub(crate) const PLACEHOLDERS: &[&str] = &["…", "..."];

impl Decoder<'_> {
    /// Text that is not empty and has no control characters, of any number of lines.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<Spanned<&'n str>> {
        let raw = &self.source().text()[node.span.range()];
        let text = match &node.value {
            Value::Text(text) => text,
            Value::Number(_) | Value::Bool(_) => return self.needs_quotes(node, raw),
            Value::Mapping(_) if let Some(line) = with_a_colon(raw, node) => {
                return self.needs_quotes_for_a_colon(node, &line);
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

    /// Reports a number or a truth value in the place of text.
    fn needs_quotes<T>(&mut self, node: &Node, text: &str) -> Option<T> {
        let (help, edit) = put_in_quotes(node, text, text);
        self.wrong_type_fixable(node, "text", &help, Some(edit))
    }

    fn needs_quotes_for_a_colon<T>(&mut self, node: &Node, text: &str) -> Option<T> {
        let raw = &self.source().text()[node.span.range()];
        let (help, edit) = put_in_quotes(node, raw, text);
        let words = ("Text with a colon and a space in it needs quotes.".to_owned(), help);
        self.report_fixable(Code::Type, node.span, words, Some(edit));
        None
    }

    /// The same for text without marks, in which curly quotes around all of it are meant as the quotes of a value.
    pub fn plain_text<'n>(&mut self, node: &'n Node) -> Option<Spanned<&'n str>> {
        if let Value::Text(text) = &node.value
            && let Some(inner) = self.in_curly_quotes(node, text)
        {
            let written = quoted(inner);
            let help = format!(
                "Type straight quotes: {written}. If the curly quotes belong to the text, put straight ones around \
                 them, too: {}",
                quoted(text)
            );
            let edit =
                Edit { span: node.span, text: written, value: Meant::Text(inner.to_owned()) };
            self.report_fixable(Code::Value, node.span, (CURLY.to_owned(), help), Some(edit));
            return None;
        }
        self.text(node)
    }

    /// What is between the curly quotes that are around a value in the place of straight ones.
    fn in_curly_quotes<'t>(&self, node: &Node, text: &'t str) -> Option<&'t str> {
        let is_plain = self.source().text()[node.span.range()] == *text;
        between_curly_quotes(text).filter(|_| is_plain)
    }

    /// One line of text of at most `limit` characters.
    pub fn line<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Spanned<&'n str>> {
        let text = self.plain_text(node)?;
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
            Value::Text(text) => match self.in_curly_quotes(node, text) {
                Some(inner) => {
                    let words = (CURLY.to_owned(), format!("Remove them: {}", scalar(inner, 0)));
                    let edit = self.replacement(node, inner);
                    self.report_fixable(Code::Value, node.span, words, edit);
                    None
                }
                None => self.without_unseen(node, text),
            },
            _ => self.wrong_type(node, what, help),
        }
    }

    /// A short text, which has no business with characters that are not seen.
    fn without_unseen<'n>(&mut self, node: &Node, text: &'n str) -> Option<&'n str> {
        let is_unseen = |found: char| is_stray(found) && blank_as(found).is_empty();
        let Some(first) = text.chars().find(|found| is_unseen(*found)) else { return Some(text) };
        let message =
            format!("There is an invisible character (U+{:04X}) in this value.", u32::from(first));
        let seen: String = text.chars().filter(|found| !is_unseen(*found)).collect();
        let help = format!("Type it again: {}", scalar(seen.trim(), 0));
        let edit = self.replacement(node, seen.trim());
        self.report_fixable(Code::Value, node.span, (message, help), edit);
        None
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

/// The remedy for a text that needs quotes. `raw`: as it is written, maybe on several lines.
fn put_in_quotes(node: &Node, raw: &str, text: &str) -> (String, Edit) {
    let help = format!("Put quotes around it: {}", quoted(text));
    let value = Meant::Text(text.to_owned());
    (help, Edit { span: node.span, text: quoted(raw), value })
}
