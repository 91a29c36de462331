//! Waits for changes under the site's folders and has the site read them.
//!
//! An event only says that it is time to look: the site walks its folders itself and compares. So an
//! event that is lost, such as one of a file in a folder just made, costs little: after every change
//! the site looks a second time, a second later. Where folders cannot be watched at all, it looks
//! every second.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, RecursiveMode, Watcher};

use super::reload::Streams;
use super::{Event, Site};

/// A change is over when nothing has happened for this long. Editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(20);
/// A change that goes on is read after this long.
const LONGEST_CHANGE: Duration = Duration::from_millis(200);
/// When to look again after a change, and how often to look where nothing can be watched.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Follows the site's changes for as long as the program runs.
pub(super) fn follow<W: Watcher>(
    site: &dyn Site,
    on_event: &dyn Fn(Event),
    streams: &Streams,
) -> ! {
    let mut watch = Watch::<W>::new();
    let mut limit = Some(LOOK_AGAIN);
    loop {
        if let Err(error) = watch.cover(&site.folders()) {
            let reason = error.to_string();
            on_event(Event::Notice(format!(
                "Changes cannot be watched here: {}. Instead, the folders are scanned every second.",
                reason.trim_end_matches('.')
            )));
        }
        if site.refresh() {
            streams.announce();
            on_event(Event::Changed(site.problems()));
        }
        let changed = watch.wait(limit);
        limit = (changed || !watch.works()).then_some(LOOK_AGAIN);
    }
}

/// The watcher, what it watches, and what it has said.
struct Watch<W> {
    plan: Plan,
    /// None before the first folder, and where the system cannot watch.
    watcher: Option<W>,
    /// Set when a watched folder itself came, went or moved, or when events were lost.
    outdated: Arc<AtomicBool>,
    /// Holds at most one trigger: that something happened is all there is to know.
    trigger: SyncSender<()>,
    triggered: Receiver<()>,
}

impl<W: Watcher> Watch<W> {
    fn new() -> Self {
        let (trigger, triggered) = mpsc::sync_channel(1);
        Self { plan: Plan::default(), watcher: None, outdated: Arc::default(), trigger, triggered }
    }

    /// Whether changes are noticed.
    fn works(&self) -> bool {
        self.watcher.is_some()
    }

    /// Watches these folders, which need not exist yet. Does nothing if it does so already. What
    /// changes meanwhile goes unnoticed, so the site is to be refreshed afterwards.
    fn cover(&mut self, folders: &[PathBuf]) -> notify::Result<()> {
        let outdated = self.outdated.swap(false, Ordering::AcqRel);
        let plan = Plan::new(folders);
        if !outdated && plan == self.plan {
            return Ok(());
        }
        self.plan = plan;
        self.watcher = None;
        self.watcher = Some(self.begin()?);
        Ok(())
    }

