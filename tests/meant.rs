//! What the form understands of what people type and paste, by the theme's own scripts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use guildhall::charter::Key;
use guildhall::words::Words;

#[test]
fn the_form_understands_what_people_mean() {
    let keys: Vec<&str> = Words::keys().collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("words.json");
    fs::write(&file, Words::english().script(&keys)).unwrap();
    let headings = Key::all().iter().filter(|key| !key.path.contains("[]"));
    let headings: BTreeMap<_, Vec<_>> =
        headings.map(|key| (key.path, key.other_names().collect())).collect();
    let names = Path::new(env!("CARGO_TARGET_TMPDIR")).join("headings.json");
    fs::write(&names, serde_json::to_string(&headings).unwrap()).unwrap();
    support::node::pass_tests(
        "form",
        &[
            ("GUILDHALL_WORDS", &*file.to_string_lossy()),
            ("GUILDHALL_HEADINGS", &*names.to_string_lossy()),
        ],
    );
}
