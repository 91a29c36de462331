//! What the Guild's own texts say, held against what is known of the Guild.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::names;

/// A text of this repository as one line of words, without its examples of charters.
fn words_of(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let without_examples = text.split("```").step_by(2).collect::<String>();
    without_examples.replace(['*', '>'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every text that says how the Guild works.
fn texts() -> Vec<PathBuf> {
    let folders = ["content/guidance", "content/pages"];
    let in_folder = |folder: &str| {
        let folder = own(folder);
        names(&folder).into_iter().map(move |name| folder.join(name)).collect::<Vec<_>>()
    };
    let templates = [
        "CONTRIBUTING.md",
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/ISSUE_TEMPLATE/config.yml",
        ".github/ISSUE_TEMPLATE/new-group.yml",
    ];
    folders.into_iter().flat_map(in_folder).chain(templates.map(own)).collect()
}

#[test]
fn the_guild_is_held_to_no_term_and_no_ground_for_refusal() {
    const PROMISES: &[&str] = &[
        "two weeks",
        "built, within a day",
        "within a week",
        "by whom, and how long",
        "queue",
        "is sent back",
        "be shown as paused",
        "may write to you",
        "writes to you",
        "come back to you",
        "We make your charter",
        "The Guild makes the charter",
    ];
    for path in texts() {
        let words = words_of(&path);
        for promise in PROMISES {
            assert!(!words.contains(promise), "{}: {promise}", path.display());
        }
    }
}

#[test]
fn what_the_guild_lays_down_is_said_where_leaders_read_it() {
    const CLOSED: &[&str] =
        &["own clients aware", "general terms", "does not compromise client confidentiality"];
    const ALWAYS: &[&str] = &["client confidentiality is respected at all times"];
    let guidance = |id: &str| own(&format!("content/guidance/{id}.md"));
    let facts: &[(PathBuf, &[&str])] = &[
        (guidance("open-and-closed-groups"), CLOSED),
        (guidance("open-and-closed-groups"), ALWAYS),
        (guidance("client-confidentiality"), &["own clients aware", "when contracting"]),
        (guidance("client-confidentiality"), ALWAYS),
        (guidance("fourteen-questions"), CLOSED),
        (
            guidance("fourteen-questions"),
            &[
                "Professional Guidelines",
                "Code of Conduct",
                "practise safely",
                "respect for every member",
            ],
        ),
        (own("content/pages/start.md"), CLOSED),
        (guidance("professional-guidelines"), &["updated every year", "Code of Ethics"]),
        (guidance("safe-practice"), &["updated every year", "respect for every"]),
        (guidance("not-supervision"), &["is not supervision"]),
        (guidance("help-and-contact"), &["membership@ppnetwork.org"]),
        (own("content/pages/start.md"), &["membership@ppnetwork.org", "updated every year"]),
    ];
    for (path, facts) in facts {
        let words = words_of(path).to_lowercase();
        for fact in *facts {
            assert!(words.contains(&fact.to_lowercase()), "{}: {fact}", path.display());
        }
    }
}
