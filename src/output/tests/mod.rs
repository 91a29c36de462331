//! Whole builds on real folders.

mod exchange;
mod faults;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use tempfile::TempDir;

use super::manifest::MANIFEST;
use super::target::HIDDEN;
use super::*;

/// A folder to work in, and the output folder `dist` in it, which is not there yet.
fn room() -> (TempDir, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let dist = room.path().join("dist");
    (room, dist)
}

fn build(dist: &Path, files: &[(&str, &str)]) -> Result<Summary, OutputError> {
    let staging = Staging::begin(dist, &[])?;
    for (path, text) in files {
        staging.write(path, text.as_bytes())?;
    }
    staging.commit()
}

/// All files below a folder with their texts, without what a build keeps for itself.
fn tree(root: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(root).into_iter();
    entries
        .filter_entry(|entry| entry.file_name() != HIDDEN)
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

fn texts(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// What is in a folder, hidden or not.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What a build keeps for itself in an output folder.
fn hidden(dist: &Path) -> Vec<String> {
    names(&dist.join(HIDDEN))
}

#[test]
fn a_build_writes_its_files_and_a_list_of_them_and_nothing_else() {
    let (room, dist) = room();
    let files = [("index.html", "home"), ("groups/a/index.html", "a"), ("404.html", "lost")];
    let summary = build(&dist, &files).unwrap();
    assert_eq!(summary, Summary { written: 3, kept: 0, removed: 0 });
    assert_eq!(tree(&dist), texts(&files));
    assert_eq!(names(room.path()), ["dist"]);
    assert_eq!(hidden(&dist), ["manifest.json"]);
    insta::assert_snapshot!(fs::read_to_string(dist.join(MANIFEST)).unwrap(), @r#"
    {
      "version": 1,
      "files": [
        "404.html",
        "groups/a/index.html",
        "index.html"
      ],
      "kept": []
    }
    "#);
}

#[test]
fn unchanged_files_are_taken_over_changed_ones_written_and_stale_ones_go() {
    let (_room, dist) = room();
    build(&dist, &[("same", "1"), ("changed", "2"), ("longer", "3"), ("old/stale", "4")]).unwrap();
    let inode = |path: &str| fs::metadata(dist.join(path)).unwrap().ino();
    let before = ["same", "changed", "longer"].map(inode);

    let files = [("same", "1"), ("changed", "!"), ("longer", "33"), ("new", "5")];
    let summary = build(&dist, &files).unwrap();

    assert_eq!(summary, Summary { written: 3, kept: 1, removed: 1 });
    assert_eq!(tree(&dist), texts(&files));
    assert!(!dist.join("old").exists());
    assert_eq!(
        ["same", "changed", "longer"].map(|path| inode(path) == before[0]),
        [true, false, false]
    );
    assert_eq!(fs::metadata(dist.join("same")).unwrap().nlink(), 1);
}

#[test]
fn a_build_without_changes_touches_nothing() {
    let (_room, dist) = room();
    let inodes = || ["a/b", "a", MANIFEST].map(|path| fs::metadata(dist.join(path)).unwrap().ino());
    build(&dist, &[("a/b", "1")]).unwrap();
    let before = inodes();
    build(&dist, &[("a/b", "1")]).unwrap();
    assert_eq!(inodes(), before);
}

#[test]
fn the_same_files_give_the_same_bytes_in_whatever_order_they_come() {
    let (room, dist) = room();
    let other = room.path().join("other");
    build(&dist, &[("a/b", "1"), ("c", "2")]).unwrap();
    build(&other, &[("c", "2"), ("a/b", "1")]).unwrap();
    let list = |folder: &Path| fs::read(folder.join(MANIFEST)).unwrap();
    assert_eq!(list(&dist), list(&other));
}

#[test]
fn files_are_written_from_many_threads() {
    let (_room, dist) = room();
    let staging = Staging::begin(&dist, &[]).unwrap();
    (0..500).into_par_iter().for_each(|number| {
        let path = format!("{}/{}/{number}.html", number % 3, number % 7);
        staging.write(&path, number.to_string().as_bytes()).unwrap();
    });
    assert_eq!(staging.commit().unwrap().written, 500);
    assert_eq!(tree(&dist).len(), 500);
}

#[test]
fn a_build_that_is_given_up_leaves_the_earlier_site() {
    let (room, dist) = room();
    build(&dist, &[("index.html", "old")]).unwrap();
    let staging = Staging::begin(&dist, &[]).unwrap();
    staging.write("index.html", b"new").unwrap();
    drop(staging);
    assert_eq!(tree(&dist), texts(&[("index.html", "old")]));
    assert_eq!(names(room.path()), ["dist"]);
    assert_eq!(hidden(&dist), ["manifest.json"]);
}

#[test]
fn an_output_folder_in_missing_folders_is_made() {
    let (room, _) = room();
    let dist = room.path().join("public/www/dist");
    build(&dist, &[("a", "1")]).unwrap();
    assert_eq!(tree(&dist), texts(&[("a", "1")]));
}

#[test]
fn an_empty_folder_is_used() {
    let (room, dist) = room();
    fs::create_dir(&dist).unwrap();
    build(&dist, &[("a", "1")]).unwrap();
    assert_eq!(tree(&dist), texts(&[("a", "1")]));
    assert_eq!(names(room.path()), ["dist"]);
}

#[test]
fn files_that_vanished_from_the_earlier_site_are_written_again() {
    let (_room, dist) = room();
    let files = [("a", "1"), ("b/c", "2")];
    build(&dist, &files).unwrap();
    fs::remove_file(dist.join("a")).unwrap();
    fs::remove_dir_all(dist.join("b")).unwrap();
    assert_eq!(build(&dist, &files).unwrap(), Summary { written: 2, kept: 0, removed: 0 });
    assert_eq!(tree(&dist), texts(&files));
}

#[test]
fn what_the_desktop_leaves_in_a_folder_does_not_stop_a_build() {
    let (_room, dist) = room();
    build(&dist, &[("a/b", "1")]).unwrap();
    fs::write(dist.join("a/.DS_Store"), "").unwrap();
    build(&dist, &[("a/b", "2")]).unwrap();
    assert_eq!(tree(&dist), texts(&[("a/b", "2")]));
}

#[test]
fn files_get_ordinary_permissions_and_get_them_back() {
    let (_room, dist) = room();
    let mode = |path: &str| fs::metadata(dist.join(path)).unwrap().permissions().mode() & 0o777;
    let usual = {
        let probe = dist.with_extension("probe");
        fs::write(&probe, "").unwrap();
        fs::metadata(probe).unwrap().permissions().mode() & 0o777
    };
    build(&dist, &[("a", "1")]).unwrap();
    assert_eq!(mode("a"), usual);
    fs::set_permissions(dist.join("a"), fs::Permissions::from_mode(0o400)).unwrap();
    assert_eq!(build(&dist, &[("a", "1")]).unwrap().written, 1);
    assert_eq!(mode("a"), usual);
}

#[test]
fn earlier_folders_that_are_read_only_are_replaced() {
    let (room, dist) = room();
    build(&dist, &[("a/b/c", "1"), ("a/d", "2")]).unwrap();
    for folder in ["a/b", "a"] {
        let read_only = fs::Permissions::from_mode(0o555);
        fs::set_permissions(dist.join(folder), read_only).unwrap();
    }
    build(&dist, &[("a/d", "3")]).unwrap();
    assert_eq!(tree(&dist), texts(&[("a/d", "3")]));
    assert_eq!(names(room.path()), ["dist"]);
}

#[test]
fn files_of_the_site_are_copied_and_taken_over_when_unchanged() {
    let (room, dist) = room();
    let original = room.path().join("original");
    let copy = || {
        let staging = Staging::begin(&dist, &[]).unwrap();
        let written = staging.copy("files/copy", room.path(), "original").unwrap();
        staging.commit().unwrap();
        (written, fs::read(dist.join("files/copy")).unwrap() == fs::read(&original).unwrap())
    };
    let mut bytes: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
    fs::write(&original, &bytes).unwrap();
    assert_eq!(copy(), (Written::New, true));
    assert_eq!(copy(), (Written::Kept, true));
    bytes[399_999] ^= 1;
    fs::write(&original, &bytes).unwrap();
    assert_eq!(copy(), (Written::New, true));
    fs::write(&original, "").unwrap();
    assert_eq!(copy(), (Written::New, true));
    assert_eq!(copy(), (Written::Kept, true));
}

#[test]
fn a_link_to_the_output_folder_stays_a_link() {
    let (room, dist) = room();
    fs::create_dir_all(room.path().join("disk/site")).unwrap();
    symlink("disk/site", &dist).unwrap();
    build(&dist, &[("a", "1")]).unwrap();
    build(&dist, &[("a", "2")]).unwrap();
    assert!(dist.is_symlink());
    assert_eq!(tree(&room.path().join("disk/site")), texts(&[("a", "2")]));
    assert_eq!(names(room.path()), ["disk", "dist"]);
}
