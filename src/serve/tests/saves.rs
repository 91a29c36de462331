//! From a save to the reload, through every way that programs save.

use super::*;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Far more than a change takes, and less than the second look would.
const SOON: Duration = Duration::from_millis(800);

/// A site that shows the files below two folders.
struct Disk {
    root: PathBuf,
    files: Mutex<BTreeMap<String, String>>,
    refreshes: Arc<AtomicUsize>,
}

impl Site for Disk {
    fn answer(&self, path: &str) -> Option<Answer> {
        let body = self.files.lock().unwrap().get(path)?.clone().into_bytes();
        Some(Answer { content_type: "text/plain".into(), body: body.into() })
    }

    fn not_found(&self) -> Answer {
        Answer { content_type: "text/plain".into(), body: "".into() }
    }

    fn refresh(&self) -> bool {
        let mut files = BTreeMap::new();
        for folder in self.folders() {
            read_below(&self.root, &folder, &mut files);
        }
        let mut known = self.files.lock().unwrap();
        let changed = *known != files;
        *known = files;
        self.refreshes.fetch_add(1, Ordering::SeqCst);
        changed
    }

    fn problems(&self) -> Arc<Report> {
        Arc::default()
    }

    fn folders(&self) -> Vec<PathBuf> {
        vec![self.root.join("content"), self.root.join("themes/own")]
    }
}

fn read_below(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_below(root, &path, files);
        } else if let Ok(text) = fs::read_to_string(&path) {
            files.insert(format!("/{}", path.strip_prefix(root).unwrap().display()), text);
        }
    }
}

/// A site on disk that is served and listened to, with the second look at its start behind it.
struct Saving {
    folder: tempfile::TempDir,
    address: SocketAddr,
    events: Receiver<Event>,
    listener: Listener,
    refreshes: Arc<AtomicUsize>,
}

impl Saving {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("content/groups")).unwrap();
        fs::write(folder.path().join("content/groups/a.md"), "old").unwrap();
        let refreshes = Arc::new(AtomicUsize::new(0));
        let site = Disk {
            root: folder.path().to_owned(),
            files: Mutex::default(),
            refreshes: Arc::clone(&refreshes),
        };
        let (address, events) = serve(site);
        while refreshes.load(Ordering::SeqCst) < 2 {
            thread::sleep(Duration::from_millis(10));
        }
        let mut listener = Listener::connect(address);
        listener.next().unwrap();
        Self { folder, address, events, listener, refreshes }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Does something, and expects to hear of it soon and then to see this at the address.
    fn expect(&mut self, path: &str, text: Option<&str>, act: impl FnOnce(&Self)) {
        act(self);
        let done = Instant::now();
        let served = loop {
            self.listener.next().unwrap();
            let response = get(self.address, &format!("/{path}"));
            let served = (status(&response) == 200).then(|| body(&response).to_owned());
            // A change may be announced in two parts.
            if served.as_deref() == text || done.elapsed() > SOON {
                break served;
            }
        };
        assert_eq!(served.as_deref(), text, "{path}");
        assert!(done.elapsed() < SOON, "{path}: {:?}", done.elapsed());
    }
}

#[test]
fn a_file_saved_in_any_way_is_shown_soon() {
    let mut site = Saving::start();
    site.expect("content/groups/a.md", Some("in place"), |site| {
        fs::write(site.path("content/groups/a.md"), "in place").unwrap();
    });
    site.expect("content/groups/a.md", Some("renamed over"), |site| {
        fs::write(site.path("content/groups/.a.md.swp"), "renamed over").unwrap();
        fs::rename(site.path("content/groups/.a.md.swp"), site.path("content/groups/a.md"))
            .unwrap();
    });
    site.expect("content/groups/a.md", Some("moved in"), |site| {
        fs::write(site.path("a.md"), "moved in").unwrap();
        fs::rename(site.path("a.md"), site.path("content/groups/a.md")).unwrap();
    });
    site.expect("content/groups/a.md", Some("created anew"), |site| {
        fs::remove_file(site.path("content/groups/a.md")).unwrap();
        fs::write(site.path("content/groups/a.md"), "created anew").unwrap();
    });
    site.expect("content/groups/a.md", None, |site| {
        fs::remove_file(site.path("content/groups/a.md")).unwrap();
    });
    assert!(site.events.try_iter().any(|event| matches!(event, Event::Changed(_))));
}

