//! How a new site replaces the earlier one: what visitors find at any moment, and what is left when it stops.

use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::exchange::{Exchange, Moves, System};
use super::super::target::{JOURNAL, Target};
use super::*;
use crate::beneath::Folder;

/// The files of a version of a site: pages that each need a style sheet, and a home page that leads to one that only
/// this version has.
fn site(version: u32) -> BTreeMap<String, String> {
    let page = format!("{version} needs assets/{version}.css");
    let own = format!("only-{version}/index.html");
    let home = ("index.html".to_owned(), format!("{page} {own}"));
    let pages = ["404.html", "groups/a/index.html", "about/index.html", &own];
    let style = (format!("assets/{version}.css"), version.to_string());
    let same = ("robots.txt".to_owned(), "*".to_owned());
    pages
        .map(|path| (path.to_owned(), page.clone()))
        .into_iter()
        .chain([home, style, same])
        .collect()
}

/// Builds a version, and moves entries in a certain way.
fn build_by(dist: &Path, version: u32, moves: &dyn Moves) -> Result<Summary, OutputError> {
    let staging = Staging::begin(dist, &[])?;
    for (path, text) in site(version) {
        staging.write(&path, text.as_bytes())?;
    }
    staging.commit_by(moves)
}

/// What is in the output folder, without what was kept for pages of the version before.
fn without_kept(dist: &Path) -> BTreeMap<String, String> {
    let list = fs::read_to_string(dist.join(MANIFEST)).unwrap();
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let kept = list["kept"].as_array().unwrap();
    tree(dist).into_iter().filter(|(path, _)| !kept.contains(&path.as_str().into())).collect()
}

/// An output folder with version 1, and what is kept of the one before.
fn two_builds() -> (TempDir, PathBuf) {
    let (room, dist) = room();
    for version in [0, 1] {
        build_by(&dist, version, &System).unwrap();
    }
    (room, dist)
}

/// Each page is of one version or another, and what it needs is there.
fn assert_pages_are_whole(dist: &Path, hint: &str) {
    let found = tree(dist);
    for (path, text) in found.iter().filter(|(_, text)| text.contains(" needs ")) {
        let is_whole = [1, 2].iter().any(|version| site(*version).get(path) == Some(text));
        assert!(is_whole, "{hint}: {path} is {text}");
        for needed in text.split(' ').skip(2) {
            assert!(found.contains_key(needed), "{hint}: {path} needs {needed}");
        }
    }
}

/// Moves of which one goes wrong.
struct Faulty {
    /// How many are left before that one.
    left: Cell<usize>,
    fault: Fault,
    can_exchange: bool,
}

#[derive(Clone, Copy)]
enum Fault {
    /// The build ends there, as if it were killed.
    Kill,
    /// The disk is full at that moment.
    Fail,
}

impl Faulty {
    fn after(moves: usize, fault: Fault, can_exchange: bool) -> Self {
        Self { left: Cell::new(moves), fault, can_exchange }
    }

    fn move_one(&self) -> io::Result<()> {
        let left = self.left.get();
        self.left.set(left.wrapping_sub(1));
        match (left, self.fault) {
            (0, Fault::Kill) => resume_unwind(Box::new(())),
            (0, Fault::Fail) => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        }
    }

    /// Whether the fault has come about.
    fn has_struck(&self) -> bool {
        self.left.get() > usize::MAX / 2
    }
}

impl Moves for Faulty {
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.move_one()?;
        System.rename(from, to)
    }

    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        if !self.can_exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.move_one()?;
        System.exchange(a, b)
    }
}

/// Does something with moves of which the first goes wrong, then the second, and so on, until there are no more. Gives
/// how many there were.
fn at_each_move(fault: Fault, can_exchange: bool, act: impl Fn(&Faulty, &str)) -> usize {
    for number in 0..1000 {
        let moves = Faulty::after(number, fault, can_exchange);
        act(&moves, &format!("after {number} moves, exchanged: {can_exchange}"));
        if !moves.has_struck() {
            return number;
        }
    }
    panic!("a thousand moves were not enough")
}

