//! Pages have typographic apostrophes and quotation marks, except in code.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::path::Path;

use regex::Regex;
use support::{copy, guildhall, run, tree};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A day after the last change to the Guild's texts.
const DATE: &str = "2026-11-27";

/// The text of a page without its code, its scripts and its tags.
fn shown(page: &str) -> String {
    let mut text = page.to_owned();
    for element in ["script", "style", "pre", "code"] {
        let whole = Regex::new(&format!(r"(?s)<{element}[ >].*?</{element}>")).unwrap();
        text = whole.replace_all(&text, " ").into_owned();
    }
    let text = Regex::new(r"(?s)<[^>]*>").unwrap().replace_all(&text, " ").into_owned();
    text.replace("&#39;", "'").replace("&#x27;", "'").replace("&quot;", "\"")
}

/// The straight apostrophes and quotation marks of the pages of a site, with the text around them.
fn straight(root: &Path) -> Vec<String> {
    run(guildhall().args(["build", "--date", DATE, "--root"]).arg(root)).ended_with(0);
    let apostrophe = Regex::new(".{0,40}[A-Za-z]'[A-Za-z].{0,40}").unwrap();
    let any = Regex::new(r#".{0,40}(?:[A-Za-z]'[A-Za-z]|").{0,40}"#).unwrap();
    let pages = tree(&root.join("dist"));
    let pages = pages.iter().filter(|(path, _)| path.ends_with("html"));
    let found = pages.flat_map(|(path, bytes)| {
        let text = shown(std::str::from_utf8(bytes).unwrap());
        let mark = if path.starts_with("groups/") { &apostrophe } else { &any }; // leaders quote there
        let found = mark.find_iter(&text).map(|it| format!("{path}: {}", it.as_str().trim()));
        found.collect::<Vec<_>>()
    });
    found.collect()
}

#[test]
fn the_guilds_directory_has_no_straight_marks_on_its_pages() {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("content"), &folder.path().join("content"));
    assert_eq!(straight(folder.path()), [""; 0]);
}

#[test]
fn a_new_directory_has_no_straight_marks_on_its_pages() {
    let folder = tempfile::tempdir().unwrap();
    run(guildhall().arg("init").arg(folder.path()).args(["--date", DATE])).ended_with(0);
    assert_eq!(straight(folder.path()), [""; 0]);
}
