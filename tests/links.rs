//! Symbolic links: none is followed, wherever it leads and whoever meets it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use support::{Ran, Site, TODAY, charter, copy, fixture, guildhall, run, text, tree};

const CHARTER: &str = "content/groups/linked.md";
const SECRET: &str = "token-that-nobody-may-see";

fn small_site() -> Site {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site
}

/// A site next to a folder with a secret, in a file that is a charter too.
fn site_beside_a_secret() -> Site {
    let site = small_site();
    fs::create_dir(site.folder().join("outside")).unwrap();
    let secret = charter(SECRET, "fields: [coaching]\ncosts: FREE");
    fs::write(site.folder().join("outside/secret.md"), secret).unwrap();
    site
}

fn check(site: &Site, arguments: &[&str]) -> Ran {
    let mut command = guildhall();
    run(command.args(["check", "--date", TODAY, "--root"]).arg(site.root()).args(arguments))
}

/// The files in which there are errors, with their codes.
fn errors(site: &Site) -> BTreeSet<(String, String)> {
    let ran = check(site, &["--format", "json"]);
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let errors = found.filter(|found| found["severity"] == "error");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    errors.map(|found| (text(&found["file"]), text(&found["code"]))).collect()
}

fn link(site: &Site, target: impl AsRef<Path>, path: &str) {
    let path = site.root().join(path);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    symlink(target, path).unwrap();
}

#[test]
fn every_link_is_refused_at_its_path_wherever_it_leads() {
    let targets = ["/etc/passwd", "/dev/zero", "/", "/nowhere", "linked.md", "coaching-circle.md"];
    for target in targets.into_iter().chain(["..", "../../../outside/secret.md"]) {
        for file in
            [CHARTER, "content/static/link.png", "content/subjects", "themes/guild", "themes"]
        {
            let site = site_beside_a_secret();
            link(&site, target, file);
            let refused = (file.to_owned(), "limits".to_owned());
            let found = errors(&site);
            assert!(found.contains(&refused), "{file} -> {target}: {found:?}");
            let human = check(&site, &[]).ended_with(1);
            assert!(!(human.stdout + &human.stderr).contains(SECRET), "{file} -> {target}");
            site.build(&[]).ended_with(1);
            assert!(!site.out().exists());
        }
    }
}

#[test]
fn one_link_is_one_error() {
    let site = site_beside_a_secret();
    link(&site, "../../../outside/secret.md", CHARTER);
    assert_eq!(errors(&site), [(CHARTER.to_owned(), "limits".to_owned())].into());
    let site = site_beside_a_secret();
    fs::rename(site.root().join("content"), site.folder().join("real")).unwrap();
    link(&site, "../real", "content");
    assert_eq!(errors(&site), [("content".to_owned(), "limits".to_owned())].into());
}

#[test]
fn the_folder_that_is_named_may_be_a_link() {
    let site = small_site();
    let named = site.folder().join("named");
    symlink(site.root(), &named).unwrap();
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(named)).ended_with(0);
}

#[test]
fn the_locks_of_editors_are_passed_over() {
    let site = small_site();
    for file in ["content/groups/.#coaching-circle.md", "content/static/.#a.png", "themes/.#x"] {
        link(&site, "somebody@somewhere.12345", file);
    }
    link(&site, "..", "content/.folder");
    assert_eq!(errors(&site), BTreeSet::new());
    site.build(&[]).ended_with(0);
}

#[test]
fn hidden_files_are_never_published() {
    let site = small_site();
    for file in [".htaccess", ".well-known/x.txt", "a/.env", ".git/config"] {
        site.write(&format!("content/static/{file}"), SECRET);
    }
    site.build(&[]).ended_with(0);
    let is_secret = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(SECRET);
    assert!(!tree(&site.out()).values().any(is_secret));
}