    fn begin(&self) -> notify::Result<W> {
        let (outdated, trigger) = (Arc::clone(&self.outdated), self.trigger.clone());
        let wanted = self.plan.wanted.clone();
        let on_event = move |event: notify::Result<notify::Event>| {
            let Some(effect) = effect(event.as_ref().ok(), &wanted) else { return };
            if effect == Effect::Outdates {
                outdated.store(true, Ordering::Release);
            }
            // A trigger that finds another one waiting is not needed.
            let _ = trigger.try_send(());
        };
        // A link that leads out of the site must not have the whole disk watched.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = W::new(on_event, config)?;
        for folder in &self.plan.flat {
            watch(&mut watcher, folder, RecursiveMode::NonRecursive)?;
        }
        for folder in &self.plan.deep {
            watch(&mut watcher, folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    }

    /// Waits until a change is over, for at most `limit` if there is none. Whether there was one.
    fn wait(&self, limit: Option<Duration>) -> bool {
        let first = match limit {
            Some(limit) => self.triggered.recv_timeout(limit).is_ok(),
            None => self.triggered.recv().is_ok(),
        };
        let deadline = Instant::now() + LONGEST_CHANGE;
        let mut goes_on = first;
        while goes_on {
            let left = deadline.saturating_duration_since(Instant::now());
            goes_on = !left.is_zero() && self.triggered.recv_timeout(QUIET.min(left)).is_ok();
        }
        first
    }
}

/// A folder that went since it was looked at will be noticed by the watch on its parent.
fn watch(watcher: &mut impl Watcher, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
    match watcher.watch(path, mode) {
        Err(error) if matches!(error.kind, notify::ErrorKind::PathNotFound) => Ok(()),
        result => result,
    }
}

/// What an event means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// Something below the folders may have changed.
    Triggers,
    /// The folders must be watched again, too.
    Outdates,
}

/// What an event means, or the lack of one where an error came; `None` if it means nothing: a file was only read, or
/// it is outside the wanted folders.
fn effect(event: Option<&notify::Event>, wanted: &BTreeSet<PathBuf>) -> Option<Effect> {
    let Some(event) = event.filter(|event| !event.need_rescan()) else {
        return Some(Effect::Outdates);
    };
    let in_place = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => return None,
        EventKind::Modify(ModifyKind::Name(_)) => false,
        EventKind::Modify(_) => true,
        _ => false,
    };
    let concerns = |test: fn(&Path, &Path) -> bool| {
        event.paths.iter().any(|path| wanted.iter().any(|folder| test(path, folder)))
    };
    if !in_place && concerns(|path, folder| folder.starts_with(path)) {
        Some(Effect::Outdates)
    } else {
        concerns(|path, folder| path.starts_with(folder)).then_some(Effect::Triggers)
    }
}

/// Which folders to watch so that every change below the wanted ones is noticed, and also that one
/// of them comes or goes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    /// The wanted folders, in the form that the system reports them.
    wanted: BTreeSet<PathBuf>,
    /// Those that exist: watched with everything below.
    deep: BTreeSet<PathBuf>,
    /// Those that hold a wanted folder, or will: watched for their own entries alone.
    flat: BTreeSet<PathBuf>,
}

impl Plan {
    fn new(folders: &[PathBuf]) -> Self {
        let mut plan = Self::default();
        for folder in folders {
            let (existing, folder) = resolve(folder);
            if existing == folder {
                plan.flat.extend(folder.parent().map(Path::to_owned));
                plan.deep.insert(folder.clone());
            } else {
                plan.flat.insert(existing);
            }
            plan.wanted.insert(folder);
        }
        // A folder that is watched twice would be watched in the later way alone.
        let deep = plan.deep.clone();
        let covered = |path: &Path| path.ancestors().skip(1).any(|above| deep.contains(above));
        plan.deep.retain(|path| !covered(path));
        plan.flat.retain(|path| !deep.contains(path) && !covered(path));
        plan
    }
}

