//! Disks that are full, read-only or too small for a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::published;
use crate::support::{Site, TODAY, assert_same, names, run, tree};

/// A small disk in memory, taken away at the end.
struct Disk {
    path: PathBuf,
    _folder: Option<TempDir>,
}

impl Disk {
    /// In a folder of its own, if this user may mount.
    fn small() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        Self::at(folder.path().to_owned(), Some(folder))
    }

    /// Four megabytes at a path, if this user may mount.
    fn at(path: PathBuf, folder: Option<TempDir>) -> Option<Self> {
        let mounted = mount(&["-t", "tmpfs", "-o", "size=4m", "tmpfs"], &path);
        mounted.then(|| Self { path, _folder: folder })
    }

    fn path(&self) -> &Path {
        &self.path
    }

    fn out(&self) -> PathBuf {
        self.path().join("out")
    }

    fn make_read_only(&self) {
        assert!(mount(&["-o", "remount,ro"], self.path()));
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.path).status();
    }
}

fn mount(arguments: &[&str], folder: &Path) -> bool {
    Command::new("mount")
        .args(arguments)
        .arg(folder)
        .output()
        .is_ok_and(|done| done.status.success())
}

const NO_DISK: &str = "not tested: this user may not mount a disk";

#[test]
fn a_full_disk_leaves_the_earlier_site_whole() {
    let Some(disk) = Disk::small() else { return eprintln!("{NO_DISK}") };
    let site = Site::golden();
    site.build_into(&disk.out()).ended_with(0);
    let before = tree(&disk.out());
    site.write("content/static/large.mp4", vec![b'x'; 5 << 20]);
    site.edit("content/site.yaml", "Harbour Town Groups", "Harbour City Groups");
    let ran = site.build_into(&disk.out()).ended_with(3);
    // Which of the files finds no space first is a matter of chance.
    let path = format!("error: Cannot write `{}/", disk.out().display());
    assert!(ran.stderr.contains(&path), "{}", ran.stderr);
    let said = "`: the disk is full. Free some space and build again.\n";
    assert!(ran.stderr.ends_with(said), "{}", ran.stderr);
    assert_same(&before, &tree(&disk.out()), "the earlier site must be whole");
    assert_eq!(names(&disk.out().join(".guildhall")), ["manifest.json"]);

    site.remove("content/static/large.mp4");
    site.build_into(&disk.out()).ended_with(0);
    site.build(&[]).ended_with(0);
    assert_same(&published(&site.out()), &published(&disk.out()), "");
}

#[test]
fn a_read_only_disk_is_said_to_be_one() {
    let Some(disk) = Disk::small() else { return eprintln!("{NO_DISK}") };
    let site = Site::golden();
    site.build_into(&disk.out()).ended_with(0);
    let before = tree(&disk.out());
    disk.make_read_only();
    site.edit("content/site.yaml", "Harbour Town Groups", "Harbour City Groups");
    let ran = site.build_into(&disk.out()).ended_with(3);
    let said = ": the disk is read-only. Choose another output folder.\n";
    assert!(ran.stderr.contains(&disk.path().display().to_string()), "{}", ran.stderr);
    assert!(ran.stderr.ends_with(said), "{}", ran.stderr);
    assert_same(&before, &tree(&disk.out()), "the earlier site must be whole");
}

#[test]
fn a_folder_where_a_disk_is_attached_is_built_into() {
    let Some(disk) = Disk::small() else { return eprintln!("{NO_DISK}") };
    let site = Site::golden();
    for name in ["Harbour Town Groups", "Harbour City Groups"] {
        site.edit("content/site.yaml", "title: Harbour Town Groups", &format!("title: {name}"));
        site.build_into(disk.path()).ended_with(0);
        site.build(&[]).ended_with(0);
        assert_same(&published(&site.out()), &published(disk.path()), name);
    }
}

#[test]
fn a_disk_that_is_attached_within_the_site_is_named_and_the_earlier_site_stays() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let Some(disk) = Disk::at(site.out().join("groups"), None) else {
        return eprintln!("{NO_DISK}");
    };
    let before = site.built();
    site.edit("content/site.yaml", "Harbour Town Groups", "Harbour City Groups");
    let ran = site.build(&[]).ended_with(3);
    let said = format!(
        "error: Cannot replace `{}`: a disk is mounted there, or it is part of a container's image. Choose another \
         output folder.\n",
        disk.path().display()
    );
    assert!(ran.stderr.ends_with(&said), "{}", ran.stderr);
    assert_same(&before, &site.built(), "the earlier site must be whole");
    drop(disk);
    site.build(&[]).ended_with(0);
}

#[test]
fn a_file_that_is_larger_than_the_system_allows_leaves_the_earlier_site_whole() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    site.write("content/static/large.mp4", vec![b'x'; 1 << 20]);
    // Blocks of 512 or 1024 bytes, by the shell; without the trap the system would kill the program.
    let build = site.command_into(&site.out());
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 512; exec \"$@\"", "sh"]);
    limited.arg(build.get_program()).args(build.get_args()).args(["--date", TODAY]);
    let ran = run(&mut limited).ended_with(3);
    let said = format!("error: Cannot write `{}/large.mp4`: File too large", site.out().display());
    assert!(ran.stderr.contains(&said), "{}", ran.stderr);
    assert_same(&before, &site.built(), "the earlier site must be whole");
    assert_eq!(site.left_over(), [""; 0]);
    fs::remove_file(site.root().join("content/static/large.mp4")).unwrap();
    site.build(&[]).ended_with(0);
}