/// Does something that may be killed.
fn killed<T>(act: impl FnOnce() -> T) {
    let _ = catch_unwind(AssertUnwindSafe(act));
}

#[test]
fn killed_at_any_move_each_page_is_whole_and_the_next_build_goes_on() {
    for (can_exchange, next) in [(true, 1), (true, 2), (false, 1), (false, 2)] {
        let moves = at_each_move(Fault::Kill, can_exchange, |moves, hint| {
            let (room, dist) = two_builds();
            killed(|| build_by(&dist, 2, moves).unwrap());
            assert_pages_are_whole(&dist, hint);
            let both = ["index.html", "404.html", "groups/a/index.html", "about/index.html"];
            let missing: Vec<_> =
                both.into_iter().filter(|path| !dist.join(path).exists()).collect();
            assert!(missing.len() <= usize::from(!can_exchange), "{hint}: {missing:?}");

            build_by(&dist, next, &System).unwrap();
            assert_eq!(without_kept(&dist), site(next), "{hint}");
            assert_eq!(names(room.path()), ["dist"], "{hint}");
            assert_eq!(hidden(&dist), ["manifest.json"], "{hint}");
        });
        assert!(moves > 7, "{moves}");
    }
}

#[test]
fn killed_again_while_the_next_build_goes_on_it_still_ends() {
    for (can_exchange, first) in [(true, 1), (true, 4), (false, 1), (false, 4), (false, 9)] {
        let moves = at_each_move(Fault::Kill, can_exchange, |moves, hint| {
            let (_room, dist) = two_builds();
            killed(|| {
                build_by(&dist, 2, &Faulty::after(first, Fault::Kill, can_exchange)).unwrap()
            });
            let target = Target::resolve(&dist, &[]).unwrap();
            let begun = Exchange::begun(&target, moves).unwrap().unwrap();
            killed(|| begun.finish().unwrap());
            assert_pages_are_whole(&dist, hint);
            build_by(&dist, 1, &System).unwrap();
            assert_eq!(without_kept(&dist), site(1), "{hint}");
        });
        assert!(moves > 1, "{moves}");
    }
}

#[test]
fn where_any_move_fails_the_earlier_site_returns() {
    for can_exchange in [true, false] {
        let moves = at_each_move(Fault::Fail, can_exchange, |moves, hint| {
            let (_room, dist) = two_builds();
            let before = tree(&dist);
            let built = build_by(&dist, 2, moves);
            if !moves.has_struck() {
                return;
            }
            let said = built.unwrap_err().to_string();
            assert!(said.contains("the disk is full"), "{hint}: {said}");
            assert_eq!(tree(&dist), before, "{hint}");
            assert_eq!(hidden(&dist), ["manifest.json"], "{hint}");
        });
        assert!(moves > 7, "{moves}");
    }
}

#[test]
fn assets_stay_for_one_build_longer_than_the_pages_that_need_them() {
    let (_room, dist) = room();
    let assets = || names(&dist.join("assets"));
    build_by(&dist, 1, &System).unwrap();
    assert_eq!(build_by(&dist, 2, &System).unwrap().removed, 1);
    assert_eq!(assets(), ["1.css", "2.css"]);
    assert_eq!(build_by(&dist, 2, &System).unwrap(), Summary { written: 0, kept: 7, removed: 1 });
    assert_eq!(assets(), ["2.css"]);
    build(&dist, &[("index.html", "bare")]).unwrap();
    assert_eq!(assets(), ["2.css"]);
    build(&dist, &[("index.html", "bare")]).unwrap();
    assert_eq!(tree(&dist), texts(&[("index.html", "bare")]));
    assert!(!dist.join("assets").exists());
}

#[test]
fn a_kept_asset_that_is_needed_again_is_taken_over() {
    let (_room, dist) = room();
    for version in [1, 2, 1] {
        build_by(&dist, version, &System).unwrap();
    }
    assert_eq!(names(&dist.join("assets")), ["1.css", "2.css"]);
    assert_eq!(without_kept(&dist), site(1));
}

