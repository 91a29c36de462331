//! What the form understands of what people type and paste, by the theme's own scripts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::path::Path;

use guildhall::words::Words;

#[test]
fn the_form_understands_what_people_mean() {
    let keys: Vec<&str> = Words::keys().collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("words.json");
    fs::write(&file, Words::english().script(&keys)).unwrap();
    support::node::pass_tests("form", &[("GUILDHALL_WORDS", &*file.to_string_lossy())]);
}
