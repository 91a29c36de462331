//! Keys of a charter that go by another name, or stand in another place, than the format's.
//!
//! What is certainly meant is put right in the tree before anything reads it. So each such key is one problem, what it
//! holds is checked at once, and no key is missing that is there by another name.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::key::{Key, Kind};
use super::keys::CHARTER;
use super::misplaced::{self, Stray};
use crate::diagnostic::{Code, Diagnostic, Edit, Span, join_words, shorten};
use crate::source::SourceFile;
use crate::yaml::{Entry, Node, Value, nearly, replacement};

/// The most keys with capitals that a message names.
const SHOWN: usize = 40;

/// Puts the keys of a charter right as far as they are certain. Returns a problem for each that was not.
pub(in crate::charter) fn settle(root: &mut Node, source: &SourceFile) -> Vec<Diagnostic> {
    let mut settler = Settler { source, problems: Vec::new(), capitals: Vec::new() };
    settler.keys(root, Level { known: CHARTER, above: "", path: "" });
    settler.tell_of_capitals();
    settler.problems
}

/// Keys that stand together.
#[derive(Clone, Copy)]
struct Level<'l> {
    known: &'static [Key],
    /// What precedes their names in the format: `joining.`
    above: &'l str,
    /// What precedes them in this charter: `leaders[0].`
    path: &'l str,
}

/// Where the keys of a level are that are there, by their right names.
type There = BTreeMap<&'static str, Span>;