#[test]
fn who_serves_the_folder_from_inside_sees_the_new_site() {
    let (_room, dist) = room();
    build_by(&dist, 1, &System).unwrap();
    let inside = Folder::at(&dist).unwrap();
    let before = fs::metadata(&dist).unwrap();
    for can_exchange in [true, false] {
        let version = 2 + u32::from(can_exchange);
        build_by(&dist, version, &Faulty::after(99, Fault::Fail, can_exchange)).unwrap();
        let page = io::read_to_string(inside.open("index.html").unwrap()).unwrap();
        assert_eq!(page, site(version)["index.html"]);
    }
    let after = fs::metadata(&dist).unwrap();
    assert_eq!((before.ino(), before.mode()), (after.ino(), after.mode()));
}

#[test]
fn a_repository_and_what_others_look_for_are_never_touched() {
    let (_room, dist) = room();
    let others = [
        (".git", "gitdir: /far/away"),
        (".well-known/security.txt", "mine"),
        ("lost+found/part", "of a file"),
    ];
    for (path, text) in others {
        fs::create_dir_all(dist.join(path).parent().unwrap()).unwrap();
        fs::write(dist.join(path), text).unwrap();
    }
    build(&dist, &[("a", "1")]).unwrap();
    assert_eq!(build(&dist, &[("b", "2")]).unwrap().removed, 1);
    let expected: Vec<_> = others.into_iter().chain([("b", "2")]).collect();
    assert_eq!(tree(&dist), texts(&expected));

    fs::remove_file(dist.join(".git")).unwrap();
    fs::create_dir_all(dist.join(".git/objects")).unwrap();
    build(&dist, &[("c", "3")]).unwrap();
    assert!(dist.join(".git/objects").exists());

    // Only at the top.
    fs::create_dir_all(dist.join("c.d")).unwrap();
    build(&dist, &[]).unwrap_err();
}

#[test]
fn a_site_of_an_earlier_version_is_taken_over_with_what_it_left_beside() {
    let (room, dist) = room();
    let list = r#"{"version": 1, "files": ["a", "assets/1.css"]}"#;
    fs::create_dir_all(dist.join("assets")).unwrap();
    for (path, text) in [("a", "1"), ("assets/1.css", "1"), (".guildhall-manifest.json", list)] {
        fs::write(dist.join(path), text).unwrap();
    }
    for beside in [".dist.guildhall-stage-1/deep", ".dist.guildhall-old", ".dist2.guildhall-old"] {
        fs::create_dir_all(room.path().join(beside)).unwrap();
    }
    fs::write(room.path().join(".dist.guildhall-lock"), "").unwrap();
    assert_eq!(build(&dist, &[("a", "1")]).unwrap().kept, 1);
    assert_eq!(tree(&dist), texts(&[("a", "1"), ("assets/1.css", "1")]));
    assert_eq!(names(room.path()), [".dist2.guildhall-old", "dist"]);
}

#[test]
fn what_a_killed_build_left_is_removed() {
    let (room, dist) = room();
    build(&dist, &[("a", "1")]).unwrap();
    let outside = room.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("file"), "mine").unwrap();
    let hidden_folder = dist.join(HIDDEN);
    for left in ["stage/deep/er", "old/1"] {
        fs::create_dir_all(hidden_folder.join(left)).unwrap();
    }
    symlink(&outside, hidden_folder.join("stage/link")).unwrap();
    fs::write(hidden_folder.join("lock"), "").unwrap();
    build(&dist, &[("a", "1")]).unwrap();
    assert_eq!(hidden(&dist), ["manifest.json"]);
    assert!(outside.join("file").exists());
}

