//! Folders that the user of the program may not change, and files that it may not read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::Command;

use crate::published;
use crate::support::{Ran, Site, TODAY, assert_same, run};

/// The user that owns nothing.
const NOBODY: &str = "65534";

const NOBODY_ELSE: &str = "not tested: there is no other user than root";

/// Builds a site as a user whom permissions bind. `None` where only root runs the tests and cannot
/// become anybody else.
fn build_as_ordinary_user(site: &Site) -> Option<Ran> {
    let build = site.command_into(&site.out());
    if fs::metadata(site.folder()).unwrap().uid() != 0 {
        return Some(site.build(&[]));
    }
    let can_change = Command::new("setpriv").args(["--reuid", NOBODY, "--", "true"]).status();
    if !can_change.is_ok_and(|status| status.success()) {
        return None;
    }
    set_mode(site.folder(), fs::metadata(site.folder()).unwrap().mode() | 0o055);
    let program = site.root().join("guildhall");
    fs::hard_link(build.get_program(), &program)
        .or_else(|_| fs::copy(build.get_program(), &program).map(drop))
        .unwrap();
    let mut command = Command::new("setpriv");
    command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"]);
    let ran = run(command.arg(&program).args(build.get_args()).args(["--date", TODAY]));
    fs::remove_file(program).unwrap();
    Some(ran)
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_not_be_changed_keeps_its_site() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    site.edit("content/site.yaml", "Harbour Town Groups", "Harbour City Groups");
    for folder in [site.out(), site.out().join(".guildhall")] {
        set_mode(&folder, 0o555);
    }
    let ran = build_as_ordinary_user(&site);
    let Some(ran) = ran else { return eprintln!("{NOBODY_ELSE}") };
    let said = ": permission denied. Ask for permission to write there, or choose another output folder.\n";
    let ran = ran.ended_with(3);
    assert!(ran.stderr.contains(&site.out().display().to_string()), "{}", ran.stderr);
    assert!(ran.stderr.ends_with(said), "{}", ran.stderr);
    assert_same(&before, &site.built(), "the earlier site must be whole");
}

#[test]
fn a_folder_below_one_that_may_not_be_changed_is_built_into() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    for read_only in ["groups/elan", "groups"] {
        set_mode(&site.out().join(read_only), 0o555);
    }
    site.edit("content/site.yaml", "Harbour Town Groups", "Harbour City Groups");
    if fs::metadata(site.folder()).unwrap().uid() == 0 {
        run(Command::new("chown").args(["--recursive", NOBODY]).arg(site.out())).ended_with(0);
    }
    set_mode(site.folder(), 0o555);
    let ran = build_as_ordinary_user(&site);
    set_mode(site.folder(), 0o755);
    let Some(ran) = ran else { return eprintln!("{NOBODY_ELSE}") };
    ran.ended_with(0);
    let elsewhere = site.folder().join("elsewhere");
    site.build_into(&elsewhere).ended_with(0);
    assert_same(&published(&elsewhere), &published(&site.out()), "");
}

#[test]
fn a_charter_that_may_not_be_read_is_named() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    let charter = site.root().join("content/groups/elan.md");
    set_mode(&charter, 0o000);
    let Some(ran) = build_as_ordinary_user(&site) else {
        return eprintln!("{NOBODY_ELSE}");
    };
    let said = format!("error: {} cannot be read: Permission denied", charter.display());
    assert!(ran.stderr.starts_with(&said), "{}", ran.stderr);
    assert_eq!(ran.status, 3);
    assert_same(&before, &site.built(), "the earlier site must be whole");
}
