//! What it costs, as people write it: `20 CHF / year`, `£5 a month`.

use crate::writing::{Answers, set};

/// The signs of a currency that mean one only, and names of one.
const SIGNS: [(&str, &str); 4] = [("£", "GBP"), ("€", "EUR"), ("euros", "EUR"), ("euro", "EUR")];

/// A sum in the keys of a charter, where a text says all of it: how much, in which currency, and for what.
pub(super) fn sum(text: &str) -> Option<Answers> {
    let lower = text.to_lowercase().replace('/', " per ");
    let mut words: Vec<String> = Vec::new();
    for word in lower.split_whitespace() {
        // `£5` and `20CHF` are two words.
        let is_of_number = |sign: char| sign.is_ascii_digit() || sign == '.';
        let at = word.find(|sign: char| is_of_number(sign) != word.starts_with(is_of_number));
        let (first, second) = word.split_at(at.unwrap_or(word.len()));
        words.extend([first, second].into_iter().filter(|it| !it.is_empty()).map(str::to_owned));
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [one, other, rest @ ..] = words.as_slice() else { return None };
    let is_number = |word: &str| {
        word.parse::<f64>().is_ok() && word.starts_with(|it: char| it.is_ascii_digit())
    };
    let (amount, currency) = match (is_number(one), is_number(other)) {
        (true, false) => (one, currency(other)?),
        (false, true) => (other, currency(one)?),
        _ => return None,
    };
    let per = match rest {
        ["per" | "a" | "an" | "each" | "every", unit] => match *unit {
            "meeting" | "session" => "meeting",
            "month" => "month",
            "year" => "year",
            _ => return None,
        },
        ["monthly"] => "month",
        ["yearly" | "annually"] => "year",
        ["once"] => "once",
        _ => return None,
    };
    let mut answers = Answers::new();
    set(&mut answers, "amount", *amount);
    set(&mut answers, "currency", currency);
    set(&mut answers, "per", per);
    Some(answers)
}

/// The code of a currency.
fn currency(word: &str) -> Option<String> {
    let by_sign = SIGNS.into_iter().find(|(sign, _)| *sign == word);
    let code = by_sign.map_or_else(|| word.to_uppercase(), |(_, code)| code.to_owned());
    iso_currency::Currency::from_code(&code).map(|_| code)
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

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
            ("$5 a month", None),
            ("CHF 10", None),
            ("CHF 10 per meeting, or less", None),
            ("10 or 20 CHF a year", None),
            ("1,000 EUR a year", None),
            ("donation", None),
            ("", None),
            ("é5 a month", None),
        ] {
            let said = sum(text).map(|sum| {
                ["amount", "currency", "per"]
                    .map(|key| sum[key].as_str().unwrap_or("").to_owned())
                    .join(" ")
            });
            assert_eq!(said.as_deref(), wanted, "{text}");
            assert!(sum(text).is_none_or(|sum| sum.values().all(Json::is_string)));
        }
    }
}
