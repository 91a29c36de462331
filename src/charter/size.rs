//! How many members: `size`.

use super::format::RawSize;
use super::messages::MORE_THAN;
use super::text::Reader;
use crate::diagnostic::{Edit, Meant, Spanned};
use crate::yaml::{Entry, Value, messages};

/// How many members a group has and wants. minimum ≤ ideal ≤ maximum, and current ≤ maximum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The number that would be best.
    pub ideal: Option<u32>,
    /// The fewest.
    pub minimum: Option<u32>,
    /// The most.
    pub maximum: Option<u32>,
    /// How many there are.
    pub current: Option<u32>,
}

/// As many members a small group has at most.
const SMALL: u32 = 8;

impl Size {
    /// The most members that a group takes, or the number that it says instead.
    pub fn members(&self) -> Option<u32> {
        self.maximum.or(self.ideal).or(self.current)
    }

    /// Whether it is known to be small.
    pub fn is_small(&self) -> bool {
        self.members().is_some_and(|members| members <= SMALL)
    }

    /// Whether there are fewer members than the most, or one of the two is not known.
    pub fn has_room(&self) -> bool {
        self.current.zip(self.maximum).is_none_or(|(current, maximum)| current < maximum)
    }
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Size> {
    if let Value::Text(words) | Value::Number(words) = &entry.value.value
        && let Some(keys) = in_keys(words)
    {
        let shown: Vec<String> =
            keys.iter().map(|(key, number)| format!("{key}: {number}")).collect();
        let text = format!("{{{}}}", shown.join(", "));
        let help = format!("Write `size: {text}`.");
        let keys = keys.into_iter().map(|(key, number)| (key.to_owned(), Meant::Number(number)));
        let edit = Edit { span: entry.value.span, text, value: Meant::Keys(keys.collect()) };
        return reader.decoder.wrong_type_fixable(&entry.value, messages::KEYS, &help, Some(edit));
    }
    let raw = RawSize::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawSize { entries: _, ideal, minimum, maximum, current } = raw;
    let mut number = |entry: Option<&Entry>, from| {
        let node = &entry?.value;
        match &node.value {
            Value::Text(text) if let Some((from, to)) = range(text) => {
                let help = format!(
                    "Write one number here, or both under their own keys: `minimum: {from}, maximum: {to}`."
                );
                reader.decoder.wrong_type(node, "a whole number", &help)
            }
            _ => reader.decoder.whole_number(node, from),
        }
    };
    let [minimum, ideal, maximum] = [minimum, ideal, maximum].map(|entry| number(entry, 1));
    let current = number(current, 0);
    let pairs = [
        ("minimum", minimum, "ideal", ideal),
        ("ideal", ideal, "maximum", maximum),
        ("minimum", minimum, "maximum", maximum),
        ("current", current, "maximum", maximum),
    ];
    for (less, smaller, more, larger) in pairs {
        let (Some(smaller), Some(larger)) = (smaller, larger) else { continue };
        if smaller.value > larger.value {
            let numbers = [smaller, larger].map(|number| number.value.to_string());
            let gaps = [
                ("less", less),
                ("smaller", &*numbers[0]),
                ("more", more),
                ("larger", &numbers[1]),
            ];
            let related = (larger.span, &*format!("`{more}` is {}", larger.value));
            reader.decoder.emit_related(smaller.span, &MORE_THAN, &gaps, related);
        }
    }
    let value = |number: Option<Spanned<u32>>| number.map(|number| number.value);
    Some(Size {
        ideal: value(ideal),
        minimum: value(minimum),
        maximum: value(maximum),
        current: value(current),
    })
}

/// What people say of a size in words: `6 to 10`, `up to 12 people`, `about 8`.
fn in_keys(words: &str) -> Option<Vec<(&'static str, String)>> {
    if let Some((from, to)) = range(words) {
        return Some(vec![("minimum", from), ("maximum", to)]);
    }
    let lower = words.to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().filter(|word| !OF_PEOPLE.contains(word)).collect();
    let (before, number) =
        words.split_last().map(|(number, before)| (before.join(" "), *number))?;
    let key = match before.as_str() {
        "" | "about" | "around" | "ideally" | "usually" => "ideal",
        "up to" | "at most" | "no more than" | "maximum" | "max" => "maximum",
        "at least" | "minimum" | "min" => "minimum",
        _ => return None,
    };
    is_number(number).then(|| vec![(key, number.to_owned())])
}

/// What people are called behind a number of them.
const OF_PEOPLE: [&str; 4] = ["people", "members", "participants", "practitioners"];

/// The two ends of a range of numbers.
fn range(words: &str) -> Option<(String, String)> {
    let words = words.trim_end_matches(|sign: char| sign.is_alphabetic() || sign == ' ');
    let (from, to) = [" to ", "–", "—", "-"].into_iter().find_map(|sign| words.split_once(sign))?;
    let (from, to) = (from.trim(), to.trim());
    let number = |word: &str| is_number(word).then(|| word.parse::<u32>().ok()).flatten();
    (number(from)? <= number(to)?).then(|| (from.to_owned(), to.to_owned()))
}

fn is_number(word: &str) -> bool {
    (1..=4).contains(&word.len())
        && word.bytes().all(|digit| digit.is_ascii_digit())
        && !word.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_in_words_is_known_by_its_numbers() {
        for (words, keys) in [
            ("6 to 10", Some("minimum 6 maximum 10")),
            ("6-10", Some("minimum 6 maximum 10")),
            ("6 – 10 people", Some("minimum 6 maximum 10")),
            ("up to 12 people", Some("maximum 12")),
            ("About 8", Some("ideal 8")),
            ("8", Some("ideal 8")),
            ("at least 4 members", Some("minimum 4")),
            ("10-6", None),
            ("small", None),
            ("up to a dozen", None),
            ("8 now, 12 later", None),
            ("", None),
        ] {
            let known = in_keys(words).map(|keys| {
                keys.iter()
                    .map(|(key, number)| format!("{key} {number}"))
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            assert_eq!(known.as_deref(), keys, "{words}");
        }
    }
}
