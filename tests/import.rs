//! `guildhall import`: charters from spreadsheets, and from lists in JSON and YAML.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "import/meetings.rs"]
mod meetings;

use std::collections::BTreeSet;
use std::fs;
use std::sync::{Arc, LazyLock};

use guildhall::charter::{self, Context};
use guildhall::config::Config;
use guildhall::diagnostic::Code;
use guildhall::importing::{Import, Input, read_map, suggest};
use guildhall::source::{SourceFile, Sources};
use proptest::prelude::*;
use support::{
    Ran, Site, TODAY, Tree, assert_expected, assert_same, fixture, guildhall, run, tree,
};

/// The settings of a directory that insists on nothing.
const SETTINGS: &str = "title: Groups\nbase_url: https://groups.example.org/\n\
                        description: Groups that were there before.\ncontact: us@example.org\n";

/// A directory without groups, and with one field.
fn site() -> Site {
    let site = Site::empty();
    site.write("content/site.yaml", SETTINGS);
    site.write("content/fields/coaching.md", "---\nname: Coaching\nsummary: Coaches.\n---\n");
    site
}

/// Imports a file of `tests/import/`, or one that lies beside the site.
fn import(site: &Site, file: &str, arguments: &[&str]) -> Ran {
    let mut command = guildhall();
    command.args(["import", file, "--date", TODAY, "--root"]).arg(site.root()).args(arguments);
    run(command.current_dir(site.folder()))
}

/// Puts files next to the site.
fn put(site: &Site, name: &str, text: impl AsRef<[u8]>) {
    fs::write(site.folder().join(name), text).unwrap();
}

/// A site with the files of a folder of `tests/import/` next to it.
fn site_with(folder: &str) -> Site {
    let site = site();
    for (name, bytes) in tree(&fixture("import").join(folder)) {
        if !name.contains('/') {
            put(&site, &name, bytes);
        }
    }
    site
}

fn content(site: &Site) -> Tree {
    tree(&site.root().join("content"))
}

