//! The files of `content/static/`: which are published as they are, and under which names.
//!
//! Browsers treat a file as what its name says (`X-Content-Type-Options: nosniff`, and the hosts' own media types),
//! so only the name matters: contents are not examined.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::Settings;
use crate::diagnostic::{Code, Diagnostic, Place, nearest, shorten};
use crate::source::{DEVICES, Sources, StaticFile};
use crate::yaml::{Decoder, Fields, in_brackets};

/// The ends of the names of files that do nothing but show, sound or wait to be saved.
const PASSIVE: &[&str] = &[
    "png", "jpeg", "jpg", "gif", "webp", "avif", "pdf", "txt", "csv", "ics", "vcf", "woff2", "mp3",
    "mp4", "webm", "docx", "xlsx", "odt", "ods",
];
/// The longest path below `content/static/`, in bytes. Windows takes 260 for a whole path.
const LONGEST: usize = 200;
/// What Windows does not take in a name.
const NOT_IN_NAMES: &[char] = &['<', '>', ':', '"', '|', '?', '*', '\\'];
/// Devices of Windows that can be no names of files, besides those that can be no ids.
const MORE_DEVICES: &[&str] = &["conin$", "conout$"];

/// Reads `static`: the files that are published although their kind is not passive.
pub(super) fn read_listed(
    decoder: &mut Decoder<'_>,
    fields: &Fields<'_>,
    sources: &Sources,
) -> Vec<String> {
    let Some(node) = fields.get("static") else { return Vec::new() };
    let Some(listed) = decoder.lines(node, LONGEST) else { return Vec::new() };
    let there: HashSet<Arc<str>> = sources.statics().map(|file| file.path).collect();
    for line in &listed {
        if there.contains(line.value) {
            continue;
        }
        let message = format!("There is no file `{}` in content/static/.", shorten(line.value));
        let help = if line.value.split('/').any(|part| part.starts_with('.')) {
            "Files whose names start with a dot are never published. Remove the line.".to_owned()
        } else if let Some(name) = nearest(line.value, there.iter().map(|path| &**path)) {
            format!("Did you mean `{name}`?")
        } else {
            "Put the file there, or remove the line.".to_owned()
        };
        decoder.report(Code::Value, line.span, message, help);
    }
    listed.into_iter().map(|line| line.value.to_owned()).collect()
}

/// What is wrong with the files that are to be published as they are.
pub(super) fn check(sources: &Sources, settings: &Settings) -> Vec<Diagnostic> {
    let listed: HashSet<&str> = settings.published.iter().map(String::as_str).collect();
    let is_logo = |path: &str| {
        settings.look.logo.as_deref().and_then(|logo| logo.strip_prefix('/')) == Some(path)
    };
    let mut names = Names::default();
    let mut found = Vec::new();
    for file in sources.statics() {
        let is_wanted = listed.contains(&*file.path) || is_logo(&file.path);
        found.extend(unkeepable(&file));
        found.extend(names.add(&file));
        if !is_wanted {
            found.extend(active(&file, listed.is_empty()));
        }
    }
    found
}

fn problem(file: &StaticFile, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::Static, Place::whole_file(&file.source().into()), message)
}

/// Says that a file is of no kind that is published unasked.
fn active(file: &StaticFile, is_first: bool) -> Option<Diagnostic> {
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let message = match ending {
        Some(ending) if PASSIVE.contains(&ending.as_str()) => return None,
        Some(ending) => format!(
            "Files that end in `.{}` are published only if content/site.yaml lists them: some kinds can run scripts, \
            or change how the site is served.",
            shorten(&ending)
        ),
        None => "A file whose name has no ending is published only if content/site.yaml lists it: it can change how \
                the site is served."
            .to_owned(),
    };
    let path = in_brackets(&file.path);
    let list = if is_first {
        format!("write `static: [{path}]` in content/site.yaml")
    } else {
        format!("add `{path}` to the list `static` in content/site.yaml")
    };
    let kinds = PASSIVE.join(", ");
    Some(problem(file, message).help(format!(
        "Remove the file, or save it as one of these kinds: {kinds}. If you publish the site and know what this file \
        does, you can allow it: {list}."
    )))
}

