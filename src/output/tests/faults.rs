//! What is refused, and what fails.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::*;

/// The message without the folder that changes from run to run.
fn message(room: &TempDir, error: &OutputError) -> String {
    let path = fs::canonicalize(room.path()).unwrap();
    error.to_string().replace(path.to_str().unwrap(), "ROOM")
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_left_alone() {
    let (room, dist) = room();
    fs::create_dir_all(dist.join("photos/empty")).unwrap();
    for name in ["d.txt", "b.txt", "c.txt"] {
        fs::write(dist.join(name), "mine").unwrap();
    }
    let error = build(&dist, &[("a", "1")]).unwrap_err();
    assert!(error.is_refusal());
    insta::assert_snapshot!(message(&room, &error), @"`ROOM/dist` contains files that Guildhall did not write: `b.txt`, `c.txt`, `d.txt` and others. A build would remove them. Move them away, or choose another output folder. Files that belong to the site go into `content/static/`.");
    assert_eq!(tree(&dist).len(), 3);
    assert_eq!(names(room.path()), ["dist"]);
}

#[test]
fn one_file_of_others_among_ours_is_enough() {
    let (room, dist) = room();
    build(&dist, &[("groups/a/index.html", "a")]).unwrap();
    fs::write(dist.join("groups/a/notes\n.txt"), "mine").unwrap();
    let error = build(&dist, &[("a", "1")]).unwrap_err();
    insta::assert_snapshot!(message(&room, &error), @"`ROOM/dist` contains files that Guildhall did not write: `groups/a/notes␊.txt`. A build would remove them. Move them away, or choose another output folder. Files that belong to the site go into `content/static/`.");
}

#[test]
fn a_file_that_comes_while_a_build_runs_is_not_lost() {
    let (_room, dist) = room();
    build(&dist, &[("a", "1")]).unwrap();
    let staging = Staging::begin(&dist, &[]).unwrap();
    staging.write("a", b"2").unwrap();
    fs::write(dist.join("mine"), "precious").unwrap();
    assert!(matches!(staging.commit(), Err(OutputError::Foreign { .. })));
    assert_eq!(tree(&dist), texts(&[("a", "1"), ("mine", "precious")]));
}

#[test]
fn a_link_or_a_folder_in_place_of_our_file_is_not_ours() {
    let (room, dist) = room();
    let outside = room.path().join("outside");
    fs::write(&outside, "1").unwrap();
    let as_link: fn(&Path, &Path) = |at, to| symlink(to, at).unwrap();
    let as_folder: fn(&Path, &Path) = |at, _| fs::create_dir(at).unwrap();
    for replace in [as_link, as_folder] {
        let _ = fs::remove_dir_all(&dist);
        build(&dist, &[("a", "1")]).unwrap();
        fs::remove_file(dist.join("a")).unwrap();
        replace(&dist.join("a"), &outside);
        assert!(matches!(build(&dist, &[("a", "1")]), Err(OutputError::Foreign { .. })));
    }
    assert_eq!(fs::read_to_string(outside).unwrap(), "1");
}

#[test]
fn a_list_that_is_damaged_vouches_for_nothing() {
    let (_room, dist) = room();
    for list in ["", "{", r#"{"version": 2, "files": ["a"]}"#, "[]"] {
        let _ = fs::remove_dir_all(&dist);
        build(&dist, &[("a", "1")]).unwrap();
        fs::write(dist.join(MANIFEST), list).unwrap();
        assert!(matches!(build(&dist, &[]), Err(OutputError::Foreign { .. })), "{list}");
    }
}

#[test]
fn a_path_that_leads_out_of_the_site_is_refused() {
    let (room, dist) = room();
    let staging = Staging::begin(&dist, &[]).unwrap();
    let outside = ["", "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/", "a/.", ".."];
    let not_ours = [MANIFEST, ".guildhall/x", ".guildhall", ".git/config", ".well-known/x"];
    for path in outside.into_iter().chain(not_ours) {
        let error = staging.write(path, b"").unwrap_err();
        assert!(matches!(error, OutputError::BadPath { .. }) && error.is_refusal(), "{path}");
    }
    insta::assert_snapshot!(
        staging.write("../x", b"").unwrap_err(),
        @"`../x` cannot be the path of a file in the site."
    );
    drop(staging);
    assert_eq!(names(room.path()), [""; 0]);
}

#[test]
fn two_files_that_want_one_path_are_refused() {
    let (_room, dist) = room();
    build(&dist, &[("a", "1"), ("b/c", "1")]).unwrap();
    let staging = Staging::begin(&dist, &[]).unwrap();
    staging.write("a", b"1").unwrap();
    staging.write("b/c", b"new").unwrap();
    for path in ["a", "b/c", "a/b", "a/b/c", "b"] {
        let error = staging.write(path, b"1").unwrap_err();
        assert!(matches!(error, OutputError::Taken { .. }) && error.is_refusal(), "{path}");
    }
    insta::assert_snapshot!(staging.write("a", b"").unwrap_err(), @"Two files want the path `a`, or one needs a folder where the other is. Rename a page, an alias or a file in `content/static/`.");
}

#[test]
fn what_is_no_ordinary_file_is_not_copied_nor_waited_for() {
    let (room, dist) = room();
    let staging = Staging::begin(&dist, &[]).unwrap();
    let pipe = room.path().join("pipe");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RWXU).unwrap();
    symlink("/etc/passwd", room.path().join("link")).unwrap();
    symlink("/etc", room.path().join("folder")).unwrap();
    for from in ["pipe", "link", "folder/passwd", ".", "", "missing", "/dev/zero", "../passwd"] {
        let error = staging.copy("copy", room.path(), from).unwrap_err();
        assert!(matches!(error, OutputError::Io { .. }) && !error.is_refusal(), "{from:?}");
    }
    assert!(!staging.has("copy"));
}

#[test]
fn a_file_where_a_folder_is_needed_is_a_fault_of_the_machine() {
    let (room, dist) = room();
    fs::write(&dist, "mine").unwrap();
    for target in [dist.clone(), dist.join("site"), dist.join("a/site")] {
        let error = build(&target, &[("a", "1")]).unwrap_err();
        assert!(!error.is_refusal());
        assert!(error.to_string().contains("a file is where a folder is needed"), "{error}");
    }
    assert_eq!(fs::read_to_string(&dist).unwrap(), "mine");
    assert_eq!(names(room.path()), ["dist"]);
}

#[test]
fn a_second_build_into_the_same_folder_is_refused_until_the_first_ends() {
    let (room, dist) = room();
    let first = Staging::begin(&dist, &[]).unwrap();
    let error = Staging::begin(&dist, &[]).unwrap_err();
    assert!(error.is_refusal());
    insta::assert_snapshot!(message(&room, &error), @"Another build into `ROOM/dist` is running. Wait until it has finished, then build again.");
    build(&room.path().join("other"), &[("a", "1")]).unwrap();
    first.write("a", b"1").unwrap();
    first.commit().unwrap();
    build(&dist, &[("a", "2")]).unwrap();
    assert_eq!(names(room.path()), ["dist", "other"]);
}