#[test]
fn a_new_folder_and_what_is_in_it_are_shown() {
    let mut site = Saving::start();
    site.expect("content/pages/deep/b.md", Some("new"), |site| {
        fs::create_dir_all(site.path("content/pages/deep")).unwrap();
        fs::write(site.path("content/pages/deep/b.md"), "new").unwrap();
    });
    site.expect("content/pages/deep/b.md", Some("newer"), |site| {
        fs::write(site.path("content/pages/deep/b.md"), "newer").unwrap();
    });
    site.expect("content/pages/deep/b.md", None, |site| {
        fs::remove_dir_all(site.path("content/pages")).unwrap();
    });
}

#[test]
fn a_folder_that_did_not_exist_is_watched_once_it_does() {
    let mut site = Saving::start();
    site.expect("themes/own/style.css", Some("a {}"), |site| {
        fs::create_dir_all(site.path("themes/own")).unwrap();
        fs::write(site.path("themes/own/style.css"), "a {}").unwrap();
    });
    site.expect("themes/own/style.css", Some("b {}"), |site| {
        fs::write(site.path("themes/own/style.css"), "b {}").unwrap();
    });
}

#[test]
fn a_watched_folder_may_be_removed_and_come_back() {
    let mut site = Saving::start();
    site.expect("content/groups/a.md", None, |site| {
        fs::remove_dir_all(site.path("content")).unwrap();
    });
    site.expect("content/groups/a.md", Some("back"), |site| {
        fs::create_dir_all(site.path("content/groups")).unwrap();
        fs::write(site.path("content/groups/a.md"), "back").unwrap();
    });
    site.expect("content/groups/a.md", Some("edited"), |site| {
        fs::write(site.path("content/groups/a.md"), "edited").unwrap();
    });
}

#[test]
fn a_checkout_of_many_files_is_read_a_few_times() {
    let mut site = Saving::start();
    let before = site.refreshes.load(Ordering::SeqCst);
    site.expect("content/groups/499.md", Some("last"), |site| {
        for number in 0..500 {
            fs::write(site.path(&format!("content/groups/{number}.md")), "last").unwrap();
        }
    });
    thread::sleep(Duration::from_millis(100));
    let refreshes = site.refreshes.load(Ordering::SeqCst) - before;
    assert!(refreshes <= 50, "{refreshes} walks for one checkout");
}

#[test]
fn what_changes_nothing_is_not_announced() {
    let mut site = Saving::start();
    fs::write(site.path("content/groups/a.md"), "old").unwrap();
    fs::read(site.path("content/groups/a.md")).unwrap();
    thread::sleep(Duration::from_millis(300));
    let version = Listener::connect(site.address).next().unwrap();
    site.expect("content/groups/a.md", Some("new"), |site| {
        fs::write(site.path("content/groups/a.md"), "new").unwrap();
    });
    let number = |version: &str| version.rsplit_once('-').unwrap().1.parse::<u64>().unwrap();
    let after = Listener::connect(site.address).next().unwrap();
    assert!(number(&after) <= number(&version) + 2, "{version} to {after}");
}

#[test]
fn reading_a_file_does_not_make_the_site_look() {
    let site = Saving::start();
    let before = site.refreshes.load(Ordering::SeqCst);
    for _ in 0..20 {
        fs::read(site.path("content/groups/a.md")).unwrap();
    }
    thread::sleep(Duration::from_millis(300));
    assert_eq!(site.refreshes.load(Ordering::SeqCst), before);
}
