//! Builds that are killed, and builds that meet.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{Ran, Site, TODAY, Tree, assert_same, charter, names, tree};

/// Two versions of a site that are built in turn into one folder.
struct Versions {
    sites: [Site; 2],
    trees: [Tree; 2],
    folder: TempDir,
}

impl Versions {
    /// Sites of sixty pages and more that all differ, with groups that only one of them has.
    fn new() -> Self {
        let sites = ["Old", "New"].map(|version| {
            let site = Site::golden();
            site.edit("content/site.yaml", "Harbour Town Groups", &format!("{version} Harbour"));
            for number in 0..40 {
                let version = if number % 4 == 0 { version } else { "Both" };
                let text = charter(&format!("{version} {number}"), "fields: [coaching, training]");
                let id = format!("{}-{number}", version.to_lowercase());
                site.write(&format!("content/groups/{id}.md"), text);
            }
            site.build(&["--quiet"]).ended_with(0);
            site
        });
        let trees = [sites[0].built(), sites[1].built()];
        Self { sites, trees, folder: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn start(&self, version: usize) -> Child {
        let mut command = self.sites[version].command_into(&self.out());
        command.args(["--quiet", "--date", TODAY]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Builds a version to the end, and gives the time it took.
    fn build(&self, version: usize) -> Duration {
        let start = Instant::now();
        let ran = Ran::of(&self.start(version).wait_with_output().unwrap()).ended_with(0);
        assert_eq!(ran.stderr, "");
        self.assert_whole(version);
        assert_eq!(self.left_over(), [""; 0]);
        start.elapsed()
    }

    /// Kills a build after a time, unless it has ended by then.
    fn kill(&self, version: usize, after: Duration) -> ExitStatus {
        let mut child = self.start(version);
        sleep(after);
        child.kill().unwrap();
        child.wait().unwrap()
    }

    fn assert_whole(&self, version: usize) {
        assert_same(&self.trees[version], &tree(&self.out()), "the site must be whole");
    }

    /// What is next to the output folder.
    fn left_over(&self) -> Vec<String> {
        names(self.folder.path()).into_iter().filter(|name| name != "out").collect()
    }
}

/// Kills builds at moments spread over the whole time that a build takes.
fn kill_and_look(times: u32) {
    let versions = Versions::new();
    versions.build(0);
    let (mut killed, mut with_leftovers) = (0, 0);
    let mut time_of_a_build = versions.build(1);
    for round in 0..times {
        let new = usize::from(round % 2 == 1);
        let status = versions.kill(new, time_of_a_build * round / times);
        let found = tree(&versions.out());
        let is_whole = versions.trees.contains(&found);
        assert!(is_whole, "killed in round {round}, a mixture is left: {:?}", found.keys());
        if status.success() {
            versions.assert_whole(new);
        } else {
            assert_eq!(status.code(), None);
            killed += 1;
        }
        with_leftovers += u32::from(!versions.left_over().is_empty());
        time_of_a_build = versions.build(new);
    }
    assert!(killed > times / 2, "only {killed} of {times} builds were killed before their end");
    assert!(with_leftovers > 0, "no build was killed while it wrote");
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans_up() {
    kill_and_look(40);
}

#[test]
#[ignore = "takes minutes: cargo test --test output_faults -- --ignored"]
fn two_hundred_killed_builds_leave_a_whole_site_each() {
    kill_and_look(200);
}

#[test]
fn a_first_build_that_is_killed_leaves_no_folder_or_a_whole_site() {
    let versions = Versions::new();
    let time_of_a_build = versions.build(0);
    for round in 0..10 {
        fs::remove_dir_all(versions.out()).unwrap();
        versions.kill(0, time_of_a_build * round / 10);
        if versions.out().exists() {
            versions.assert_whole(0);
        }
        versions.build(0);
    }
}

fn assert_busy(ran: &Ran, versions: &Versions) {
    assert_eq!(
        ran.stderr,
        format!(
            "error: Another build into `{}` is running. Wait until it has finished, then build again.\n",
            versions.out().display()
        )
    );
}

#[test]
fn of_two_builds_at_once_one_may_be_refused_and_the_site_is_whole() {
    let versions = Versions::new();
    for _ in 0..5 {
        let children = [0, 1].map(|version| versions.start(version));
        let ran = children.map(|child| Ran::of(&child.wait_with_output().unwrap()));
        let built: Vec<_> = (0..2).filter(|version| ran[*version].status == 0).collect();
        for refused in ran.iter().filter(|ran| ran.status != 0) {
            assert_eq!(refused.status, 2, "{}", refused.stderr);
            assert_busy(refused, &versions);
        }
        let found = tree(&versions.out());
        let is_whole = built.iter().any(|version| versions.trees[*version] == found);
        assert!(is_whole, "{built:?} were built, and left {:?}", found.keys());
        assert_eq!(versions.left_over(), [""; 0]);
    }
}

/// A build that is still. It does not outlive the test.
struct Stopped(Child);

impl Stopped {
    /// Starts a build of the second version and stops it while it writes. `None` if it was faster.
    fn on_its_way(versions: &Versions) -> Option<Self> {
        let mut child = versions.start(1);
        while versions.left_over().len() < 2 && child.try_wait().unwrap().is_none() {
            sleep(Duration::from_millis(1));
        }
        let stopped = Self(child);
        if !versions.left_over().is_empty() {
            stopped.signal("STOP");
            if versions.left_over().len() == 2 && tree(&versions.out()) == versions.trees[0] {
                return Some(stopped);
            }
            stopped.signal("CONT");
        }
        stopped.end();
        versions.build(0);
        None
    }

    fn end(mut self) {
        assert!(self.0.wait().unwrap().success());
    }

    fn signal(&self, name: &str) {
        let id = self.0.id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }
}

impl Drop for Stopped {
    fn drop(&mut self) {
        let _ = self.0.kill(); // it has ended, unless the test has failed
        let _ = self.0.wait();
    }
}

#[test]
fn a_build_is_refused_while_another_one_writes() {
    let versions = Versions::new();
    versions.build(0);
    let stopped = (0..20).find_map(|_| Stopped::on_its_way(&versions)).unwrap();
    let refused = Ran::of(&versions.start(0).wait_with_output().unwrap()).ended_with(2);
    assert_busy(&refused, &versions);
    versions.assert_whole(0);

    stopped.signal("CONT");
    stopped.end();
    versions.assert_whole(1);
    assert_eq!(versions.left_over(), [""; 0]);
}
