//! Whose words are on the pages: what is the Guild's comes from its `content/`, and a directory of others
//! says nothing of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::path::Path;

use guildhall::diagnostic::Code;
use serde_json::Value;
use support::{Ran, Site, TODAY, Tree, guildhall, run, tree};
use tempfile::TempDir;

/// Words that are the Guild's, in small letters. Each is found at the start of a word.
const THE_GUILDS: &[&str] = &[
    "guild's",
    "guild’s",
    "the guild",
    "ppg",
    "ppnetwork",
    "positive psychology",
    "practitioner",
    "client",
    "supervis",
    "therap",
    "counsel",
    "safe practice",
    "safe-practice",
    "professional guidelines",
    "professional-guidelines",
    "code of ethics",
    "code of conduct",
    "safe and confidential",
];

/// Checks whose very subject is one of these words. Their messages are for those who keep them on.
const ABOUT_THEM: &[&str] = &["confidentiality", "not-supervision"];

/// The directory of some bakers, as `init` writes it.
fn bakers() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--title", "Bread Bakers' Circle", "--date", TODAY];
    run(guildhall().arg("init").arg(folder.path()).args(arguments)).ended_with(0);
    folder
}

fn in_directory(root: &Path, arguments: &[&str]) -> Ran {
    run(guildhall().args(arguments).arg("--root").arg(root))
}

/// The Guild's words in a text, with what is around them.
fn found_in(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let is_start = |at: usize| !text[..at].ends_with(|before: char| before.is_alphanumeric());
    let around = |at: usize| {
        let (before, after) = (&text[..at], &text[at..]);
        let before: Vec<char> = before.chars().rev().take(40).collect();
        before.into_iter().rev().chain(after.chars().take(60)).collect::<String>()
    };
    let places = THE_GUILDS.iter().flat_map(|word| text.match_indices(word));
    places.filter(|(at, _)| is_start(*at)).map(|(at, _)| around(at)).collect()
}

fn assert_none(what: &str, text: &str) {
    let found = found_in(text);
    assert!(found.is_empty(), "{what}: {found:#?}");
}

/// What the form knows, without the messages of checks that are about such words.
fn without_their_own_checks(form: &[u8]) -> String {
    let mut form: Value = serde_json::from_slice(form).unwrap();
    let messages = form["messages"].as_object_mut().unwrap();
    messages.retain(|_, message| !ABOUT_THEM.contains(&message["code"].as_str().unwrap()));
    let form = form.as_object_mut().unwrap();
    form.retain(|key, _| !["reminder", "patterns"].contains(&&**key)); // parts of those messages and checks
    Value::Object(form.clone()).to_string()
}

/// A script without the name of the check that it makes.
fn without_name_of_check(script: &str) -> String {
    script.replace("supervision", "")
}

fn assert_none_in(files: &Tree) {
    for (path, bytes) in files {
        assert_none("a file's name", path);
        match std::str::from_utf8(bytes) {
            _ if path == "start/form.json" => assert_none(path, &without_their_own_checks(bytes)),
            Ok(text) if path.starts_with("assets/charter-") => {
                assert_none(path, &without_name_of_check(text));
            }
            Ok(text) => assert_none(path, text),
            Err(_) => {} // a picture
        }
    }
}

#[test]
fn another_directory_says_nothing_of_the_guild_on_any_page() {
    let folder = bakers();
    assert_none_in(&tree(folder.path()));
    let out = folder.path().join("dist");
    in_directory(folder.path(), &["build", "--date", TODAY]).ended_with(0);
    let built = tree(&out);
    assert!(built.len() > 40);
    assert_none_in(&built);
}

