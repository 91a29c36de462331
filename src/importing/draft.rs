//! A row's charter: what it says that passes the checks. What does not is left out, and named.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value as Json;

use super::convert::Left;
use super::map::is_needed;
use crate::charter::{self, Context, Key};
use crate::diagnostic::{Code, Diagnostic};
use crate::fix;
use crate::source::SourceFile;
use crate::writing::{self, Answers};

/// A charter that is to be written.
#[derive(Debug)]
pub struct Draft {
    /// The number of its row.
    pub row: usize,
    /// The group's name, or what there is instead.
    pub name: String,
    /// Its file. `None` where the row cannot have one; why is then among what was left.
    pub file: Option<Arc<SourceFile>>,
    /// What has no place in it.
    pub left: Vec<Left>,
    /// What only words could say, by its key.
    pub in_words: Vec<(String, String)>,
    /// Keys that the directory wants, and the row does not say.
    pub missing: Vec<String>,
}

/// The file of a charter from answers, without what the checks refuse: it is corrected where there is one safe answer,
/// and else left out. With it, the keys that are missing. `None` where nothing is left.
pub(super) fn file(
    path: &str,
    mut answers: Answers,
    left: &mut Vec<Left>,
    context: Context<'_>,
) -> Option<(Arc<SourceFile>, Vec<String>)> {
    loop {
        if answers.is_empty() {
            return None;
        }
        let mut file = Arc::new(SourceFile::new(path, writing::write(&answers)));
        if let Some(fixed) = fix::fix(&file, context) {
            let after = Arc::new(SourceFile::new(path, fixed.after));
            if let Some(read) = writing::read_answers(&after, &mut Vec::new()) {
                answers = writing::tidy(&read);
                file = Arc::new(SourceFile::new(path, writing::write(&answers)));
            }
        }
        let found = charter::read(&file, context).diagnostics;
        let (missing, mut refused): (Vec<Diagnostic>, Vec<Diagnostic>) =
            found.into_iter().filter(Diagnostic::is_error).partition(|it| it.code == Code::Missing);
        // Later entries of a list first, so that the numbers of the earlier ones stay true.
        refused.sort_by_key(|found| std::cmp::Reverse(found.place.span));
        let before = left.len();
        for problem in refused {
            left.extend(leave(&mut answers, problem));
        }
        if left.len() == before {
            let missing: BTreeSet<String> = missing
                .into_iter()
                .filter_map(|found| found.key)
                .map(|key| general(&key))
                .collect();
            return Some((file, missing.into_iter().collect()));
        }
    }
}

/// The path of a key in any entry of its lists: `meetings[].day`.
fn general(path: &str) -> String {
    Key::at(path).map_or(path, |key| key.path).to_owned()
}

/// Takes out what a problem is about.
fn leave(answers: &mut Answers, problem: Diagnostic) -> Option<Left> {
    let key = problem.key?;
    let whole = whole(&key);
    let taken = take(answers, whole)?;
    Some(Left {
        key: whole.to_owned(),
        text: shown(&taken),
        why: problem.message,
        help: problem.help.unwrap_or_default(),
    })
}

/// The path of what cannot be without a key: an entry of a list without its name, a sum without its amount.
fn whole(key: &str) -> &str {
    let is_needed = Key::at(key).is_some_and(is_needed);
    match key.rsplit_once('.') {
        Some((whole, _)) if is_needed => self::whole(whole),
        _ => key,
    }
}

/// Takes out the value at a path such as `meetings[0].place.town`.
fn take(answers: &mut Answers, path: &str) -> Option<Json> {
    let (name, rest) = match path.find(['.', '[']) {
        Some(at) => (&path[..at], &path[at..]),
        None => (path, ""),
    };
    if rest.is_empty() {
        return answers.remove(name);
    }
    let taken = take_below(answers.get_mut(name)?, rest);
    if answers.get(name).is_some_and(is_empty) {
        answers.remove(name);
    }
    taken
}

fn take_below(value: &mut Json, path: &str) -> Option<Json> {
    if let Some(path) = path.strip_prefix('.') {
        return take(value.as_object_mut()?, path);
    }
    let (number, rest) = path.strip_prefix('[')?.split_once(']')?;
    let (at, entries) = (number.parse::<usize>().ok()?, value.as_array_mut()?);
    let entry = entries.get_mut(at)?;
    if rest.is_empty() {
        return Some(entries.remove(at));
    }
    let taken = take_below(entry, rest);
    if is_empty(entry) {
        entries.remove(at);
    }
    taken
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Array(entries) => entries.is_empty(),
        Json::Object(parts) => parts.is_empty(),
        _ => false,
    }
}

/// All texts of a value, as a report shows them.
fn shown(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(entries) => entries.iter().map(shown).collect::<Vec<_>>().join("; "),
        Json::Object(parts) => parts.values().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_taken_out_with_what_is_empty_without_it() {
        let Json::Object(mut answers) =
            json!({"a": {"b": ["x", "y"]}, "c": [{"d": "z"}, {"d": "w", "e": "v"}]})
        else {
            panic!("no set of keys")
        };
        assert_eq!(take(&mut answers, "a.b[0]"), Some(json!("x")));
        assert_eq!(take(&mut answers, "c[1].d"), Some(json!("w")));
        assert_eq!(take(&mut answers, "c[0].d"), Some(json!("z")));
        assert_eq!(Json::Object(answers.clone()), json!({"a": {"b": ["y"]}, "c": [{"e": "v"}]}));
        assert_eq!(take(&mut answers, "a.b[0]"), Some(json!("y")));
        for path in ["a.b", "c[3].e", "c.e", "c[x]", "", "["] {
            assert_eq!(take(&mut answers, path), None, "{path}");
        }
        assert_eq!(Json::Object(answers), json!({"c": [{"e": "v"}]}));
    }

    #[test]
    fn what_cannot_be_without_a_key_goes_with_it() {
        assert_eq!(whole("leaders[2].name"), "leaders[2]");
        assert_eq!(whole("costs.amount"), "costs");
        assert_eq!(whole("leaders[2].role"), "leaders[2].role");
        assert_eq!(whole("name"), "name");
    }
}
