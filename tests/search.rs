//! Search as a visitor has it: the index of a site, read by the theme's own script in Node.js.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use guildhall::pipeline::{Loader, Options, Silent};
use guildhall::search::Index;
use jiff::civil::date;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const NO_NODE: &str = "These tests run the theme's scripts, and `node` does not start. Install Node.js 20 or \
                       later (https://nodejs.org), and see that `node` is on the PATH.";

fn index_of(site: &Path) -> Index {
    let options = Options { today: date(2026, 11, 23), base_url: None };
    let loader = Loader::open(site, options, &Silent).unwrap();
    Index::build(&loader.check(&Silent).directory)
}

/// Writes an index into a folder of its own.
fn write(index: &Index, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    for (path, bytes) in index.files() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    folder
}

#[test]
fn the_same_directory_gives_the_same_index() {
    let first = index_of(Path::new(ROOT));
    assert_eq!(first, index_of(Path::new(ROOT)));
    assert!(first.file("index.json").is_some());
    assert_eq!(first.file("../site.yaml"), None);
    let paths: Vec<&str> = first.files().map(|(path, _)| path).collect();
    assert!(paths.is_sorted());
}

#[test]
fn a_visitor_finds_groups() {
    let folder = write(&index_of(Path::new(ROOT)), "search-index");
    let tests = fs::read_dir(Path::new(ROOT).join("tests/search")).unwrap();
    let mut tests: Vec<PathBuf> = tests.map(|entry| entry.unwrap().path()).collect();
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    tests.sort();
    let mut node = Command::new("node");
    node.arg("--test").args(&tests).env("GUILDHALL_INDEX", &folder).current_dir(ROOT);
    let ran = node.output().unwrap_or_else(|error| panic!("{NO_NODE} ({error})"));
    println!("{}", String::from_utf8_lossy(&ran.stdout));
    eprintln!("{}", String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "the scripts do not do what their tests say: see above");
}