/// The blocks of a document that are in a language, without their fences.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let start = format!("```{language}\n");
    text.split(start.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_example_of_the_documentation_gives_the_charter_that_it_shows() {
    let document = fs::read_to_string(fixture("../docs/import.md")).unwrap();
    let site = site();
    put(&site, "groups.csv", blocks(&document, "csv")[0]);
    put(&site, "map.yaml", blocks(&document, "yaml")[0]);
    let ran = import(&site, "groups.csv", &["--map", "map.yaml"]).ended_with(0);
    assert!(ran.stdout.contains("3 rows in groups.csv. Wrote 3 charters"), "{}", ran.stdout);
    let charter =
        fs::read_to_string(site.root().join("content/groups/lakeside-circle.md")).unwrap();
    assert_eq!(blocks(&document, "markdown")[0], charter, "BLESS by hand:\n{charter}");
}

#[test]
fn odd_columns_and_odd_cells_are_placed_or_named_row_by_row() {
    let site = site_with("odd");
    let before = content(&site);
    let ran = import(&site, "groups.csv", &["--map", "map.yaml"]).ended_with(1);
    let mut found: Tree = content(&site);
    found.retain(|path, _| !before.contains_key(path));
    found.insert("report.txt".to_owned(), ran.stdout.into_bytes());
    assert_expected("import/odd/expected", &found, "import");
}

#[test]
fn a_first_map_is_suggested_from_the_columns_and_can_be_followed() {
    let mut found = Tree::new();
    for (folder, file) in
        [("odd", "groups.csv"), ("chapters", "chapters.csv"), ("calls", "calls.yaml")]
    {
        let site = site_with(folder);
        let ran = import(&site, file, &["--suggest"]).ended_with(0);
        import(&site, file, &["--suggest", "--map", "first.yaml"]).ended_with(0);
        let written = fs::read_to_string(site.folder().join("first.yaml")).unwrap();
        assert_eq!(written, ran.stdout);
        let tried = import(&site, file, &["--map", "first.yaml", "--dry-run"]);
        assert!(
            tried.stderr.is_empty() && tried.stdout.contains("Nothing was written"),
            "{tried:?}"
        );
        found.insert(format!("{folder}.yaml"), written.into_bytes());
        let again = import(&site, file, &["--suggest", "--map", "first.yaml"]).ended_with(2);
        assert!(again.stderr.contains("first.yaml"), "{}", again.stderr);
    }
    assert_expected("import/suggested", &found, "import");
}

/// What a table becomes with a map: the charters, one after another, and the report.
fn become_of(table: &str, map: &str) -> (String, String) {
    let site = site();
    put(&site, "groups.csv", table);
    put(&site, "map.yaml", format!("charter:\n  name: \"{{Name}}\"\n  fields: [coaching]\n{map}"));
    let ran = import(&site, "groups.csv", &["--map", "map.yaml"]);
    assert!(ran.stderr.is_empty(), "{}", ran.stderr);
    let charters = tree(&site.root().join("content/groups")).into_values();
    (charters.map(|text| String::from_utf8(text).unwrap()).collect(), ran.stdout)
}

#[test]
fn costs_are_a_word_or_a_sum_with_a_table_of_words_and_without() {
    let table = "Name;Fee\nA;free\nB;20 CHF / year\nC;CHF 10 per meeting\nD;five pounds a year\n";
    let sums = [
        "costs: free",
        "amount: 20\n  currency: CHF\n  per: year",
        "amount: 10\n  currency: CHF\n  per: meeting",
    ];
    let (charters, report) = become_of(table, "  costs: \"{Fee}\"\n");
    assert!(sums.iter().all(|sum| charters.contains(sum)), "{charters}");
    assert!(report.contains("left out: `costs` “five pounds a year”"), "{report}");
    let words = "    words:\n      free: free\n      20 CHF / year: {amount: 20, currency: CHF, per: year}\n      \
                 \"CHF {amount} per meeting\": {currency: CHF, per: meeting}\n      \
                 five pounds a year: {amount: 5, currency: GBP, per: year}\n";
    let (charters, report) = become_of(table, &format!("  costs:\n    column: Fee\n{words}"));
    assert!(sums.iter().all(|sum| charters.contains(sum)), "{charters}");
    assert!(
        charters.contains("amount: 5\n  currency: GBP") && !report.contains("left out"),
        "{report}"
    );
}

#[test]
fn a_table_of_words_may_write_the_text_below_or_throw_away_what_stands_in_a_gap() {
    let table = "Name;Since;Note\nA;March 2021;One.\nB;x-y;\nC;2020-01-02;\n";
    let map = "  founded:\n    column: Since\n    words:\n      \
               \"March {year}\": {founded: \"\", about: \"Since March {year}.\"}\n      \"{a}-y\": \"\"\n  \
               about: \"{Note}\"\n";
    let (charters, report) = become_of(table, map);
    assert!(charters.contains("---\nOne.\n\nSince March 2021."), "{charters}");
    assert!(
        charters.contains("founded: 2020-01-02") && !report.contains("left out"),
        "{charters}{report}"
    );
}

#[test]
fn yes_is_not_published_as_the_way_to_meet_online() {
    let map = "  meetings: [{repeats: \"{When}\", place: {online: \"{Online?}\"}}]\n";
    let (charters, report) = become_of("Name;When;Online?\nA;Mondays;yes\nB;Mondays;Zoom\n", map);
    assert!(charters.contains("online: Zoom") && !charters.contains("online: yes"), "{charters}");
    assert!(report.contains("such as \"yes\": Video call"), "{report}");
}

#[test]
fn a_cell_with_the_separator_in_it_is_asked_about() {
    let (_, report) = become_of("Name;Leaders;Size\nA;B; C;5\nD;E;6\n", "");
    let asked = "Line 2 has 4 cells, and the first line has 3. Is a text with `;` in it without its quotation marks?";
    assert!(report.contains(asked), "{report}");
}

#[test]
fn no_file_is_written_over_and_what_is_there_already_is_said() {
    let site = site_with("odd");
    let first = import(&site, "groups.csv", &["--map", "map.yaml"]).stdout;
    assert!(first.contains("Wrote 8 charters"), "{first}");
    let before = content(&site);
    let again = import(&site, "groups.csv", &["--map", "map.yaml"]).stdout;
    assert!(again.contains("Wrote 0 charters. 8 were there already"), "{again}");
    assert_same(&before, &content(&site), "");
    site.write("content/groups/plain.md", "mine");
    site.write("content/subjects/time.md", "mine too");
    let other = import(&site, "groups.csv", &["--map", "map.yaml"]).ended_with(1).stdout;
    assert!(other.contains("not written: another file of this name is there"), "{other}");
    assert_eq!(content(&site)["groups/plain.md"], b"mine");
    assert_eq!(content(&site)["subjects/time.md"], b"mine too");
}

#[test]
fn a_trial_writes_nothing_and_says_what_would_be() {
    let site = site_with("odd");
    let before = content(&site);
    let tried = import(&site, "groups.csv", &["--map", "map.yaml", "--dry-run"]).ended_with(1);
    assert_same(&before, &content(&site), "");
    let done = import(&site, "groups.csv", &["--map", "map.yaml"]).ended_with(1);
    let rows = |ran: &Ran| ran.stdout.rsplit_once("10 rows").unwrap().0.to_owned();
    assert_eq!(rows(&tried), rows(&done));
}

#[test]
fn the_same_list_as_json_and_as_yaml_gives_the_same_files() {
    let list = serde_json::json!({"groups": [
        {"name": "One", "about": "First.\n\nSecond.", "tags": ["coaching"], "at": {"url": "https://example.org/1"}, "open": true},
        {"name": "Two", "about": null, "tags": ["coaching"], "at": {"url": "example.org/2"}, "open": true},
    ]});
    let map = "charter:\n  name: \"{name}\"\n  about: \"{about}\"\n  fields: \"{tags}\"\n  \
               membership: {column: open, words: {\"true\": open}}\n  joining: {contact: \"{at.url}\"}\n";
    let written = |name: &str, text: String| {
        let site = site();
        put(&site, name, text);
        put(&site, "map.yaml", map);
        let ran = import(&site, name, &["--map", "map.yaml", "--quiet"]).ended_with(0);
        assert!(!ran.stdout.contains("one.md"), "there is nothing to say of it: {}", ran.stdout);
        content(&site)
    };
    let json = written("groups.json", list.to_string());
    let yaml = written("groups.yml", serde_yaml::to_string(&list).unwrap());
    assert_same(&json, &yaml, "");
    let text = support::text(&json, "groups/one.md");
    assert!(
        text.contains("fields: [coaching]\n") && text.ends_with("---\nFirst.\n\nSecond.\n"),
        "{text}"
    );
    assert!(support::text(&json, "groups/two.md").contains("membership: open\n"));
}

/// What is said of a map for a small table.
fn told(map: &str) -> String {
    let site = site();
    put(&site, "groups.csv", "Name,Town,Topics\nOne,Leeds,a;b\n");
    put(&site, "map.yaml", map);
    import(&site, "groups.csv", &["--map", "map.yaml"]).ended_with(1).stderr
}

#[test]
fn what_is_wrong_with_a_map_is_said_at_its_place_with_what_to_type_instead() {
    let cases = [
        ("charter:\n  nam: \"{Name}\"\n", "map.yaml:2:3", "Did you mean `name`?"),
        ("charter:\n  name: \"{Nam}\"\n", "map.yaml:2:9", "Did you mean `Name`?"),
        ("charter:\n  name: {Name}\n", "map.yaml:2:9", "Write `\"{Name}\"`"),
        ("charter:\n  name: \"{Name\"\n", "map.yaml:2:9", "no other half"),
        ("charter:\n  name: {column: Nmae}\n", "map.yaml:2:18", "Did you mean `Name`?"),
        ("charter:\n  name: [a]\n", "map.yaml:2:9", "This key has no list."),
        ("charter:\n  name:\n", "map.yaml:2", "A column is written"),
        ("charter:\n  name: {make: yes}\n", "map.yaml:2:9", "{column: …"),
        ("charter:\n  name: {column: Name, make: yes}\n", "map.yaml:2", "only for `fields`"),
        ("charter:\n  name: {column: Name, words: {\"{x}\": y}}\n", "map.yaml:2", "no key `x`"),
        ("charter:\n  leaders: {each: {name: \"{}\"}}\n", "map.yaml:2", "Add `column:`"),
        ("dates: first\ncharter: {name: \"{Name}\"}\n", "map.yaml:1:8", "`day first`"),
        ("ignore: [Twon]\ncharter: {name: \"{Name}\"}\n", "map.yaml:1:10", "Did you mean `Town`?"),
        ("rows: groups\ncharter: {name: \"{Name}\"}\n", "map.yaml:1:7", "A table is all rows."),
        ("name: \"{Name}\"\n", "map.yaml:1", "Add a line `charter:`"),
    ];
    for (map, place, words) in cases {
        let told = told(map);
        assert!(told.contains(place) && told.contains(words), "{map}\n{told}");
        assert!(told.ends_with("Nothing was imported.\n"), "{told}");
    }
}

#[test]
fn a_file_that_is_no_list_is_refused_with_what_to_do() {
    let site = site();
    put(&site, "map.yaml", "charter: {name: x}\n");
    put(&site, "groups.xlsx", b"PK\x03\x04rest");
    put(&site, "empty.csv", "");
    put(&site, "bad.json", "{");
    for (file, words) in [
        ("groups.xlsx", "choose “Save as”"),
        ("empty.csv", "empty"),
        ("bad.json", "not JSON"),
        ("none.csv", "cannot be read"),
    ] {
        let ran = import(&site, file, &["--map", "map.yaml"]).ended_with(2);
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
    import(&site, "empty.csv", &[]).ended_with(2);
}

/// What an import is checked against: a directory with one field.
static CONFIG: LazyLock<Arc<Config>> = LazyLock::new(|| {
    let sources = Sources::read(&site().root()).unwrap();
    Arc::new(Config::read(&sources, TODAY.parse().unwrap()).0)
});

/// Names of columns, most of which a first map understands.
fn column() -> impl Strategy<Value = String> {
    let known = "Name, Status, Founded, Leaders, Members, Frequency, Day, Time, Time zone, \
                 Venue, E-mail, Website, Topics, Language, Costs, Purpose, How to join, Join";
    let known: Vec<&str> = known.split(", ").collect();
    prop_oneof![9 => prop::sample::select(known).prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

fn cell() -> impl Strategy<Value = String> {
    let odd = [
        "",
        "",
        "active",
        "retired on 04-04-2020",
        "2026-13-45",
        "1/2/2003",
        "biweekly",
        "every second Tuesday",
        "Tues",
        "7pm",
        "18:00-19:00",
        "IST",
        "CET",
        "a@b.example",
        "www.example.org",
        "https://",
        "free",
        "-3",
        "[a]",
        "x; y",
        "{",
        "\"",
        "#",
        "- a",
        "key: value",
        "\u{7}",
        "ﷺ",
        "<b>",
        "[a](#b)",
        "\n\n",
        "---",
    ];
    prop_oneof![4 => prop::sample::select(odd.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn quoted(cells: &[String]) -> String {
    let quoted: Vec<String> =
        cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    quoted.join(";") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_a_table_holds_what_is_written_passes_the_checks_but_for_what_is_missing(
        columns in prop::collection::vec(column(), 1..9),
        rows in prop::collection::vec(prop::collection::vec(cell(), 9), 1..4),
    ) {
        let text = quoted(&columns) + &rows.iter().map(|row| quoted(row)).collect::<String>();
        let Ok(input) = Input::read("t.csv", text.as_bytes()) else { return Ok(()) };
        let map = suggest("t.csv", &input.rows(None).unwrap());
        let source = Arc::new(SourceFile::new("map.yaml", map.as_str()));
        let mut problems = Vec::new();
        let read = read_map(&source, &input, &mut problems);
        if map.ends_with("charter:\n") || read.is_none() {
            // Nothing was understood: a map without keys.
            prop_assert!(!map.contains("\n  name:"), "{map}\n{problems:?}");
            return Ok(());
        }
        let (map, rows) = read.unwrap();
        let import = Import::gather(map, rows);
        let context = Context { config: &CONFIG, today: TODAY.parse().unwrap() };
        for draft in import.drafts(&import.terms(&CONFIG), context) {
            let Some(file) = draft.file else { continue };
            let found = charter::read(&file, context).diagnostics;
            let errors: BTreeSet<Code> = found.iter().filter(|it| it.is_error()).map(|it| it.code).collect();
            prop_assert!(errors.iter().all(|code| *code == Code::Missing), "{found:?}\n{}", file.text());
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for name in ["t.csv", "t.json", "t.yaml"] {
            if let Ok(input) = Input::read(name, &bytes)
                && let Ok(rows) = input.rows(None)
            {
                prop_assert!(suggest(name, &rows).contains("charter:"));
            }
        }
    }
}
