//! What it costs, as people write it: `20 CHF / year`, `£5 a month`.

use iso_currency::Currency;

use super::Per;
use super::limits::SUM_DIGITS;

/// The signs of a currency that mean one only, and names of one.
const SIGNS: [(&str, &str); 4] = [("£", "GBP"), ("€", "EUR"), ("euros", "EUR"), ("euro", "EUR")];

/// A sum as far as a text says it.
#[derive(Debug, PartialEq, Eq)]
pub struct SumMeant {
    /// How much: digits, perhaps with decimals.
    pub amount: String,
    /// The currency.
    pub currency: Option<Currency>,
    /// For how long, or for what.
    pub per: Option<Per>,
}

/// What a text says of a sum. `None` where there is more in it, or no number.
pub fn sum_meant(text: &str) -> Option<SumMeant> {
    let lower = text.to_lowercase().replace('/', " per ");
    let words: Vec<&str> = lower.split_whitespace().flat_map(number_apart).collect();
    let (amount, currency, rest) = match words.as_slice() {
        [one, other, rest @ ..] if is_number(one) && currency(other).is_some() => {
            (one, currency(other), rest)
        }
        [one, other, rest @ ..] if is_number(other) && currency(one).is_some() => {
            (other, currency(one), rest)
        }
        ["$", amount, rest @ ..] if is_number(amount) => (amount, None, rest), // of many countries
        [amount, rest @ ..] if is_number(amount) => (amount, None, rest),
        _ => return None,
    };
    let per = match rest {
        [] => None,
        _ => Some(per(rest)?),
    };
    Some(SumMeant { amount: (*amount).to_owned(), currency, per })
}

/// `£5` and `20CHF` are two words.
fn number_apart(word: &str) -> impl Iterator<Item = &str> {
    let is_of_number = |sign: char| sign.is_ascii_digit() || sign == '.';
    let at = word.find(|sign: char| is_of_number(sign) != word.starts_with(is_of_number));
    let (first, second) = word.split_at(at.unwrap_or(word.len()));
    [first, second].into_iter().filter(|part| !part.is_empty())
}

/// Whether a word is a sum without doubt: `5.000` may be five or five thousand.
fn is_number(word: &str) -> bool {
    let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
    let digits = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    (1..=SUM_DIGITS as usize).contains(&whole.len())
        && (1..=2).contains(&decimals.len())
        && digits(whole)
        && digits(decimals)
}

fn currency(word: &str) -> Option<Currency> {
    let by_sign = SIGNS.into_iter().find(|(sign, _)| *sign == word);
    Currency::from_code(&by_sign.map_or_else(|| word.to_uppercase(), |(_, code)| code.to_owned()))
}

fn per(words: &[&str]) -> Option<Per> {
    match words {
        ["per" | "a" | "an" | "each" | "every", unit] => match *unit {
            "meeting" | "session" => Some(Per::Meeting),
            "month" => Some(Per::Month),
            "year" => Some(Per::Year),
            _ => None,
        },
        ["monthly"] => Some(Per::Month),
        ["yearly" | "annually"] => Some(Per::Year),
        ["once"] => Some(Per::Once),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_known_with_its_currency_and_what_it_is_for() {
        for (text, wanted) in [
            ("20 CHF / year", Some("20 CHF year")),
            ("20 CHF/year", Some("20 CHF year")),
            ("CHF 10 per meeting", Some("10 CHF meeting")),
            ("£5 a month", Some("5 GBP month")),
            ("€7.50 each session", Some("7.50 EUR meeting")),
            ("EUR 30 once", Some("30 EUR once")),
            ("30 euros yearly", Some("30 EUR year")),
            ("£5", Some("5 GBP …")),
            ("CHF 10", Some("10 CHF …")),
            ("$5 a month", Some("5 … month")),
            ("5 per meeting", Some("5 … meeting")),
            ("5", Some("5 … …")),
            ("CHF 10 per meeting, or less", None),
            ("10 or 20 CHF a year", None),
            ("1,000 EUR a year", None),
            ("£5.000 a year", None),
            ("donation", None),
            ("", None),
            ("é5 a month", None),
        ] {
            let said = sum_meant(text).map(|sum| {
                let currency = sum.currency.map_or("…", |currency| currency.code());
                format!("{} {currency} {}", sum.amount, sum.per.map_or("…", Per::word))
            });
            assert_eq!(said.as_deref(), wanted, "{text}");
        }
    }
}