#[test]
fn another_directory_hears_nothing_of_the_guild_from_the_commands() {
    let folder = bakers();
    let root = folder.path();
    let sample = fs::read_to_string(root.join("content/groups/sample-group.md")).unwrap();
    let mistakes = [
        ("fields: [coaching]", "fields: [baking]"),
        ("standards: [", "standards: [no-such, "),
        ("purpose: ", "porpoise: "),
        ("membership: closed", "membership: secret"),
        ("joining:\n  places: open", "joining:\n  places: [x]"),
        ("structure: ", "#structure: "),
    ];
    for (right, wrong) in mistakes {
        assert!(sample.contains(right), "{right}");
        fs::write(root.join("content/groups/sample-group.md"), sample.replace(right, wrong))
            .unwrap();
        for format in ["human", "markdown", "json"] {
            let said = in_directory(root, &["check", "--date", TODAY, "--format", format]);
            assert!(said.status < 2, "{said:?}");
            assert_none(wrong, &said.stdout);
            assert_none(wrong, &said.stderr);
        }
    }
    fs::write(root.join("content/groups/sample-group.md"), sample).unwrap();
    let bare = bakers();
    fs::remove_dir_all(bare.path().join("content/fields")).unwrap();
    fs::remove_file(bare.path().join("content/guidance/our-standards.md")).unwrap();
    let said = in_directory(bare.path(), &["check", "--date", TODAY]).ended_with(1);
    assert!(said.stdout.contains("has no fields of practice yet"), "{said:?}");
    assert_none("what a directory without terms is told", &said.stdout);
    let welcome = in_directory(root, &["check", "--date", TODAY, "--format", "markdown"]);
    assert_none("the comment on a good charter", &welcome.ended_with(0).stdout);
    for command in [&["schema"][..], &["issue-form"], &["new", "--blank"]] {
        assert_none(command[0], &in_directory(root, command).ended_with(0).stdout);
    }
    for code in Code::ALL.iter().filter(|code| !ABOUT_THEM.contains(&code.as_str())) {
        let told = run(guildhall().args(["explain", code.as_str()])).ended_with(0).stdout;
        assert_none(code.as_str(), &told);
    }
}

#[test]
fn what_open_and_closed_mean_is_what_the_directory_writes() {
    let site = Site::golden();
    let page = |id: &str| {
        site.build(&[]).ended_with(0);
        support::text(&site.built(), &format!("groups/{id}/index.html")).to_owned()
    };
    assert!(page("harbour-coaches").contains("The membership is fixed"));
    let texts = "open: Whoever is hungry comes.\nclosed: |-\n  We knead.\n\n  The dough is told to nobody.\n";
    site.write("content/membership.yaml", texts);
    let closed = page("harbour-coaches");
    assert!(
        closed.contains("<p>The dough is told to nobody.</p>")
            && !closed.contains("The membership is fixed")
    );
    let built = site.built();
    let form = support::text(&built, "start/index.html");
    assert!(
        form.contains("Whoever is hungry comes.") && form.contains("The dough is told to nobody.")
    );
    site.write("content/membership.yaml", "opened: Whoever is hungry comes.\n");
    let said = site.build(&[]).ended_with(1).stderr;
    assert!(said.contains("unknown-key") && said.contains("content/membership.yaml"), "{said}");
}

#[test]
fn the_home_page_has_the_directorys_own_text() {
    let site = Site::golden();
    let home = || {
        site.build(&[]).ended_with(0);
        support::text(&site.built(), "index.html").to_owned()
    };
    assert!(
        home().contains("<p class=\"lead\">Groups of practitioners in and around Harbour Town")
    );
    let text = "---\ntitle: Bake with others\nsummary: We knead.\n---\n## How\n\nSee [us](/about/), or [how](#h-how).\n";
    site.write("content/pages/home.md", text);
    let own = home();
    assert!(own.contains("<h1>Bake with others</h1>") && own.contains(">We knead.</p>"), "{own}");
    assert!(own.contains("<a href=\"/about/\">us</a>"), "{own}");
    assert!(!site.built().contains_key("home/index.html"));
    assert!(!own.contains("\"/home/\""), "the page is not listed besides");
}

#[test]
fn the_search_on_the_home_page_suggests_what_it_finds() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let built = site.built();
    let placeholder = "placeholder=\"Coaching, Hope &amp; optimism …\"";
    assert!(support::text(&built, "index.html").contains(placeholder));
}

#[test]
fn the_guilds_own_directory_has_its_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = tempfile::tempdir().unwrap();
    let arguments = ["build", "--quiet", "--date", "2026-12-01", "--out"];
    run(guildhall().args(arguments).arg(out.path().join("site")).arg("--root").arg(root))
        .ended_with(0);
    let page = |path: &str| fs::read_to_string(out.path().join("site").join(path)).unwrap();
    assert!(page("index.html").contains("in a safe and confidential space"));
    let told = "Each practitioner makes their own clients aware, when contracting";
    let always = "Client confidentiality is respected at all times.";
    let (closed, open) = ("authentic-leaders-lunch", "school-wellbeing-network");
    let group = |id: &str| page(&format!("groups/{id}/index.html"));
    assert!(group(closed).contains(told) && group(closed).contains(always));
    assert!(!group(open).contains(told) && group(open).contains(always));
    assert!(page("start/index.html").contains(told));
}