#[test]
fn links_that_lead_to_each_other_cost_a_line_each() {
    let site = small_site();
    for number in 0..48 {
        let folder = format!("content/static/f{number}");
        fs::create_dir_all(site.root().join(&folder)).unwrap();
        site.write(&format!("{folder}/a.txt"), "a");
        for other in 0..48 {
            link(&site, format!("../f{other}"), &format!("{folder}/to-{other}"));
        }
    }
    let report = check(&site, &["--format", "json"]).ended_with(1).stdout;
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["summary"]["errors"], 48 * 48);
}

#[test]
fn fixing_never_reads_or_writes_through_a_link() {
    let site = site_beside_a_secret();
    let outside = site.folder().join("outside");
    let before = tree(&outside);
    link(&site, "../../../outside/secret.md", CHARTER);
    check(&site, &["--fix"]).ended_with(1);
    link(&site, "../../outside", "content/groups");
    check(&site, &["--fix"]).ended_with(1);
    assert_eq!(tree(&outside), before);
}

#[test]
fn a_new_charter_is_never_written_through_a_link() {
    let site = site_beside_a_secret();
    let before = tree(&site.folder().join("outside"));
    link(&site, "../../outside", "content/groups");
    let mut new = guildhall();
    new.args(["new", "--date", TODAY, "--blank", "Fresh group", "--root"]).arg(site.root());
    let ran = run(&mut new).ended_with(3);
    assert!(ran.stderr.contains("content/groups`: it is a link"), "{}", ran.stderr);
    assert_eq!(tree(&site.folder().join("outside")), before);
}

#[test]
fn a_new_directory_is_never_written_through_a_link() {
    let site = site_beside_a_secret();
    let fresh = site.folder().join("fresh");
    fs::create_dir(&fresh).unwrap();
    symlink("../outside", fresh.join("content")).unwrap();
    let ran = run(guildhall().args(["init", "--date", TODAY]).arg(&fresh)).ended_with(2);
    assert!(ran.stderr.contains("`content`"), "{}", ran.stderr);
    assert_eq!(tree(&site.folder().join("outside")).len(), 1);
    assert_eq!(fs::read_dir(&fresh).unwrap().count(), 1);
}

#[test]
fn a_file_that_becomes_a_link_while_it_is_read_never_shows_what_is_behind_it() {
    let site = site_beside_a_secret();
    let (file, beside) = (site.root().join(CHARTER), site.folder().join("swap"));
    let good = charter("Linked", "fields: [coaching]");
    fs::write(&file, &good).unwrap();
    let picture = site.root().join("content/static/a.txt");
    fs::create_dir_all(picture.parent().unwrap()).unwrap();
    let (over, secret) = (AtomicBool::new(false), site.folder().join("outside/secret.md"));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                for place in [&file, &picture] {
                    symlink(&secret, &beside).unwrap();
                    fs::rename(&beside, place).unwrap();
                    fs::write(&beside, &good).unwrap();
                    fs::rename(&beside, place).unwrap();
                }
            }
        });
        for _ in 0..20 {
            let ran = check(&site, &["--format", "human"]);
            assert!(!(ran.stdout + &ran.stderr).contains(SECRET));
            site.build(&[]);
            let shown = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains(SECRET);
            assert!(!site.out().exists() || !tree(&site.out()).values().any(shown));
        }
        over.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_named_link_is_reported_on_itself() {
    let site = site_beside_a_secret();
    link(&site, "coaching-circle.md", CHARTER);
    let named = site.root().join(CHARTER);
    let report = check(&site, &["--format", "json", named.to_str().unwrap()]).ended_with(1);
    assert!(report.stdout.contains(CHARTER), "{}", report.stdout);
}

#[test]
fn a_build_does_not_grow_by_a_link_to_its_own_output() {
    let site = small_site();
    link(&site, "../../dist", "content/static/old");
    for _ in 0..2 {
        let mut build = Command::new(env!("CARGO_BIN_EXE_guildhall"));
        run(build.args(["build", "--date", TODAY, "--root"]).arg(site.root())).ended_with(1);
    }
    assert!(!site.root().join("dist").exists());
    fs::remove_file(site.root().join("content/static/old")).unwrap();
    site.build(&[]).ended_with(0);
    assert!(text(&tree(&site.out()), "index.html").contains("</html>"));
}
