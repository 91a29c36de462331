//! Entries of a charter that belong to other keys than those that they stand among.

use std::collections::BTreeSet;

use super::key::{Key, Kind, Need};
use crate::diagnostic::{Diagnostic, Edit, Meant, Span, join_words};
use crate::source::SourceFile;
use crate::text::join;
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
    let mut problems = Vec::new();
    let mut single = Vec::new();
    for strays in by_parent(strays) {
        match whole_part(node, above, &strays) {
            Some(part) => problems.push(put_together(node, part, strays)),
            None => single.extend(strays),
        }
    }
    problems.extend(single.into_iter().map(|stray| put_alone(node, above, known, stray, source)));
    problems
}

/// Puts one entry where it belongs. Returns what is to be said of it.
fn put_alone(
    node: &mut Node,
    above: &str,
    known: &'static [Key],
    Stray { entry, belongs, problem }: Stray,
    source: &SourceFile,
) -> Diagnostic {
    let [key] = belongs.as_slice() else {
        let mut names: Vec<&str> = belongs.iter().map(|key| holder(key)).collect();
        names.dedup();
        let help = format!("Write it under {}.", join_words(&names, "or under"));
        return problem.help(help);
    };
    let way: Vec<&str> = key.path[above.len()..].split('.').collect();
    if is_taken(node, &way) {
        let help = match holder(key) {
            "" => format!("The charter has `{}` already. {}", key.name, one_of_two(key)),
            holder => format!("`{holder}` has `{}` already. {}", key.name, one_of_two(key)),
        };
        return problem.help(help);
    }
    let (help, edit) = remedy(node, &entry, key, source);
    place(node, &way, known, Entry { key: key.name.to_owned(), ..entry });
    problem.help(help).edit(edit)
}

/// Entries by the key that they belong to.
fn by_parent(strays: Vec<Stray>) -> Vec<Vec<Stray>> {
    let mut groups: Vec<Vec<Stray>> = Vec::new();
    let parent_of = |stray: &Stray| stray.belongs.first().map_or("", |key| parent(key));
    for stray in strays {
        let belongs = |group: &&mut Vec<Stray>| parent_of(&group[0]) == parent_of(&stray); // no group is empty
        match groups.iter_mut().find(belongs) {
            Some(group) => group.push(stray),
            None => groups.push(vec![stray]),
        }
    }
    groups
}

/// The part of a charter, by its path, that several entries are, each one of its keys. `None` where it is there already.
fn whole_part(node: &Node, above: &str, strays: &[Stray]) -> Option<&'static str> {
    let mut keys = BTreeSet::new();
    let is_clear =
        strays.iter().all(|stray| stray.belongs.len() == 1 && keys.insert(stray.belongs[0].name));
    let path = parent(strays.first()?.belongs.first()?);
    let part = path[above.len()..].trim_end_matches('.');
    let is_one_step = !part.is_empty() && !part.contains('.') && part != "links[]";
    let is_there = is_taken(node, &[part]);
    (is_clear && strays.len() > 1 && is_one_step && !is_there).then_some(part)
}

/// Makes a part of its keys. Returns the one problem that all of them are.
fn put_together(node: &mut Node, part: &'static str, strays: Vec<Stray>) -> Diagnostic {
    let name = part.trim_end_matches("[]");
    let typed: Vec<&str> = strays.iter().map(|stray| stray.entry.key.as_str()).collect();
    let message = format!("{} belong under `{name}`.", join_words(&typed, "and"));
    let way = if part.ends_with("[]") {
        "the first with two spaces, a hyphen and a space before it, the others with four spaces"
    } else {
        "each with two spaces before it"
    };
    let renamed = strays.iter().filter(|stray| stray.entry.key != stray.belongs[0].name);
    let renamed: Vec<String> = renamed
        .map(|stray| format!("`{}` is called `{}`", stray.entry.key, stray.belongs[0].name))
        .collect();
    let names = if renamed.is_empty() {
        String::new()
    } else {
        format!(" There, {}.", join(&renamed, "and"))
    };
    let help = format!("Type a line `{name}:` and move them below it, {way}.{names}");
    let problem = Diagnostic { message, ..strays[0].problem.clone() }.help(help); // of two or more
    let put =
        |Stray { entry, belongs, .. }: Stray| Entry { key: belongs[0].name.to_owned(), ..entry };
    let entries: Vec<Entry> = strays.into_iter().map(put).collect();
    let (first, last) = (&entries[0], &entries[entries.len() - 1]);
    let (key_span, span) =
        (first.key_span, Span { start: first.key_span.start, end: last.value.span.end });
    let keys = Node { value: Value::Mapping(entries), span };
    let value =
        if part.ends_with("[]") { Node { value: Value::Sequence(vec![keys]), span } } else { keys };
    if let Value::Mapping(entries) = &mut node.value {
        entries.push(Entry { key: name.to_owned(), key_span, value });
    }
    problem
}

/// What to do with a key that is there twice.
pub(super) fn one_of_two(key: &Key) -> &'static str {
    match key.kind {
        Kind::Text | Kind::Line(_) | Kind::Short(_) | Kind::Markdown => {
            "Keep the one that is right, or put what both say into one."
        }
        Kind::List(..) => "Put the entries of both into one list.",
        _ => "Keep the one that is right.",
    }
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
    let lacks_scheme = address.contains('.') && !address.contains(['@', ':', '/', ' ']);
    let address = &if lacks_scheme { format!("https://{address}") } else { address.clone() };
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
