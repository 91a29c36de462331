//! Telephone numbers.

use super::{BLANK, L, LETTERS};

/// A hyphen or a dash, as part of a class, where it has to be last.
const DASH: &str = r"\u2010-\u2013-";

/// A number with its country, its name or a word of calling before it, or of a British mobile telephone.
pub(super) fn number() -> String {
    let gap = format!("[().\\/{BLANK}{DASH}]{{0,5}}");
    let named = "(?:t[eé]l|t[eé]l[eé]phone|teléfono|telefon|phone|mobile|mobil|mob|cell|handy|fax|whatsapp|sms)(?: no| number)?";
    let called = format!(
        "(?:call|ring|text|dial|phone|reach|anrufen|ruf|rufnummer|appelez|appeler|bel|llame)(?:(?: [{L}]{{1,30}}){{0,2}} (?:on|at|me|us|unter|auf|au|op))?"
    );
    let chat = r"(?:wa\.me\/|whatsapp\.com\/send\/?\?phone=)";
    let mobile = format!("07[0-9]{{3}}{gap}[0-9]{{3}}{gap}[0-9]{{3}}");
    let groups = [
        format!(r"(?:^|[^{LETTERS}]){named}[.:{BLANK}]{{0,5}}(\(?0[0-9](?:{gap}[0-9]){{5,10}})"),
        format!(r"(?:^|[^{LETTERS}]){called}[^{L}(]{{1,5}}({})", at_home()),
        format!(r"(?:^|[^0-9a-z+])((?:\+|%2b)[1-9](?:{gap}[0-9]){{7,14}})"),
        format!(r"(?:^|[^0-9a-z+.,\/-])({mobile})"),
        format!(r"{chat}((?:\+|%2b)?[1-9][0-9]{{6,14}})"),
    ];
    format!("(?:{})(?:[^0-9-]|$)", groups.join("|"))
}

/// One of these, or a number as it is written at home, here or in America.
pub(super) fn any_number() -> String {
    let american = format!(
        r"\(?[2-9][0-9]{{2}}\)?[.{BLANK}{DASH}]{{1,5}}[0-9]{{3}}[.{BLANK}{DASH}]{{1,5}}[0-9]{{4}}"
    );
    format!(r"{}|(?:^|[^0-9a-z+.,\/-])({}|{american})(?:[^0-9-]|$)", number(), at_home())
}

/// A number as it is written in its own country.
fn at_home() -> String {
    let gap = format!("[().\\/{BLANK}{DASH}]{{0,5}}");
    let between = format!("[.\\/{BLANK}{DASH}]");
    let abroad = format!("00[1-9](?:{gap}[0-9]){{7,13}}");
    let british = format!(
        r"\(?0[0-9]{{2,4}}\)?{between}{{1,5}}[0-9]{{3,4}}{between}{{0,5}}[0-9]{{3,5}}|0[0-9]{{9,10}}"
    );
    let in_pairs =
        format!("0[1-9](?:[{BLANK}]{{1,5}}[0-9]{{2}}){{4}}|0[1-9](?:\\.[0-9]{{2}}){{4}}");
    format!("{abroad}|{british}|{in_pairs}")
}

/// How many digits the shortest number has, at least.
pub(super) const FEWEST_DIGITS: usize = 7;

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::super::tests::found;

    #[test]
    fn a_number_with_its_country_or_its_name_is_found_in_prose() {
        for (text, number) in [
            ("Ring +44 20 7946 0958 first.", "+44 20 7946 0958"),
            ("(+44 (0)20 7946 0958)", "+44 (0)20 7946 0958"),
            ("tel:+4930123456", "+4930123456"),
            ("Tel. 020 7946 0958", "020 7946 0958"),
            ("WhatsApp: 07700 900123", "07700 900123"),
            ("Telefon 030/1234567", "030/1234567"),
            ("Tél. : 01 23 45 67 89", "01 23 45 67 89"),
            ("Ring 07700 900123", "07700 900123"),
            ("or call 07700 900123.", "07700 900123"),
            ("Call Ann Lee on 0113 496 0000", "0113 496 0000"),
            ("call us: (0113) 496 0000", "(0113) 496 0000"),
            ("Ann (07700 900 123)", "07700 900 123"),
            ("**07700** 900123", "07700** 900123"),
            ("tel. **07700** **900123**", "07700** **900123"),
            ("+44\u{2009}20\u{202f}7946\u{200b}0958", "+44\u{2009}20\u{202f}7946\u{200b}0958"),
            ("ring 0113\u{2009}496\u{2009}0000", "0113\u{2009}496\u{2009}0000"),
            ("07700\u{2011}900\u{2011}123", "07700\u{2011}900\u{2011}123"),
            ("https://wa.me/447700900123", "447700900123"),
            ("https://api.whatsapp.com/send?phone=447700900123", "447700900123"),
        ] {
            assert_eq!(found(Pattern::Number, text), [number], "{text}");
        }
    }

    #[test]
    fn dates_times_prices_and_other_numbers_are_no_telephone() {
        for text in [
            "2024-2026, and 18:30 to 20:00 on 2026-01-13",
            "01.09.2024 18.30 Uhr; 01/09/2024 18:30; 01-09-2024 18:30",
            "ISBN 978-0-19-853453-1 or 0-19-853453-1",
            "£20 a year, 1,000,000 steps, 10 000 000 people",
            "ORCID 0000-0002-1825-0097 and https://orcid.org/0000-0002-1825-0097",
            "SW1A 1AA, LS1 4AP, 12345 Berlin, 75008 Paris",
            "2026-01-13T18:30+01:00, UTC+02, GMT+2",
            "0900-1730, 9.00 to 17.30",
            "C++ 2026",
            "We call on 01.09.2024 at 18.30; ring us on 01/09/2024 or at 18:30",
            "Call 2 at 0900, 0930 and 1015; text 3 at 10.00",
            "Call for papers: ISBN 0-306-40615-2, 978 0 306 40615 7",
            "a year from 07-2024, 07.2024, 07/2024-09/2025",
            "doi.org/10.1037/0003-066X.55.1.5",
        ] {
            assert_eq!(found(Pattern::Number, text), Vec::<String>::new(), "{text}");
            assert_eq!(found(Pattern::AnyNumber, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_as_people_write_it_at_home_is_found_where_no_other_belongs() {
        for number in [
            "020 7946 0958",
            "(020) 7946 0958",
            "07700 900123",
            "07700900123",
            "07700.900.123",
            "0113.496.0000",
            "0113\u{a0}496\u{2009}0000",
            "0113** 496 0000",
            "0113 496 0000",
            "030 1234567",
            "0711/123456",
            "01 23 45 67 89",
            "01.23.45.67.89",
            "(555) 010-1234",
            "555-010-1234",
            "0044 20 7946 0958",
            "+44 20 7946 0958",
        ] {
            let text = format!("Leader, {number}, Leeds");
            assert_eq!(found(Pattern::AnyNumber, &text), [number], "{text}");
        }
    }
}