/// What an unknown key means.
enum Meaning {
    /// A key of its level, which it differs from by its capitals or by a letter.
    Slip(&'static Key),
    /// A key of its level that is called otherwise.
    Called(&'static Key),
    /// One of several keys of its level that are called so.
    OneOf(Vec<&'static Key>),
    /// Keys of other levels.
    Elsewhere(Vec<&'static Key>),
}

impl Meaning {
    /// Whether another means the same key.
    fn is_same(&self, other: &Self) -> bool {
        let key = |meaning: &Self| match meaning {
            Self::Slip(key) | Self::Called(key) => Some(key.name),
            Self::OneOf(_) | Self::Elsewhere(_) => None,
        };
        key(self) == key(other)
    }
}

struct Settler<'s> {
    source: &'s SourceFile,
    problems: Vec<Diagnostic>,
    /// Keys that differ from those of the format by their capitals alone, with the edits that put them right.
    capitals: Vec<(Span, String, Option<Edit>)>,
}

impl Settler<'_> {
    /// Settles the keys of a level and of those below it. Returns the entries that belong above it.
    fn keys(&mut self, node: &mut Node, level: Level<'_>) -> Vec<Stray> {
        let Value::Mapping(entries) = &mut node.value else { return Vec::new() };
        let known = |name: &str| level.known.iter().find(|key| key.name == name);
        let mut there: There = entries
            .iter()
            .filter_map(|entry| known(&entry.key).map(|key| (key.name, entry.key_span)))
            .collect();
        let meanings = self.meanings(entries, level, &there);
        let (mut kept, mut strays) = (Vec::with_capacity(entries.len()), Vec::new());
        for (mut entry, meant) in mem::take(entries).into_iter().zip(&meanings) {
            match meant {
                Some(Meaning::Elsewhere(belongs)) => {
                    let problem = self.unknown(&entry, level.path);
                    strays.push(Stray { entry, belongs: belongs.clone(), problem });
                }
                Some(Meaning::OneOf(keys)) => {
                    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
                    let help = format!("Write {}, whichever it is.", join_words(&names, "or"));
                    self.problems.push(self.unknown(&entry, level.path).help(help));
                }
                Some(Meaning::Slip(key) | Meaning::Called(key)) if there.contains_key(key.name) => {
                    self.tell_of_another(&entry, level.path, key, there[key.name]);
                }
                Some(meaning) => {
                    let is_only =
                        meanings.iter().flatten().filter(|it| it.is_same(meaning)).count() == 1;
                    let key = self.rename(&mut entry, level.path, meaning, is_only);
                    there.insert(key, entry.key_span);
                    kept.push(entry);
                }
                None => kept.push(entry),
            }
        }
        for entry in &mut kept {
            if let Some(key) = known(&entry.key) {
                strays.extend(self.below(&mut entry.value, key, level.path));
            }
        }
        *entries = kept;
        let (own, others) = strays.into_iter().partition(|stray| stray.belongs_below(level.above));
        self.problems.extend(misplaced::put(node, level.above, level.known, own, self.source));
        others
    }

    /// What each entry means whose key is not known.
    fn meanings(&self, entries: &[Entry], level: Level<'_>, there: &There) -> Vec<Option<Meaning>> {
        let is_known = |entry: &Entry| level.known.iter().any(|key| key.name == entry.key);
        let meaning = |entry: &Entry| {
            let is_unknown = !is_known(entry) && !self.has_no_colon(entry);
            is_unknown.then(|| meaning(&entry.key, level, there)).flatten()
        };
        let mut meanings: Vec<_> = entries.iter().map(meaning).collect();
        let certain = meanings.iter().flatten().filter_map(|meaning| match meaning {
            Meaning::Slip(key) | Meaning::Called(key) => Some(key.name),
            _ => None,
        });
        let certain: BTreeSet<&str> = certain.collect();
        for meaning in meanings.iter_mut().flatten() {
            if let Meaning::OneOf(keys) = meaning {
                let first = keys.first().copied();
                keys.retain(|key| !certain.contains(key.name));
                if let ([only], _) | ([], Some(only)) = (keys.as_slice(), &first) {
                    *meaning = Meaning::Called(only);
                }
            }
        }
        meanings
    }

    fn below(&mut self, value: &mut Node, key: &'static Key, path: &str) -> Vec<Stray> {
        let (known, path) = (key.kind.keys(), format!("{path}{}", key.name));
        let is_list = matches!(key.kind, Kind::List(..));
        let above = format!("{}{}.", key.path, if is_list { "[]" } else { "" });
        let level = Level { known, above: &above, path: "" };
        match &mut value.value {
            _ if known.is_empty() => Vec::new(),
            Value::Sequence(items) if is_list => {
                let items = items.iter_mut().enumerate();
                let each = items.flat_map(|(at, item)| {
                    self.keys(item, Level { path: &format!("{path}[{at}]."), ..level })
                });
                each.collect()
            }
            _ => self.keys(value, Level { path: &format!("{path}."), ..level }),
        }
    }

    /// Whether an entry is a text in braces that a comma has cut.
    fn has_no_colon(&self, entry: &Entry) -> bool {
        let rest = &self.source.text()[entry.key_span.range().end..];
        !rest.trim_start().starts_with(':')
    }

    fn unknown(&self, entry: &Entry, path: &str) -> Diagnostic {
        let message = format!("There is no key `{}` here.", shorten(&entry.key));
        let place = self.source.place(entry.key_span);
        Diagnostic::new(Code::UnknownKey, place, message).key(format!("{path}{}", entry.key))
    }

    fn tell_of_another(&mut self, entry: &Entry, path: &str, key: &Key, first: Span) {
        let line = self.source.place(first).start.line;
        let help = format!(
            "It is called `{}`, and there is one on line {line} already. {}",
            key.name,
            misplaced::one_of_two(key)
        );
        self.problems.push(self.unknown(entry, path).help(help));
    }

    /// Gives an entry its right name, and returns that. Where others mean the same, only the writer knows which it is.
    fn rename(
        &mut self,
        entry: &mut Entry,
        path: &str,
        meaning: &Meaning,
        is_only: bool,
    ) -> &'static str {
        let (key, help) = match meaning {
            Meaning::Slip(key) => (key.name, format!("Did you mean `{}`?", key.name)),
            Meaning::Called(key) => (key.name, format!("Here it is called `{}`.", key.name)),
            _ => return "", // such an entry keeps its name
        };
        let edit = replacement(self.source.text(), entry.key_span, &entry.key, key);
        let edit = edit.filter(|_| is_only);
        if entry.key.to_lowercase() == key {
            self.capitals.push((entry.key_span, format!("{path}{}", entry.key), edit));
        } else {
            self.problems.push(self.unknown(entry, path).help(help).edit(edit));
        }
        key.clone_into(&mut entry.key);
        key
    }

    /// One problem for all keys that are written with capitals.
    fn tell_of_capitals(&mut self) {
        let mut capitals = mem::take(&mut self.capitals);
        capitals.sort_by_key(|(span, ..)| *span);
        let Some((first, path, _)) = capitals.first() else { return };
        let mut names: Vec<&str> = Vec::new();
        for (span, ..) in &capitals {
            let name = self.source.text()[span.range()].trim_matches(['"', '\'']);
            if names.len() <= SHOWN && !names.contains(&name) {
                names.push(name);
            }
        }
        let small = names[0].to_lowercase();
        let all = format!("Write all of them in small letters, such as `{small}`.");
        let (message, help) = match names.as_slice() {
            [only] if capitals.len() == 1 => {
                (format!("There is no key `{only}` here."), format!("Did you mean `{small}`?"))
            }
            [shown @ .., _] if names.len() > SHOWN => {
                (format!("Keys have no capitals, but {} and others do.", shown_words(shown)), all)
            }
            shown => {
                (format!("Keys have no capitals, but here {} do.", join_words(shown, "and")), all)
            }
        };
        let place = self.source.place(*first);
        let problem = Diagnostic::new(Code::UnknownKey, place, message).key(&**path).help(help);
        let edits = capitals.into_iter().filter_map(|(_, _, edit)| edit).collect();
        self.problems.push(problem.edits(edits));
    }
}

fn shown_words(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What an unknown key means, if that is certain.
fn meaning(typed: &str, level: Level<'_>, there: &There) -> Option<Meaning> {
    let names: Vec<&str> = level.known.iter().map(|key| key.name).collect();
    let own = |name: &str| level.known.iter().find(|key| key.name == name);
    if typed.starts_with('-') {
        return None; // an entry whose hyphen lacks its space
    }
    if let Some(key) = nearly(typed, &names).and_then(own) {
        return Some(Meaning::Slip(key));
    }
    let called = Key::called(typed);
    let is_own = |key: &Key| own(key.name).is_some_and(|own| own.path == key.path);
    let here: Vec<&'static Key> = called.iter().copied().filter(|key| is_own(key)).collect();
    let is_free = |key: &&Key| !there.contains_key(key.name);
    let free: Vec<&'static Key> = here.iter().copied().filter(is_free).collect();
    match (free.as_slice(), here.as_slice()) {
        ([only], _) | ([], [only, ..]) => Some(Meaning::Called(only)),
        ([], []) => misplaced::belongs(typed, called, level.above).map(Meaning::Elsewhere),
        _ => Some(Meaning::OneOf(free)),
    }
}
