//! Lists of small numbers as text.

use serde::Serialize;

/// How many characters a digit is one of: `#` to `~` without the backslash, which JSON would escape.
const BASE: usize = 91;

/// Whole numbers, each written with the same number of digits, one after the other. A digit is a
/// character from `#` (0) to `~` (90), the backslash left out; the first digit counts most.
#[derive(Debug, Serialize)]
pub(super) struct Digits {
    /// How many digits a number has.
    width: usize,
    text: String,
}

impl Digits {
    /// Writes numbers that are smaller than `limit`.
    pub(super) fn write(limit: usize, numbers: impl Iterator<Item = usize>) -> Self {
        let mut width = 1;
        let mut reach = BASE;
        while reach < limit {
            width += 1;
            reach = reach.saturating_mul(BASE);
        }
        let mut text = String::with_capacity(numbers.size_hint().0 * width);
        for number in numbers {
            for place in (0..width).rev() {
                text.push(digit(
                    number / BASE.pow(u32::try_from(place).unwrap_or(u32::MAX)) % BASE,
                ));
            }
        }
        Self { width, text }
    }
}

fn digit(value: usize) -> char {
    let code = u8::try_from(value).unwrap_or_default() + b'#';
    char::from(if code >= b'\\' { code + 1 } else { code })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_is_any_character_that_json_leaves_alone() {
        let all: String = (0..BASE).map(digit).collect();
        assert_eq!(serde_json::to_string(&all).unwrap(), format!("\"{all}\""));
        assert_eq!((digit(0), digit(56), digit(57), digit(90)), ('#', '[', ']', '~'));
    }

    #[test]
    fn numbers_have_as_many_digits_as_the_largest_needs() {
        let written = |limit, numbers: &[usize]| {
            let digits = Digits::write(limit, numbers.iter().copied());
            (digits.width, digits.text)
        };
        assert_eq!(written(91, &[0, 90]), (1, "#~".to_owned()));
        assert_eq!(written(92, &[0, 91, 90]), (2, "##$##~".to_owned()));
        assert_eq!(written(10_000, &[8_281]), (3, "$##".to_owned()));
    }
}
