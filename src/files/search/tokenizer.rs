//! Texts as words: the same for what charters say and for what visitors type.
//!
//! `index-reader.js` does the same to what is typed. `tests/search/words.json` holds both to it.

use crate::config::fold;

/// The most characters of a word that count.
const LONGEST: usize = 32;

/// Cuts texts into words, and keeps its working space from one text to the next.
#[derive(Debug, Default)]
pub(super) struct Tokenizer {
    folded: String,
}

impl Tokenizer {
    /// Gives each word of a text, folded: without case, accents and marks, letters that are often typed
    /// in another way as they are typed then (`ß` as `ss`), and no longer than 32 characters.
    ///
    /// A word is a run of letters and digits. Of scripts that are written without spaces it is each pair
    /// of neighbours, and the last character alone. A single letter next to an apostrophe is no word.
    pub(super) fn each_word(&mut self, text: &str, mut visit: impl FnMut(&str)) {
        if text.is_ascii() {
            self.fold_ascii(text);
            return each_ascii_run(&self.folded, &mut visit);
        }
        for chunk in text.split_ascii_whitespace() {
            if chunk.is_ascii() {
                self.fold_ascii(chunk);
                each_ascii_run(&self.folded, &mut visit);
            } else {
                self.folded.clear();
                fold(chunk).chars().for_each(|found| push_plain(&mut self.folded, found));
                each_run(&self.folded, &mut visit);
            }
        }
    }

    fn fold_ascii(&mut self, text: &str) {
        self.folded.clear();
        self.folded.push_str(text);
        self.folded.make_ascii_lowercase();
    }
}

/// Writes a folded character as people type it who do not have its key.
fn push_plain(out: &mut String, found: char) {
    match found {
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        'ى' | 'ی' => out.push('ي'),
        'ة' => out.push('ه'),
        'ک' => out.push('ك'),
        // The soft hyphen and the stretched line of Arabic.
        '\u{ad}' | '\u{640}' => {}
        other => out.push(other),
    }
}

/// Gives each word of a folded text in ASCII, which most texts are.
fn each_ascii_run(text: &str, visit: &mut impl FnMut(&str)) {
    let mut end = 0;
    for run in text.split(|found: char| !found.is_ascii_alphanumeric()) {
        let start = end;
        end = start + run.len();
        let is_elided =
            run.len() == 1 && is_elided(text[..start].chars().next_back(), run, &text[end..]);
        if !run.is_empty() && !is_elided {
            visit(shortened(run));
        }
        end += 1;
    }
}

/// Gives each word of a folded text.
fn each_run(text: &str, visit: &mut impl FnMut(&str)) {
    let mut rest = text;
    let mut before = None;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        before = rest[..start].chars().next_back().or(before);
        rest = &rest[start..];
        let is_unspaced = rest.starts_with(is_unspaced);
        let belongs =
            |found: char| found.is_alphanumeric() && self::is_unspaced(found) == is_unspaced;
        let end = rest.find(|found| !belongs(found)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_unspaced {
            each_pair(run, visit);
        } else if !is_elided(before, run, after) {
            visit(shortened(run));
        }
        before = run.chars().next_back();
        rest = after;
    }
}

/// The pairs of neighbours, and the last character alone.
fn each_pair(run: &str, visit: &mut impl FnMut(&str)) {
    let mut ends = run.char_indices().map(|(at, found)| at + found.len_utf8());
    let mut start = 0;
    let mut middle = ends.next().unwrap_or_default();
    for end in ends {
        visit(&run[start..end]);
        (start, middle) = (middle, end);
    }
    visit(&run[start..middle]);
}

/// Whether a run is a single letter next to an apostrophe: the `l` of `l’écoute`, the `s` of `group’s`.
fn is_elided(before: Option<char>, run: &str, after: &str) -> bool {
    let mut letters = run.chars();
    let is_single = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    is_single && (before.is_some_and(is_apostrophe) || after.starts_with(is_apostrophe))
}

fn is_apostrophe(found: char) -> bool {
    matches!(found, '\'' | '\u{2019}')
}

fn shortened(run: &str) -> &str {
    if run.len() <= LONGEST {
        return run;
    }
    run.char_indices().nth(LONGEST).map_or(run, |(end, _)| &run[..end])
}

/// Whether a letter is of a script that is written without spaces between words: Thai, Lao, Myanmar,
/// Khmer, kana, Bopomofo and Han.
pub(super) fn is_unspaced(found: char) -> bool {
    matches!(found,
        '\u{e00}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{2e80}'..='\u{312f}'
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        Tokenizer::default().each_word(text, |word| words.push(word.to_owned()));
        words
    }

    /// The table that the reader in the browser is held to as well.
    #[test]
    fn every_text_of_the_table_has_its_words() {
        let table = include_str!("../../../tests/search/words.json");
        let table: Vec<(String, Vec<String>)> = serde_json::from_str(table).unwrap();
        assert!(table.len() > 20);
        for (text, expected) in table {
            assert_eq!(words(&text), expected, "{text}");
        }
    }

    #[test]
    fn of_a_word_without_end_its_beginning_counts() {
        assert_eq!(words(&"a".repeat(100_000)), ["a".repeat(LONGEST)]);
        assert_eq!(words(&"é".repeat(100_000)), ["e".repeat(LONGEST)]);
        assert_eq!(words(&"日".repeat(10_000)).len(), 10_000);
    }
}
