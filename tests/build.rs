//! `guildhall build`: a whole site compared file by file, and what a build promises about every site.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "build/earlier.rs"]
mod earlier;
#[path = "build/html.rs"]
mod html;
mod support;

#[path = "build/lists.rs"]
mod lists;
#[path = "build/problems.rs"]
mod problems;
#[path = "build/relations.rs"]
mod relations;
#[path = "build/terms.rs"]
mod terms;
#[path = "build/theme.rs"]
mod theme;

use std::collections::BTreeSet;
use std::path::Path;

use html::addresses;
use support::{Ran, Site, TODAY, Tree, assert_expected, assert_same, fixture, run, text, tree};

#[test]
fn the_golden_site_is_built_to_the_byte() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    assert_expected("build/expected", &without_assets(site.built()), "build");
}

/// A built site without the theme's assets, and with their plain names where pages lead to them: so that
/// a change of the style sheet changes no page here.
fn without_assets(built: Tree) -> Tree {
    let (assets, others): (Tree, Tree) =
        built.into_iter().partition(|(path, _)| path.starts_with("assets/"));
    let plain = |published: &str| {
        let parts: Vec<&str> = published.rsplitn(3, '.').collect();
        format!("{}.{}", parts[2], parts[0])
    };
    let with_plain_names = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(text) => assets.keys().fold(text, |text, name| text.replace(name, &plain(name))).into(),
        Err(error) => error.into_bytes(),
    };
    others.into_iter().map(|(path, bytes)| (path, with_plain_names(bytes))).collect()
}

#[test]
fn the_same_site_and_date_give_the_same_bytes_ten_times() {
    let source: Vec<_> = tree(&fixture("build/site")).into_iter().collect();
    let mut first = None;
    // A folder in memory lists its newest file first; one on a disk often has an order of its own.
    let in_memory = Path::new("/dev/shm");
    for round in 0..10 {
        let is_odd = round % 2 == 1;
        let site =
            if is_odd && in_memory.is_dir() { Site::empty_in(in_memory) } else { Site::empty() };
        let mut files = source.clone();
        let start = round * files.len() / 10;
        files.rotate_left(start);
        for (path, bytes) in files {
            site.write(&path, bytes);
        }
        let cores = if round < 5 { "1" } else { "2" };
        let zone = if round % 3 == 0 { "Pacific/Auckland" } else { "America/Adak" };
        let mut command = site.command_into(&site.out());
        command.args(["--date", TODAY]).env("RAYON_NUM_THREADS", cores).env("TZ", zone);
        run(&mut command).ended_with(0);
        let built = site.built();
        assert_same(first.get_or_insert_with(|| built.clone()), &built, "");
    }
}

#[test]
fn a_second_build_writes_nothing_anew() {
    let site = Site::golden();
    let first = site.build(&[]).ended_with(0);
    let before = site.built();
    let files = before.len() - 1; // all but the manifest
    let all = format!("({files} written, 0 unchanged, 0 removed)");
    assert!(first.stderr.contains(&all), "{}", first.stderr);
    let second = site.build(&[]).ended_with(0);
    let none = format!("(0 written, {files} unchanged, 0 removed)");
    assert!(second.stderr.contains(&none), "{}", second.stderr);
    assert_same(&before, &site.built(), "");
}

#[test]
fn pages_that_are_no_longer_part_of_the_site_go() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    site.remove("content/groups/elan.md");
    site.remove("content/static/leaflets/picture.webp");
    let ran = site.build(&[]).ended_with(0);
    assert!(!ran.stderr.contains(", 0 removed"), "{}", ran.stderr);
    assert!(!site.out().join("groups/elan").exists());
    assert!(!site.out().join("leaflets/picture.webp").exists());
    assert!(site.out().join("leaflets/joining.txt").exists());
    assert!(!text(&site.built(), "groups/index.html").contains("Élan"));
}

#[test]
fn a_site_in_a_subfolder_links_to_nothing_outside_of_it() {
    const BASE: &str = "/sub/dir/";
    let site = Site::golden();
    site.build(&["--base-url", "https://example.org/sub/dir/"]).ended_with(0);
    let built = site.built();
    let mut inside = 0;
    for (path, page) in html::pages(&built) {
        for address in addresses(page) {
            let own = ["https://example.org", "webcal://example.org"]
                .into_iter()
                .find_map(|host| address.strip_prefix(host))
                .unwrap_or(address);
            if let Some(target) = own.strip_prefix(BASE) {
                assert!(leads_to_a_file(&built, target), "{path}: {address}");
                inside += 1;
            } else {
                let is_elsewhere = own.starts_with("https://") && own == address;
                let is_right = is_elsewhere || own.starts_with('#') || own.starts_with("mailto:");
                assert!(is_right, "{path}: {address} is not below {BASE}");
            }
        }
    }
    assert!(inside > 300, "only {inside} links were found");
    assert!(text(&built, "sitemap.xml").contains("<loc>https://example.org/sub/dir/groups/</loc>"));
    assert!(text(&built, "robots.txt").contains("https://example.org/sub/dir/sitemap.xml"));
}