#[test]
fn links_in_place_of_what_a_build_keeps_for_itself_are_not_followed() {
    let (room, dist) = room();
    let outside = room.path().join("outside");
    fs::create_dir_all(outside.join("folder")).unwrap();
    fs::create_dir_all(&dist).unwrap();
    symlink("../outside/folder", dist.join(HIDDEN)).unwrap();
    build(&dist, &[("a", "1")]).unwrap_err();
    fs::remove_file(dist.join(HIDDEN)).unwrap();

    fs::create_dir(dist.join(HIDDEN)).unwrap();
    symlink("../../outside/new", dist.join(".guildhall/lock")).unwrap();
    let error = build(&dist, &[("a", "1")]).unwrap_err();
    assert!(error.to_string().contains(".guildhall/lock"), "{error}");
    assert_eq!(names(&outside), ["folder"]);
    assert_eq!(names(&outside.join("folder")), [""; 0]);
}

#[test]
fn a_list_of_steps_that_is_not_ours_moves_nothing_out() {
    let (room, dist) = room();
    build(&dist, &[("a", "1")]).unwrap();
    fs::write(room.path().join("mine"), "precious").unwrap();
    fs::create_dir(dist.join(".git")).unwrap();
    let number = |path: &str| fs::metadata(dist.join(path)).unwrap().ino();
    let steps = [("../mine", number("../mine")), (".git", number(".git"))];
    let steps = steps
        .map(|(path, number)| serde_json::json!({"path": path, "comes": false, "number": number}));
    for journal in [serde_json::to_string(&steps).unwrap(), "[".to_owned()] {
        fs::write(dist.join(JOURNAL), journal).unwrap();
        build(&dist, &[("a", "1")]).unwrap();
        assert!(room.path().join("mine").exists() && dist.join(".git").exists());
        assert_eq!(hidden(&dist), ["manifest.json"]);
    }
}

#[test]
fn a_step_that_leads_through_a_link_is_not_taken() {
    let cases = [
        (".guildhall/stage", "1.css", true, "outside/1.css"),
        (".guildhall/old", "index.html", false, "dist/index.html"),
        ("assets", "assets/1.css", false, "outside/1.css"),
    ];
    for (link, path, comes, moved) in cases {
        let (room, dist) = room();
        let outside = room.path().join("outside");
        fs::create_dir_all(&outside).unwrap();
        for folder in [".guildhall/stage", ".guildhall/old", "assets"] {
            fs::create_dir_all(dist.join(folder)).unwrap();
        }
        fs::remove_dir(dist.join(link)).unwrap();
        symlink(&outside, dist.join(link)).unwrap();
        fs::write(outside.join("1.css"), "1").unwrap();
        fs::write(dist.join("index.html"), "home").unwrap();
        let look = || (names(&outside), names(&dist));
        let before = look();
        let number = fs::metadata(room.path().join(moved)).unwrap().ino();
        let steps = serde_json::json!([{"path": path, "comes": comes, "number": number}]);
        fs::write(dist.join(JOURNAL), steps.to_string()).unwrap();
        let target = Target::resolve(&dist, &[]).unwrap();
        Exchange::begun(&target, &System).unwrap().unwrap().finish().unwrap();
        assert_eq!(look(), before, "{link}");
    }
}

#[test]
fn readers_find_whole_pages_and_what_these_need_at_every_moment() {
    let (_room, dist) = room();
    build_by(&dist, 0, &System).unwrap();
    let done = AtomicBool::new(false);
    let seen = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            // A look-up that began in an earlier folder may end after that is removed: look again.
            let look = |path: &str| fs::read_to_string(dist.join(path));
            let read = |path: &str| look(path).or_else(|_| look(path)).unwrap();
            let version = |page: &str| page.split(' ').next().unwrap().parse::<u32>().unwrap();
            let mut seen = 0;
            while !done.load(Ordering::Relaxed) {
                for path in ["index.html", "groups/a/index.html"] {
                    let page = read(path);
                    assert_eq!(page, site(version(&page))[path]);
                    let asset = look(&format!("assets/{}.css", version(&page)));
                    // Two builds later, it may be gone.
                    assert!(asset.is_ok() || version(&read(path)) > version(&page) + 1);
                    seen += 1;
                }
            }
            seen
        });
        for version in 1..=50 {
            build_by(&dist, version, &System).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert!(seen > 0);
    assert_eq!(without_kept(&dist), site(50));
}
