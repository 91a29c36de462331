//! Plain scalars by the core schema of YAML 1.2.2 (section 10.3.2).

use std::borrow::Cow;

use crate::yaml::Value;

/// What a plain scalar is.
pub(super) fn resolve(typed: Cow<'_, str>) -> Value {
    match &*typed {
        typed if is_null(typed) => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        number if is_number(number) => Value::Number(typed.into_owned()),
        _ => Value::Text(typed.into_owned()),
    }
}

/// Whether a plain scalar is a null.
pub(super) fn is_null(typed: &str) -> bool {
    matches!(typed, "" | "~" | "null" | "Null" | "NULL")
}

fn is_number(typed: &str) -> bool {
    if let Some(digits) = typed.strip_prefix("0o") {
        return all(digits, |byte| matches!(byte, b'0'..=b'7'));
    }
    if let Some(digits) = typed.strip_prefix("0x") {
        return all(digits, |byte| byte.is_ascii_hexdigit());
    }
    if matches!(typed, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = typed.strip_prefix(['-', '+']).unwrap_or(typed);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || is_decimal(typed)
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
pub fn is_decimal(typed: &str) -> bool {
    let unsigned = typed.strip_prefix(['-', '+']).unwrap_or(typed);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mantissa_fits = match whole {
        "" => is_digits(fraction),
        _ => is_digits(whole) && (fraction.is_empty() || is_digits(fraction)),
    };
    let exponent_fits = exponent
        .is_none_or(|exponent| is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)));
    mantissa_fits && exponent_fits
}

fn is_digits(text: &str) -> bool {
    all(text, |byte| byte.is_ascii_digit())
}

fn all(text: &str, fits: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(typed: &str, expected: &str) {
        let found = match resolve(Cow::Borrowed(typed)) {
            Value::Null => "null",
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Number(number) => {
                assert_eq!(number, typed);
                "number"
            }
            Value::Text(text) => {
                assert_eq!(text, typed);
                "text"
            }
            Value::Sequence(_) | Value::Mapping(_) => "other",
        };
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn nulls_and_booleans_are_those_of_the_core_schema() {
        for typed in ["", "~", "null", "Null", "NULL"] {
            is(typed, "null");
        }
        for typed in ["true", "True", "TRUE"] {
            is(typed, "true");
        }
        for typed in ["false", "False", "FALSE"] {
            is(typed, "false");
        }
    }

    #[test]
    fn numbers_keep_what_was_typed() {
        for typed in [
            "0", "-19", "+12", "007", "0o14", "0x3A", "1.", "1.0", ".5", "-.5", "12e03", "-2E+05",
            "1.5e-3", "0.", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN",
        ] {
            is(typed, "number");
        }
    }

    #[test]
    fn words_that_yaml_1_1_read_as_something_else_are_text() {
        for typed in [
            "no",
            "on",
            "yes",
            "off",
            "y",
            "N",
            "nO",
            "tRue",
            "18:30",
            "1:2:3",
            "2026-01-13",
            "1_000",
            "0b1",
            "-0o7",
            "+0xA",
            "0o8",
            "0o",
            "0x",
            "0xg",
            "-.nan",
            ".",
            "-",
            "+",
            "e3",
            ".e3",
            "1e",
            "1e+",
            "1.2.3",
            "1 2",
            "--1",
            "inf",
            "٣",
            "~~",
            "nulL",
        ] {
            is(typed, "text");
        }
    }
}