/// Whether an address below the base path is that of a file, by the rule that every host follows.
fn leads_to_a_file(built: &Tree, address: &str) -> bool {
    let path = address.split(['#', '?']).next().unwrap();
    let is_folder = path.is_empty() || path.ends_with('/');
    built.contains_key(&if is_folder { format!("{path}index.html") } else { path.to_owned() })
}

#[test]
fn the_address_may_lack_its_last_slash_and_may_be_in_the_settings() {
    let site = Site::golden();
    site.build(&["--base-url", "https://example.org/sub"]).ended_with(0);
    let by_option = site.built();
    site.edit("content/site.yaml", "https://groups.example.org/", "https://example.org/sub/");
    site.build(&[]).ended_with(0);
    assert_same(&by_option, &site.built(), "");
}

#[test]
fn what_is_switched_off_is_not_made_and_nothing_leads_to_it() {
    let site = Site::golden();
    let off = "features: {search: false, calendars: false, intersections: false}\n\
               checks: {vanished: off}\ntitle:";
    site.edit("content/site.yaml", "title:", off);
    site.write("content/pages/search.md", "---\ntitle: Our own\nsummary: A page.\n---\nHere.\n");
    site.build(&[]).ended_with(0);
    let built = site.built();
    let is_off = |path: &&String| {
        path.starts_with("search/index/")
            || path.starts_with("calendar")
            || path.contains(".ics")
            || path.starts_with("fields/coaching/subjects/")
    };
    assert_eq!(built.keys().find(is_off), None);
    let home = text(&built, "index.html");
    assert!(!home.contains("search-form") && !home.contains("Calendar"), "{home}");
    assert!(text(&built, "search/index.html").contains("Our own"));
}

#[test]
fn the_sitemap_lists_every_page_that_is_worth_finding() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let built = site.built();
    let sitemap = text(&built, "sitemap.xml");
    assert!(html::is_well_formed(sitemap), "{sitemap}");

    let others = [
        "circles/quay/index.html",
        "compare/index.html",
        "groups/quay-coaches/index.html",
        "search/index.html",
    ];
    let is_other = |path: &str| others.contains(&path) || path.ends_with("/poster/index.html");
    let pages = built.keys().filter(|path| !is_other(path));
    let pages = pages.filter_map(|path| path.strip_suffix("index.html"));
    let expected: BTreeSet<_> =
        pages.map(|folder| format!("https://groups.example.org/{folder}")).collect();
    let listed: Vec<_> = html::between(sitemap, "<loc>", "</loc>").map(str::to_owned).collect();
    assert_eq!(listed.len(), expected.len(), "{sitemap}");
    assert_eq!(BTreeSet::from_iter(listed), expected);

    let group = "groups/harbour-coaches/</loc><lastmod>2026-06-15</lastmod>";
    let guidance = "guidance/joining/</loc><lastmod>2026-06-01</lastmod>";
    assert!(sitemap.contains(group) && sitemap.contains(guidance), "{sitemap}");
    assert_eq!(
        text(&built, "robots.txt"),
        "User-agent: *\nAllow: /\n\nSitemap: https://groups.example.org/sitemap.xml\n"
    );
}

/// Builds the golden site with a group that was founded on 25 November 2026, which is tomorrow somewhere while it is the 24th here.
fn on_the_eve(arguments: &[&str], epoch: Option<&str>) -> Ran {
    let site = Site::golden();
    site.edit("content/groups/elan.md", "2025-02-03", "2026-11-25");
    let mut command = site.command_into(&site.out());
    command.args(arguments).env("TZ", "Pacific/Auckland");
    if let Some(epoch) = epoch {
        command.env("SOURCE_DATE_EPOCH", epoch);
    }
    run(&mut command)
}

#[test]
fn the_build_date_is_the_one_asked_for_else_that_of_source_date_epoch() {
    let last_second_of_the_23rd = Some("1795478399");
    let first_second_of_the_24th = Some("1795478400");
    let still_to_come = on_the_eve(&[], last_second_of_the_23rd).ended_with(1);
    let words = "2026-11-25 is in the future: today is 2026-11-23.";
    assert!(still_to_come.stderr.contains(words), "{}", still_to_come.stderr);
    on_the_eve(&[], first_second_of_the_24th).ended_with(0);
    on_the_eve(&["--date", "2026-11-24"], last_second_of_the_23rd).ended_with(0);
    on_the_eve(&["--date", "2026-11-23"], first_second_of_the_24th).ended_with(1);
    for nonsense in ["", "yesterday", "1.5", "99999999999999999999"] {
        let refused = on_the_eve(&[], Some(nonsense)).ended_with(2);
        assert_eq!(
            refused.stderr,
            "error: SOURCE_DATE_EPOCH is not a number of seconds since 1970. Correct it, or unset it.\n"
        );
    }
}

#[test]
fn without_a_date_it_is_built_for_today() {
    let site = Site::golden();
    site.write(
        "content/groups/late.md",
        support::charter("Late", "fields: [coaching]\nfounded: 2999-01-01"),
    );
    let ran = run(&mut site.command_into(&site.out())).ended_with(1);
    assert!(ran.stderr.contains("2999-01-01 is in the future"), "{}", ran.stderr);
}