/// The nearest folder that exists, and the whole path below it, without links and absolute.
fn resolve(folder: &Path) -> (PathBuf, PathBuf) {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for ancestor in folder.ancestors() {
        if let Ok(existing) = ancestor.canonicalize()
            && existing.is_dir()
        {
            let below = folder.strip_prefix(ancestor).unwrap_or(Path::new(""));
            let whole = existing.components().chain(below.components()).collect();
            return (existing, whole);
        }
    }
    (folder.clone(), folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;
    use crate::serve::Answer;
    use notify::event::{CreateKind, DataChange, Flag, MetadataKind, RemoveKind, RenameMode};
    use std::{fs, thread};

    fn effect_of(kind: EventKind, path: &str) -> Option<Effect> {
        let wanted = BTreeSet::from([PathBuf::from("/site/content"), "/site/themes/own".into()]);
        effect(Some(&notify::Event::new(kind).add_path(path.into())), &wanted)
    }

    #[test]
    fn reading_a_file_means_nothing() {
        for kind in [
            AccessKind::Open(AccessMode::Any),
            AccessKind::Read,
            AccessKind::Close(AccessMode::Read),
        ] {
            assert_eq!(effect_of(EventKind::Access(kind), "/site/content/site.yaml"), None);
        }
    }

    #[test]
    fn a_change_below_a_folder_triggers() {
        for kind in [
            EventKind::Any,
            EventKind::Modify(ModifyKind::Any),
            EventKind::Create(CreateKind::Folder),
            EventKind::Remove(RemoveKind::File),
            EventKind::Modify(ModifyKind::Name(RenameMode::To)),
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
        ] {
            assert_eq!(effect_of(kind, "/site/content/x"), Some(Effect::Triggers), "{kind:?}");
        }
    }

    #[test]
    fn a_folder_that_comes_or_goes_outdates_the_watch() {
        let created = EventKind::Create(CreateKind::Folder);
        assert_eq!(effect_of(created, "/site/content"), Some(Effect::Outdates));
        assert_eq!(effect_of(created, "/site/themes"), Some(Effect::Outdates));
        let touched = EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any));
        assert_eq!(effect_of(touched, "/site/content"), Some(Effect::Triggers));
    }

    #[test]
    fn a_change_next_to_the_folders_means_nothing() {
        let created = EventKind::Create(CreateKind::Folder);
        for path in ["/site/dist", "/site/content.zip", "/site/themes/other", "/other"] {
            assert_eq!(effect_of(created, path), None, "{path}");
        }
    }

    #[test]
    fn lost_events_outdate_the_watch() {
        let lost = notify::Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert_eq!(effect(Some(&lost), &BTreeSet::new()), Some(Effect::Outdates));
        assert_eq!(effect(None, &BTreeSet::new()), Some(Effect::Outdates));
    }

    #[test]
    fn folders_are_watched_once_and_their_parents_for_entries() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("content/inner")).unwrap();
        let plan = Plan::new(&[
            root.join("content"),
            root.join("content/inner"),
            root.join("content/later"),
            root.join("themes/own"),
        ]);
        assert_eq!(plan.deep, BTreeSet::from([root.join("content")]));
        assert_eq!(plan.flat, BTreeSet::from([root.clone()]));
        assert_eq!(plan.wanted.len(), 4);
        assert!(plan.wanted.contains(&root.join("themes/own")));
    }

    /// A system without a way to watch.
    struct Blind;

    impl Watcher for Blind {
        fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Err(notify::Error::new(notify::ErrorKind::MaxFilesWatch))
        }

        fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
            Ok(())
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    /// A site that reports every look at it.
    struct Looked(SyncSender<Instant>);

    impl Site for Looked {
        fn answer(&self, _: &str) -> Option<Answer> {
            None
        }

        fn not_found(&self) -> Answer {
            Answer { content_type: "text/plain".into(), body: "".into() }
        }

        fn refresh(&self) -> bool {
            self.0.send(Instant::now()).unwrap();
            false
        }

        fn problems(&self) -> Arc<Report> {
            Arc::default()
        }

        fn folders(&self) -> Vec<PathBuf> {
            vec![PathBuf::from("/")]
        }
    }

    #[test]
    fn where_nothing_can_be_watched_the_site_looks_every_second_and_says_so() {
        let (looked, looks) = mpsc::sync_channel(10);
        let (sender, events) = mpsc::channel();
        thread::spawn(move || {
            let on_event = |event| drop(sender.send(event));
            follow::<Blind>(&Looked(looked), &on_event, &Streams::default());
        });
        let times: Vec<_> = looks.iter().take(3).collect();
        let whole = times[2].duration_since(times[0]);
        assert!((1900..3500).contains(&whole.as_millis()), "{whole:?}");
        let said: Vec<_> = events.try_iter().collect();
        let [Event::Notice(text)] = said.as_slice() else { panic!("{said:?}") };
        insta::assert_snapshot!(text, @"Changes cannot be watched here: OS file watch limit reached. Instead, the folders are scanned every second.");
    }
}
