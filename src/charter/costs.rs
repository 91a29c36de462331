//! What it costs to take part: `costs`.

use iso_currency::Currency;

use super::format::{RawCosts, SUM_REMEDY};
use super::limits::SUM_DIGITS;
use super::sum::{SumMeant, sum_meant};
use super::text::Reader;
use super::{Per, messages};
use crate::diagnostic::{Code, Edit, Meant, Span, join_words, shorten};
use crate::yaml::{Entry, Node, Value};

/// What it costs to take part.
#[derive(Clone, Debug, PartialEq)]
pub enum Costs {
    /// Nothing.
    Free,
    /// A sum.
    Paid {
        /// How much.
        amount: Amount,
        /// For how long, or for what.
        per: Per,
        /// What the money is for.
        covers: Option<String>,
        /// Who pays less.
        concessions: Option<String>,
    },
}

/// A sum of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number: digits, and where it has decimals, all of the currency's.
    pub number: String,
    /// The currency (ISO 4217).
    pub currency: Currency,
}

impl Amount {
    /// The sum as people write it: `£20`, `€7.50`, `30 CHF`.
    pub fn in_words(&self) -> String {
        let symbol = self.currency.symbol().symbol;
        if symbol.chars().count() == 1 && !symbol.chars().all(char::is_alphabetic) {
            format!("{symbol}{}", self.number)
        } else {
            format!("{} {}", self.number, self.currency.code())
        }
    }
}

/// Words for what costs nothing.
const FREE: [&str; 5] = ["free", "no", "none", "nothing", "no costs"];

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Costs> {
    match &entry.value.value {
        Value::Text(word) if word == "free" => return Some(Costs::Free),
        Value::Text(words) | Value::Number(words) => {
            tell_of_words(reader, &entry.value, words);
            return None;
        }
        Value::Mapping(_) => {}
        _ => {
            return reader.decoder.wrong_type(&entry.value, "`free` or a sum", SUM_REMEDY);
        }
    }
    let raw = RawCosts::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawCosts { entries, amount, currency: code, per, covers, concessions } = raw;
    let currency =
        reader.required(&entries, code, "costs.currency").and_then(|node| currency(reader, node));
    let number = reader
        .required(&entries, amount, "costs.amount")
        .and_then(|node| number(reader, node, currency));
    let per = reader
        .required(&entries, per, "costs.per")
        .and_then(|node| reader.decoder.one_of(node, Per::WORDS));
    let covers = covers.and_then(|entry| reader.plain(&entry.value));
    let concessions = concessions.and_then(|entry| reader.plain(&entry.value));
    let amount = Amount { number: number?, currency: currency? };
    Some(Costs::Paid { amount, per: per?.value, covers, concessions })
}

/// Reports words in the place of `free` or of the keys of a sum.
fn tell_of_words(reader: &mut Reader<'_, '_>, node: &Node, words: &str) {
    let is_free = FREE.contains(&words.trim().to_lowercase().as_str());
    let free = is_free.then(|| reader.decoder.replacement(node, "free")).flatten();
    let (help, edit) = match sum_meant(words) {
        _ if free.is_some() => ("Write `costs: free`.".to_owned(), free),
        Some(sum) => in_keys(&sum, node.span),
        None => (SUM_REMEDY.to_owned(), None),
    };
    let message = match edit {
        Some(_) => messages::in_another_way(words),
        None => format!(
            "`{}` does not say what it costs, in which currency, and for what.",
            shorten(words)
        ),
    };
    reader.decoder.report_fixable(Code::Value, node.span, (message, help), edit);
}

/// What to write for a sum in words, and the edit that does so, if the words say all of it.
fn in_keys(SumMeant { amount, currency, per }: &SumMeant, span: Span) -> (String, Option<Edit>) {
    let (currency, per) = (currency.map(|it| it.code()), per.map(Per::word));
    let text = format!(
        "{{amount: {amount}, currency: {}, per: {}}}",
        currency.unwrap_or("…"),
        per.unwrap_or("…")
    );
    let Some((currency, per)) = currency.zip(per) else {
        let words = Per::NAMES;
        let per = if per.is_none() {
            format!(" After `per` comes {}.", join_words(words, "or"))
        } else {
            String::new()
        };
        let help =
            format!("Write `costs: {text}`, with your own answers in place of the dots.{per}");
        return (help, None);
    };
    let texts = [("currency", currency), ("per", per)];
    let texts = texts.map(|(key, text)| (key.to_owned(), Meant::Text(text.to_owned())));
    let keys = [("amount".to_owned(), Meant::Number(amount.clone()))].into_iter().chain(texts);
    let help = format!("Write `costs: {text}`.");
    (help, Some(Edit { span, text, value: Meant::Keys(keys.collect()) }))
}

/// How many decimals a sum in a currency may have.
pub fn decimals_of(currency: Currency) -> u16 {
    currency.exponent().unwrap_or(2)
}

const THREE_LETTERS: &str =
    "Write its three letters: GBP for British pounds, EUR for euros, USD for US dollars …";

fn currency(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Currency> {
    let typed = reader.decoder.word(node, "a currency", THREE_LETTERS)?;
    let currency = Currency::from_code(typed).filter(|found| found.code() == typed);
    if currency.is_none() {
        let message = format!("`{}` is not the code of a currency.", shorten(typed));
        let meant = Currency::from_code(&typed.trim().to_uppercase());
        let edit = meant.and_then(|found| reader.decoder.replacement(node, found.code()));
        let help = match meant {
            Some(found) => format!("Write it in capitals: {}", found.code()),
            None => THREE_LETTERS.to_owned(),
        };
        reader.decoder.report_fixable(Code::Value, node.span, (message, help), edit);
    }
    currency
}

/// A regular expression for a sum in any currency. Its group has the decimals.
pub fn sum_pattern() -> String {
    format!(r"^[0-9]{{1,{SUM_DIGITS}}}(?:\.([0-9]+))?$")
}

/// A number of at most seven digits and as many decimals as the currency has.
fn number(reader: &mut Reader<'_, '_>, node: &Node, currency: Option<Currency>) -> Option<String> {
    let typed = match &node.value {
        Value::Number(typed) => typed,
        Value::Text(_) => {
            reader.decoder.emit(node.span, &messages::SUM_IN_WORDS, &[]);
            return None;
        }
        _ => {
            let belongs = "a number without a currency sign";
            return reader.decoder.wrong_type(node, belongs, messages::SUM_IN_WORDS.help);
        }
    };
    let (whole, decimals) = typed.split_once('.').unwrap_or((typed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let places = currency.map_or(2, decimals_of);
    let fits = !whole.is_empty()
        && whole.len() <= SUM_DIGITS as usize
        && digits(whole)
        && digits(decimals)
        && decimals.len() <= usize::from(places)
        && !typed.ends_with('.');
    if !fits {
        let message = if places == 0 { &messages::NOT_A_WHOLE_SUM } else { &messages::NOT_A_SUM };
        reader.decoder.emit(node.span, message, &[("typed", &shorten(typed))]);
        return None;
    }
    if typed.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        reader.decoder.emit(node.span, &messages::NOTHING, &[]);
        return None;
    }
    Some(match decimals.len() {
        0 => whole.to_owned(),
        _ => format!("{whole}.{decimals:0<width$}", width = usize::from(places)),
    })
}
