//! Words that mean the same to those who search: `content/synonyms.yaml`.

use std::collections::BTreeMap;

use super::{MOST_ALIASES, fold};
use crate::diagnostic::{Code, Diagnostic, Span, Spanned, shorten};
use crate::source::Sources;
use crate::yaml::{self, Decoder, Entry, Node, Value};

const FILE: &str = "content/synonyms.yaml";

/// The most entries: all of them are fetched with the first search of a visit.
const MOST: usize = 1_000;

/// The longest word, in characters.
const LONGEST_WORD: usize = 60;

const EXAMPLE: &str = "Write it like `grief: [loss, bereavement]`.";
const SAME_WORD: &str = "Case and accents make no difference.";

/// Sets of words that mean the same. A directory need not have any.
#[derive(Clone, Debug, Default)]
pub struct Synonyms(Vec<Vec<String>>);

impl Synonyms {
    /// Every set, in the order of the file: the word of its entry, and those that mean the same.
    pub fn sets(&self) -> &[Vec<String>] {
        &self.0
    }

    pub(super) fn read(sources: &Sources, found: &mut Vec<Diagnostic>) -> Self {
        let Some(source) = sources.text_file(FILE) else { return Self::default() };
        let Some(root) = yaml::parse_file(source, found) else { return Self::default() };
        let mut decoder = Decoder::new(source, &root);
        let sets = read_entries(&mut decoder, &root);
        found.extend(decoder.finish());
        Self(sets)
    }
}

fn read_entries(decoder: &mut Decoder<'_>, root: &Node) -> Vec<Vec<String>> {
    let entries = match &root.value {
        Value::Mapping(entries) if !entries.is_empty() => entries,
        Value::Mapping(_) | Value::Null => {
            let help = format!("{EXAMPLE} If you need none, delete the file.");
            decoder.report(Code::Missing, root.span, "There is no word in this file.", help);
            return Vec::new();
        }
        _ => return decoder.wrong_type(root, "a set of words", EXAMPLE).unwrap_or_default(),
    };
    if let Some(surplus) = entries.get(MOST) {
        let message = format!("This file has {} entries; the limit is {MOST}.", entries.len());
        let help = "Keep those that people search for. What else a term is called belongs to its `aliases`.";
        decoder.report(Code::Value, surplus.key_span, message, help);
    }
    let mut taken = BTreeMap::new();
    let entries = entries.iter().take(MOST);
    entries.filter_map(|entry| read_entry(decoder, entry, &mut taken)).collect()
}

/// The word of an entry, and those that mean the same. `taken` has the words of the entries before.
fn read_entry(
    decoder: &mut Decoder<'_>,
    entry: &Entry,
    taken: &mut BTreeMap<String, Span>,
) -> Option<Vec<String>> {
    let word = Spanned { value: entry.key.as_str(), span: entry.key_span };
    let head = searched(decoder, word)?;
    if let Some(first) = taken.insert(fold(head), entry.key_span) {
        let message = format!("`{}` has an entry already.", shorten(head));
        let problem = decoder.problem(Code::Duplicate, entry.key_span, message);
        let help = format!("Put the words of both into one list. {SAME_WORD}");
        let place = decoder.source().place(first);
        decoder.push(problem.help(help).related(place, "The first is here."));
    }
    let items = decoder.filled_list(&entry.value)?;
    let mut set = vec![head.to_owned()];
    for item in decoder.at_most(items, entry.value.span, MOST_ALIASES)? {
        let line = decoder.line(item, LONGEST_WORD).and_then(|line| searched(decoder, line));
        let Some(line) = line else { continue };
        match set.iter().position(|other| fold(other) == fold(line)) {
            None => set.push(line.to_owned()),
            Some(first) => report_repeated(decoder, item.span, line, first == 0),
        }
    }
    Some(set)
}

fn report_repeated(decoder: &mut Decoder<'_>, span: Span, word: &str, is_own: bool) {
    let what = if is_own { "is its own synonym" } else { "appears in this list twice" };
    let message = format!("`{}` {what}.", shorten(word));
    decoder.report(Code::Value, span, message, format!("Remove it. {SAME_WORD}"));
}

/// A word that somebody could search for: it has letters or digits, and is short.
fn searched<'a>(decoder: &mut Decoder<'_>, word: Spanned<&'a str>) -> Option<&'a str> {
    if !word.value.chars().any(char::is_alphanumeric) {
        let message = format!("`{}` has no letter and no digit.", shorten(word.value));
        decoder.report(Code::Value, word.span, message, "Write a word that people search for.");
        return None;
    }
    decoder.limited(word, LONGEST_WORD).map(|word| word.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn read(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
        let source = SourceFile::new(FILE, text);
        let root = yaml::parse_file(&source, &mut Vec::new()).unwrap();
        let mut decoder = Decoder::new(&source, &root);
        let sets = read_entries(&mut decoder, &root);
        (sets, decoder.finish().into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn an_entry_is_a_set_of_its_word_and_the_others() {
        let (sets, problems) = read("grief: [loss, bereavement]\nburnout: [burn out]\n");
        assert_eq!(sets, [vec!["grief", "loss", "bereavement"], vec!["burnout", "burn out"]]);
        assert!(problems.is_empty());
    }

    #[test]
    fn of_too_many_entries_the_first_count() {
        let entry = |number: usize| format!("word{number}: [other{number}]\n");
        let (sets, problems) = read(&(1..=1_002).map(entry).collect::<String>());
        assert_eq!(sets.len(), 1_000);
        assert_eq!(problems, ["This file has 1002 entries; the limit is 1000."]);
    }
}
