//! Regular expressions for parts of a text, in the words that JavaScript (ECMA-262, with the flag `u`) and
//! others read alike.

use std::fmt::Write as _;

/// The numbers from 1 to a largest one, in digits, without zeros before them.
pub fn up_to(most: u32) -> String {
    let digits = most.to_string();
    let mut ways: Vec<String> =
        (1..digits.len()).map(|length| format!("[1-9]{}", any_digits(length - 1))).collect();
    for (at, digit) in digits.bytes().enumerate() {
        let lowest = if at == 0 { b'1' } else { b'0' };
        if digit > lowest {
            let below = format!("[{}-{}]", char::from(lowest), char::from(digit - 1));
            ways.push(format!("{}{below}{}", &digits[..at], any_digits(digits.len() - at - 1)));
        }
    }
    ways.push(digits);
    format!("(?:{})", ways.join("|"))
}

fn any_digits(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!("[0-9]{{{count}}}"),
    }
}

/// A text as it is.
pub fn exactly(text: &str) -> String {
    let mut pattern = String::new();
    text.chars().for_each(|character| push_escaped(&mut pattern, character));
    pattern
}

/// A text with its letters a to z in either case.
pub fn any_case(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        match character {
            letter if letter.is_ascii_alphabetic() => {
                let (upper, lower) = (letter.to_ascii_uppercase(), letter.to_ascii_lowercase());
                pattern.extend(['[', upper, lower, ']']);
            }
            other => push_escaped(&mut pattern, other),
        }
    }
    pattern
}

fn push_escaped(pattern: &mut String, character: char) {
    if r"\^$.*+?()[]{}|/".contains(character) {
        pattern.push('\\');
    }
    pattern.push(character);
}

/// The class of the characters below U+10000 of which something is true.
pub fn class(is_meant: impl Fn(char) -> bool) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in 0..=0xFFFF_u32 {
        if !char::from_u32(code).is_some_and(&is_meant) {
            continue;
        }
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    let mut class = String::from("[");
    for (first, last) in ranges {
        push_code(&mut class, first);
        if last > first {
            class.push('-');
            push_code(&mut class, last);
        }
    }
    class.push(']');
    class
}

/// A letter or digit as it is; any other character by its number.
fn push_code(class: &mut String, code: u32) {
    match char::from_u32(code) {
        Some(letter) if letter.is_ascii_alphanumeric() => class.push(letter),
        _ => {
            let _ = write!(class, "\\u{code:04X}"); // writing into memory does not fail
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_up_to_a_largest_one() {
        assert_eq!(up_to(9), "(?:[1-8]|9)");
        assert_eq!(up_to(31), "(?:[1-9]|[1-2][0-9]{1}|3[0-0]|31)");
        assert_eq!(up_to(100), "(?:[1-9]|[1-9][0-9]{1}|100)");
    }

    #[test]
    fn letters_in_either_case_and_signs_as_they_are() {
        assert_eq!(any_case("a (b)"), r"[Aa] \([Bb]\)");
        assert_eq!(exactly("a..b"), r"a\.\.b");
    }

    #[test]
    fn a_class_is_made_of_ranges() {
        assert_eq!(class(|found| matches!(found, 'a'..='c' | '-')), r"[\u002Da-c]");
    }
}
