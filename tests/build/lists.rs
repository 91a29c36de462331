//! Which groups are on which page.

use crate::html::{self, attribute, tags};
use crate::support::{Site, Tree, charter, text};

/// How many groups the large site has: two full pages and a part of a third.
const GROUPS: usize = 120;

/// The groups of the large site by name: written in turn with other letters that count as the same.
fn name(position: usize) -> String {
    let word = ["Éclair", "eclair", "ECLAIR", "e\u{301}clair"][position % 4];
    format!("{word} {position:03}")
}

/// Their ids, in another order than their names.
fn id(position: usize) -> String {
    format!("g-{:03}", position * 37 % GROUPS)
}

/// The golden site's terms with 120 groups that coach, of which the first 100 also train.
fn large_site() -> Site {
    let site = Site::golden();
    for group in
        ["amal", "elan", "first-light", "harbour-coaches", "paper-boats", "winter-swimmers"]
    {
        site.remove(&format!("content/groups/{group}.md"));
    }
    for position in 0..GROUPS {
        let fields = if position < 100 { "coaching, training" } else { "coaching" };
        let text = charter(&name(position), &format!("fields: [{fields}]"));
        site.write(&format!("content/groups/{}.md", id(position)), text);
    }
    site.build(&[]).ended_with(0);
    site
}

/// The addresses of the groups on a page of a list, in order.
fn groups_on(page: &str) -> Vec<&str> {
    let is_group = |address: &&str| address.starts_with("/groups/g-");
    html::links_in_main(page).into_iter().filter(is_group).collect()
}

/// The links to the page before and the page after.
fn neighbours(page: &str) -> [Option<&str>; 2] {
    ["prev", "next"].map(|kind| {
        let link = tags(page).find(|tag| attribute(tag, "rel") == Some(kind));
        link.and_then(|tag| attribute(tag, "href"))
    })
}

/// Holds the pages of a list against the groups that must be on them.
fn assert_pages(built: &Tree, list: &str, lengths: &[usize]) {
    let address = |number: usize| match number {
        1 => format!("/{list}/"),
        _ => format!("/{list}/page/{number}/"),
    };
    let mut first = 0;
    for (number, length) in (1..).zip(lengths) {
        let page = text(built, &format!("{}index.html", &address(number)[1..]));
        let expected: Vec<_> =
            (first..first + length).map(|position| format!("/groups/{}/", id(position))).collect();
        assert_eq!(groups_on(page), expected, "{}", address(number));
        let previous = (number > 1).then(|| address(number - 1));
        let next = (number < lengths.len()).then(|| address(number + 1));
        assert_eq!(neighbours(page), [previous.as_deref(), next.as_deref()], "{}", address(number));
        first += length;
    }
    let beyond = format!("{}index.html", &address(lengths.len() + 1)[1..]);
    assert!(!built.contains_key(&beyond), "{beyond}");
    assert!(!built.contains_key(&format!("{list}/page/1/index.html")));
}

#[test]
fn lists_have_fifty_groups_to_a_page_by_name_without_case_and_accents() {
    let built = large_site().built();
    assert_pages(&built, "groups", &[50, 50, 20]);
    assert_pages(&built, "fields/coaching", &[50, 50, 20]);
    assert_pages(&built, "fields/training", &[50, 50]);
    assert_pages(&built, "domains/families", &[0]);
    for page in ["groups/page/3/", "fields/coaching/page/3/", "fields/training/page/2/"] {
        let address = format!("<loc>https://groups.example.org/{page}</loc>");
        assert!(text(&built, "sitemap.xml").contains(&address), "{address}");
    }
}

/// The pages that mention a text in their main part.
fn pages_with<'a>(built: &'a Tree, words: &str) -> Vec<&'a str> {
    let has_words =
        |page: &str| html::between(page, "<main", "</main>").any(|main| main.contains(words));
    html::pages(built).filter(|(_, page)| has_words(page)).map(|(path, _)| path).collect()
}

/// The pages that mention a text, without those of other groups, which name groups like theirs.
fn lists_with<'a>(built: &'a Tree, words: &str, own: &str) -> Vec<&'a str> {
    let is_group = |path: &str| path.starts_with("groups/") && path != "groups/index.html";
    pages_with(built, words).into_iter().filter(|path| !is_group(path) || *path == own).collect()
}

#[test]
fn a_group_that_ends_is_set_apart_in_the_lists_and_keeps_its_page() {
    let site = Site::golden();
    site.edit("content/groups/winter-swimmers.md", "status: ended", "status: active");
    site.edit("content/groups/winter-swimmers.md", "    until: 2026-03-29\n", "");
    site.edit("content/groups/winter-swimmers.md", "places: full", "places: open");
    site.build(&[]).ended_with(0);
    let own = "groups/winter-swimmers/index.html";
    assert_eq!(
        lists_with(&site.built(), "Winter Swimmers", own),
        [
            "calendar/index.html",
            "fields/coaching/index.html",
            "fields/coaching/subjects/hope/index.html",
            "groups/index.html",
            own,
            "index.html",
            "subjects/hope/index.html",
        ]
    );
    assert!(pages_with(&site.built(), "Winter Swimmers").contains(&"groups/amal/index.html"));

    site.edit("content/groups/winter-swimmers.md", "status: active", "status: ended");
    let ran = site.build(&[]).ended_with(0);
    assert!(!ran.stderr.contains(" 0 unchanged"), "{}", ran.stderr);
    let built = site.built();
    assert_eq!(
        lists_with(&built, "Winter Swimmers", own),
        [
            "fields/coaching/index.html",
            "fields/coaching/subjects/hope/index.html",
            "groups/index.html",
            own,
            "subjects/hope/index.html",
        ]
    );
    for list in ["groups/index.html", "subjects/hope/index.html"] {
        let list = text(&built, list);
        let apart = list.split("<h2 class=\"apart\" id=\"ended\">Ended</h2>").nth(1).unwrap();
        assert!(
            apart.contains("Winter Swimmers") && apart.contains("It no longer meets."),
            "{list}"
        );
    }
    let page = text(&built, "groups/winter-swimmers/index.html");
    assert!(page.contains("This group has ended."), "{page}");
    assert!(!page.contains("mailto:winter-swimmers@example.org"), "{page}");
}

#[test]
fn the_calendar_has_every_meeting_of_four_weeks_a_hundred_to_a_page() {
    let site = large_site();
    let weekly = "status: active\nmeetings:\n  - {repeats: weekly, day: Monday, time: \"18:30\", \
                  duration: 1 h, timezone: Europe/London, first: 2026-01-05, place: {online: A call}}";
    for position in 0..GROUPS {
        let file = format!("content/groups/{}.md", id(position));
        site.edit(&file, "status: forming", weekly);
    }
    site.build(&[]).ended_with(0);
    let built = site.built();
    let page = |number: usize| match number {
        1 => "calendar/index.html".to_owned(),
        _ => format!("calendar/page/{number}/index.html"),
    };
    let entries = |number| text(&built, &page(number)).matches("<li class=\"entry\"").count();
    assert_eq!([1, 2, 3, 4, 5].map(entries), [100, 100, 100, 100, 80]); // 120 groups, four Mondays
    assert!(!built.contains_key(&page(6)));
    let days: Vec<_> =
        html::between(text(&built, &page(2)), "<section class=\"day-list\" id=\"day-", "\"")
            .collect();
    assert_eq!(days, ["2026-11-23", "2026-11-30"], "a day may go on on the next page");
}
