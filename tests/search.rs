//! Search as a visitor has it: the index of a site, read by the theme's own script in Node.js.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use guildhall::directory::Directory;
use guildhall::files::search::Index;
use guildhall::pipeline::{Loader, Options, Silent};
use jiff::civil::date;

use support::{fixture, guildhall, run};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Groups to look for: id, name, summary, leader, place, subject, body. All say `we` in their text.
const GROUPS: [[&str; 7]; 9] = [
    [
        "strengths-in-coaching",
        "Strengths in Coaching",
        "Notes on practice.",
        "Ana Pérez",
        "town: Leeds",
        "strengths",
        "We talk about supervision.",
    ],
    [
        "corner-table",
        "Corner Table",
        "A group at the Café Rose.",
        "Tom",
        "town: York, venue: Old Hall",
        "resilience",
        "We bring cake.",
    ],
    [
        "evening-circle",
        "Evening Circle",
        "Quiet evenings.",
        "Joel",
        "online: Video call",
        "resilience",
        "We speak of supervision and of coaching.",
    ],
    [
        "resilience-now",
        "Resilience Now",
        "What helps.",
        "Hanna",
        "town: Leeds",
        "resilience",
        "We read.",
    ],
    [
        "amal",
        "حلقة أمل",
        "مساحة للتفكير.",
        "منسّقة",
        "online: Video call",
        "strengths",
        "نلتقي مساء. We meet.",
    ],
    [
        "tokyo",
        "強みの会（東京）",
        "日々の実践を語り合います。",
        "さくら",
        "town: 東京",
        "strengths",
        "一年に一度。 We.",
    ],
    [
        "staerken",
        "Stärken an der Straße",
        "Für Fachleute.",
        "Jürgen",
        "town: Köln",
        "strengths",
        "Wir üben. We.",
    ],
    [
        "ecoute",
        "À l’écoute",
        "Un cercle d’entraide.",
        "Zoé",
        "town: Liège",
        "strengths",
        "On parle. We.",
    ],
    [
        "hostile",
        "__proto__ constructor",
        "<script>alert(1)</script>",
        "toString",
        "town: hasOwnProperty",
        "strengths",
        "We `valueOf`.",
    ],
];

/// The languages of groups where they are not the site's.
const LANGUAGES: [(&str, &str); 3] = [("amal", "ar"), ("staerken", "de-AT"), ("ecoute", "fr")];

/// Groups that differ in a number only.
const FILLERS: usize = 15;

const TERMS: [(&str, &str); 5] = [
    ("fields/facilitation", "name: Facilitation\nsummary: S.\naliases: [hosting]"),
    ("subjects/resilience", "name: Resilience\nsummary: S.\naliases: [bouncing back, coping]"),
    ("subjects/strengths", "name: Strengths\nsummary: S.\naliases: [virtues]"),
    ("subjects/gratitude", "name: Gratitude\nsummary: S."),
    ("domains/sport", "name: Sport\nsummary: S."),
];

fn charter([_, name, summary, leader, place, subject, body]: [&str; 7]) -> String {
    format!(
        "---\nname: \"{name}\"\nsummary: \"{summary}\"\nsubjects: [{subject}]\nreviewed: 2026-06-15\n\
         purpose: To learn.\nleaders: [{{name: \"{leader}\"}}]\naims: [We learn together.]\nmembership: open\n\
         meetings:\n  - {{repeats: monthly, day: 1, time: \"18:30\", duration: 1 h, timezone: Europe/London, \
         first: 2026-01-01, place: {{{place}}}}}\n\
         joining: {{places: open, steps: [Write.], contact: a@example.org}}\n---\n{body}\n"
    )
}

/// Writes the site of the groups above.
fn write_site(root: &Path) {
    let write = |path: &str, text: &str| {
        let file = root.join("content").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("site.yaml", "title: T\nbase_url: https://example.org/cop/\ndescription: D\n");
    for (path, front_matter) in TERMS {
        write(&format!("{path}.md"), &format!("---\n{front_matter}\n---\nText.\n"));
    }
    for group in GROUPS {
        let language = LANGUAGES.iter().find(|(id, _)| *id == group[0]);
        let line = language.map(|(_, tag)| format!("language: {tag}\n")).unwrap_or_default();
        let text = charter(group).replace("reviewed:", &format!("{line}reviewed:"));
        write(&format!("groups/{}.md", group[0]), &text);
    }
    for number in 1..=FILLERS {
        let (name, body) = (format!("Filler {number}"), format!("We are the zone{number}."));
        let filler = ["", &name, "One of many.", "Nobody", "town: Elsewhere", "strengths", &body];
        write(&format!("groups/filler-{number}.md"), &charter(filler));
    }
    let ended = charter(["", "Ended", "Gone.", "X", "town: Y", "strengths", "We had xylophones."]);
    write("groups/ended.md", &ended.replace("membership:", "status: ended\nmembership:"));
}

fn directory(site: &Path) -> Directory {
    let options = Options { today: date(2026, 12, 31), base_url: None };
    let checked = Loader::open(site, options, &Silent).unwrap().check(&Silent);
    assert_eq!(checked.report.errors(), 0, "{:#?}", checked.report);
    checked.directory
}

/// A folder for tests to write in, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Builds a site, and writes what its search reads into a folder: the index, the facets, and the ids of all groups by
/// document.
fn write_library(site: &Path, library: &Path) {
    let built = library.join("built");
    let mut command = guildhall();
    command.args(["build", "--date", "2026-12-31", "--root"]).arg(site).arg("--out").arg(built);
    run(&mut command).ended_with(0);
    let directory = directory(site);
    let ids: Vec<&str> =
        directory.listed().iter().map(|group| directory.groups()[*group].id.as_str()).collect();
    fs::write(library.join("ids.json"), serde_json::to_vec(&ids).unwrap()).unwrap();
}

#[test]
fn the_same_directory_gives_the_same_index() {
    let directory = directory(Path::new(ROOT));
    let first = Index::build(&directory, 8);
    assert_eq!(first, Index::build(&directory, 8));
    assert!(first.file("index.json").is_some());
    assert_eq!(first.file("../site.yaml"), None);
    let paths: Vec<&str> = first.files().map(|(path, _)| path).collect();
    assert!(paths.is_sorted());
}

#[test]
fn a_visitor_finds_groups() {
    let (words, facts) = (folder("search/words"), folder("search/facts"));
    write_site(&words);
    write_library(&words, &words);
    write_library(&fixture("search/facts"), &facts);
    let library = words.parent().unwrap().to_string_lossy();
    support::node::pass_tests("search", &[("GUILDHALL_SEARCH", &*library)]);
}
