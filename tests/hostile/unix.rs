//! Files of kinds and names that only Unix has.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use super::*;

#[test]
fn pipes_and_sockets_in_the_place_of_files_are_refused_unread() {
    for file in [CHARTER, "content/site.yaml", "content/static/pipe", "themes/guild/a.html"] {
        let site = small_site();
        let path = site.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path); // only the settings are there
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert_refused(&site, file, "limits");
        fs::remove_file(&path).unwrap();
        let _socket = UnixListener::bind(&path).unwrap();
        assert_refused(&site, file, "limits");
    }
}

#[test]
fn names_that_are_not_text_are_refused() {
    let site = small_site();
    let name = OsStr::from_bytes(b"na\xffme.md");
    fs::write(site.root().join("content/groups").join(name), charter()).unwrap();
    assert_refused(&site, "content/groups/na\u{fffd}me.md", "value");
}

#[test]
fn a_folder_with_the_name_of_a_file_is_refused() {
    let site = small_site();
    site.write("content/groups/hostile.md/charter.md", charter());
    assert_refused(&site, "content/groups/hostile.md/charter.md", "value");
    fs::create_dir_all(site.root().join(Path::new("content/groups/empty.md"))).unwrap();
    let _ = check(&site, "json").ended_with(1);
}