/// Says that some systems cannot keep a file under its name.
fn unkeepable(file: &StaticFile) -> Option<Diagnostic> {
    let reason = if file.path.len() > LONGEST {
        format!("its path below content/static/ is longer than {LONGEST} bytes")
    } else {
        file.path.split('/').find_map(fault)?
    };
    let message = format!("Some systems cannot store a file with this name: {reason}.");
    Some(problem(file, message).help("Rename it, for example to picture-1.png"))
}

/// What is wrong with one name of a path, in words that end a sentence.
fn fault(name: &str) -> Option<String> {
    if name.contains('\u{FFFD}') {
        return Some("it is not written in Unicode".to_owned());
    }
    if name.contains(char::is_control) {
        return Some("it contains an invisible character".to_owned());
    }
    if let Some(found) = name.chars().find(|found| NOT_IN_NAMES.contains(found)) {
        return Some(format!("it contains `{found}`"));
    }
    if name.ends_with('.') {
        return Some("a name may not end with a full stop".to_owned());
    }
    if name.ends_with(char::is_whitespace) {
        return Some("a name may not end with a space".to_owned());
    }
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let stem = stem.replace('¹', "1").replace('²', "2").replace('³', "3");
    let is_device = DEVICES.contains(&stem.as_str()) || MORE_DEVICES.contains(&stem.as_str());
    is_device.then(|| format!("`{stem}` is the name of a device on Windows"))
}

/// The names so far, of files and of the folders above them, as a system holds them to which capital letters
/// and forms of Unicode make no difference.
#[derive(Default)]
struct Names(BTreeMap<String, (String, Arc<str>)>);

impl Names {
    /// Adds a file's names. Reports one that differs from another only in capital letters or forms of Unicode.
    fn add(&mut self, file: &StaticFile) -> Option<Diagnostic> {
        let ends = file.path.match_indices('/').map(|(end, _)| end).chain([file.path.len()]);
        let mut found = None;
        for name in ends.map(|end| &file.path[..end]) {
            let source = || file.source().into();
            let (first, holder) =
                self.0.entry(held(name)).or_insert_with(|| (name.to_owned(), source()));
            if first != name && found.is_none() {
                let message = format!(
                    "`{}` and `{}` differ only in capital letters or in how an accent is encoded. Some systems keep \
                    only one of them.",
                    shorten(name),
                    shorten(first)
                );
                let problem = problem(file, message).help("Rename one of the two.");
                found = Some(problem.related(Place::whole_file(holder), "the other one"));
            }
        }
        found
    }
}

/// A name as such a system compares it.
fn held(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    name.nfd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfd().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_some_systems_cannot_keep_is_seen() {
        for name in [
            "con.png",
            "CON",
            "Aux.tar.gz",
            "com1.txt",
            "COM¹.txt",
            "lpt9 .txt",
            "conin$.txt",
            "x.",
            "x ",
            "x\u{a0}",
            "a:b.png",
            "a?.png",
            "a\\b.png",
            "a\n.png",
            "a\u{7f}.png",
            "a\u{fffd}.png",
        ] {
            assert!(fault(name).is_some(), "{name:?}");
        }
        for name in
            ["console.png", "com10.txt", "a b.png", "été.png", "x.tar.gz", "a'b.png", " a.png"]
        {
            assert_eq!(fault(name), None, "{name:?}");
        }
    }

    #[test]
    fn names_are_held_without_capitals_and_forms_of_unicode_but_with_accents() {
        assert_eq!(held("ÉTÉ.PNG"), held("e\u{301}te\u{301}.png"));
        assert_eq!(held("STRASSE.png"), held("straße.png"));
        assert_eq!(held("ΣΑΣ.png"), held("σας.png"));
        assert_ne!(held("ete.png"), held("été.png"));
    }
}
