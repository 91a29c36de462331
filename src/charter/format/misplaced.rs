//! Entries of a charter that belong to other keys than those that they stand among.

use super::key::{Key, Need};
use crate::diagnostic::{Diagnostic, Edit, Meant, Span, join_words};
use crate::source::SourceFile;
use crate::yaml::{Entry, Node, Value, in_brackets};

/// The longest value that a help shows, in bytes.
const SHOWN: usize = 100;

/// An entry that belongs elsewhere.
pub(super) struct Stray {
    pub entry: Entry,
    /// The keys that it may be, one or more.
    pub belongs: Vec<&'static Key>,
    /// What is to be said of it, without the remedy.
    pub problem: Diagnostic,
}

impl Stray {
    /// Whether its place is below a level, given by what precedes the names of its keys in the format.
    pub fn belongs_below(&self, above: &str) -> bool {
        self.belongs.iter().all(|key| key.path.starts_with(above))
    }
}

/// Which of the keys of other levels a name means: those below its own level where there are some, and of these the
/// outermost. An entry of a list has few keys, so that one of another level was hardly meant there.
pub(super) fn belongs(
    typed: &str,
    called: &[&'static Key],
    above: &str,
) -> Option<Vec<&'static Key>> {
    let mut keys: Vec<&'static Key> = called.to_vec();
    if keys.iter().any(|key| key.name == typed) {
        keys.retain(|key| key.name == typed);
    }
    if above.ends_with("[].") || keys.iter().any(|key| key.path.starts_with(above)) {
        keys.retain(|key| key.path.starts_with(above));
    }
    let parents: Vec<&str> = keys.iter().map(|key| parent(key)).collect();
    let is_within = |key: &Key, other: &&str| parent(key) != *other && key.path.starts_with(other);
    keys.retain(|key| !parents.iter().any(|other| is_within(key, other)));
    // Leaders have names and addresses as groups have: those of the group are meant.
    if keys.iter().any(|key| !key.path.starts_with("leaders")) {
        keys.retain(|key| !key.path.starts_with("leaders"));
    }
    (!keys.is_empty()).then_some(keys)
}

/// What precedes the name of a key in the format.
fn parent(key: &Key) -> &'static str {
    key.path.strip_suffix(key.name).unwrap_or_default()
}

/// Puts entries where they belong, below some keys, if that is one place. Returns what is to be said of each.
pub(super) fn put(
    node: &mut Node,
    above: &str,
    known: &'static [Key],
    strays: Vec<Stray>,
    source: &SourceFile,
) -> Vec<Diagnostic> {
    let put = |Stray { entry, belongs, problem }: Stray| {
        let [key] = belongs.as_slice() else {
            let mut names: Vec<&str> = belongs.iter().map(|key| holder(key)).collect();
            names.dedup();
            let help = format!("Write it under {}.", join_words(&names, "or under"));
            return problem.help(help);
        };
        let way: Vec<&str> = key.path[above.len()..].split('.').collect();
        if is_taken(node, &way) {
            let help = match holder(key) {
                "" => format!("The charter has `{}` already. Keep one of the two.", key.name),
                holder => format!("`{holder}` has `{}` already. Keep one of the two.", key.name),
            };
            return problem.help(help);
        }
        let (help, edit) = remedy(node, &entry, key, source);
        place(node, &way, known, Entry { key: key.name.to_owned(), ..entry });
        problem.help(help).edit(edit)
    };
    strays.into_iter().map(put).collect()
}

/// The key under which another belongs: `joining`. Nothing for one of the charter itself.
fn holder(key: &Key) -> &'static str {
    let whole = parent(key).trim_end_matches(['.', '[', ']']);
    whole.rsplit('.').next().unwrap_or_default()
}

/// What to do with an entry that belongs to a key.
fn remedy(node: &Node, entry: &Entry, key: &Key, source: &SourceFile) -> (String, Option<Edit>) {
    let typed = source.text()[entry.value.span.range()].trim();
    let is_shown = !typed.is_empty() && !typed.contains(['\n', '\r']) && typed.len() <= SHOWN;
    let value = if is_shown { typed } else { "…" };
    let line = format!("`{}: {value}`", key.name);
    let help = match (parent(key), holder(key)) {
        ("links[].", _) if !is_taken(node, &["links"]) => return link(entry, value),
        ("links[].", _) => {
            format!("Write it under `links`, as an entry: `- {{name: …, url: {value}}}`.")
        }
        ("", _) => format!("Write {line} and start the line in the same column as `name`."),
        (_, holder) => format!("Write it under `{holder}`, as {line}."),
    };
    (help, None)
}

/// A web address by a key of its own, as the only link.
fn link(entry: &Entry, value: &str) -> (String, Option<Edit>) {
    let name = capitalised(&entry.key);
    let Value::Text(address) = &entry.value.value else {
        return (format!("Write it as `links: [{{name: {name}, url: …}}]`."), None);
    };
    let text = format!("links: [{{name: {}, url: {}}}]", in_brackets(&name), in_brackets(address));
    let help = format!("Write it as `{text}`.");
    let link = [("name", name), ("url", address.clone())];
    let link = link.map(|(key, text)| (key.to_owned(), Meant::Text(text)));
    let meant = Meant::key("links", Meant::List(vec![Meant::Keys(link.to_vec())]));
    let span = Span { start: entry.key_span.start, end: entry.value.span.end };
    let edit = (value == address).then_some(Edit { span, text, value: meant });
    (help, edit)
}

/// A word as the name of what it leads to: `website` is `Website`.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Whether there is an entry at the end of a way.
fn is_taken(node: &Node, way: &[&str]) -> bool {
    let (Value::Mapping(entries), [step, rest @ ..]) = (&node.value, way) else { return false };
    let found = entries.iter().find(|entry| entry.key == step.trim_end_matches("[]"));
    found.is_some_and(|found| match &found.value.value {
        _ if rest.is_empty() => true,
        Value::Sequence(items) => items.iter().any(|item| is_taken(item, rest)),
        _ => is_taken(&found.value, rest),
    })
}

/// Puts an entry at the end of a way that is there already, but for parts that may stand alone.
fn place(node: &mut Node, way: &[&str], known: &'static [Key], entry: Entry) {
    let (Value::Mapping(entries), [step, rest @ ..]) = (&mut node.value, way) else { return };
    let name = step.trim_end_matches("[]");
    let Some(key) = known.iter().find(|key| key.name == name) else { return };
    let found = entries.iter_mut().find(|entry| entry.key == name).map(|entry| &mut entry.value);
    match found {
        _ if rest.is_empty() => entries.push(entry),
        Some(Node { value: Value::Sequence(items), .. }) => {
            if let [only] = items.as_mut_slice() {
                place(only, rest, key.kind.keys(), entry);
            }
        }
        Some(found) => place(found, rest, key.kind.keys(), entry),
        None if rest.len() == 1 && !step.ends_with("[]") && needs_nothing(key) => {
            let (key_span, span) = (entry.key_span, entry.value.span);
            let value = Node { value: Value::Mapping(vec![entry]), span };
            entries.push(Entry { key: name.to_owned(), key_span, value });
        }
        None => {}
    }
}

/// Whether none of the parts of a key has to be there.
fn needs_nothing(key: &Key) -> bool {
    let is_free = |part: &Key| matches!(part.need, Need::Optional | Need::Conditional(_));
    key.kind.keys().iter().all(is_free)
}
