//! The bytes of a file as text, whatever program saved it.

/// A text, and how its bytes were read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// Whether it was read as Windows-1252, since it was not UTF-8. Another old encoding would give wrong letters.
    pub is_guessed: bool,
}

/// The characters of the bytes 0x80 to 0x9F in Windows-1252. Five of them are not used, and stand for themselves
/// (WHATWG Encoding Standard, index windows-1252).
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads UTF-8, UTF-16 that starts with its mark (as spreadsheets save “Unicode text”), and otherwise Windows-1252.
pub fn decode(bytes: &[u8]) -> Decoded {
    let units = |of: fn([u8; 2]) -> u16, rest: &[u8]| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        Decoded { text: String::from_utf16_lossy(&units), is_guessed: false }
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => return units(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => return units(u16::from_be_bytes, rest),
        _ => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned();
            Decoded { text, is_guessed: false }
        }
        Err(_) => Decoded { text: bytes.iter().copied().map(windows).collect(), is_guessed: true },
    }
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).text
    }

    #[test]
    fn utf_8_is_read_with_and_without_its_mark() {
        assert_eq!(text("Córdoba".as_bytes()), "Córdoba");
        assert_eq!(text("\u{FEFF}Name;Town".as_bytes()), "Name;Town");
    }

    #[test]
    fn utf_16_is_known_by_its_mark() {
        let units = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}Łódź".encode_utf16().flat_map(bytes).collect()
        };
        assert_eq!(text(&units(u16::to_le_bytes)), "Łódź");
        assert_eq!(text(&units(u16::to_be_bytes)), "Łódź");
    }

    #[test]
    fn what_is_no_utf_8_is_windows_1252_and_said_to_be_a_guess() {
        let found = decode(b"S\xE3o Paulo \x80 5 \x93q\x94 \x81");
        assert_eq!(found.text, "São Paulo € 5 “q” \u{81}");
        assert!(found.is_guessed && !decode(b"plain").is_guessed);
    }
}
