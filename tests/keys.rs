//! A key of the charter is written in few places, and none that a reader needs can be forgotten.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use guildhall::charter::{Key, Kind};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The places that CONTRIBUTING.md names for a new key, but for the specimen, which is a text; and, as these keys answer questions of their own and are
/// in the issue form, those of a new question and of a new field there.
const PLACES: [&str; 10] = [
    "src/charter/draft.rs",
    "src/charter/format/keys.rs",
    "src/charter/mod.rs",
    "src/charter/questions.rs",
    "src/pages/view/group.rs",
    "src/pages/view/writer/group.rs",
    "src/scaffold/form.rs",
    "src/words/en.ftl",
    "themes/guild/templates/group.html",
    "themes/guild/templates/start.html",
];

/// Keys for which the template has no field of that name. Terms have theirs in a loop over the axes, the form writes
/// `reviewed` itself, and `aliases` stay as they are in the file.
const WITHOUT_FIELD: [&str; 5] = ["fields", "subjects", "domains", "reviewed", "aliases"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The files of the program and of its theme that name a key, tests and samples aside.
fn places_of(key: &str) -> BTreeSet<String> {
    let is_named = |text: &str| {
        let words = text.split(|character: char| !character.is_ascii_alphanumeric());
        words.into_iter().any(|word| word == key)
    };
    let aside = ["tests", "samples", "snapshots", "starter"];
    let mut places = BTreeSet::new();
    for path in ["src", "themes"].iter().flat_map(|folder| files(&Path::new(ROOT).join(folder))) {
        let inside = path.strip_prefix(ROOT).unwrap().to_string_lossy().into_owned();
        let is_aside = aside.iter().any(|it| inside.contains(&format!("/{it}/")));
        let is_test = inside.ends_with("tests.rs");
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let text = text.split("#[cfg(test)]").next().unwrap();
        // Columns that people call so are guessed at in a list.
        let is_document = path.extension().is_some_and(|ending| ending == "md" || ending == "txt");
        if !is_aside && !is_test && !is_document && is_named(text) {
            places.insert(inside);
        }
    }
    places
}

#[test]
fn a_key_that_is_read_and_shown_is_named_in_no_other_place() {
    for key in ["communication", "commitment"] {
        let places = places_of(key);
        let expected: BTreeSet<String> = PLACES.into_iter().map(str::to_owned).collect();
        assert_eq!(places, expected, "CONTRIBUTING.md says where a key goes: {key}");
    }
}

#[test]
fn the_form_has_a_field_for_each_key() {
    let template = Path::new(ROOT).join("themes/guild/templates/start.html");
    let template = fs::read_to_string(template).unwrap();
    let is_asked = |key: &Key| {
        let name = key.path.replace("[]", ".#");
        let asks_for_place = |(whole, _): (&str, &str)| {
            template.contains(&format!("<place g={{g}} name=\"{whole}\""))
        };
        template.contains(&format!("name=\"{name}\""))
            || name.rsplit_once('.').is_some_and(asks_for_place)
    };
    let has_value = |key: &Key| match key.kind {
        Kind::Mapping(_) => false,
        Kind::List(of, ..) => of.keys().is_empty(),
        _ => true,
    };
    let missing = Key::all().iter().filter(|key| has_value(key) && !is_asked(key));
    assert_eq!(missing.map(|key| key.path).collect::<Vec<_>>(), WITHOUT_FIELD);
}
