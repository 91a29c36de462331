//! Builds that are killed, and builds that meet.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::published;
use crate::support::{Ran, Site, TODAY, Tree, assert_same, charter, names};

/// Two versions of a site that are built in turn into one folder.
struct Versions {
    sites: [Site; 2],
    trees: [Tree; 2],
    folder: TempDir,
}

impl Versions {
    /// Sites of sixty pages and more that all differ, with groups that only one of them has, and a style sheet each.
    fn new() -> Self {
        let sites = ["Old", "New"].map(|version| {
            let site = Site::golden();
            site.edit("content/site.yaml", "Harbour Town Groups", &format!("{version} Harbour"));
            site.write("themes/guild/assets/guild.css", format!(".{version} {{ color: navy }}"));
            for number in 0..40 {
                let version = if number % 4 == 0 { version } else { "Both" };
                let text = charter(&format!("{version} {number}"), "fields: [coaching, training]");
                let id = format!("{}-{number}", version.to_lowercase());
                site.write(&format!("content/groups/{id}.md"), text);
            }
            site.build(&["--quiet"]).ended_with(0);
            site
        });
        let trees = [published(&sites[0].out()), published(&sites[1].out())];
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
        self.assert_is(version);
        assert_eq!(self.hidden(), ["manifest.json"]);
        start.elapsed()
    }

    /// Kills a build at a moment, unless it has ended by then.
    fn kill(&self, version: usize, moment: Moment) -> ExitStatus {
        let mut child = self.start(version);
        match moment {
            Moment::After(time) => sleep(time),
            Moment::InExchange(time) => {
                while !self.hidden().contains(&"journal.json".to_owned())
                    && child.try_wait().unwrap().is_none()
                {}
                sleep(time);
            }
        }
        child.kill().unwrap();
        child.wait().unwrap()
    }

    fn assert_is(&self, version: usize) {
        assert_same(&self.trees[version], &published(&self.out()), "the site must be whole");
    }

    /// Each file is that of one of the versions, and where a page is, so are the assets of its version.
    fn assert_pages_are_whole(&self, hint: &str) {
        let found = published(&self.out());
        let assets = self.out().join("assets");
        let assets: BTreeSet<_> =
            if assets.exists() { names(&assets).into_iter().collect() } else { BTreeSet::new() };
        let has_assets = self.trees.each_ref().map(|tree| {
            tree.keys()
                .filter_map(|path| path.strip_prefix("assets/"))
                .all(|name| assets.contains(name))
        });
        for (path, bytes) in &found {
            let mut versions =
                (0..2).filter(|version| self.trees[*version].get(path) == Some(bytes)).peekable();
            assert!(versions.peek().is_some(), "{hint}: {path} is of neither version");
            let is_page = path.ends_with("index.html");
            assert!(
                !is_page || versions.any(|version| has_assets[version]),
                "{hint}: {path} lacks assets"
            );
        }
    }

    /// What builds keep for themselves in the output folder.
    fn hidden(&self) -> Vec<String> {
        let hidden = self.out().join(".guildhall");
        if hidden.exists() { names(&hidden) } else { Vec::new() }
    }
}

/// When a build is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    After(Duration),
    /// So long after the exchange of the two sites has begun.
    InExchange(Duration),
}

/// Kills builds at moments spread over the whole time that a build takes, and over the exchange of the sites.
fn kill_and_look(times: u32) {
    let versions = Versions::new();
    versions.build(0);
    let (mut killed, mut in_exchange) = (0, 0);
    let mut time_of_a_build = versions.build(1);
    for round in 0..times {
        let new = usize::from(round % 4 < 2);
        let moment = if round % 2 == 0 {
            Moment::After(time_of_a_build * round / times)
        } else {
            Moment::InExchange(Duration::from_micros(u64::from(round) * 5000 / u64::from(times)))
        };
        let status = versions.kill(new, moment);
        let hint = format!("killed in round {round}, {moment:?}");
        versions.assert_pages_are_whole(&hint);
        if status.success() {
            versions.assert_is(new);
        } else {
            assert_eq!(status.code(), None);
            killed += 1;
        }
        in_exchange += u32::from(versions.hidden().contains(&"journal.json".to_owned()));
        // The next build finds one site or the other, whatever it builds.
        time_of_a_build = versions.build(usize::from(round % 3 == 0));
    }
    assert!(killed > times / 2, "only {killed} of {times} builds were killed before their end");
    assert!(in_exchange > 0, "no build was killed while it exchanged the sites");
}

#[test]
fn a_killed_build_leaves_whole_pages_and_the_next_one_ends_in_a_whole_site() {
    kill_and_look(40);
}

#[test]
#[ignore = "takes minutes: cargo test --test output_faults -- --ignored"]
fn two_hundred_killed_builds_leave_whole_pages_each() {
    kill_and_look(200);
}

#[test]
fn a_first_build_that_is_killed_leaves_whole_pages_or_none() {
    let versions = Versions::new();
    let time_of_a_build = versions.build(0);
    for round in 0..10 {
        fs::remove_dir_all(versions.out()).unwrap();
        let moment = match round % 2 {
            0 => Moment::After(time_of_a_build * round / 10),
            _ => Moment::InExchange(Duration::from_micros(u64::from(round) * 300)),
        };
        versions.kill(0, moment);
        if versions.out().exists() {
            versions.assert_pages_are_whole(&format!("{moment:?}"));
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
        let found = published(&versions.out());
        let is_whole = built.iter().any(|version| versions.trees[*version] == found);
        assert!(is_whole, "{built:?} were built, and left {:?}", found.keys());
        assert_eq!(versions.hidden(), ["manifest.json"]);
    }
}

/// A build that is still. It does not outlive the test.
struct Stopped(Child);

impl Stopped {
    /// Starts a build of the second version and stops it while it writes. `None` if it was faster.
    fn on_its_way(versions: &Versions) -> Option<Self> {
        let mut child = versions.start(1);
        let is_staging = || versions.hidden().contains(&"stage".to_owned());
        while !is_staging() && child.try_wait().unwrap().is_none() {
            sleep(Duration::from_millis(1));
        }
        let stopped = Self(child);
        if is_staging() {
            stopped.signal("STOP");
            if is_staging() && published(&versions.out()) == versions.trees[0] {
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
    versions.assert_is(0);

    stopped.signal("CONT");
    stopped.end();
    versions.assert_is(1);
    assert_eq!(versions.hidden(), ["manifest.json"]);
}
