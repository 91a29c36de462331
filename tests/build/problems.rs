//! A site with mistakes: nothing is written, or all but the charters that have them.

use crate::html;
use crate::support::{Ran, Site, assert_same, text};

const NOTHING_WRITTEN: &str = "Nothing was written. The old site, if there is one, is unchanged.\n";

/// Builds a site that has a mistake over a good one, and over none. Gives the run.
fn assert_nothing_written(make_a_mistake: impl Fn(&Site)) -> Ran {
    let site = Site::golden();
    make_a_mistake(&site);
    let first = site.build(&[]).ended_with(1);
    assert!(!site.out().exists(), "{}", first.stderr);

    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    make_a_mistake(&site);
    let second = site.build(&[]).ended_with(1);
    assert_same(&before, &site.built(), "the earlier site must be whole");
    assert_eq!(site.left_over(), [""; 0]);
    assert_eq!(second.stderr, first.stderr);
    assert!(second.stderr.ends_with(NOTHING_WRITTEN), "{}", second.stderr);
    second
}

#[test]
fn nothing_is_written_while_a_charter_has_an_error() {
    let ran = assert_nothing_written(|site| {
        site.edit("content/groups/elan.md", "membership: open", "membership: public");
    });
    assert!(ran.stderr.contains("--> content/groups/elan.md:12:13\n"), "{}", ran.stderr);
}

#[test]
fn nothing_is_written_while_a_link_of_a_charter_leads_nowhere() {
    let ran = assert_nothing_written(|site| {
        site.edit(
            "content/groups/amal.md",
            "نحن",
            "[x](/guidance/joining/#h-then-go) [y](/groups/no/) نحن",
        );
    });
    assert!(ran.stderr.contains("--> content/groups/amal.md:33:1\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("--> content/groups/amal.md:33:35\n"), "{}", ran.stderr);
}

#[test]
fn nothing_is_written_while_the_settings_have_an_error() {
    let ran = assert_nothing_written(|site| site.edit("content/site.yaml", "branch:", "brunch:"));
    assert!(ran.stderr.contains("--> content/site.yaml:7:1\n"), "{}", ran.stderr);
}

#[test]
fn nothing_is_written_while_a_page_of_the_theme_has_a_broken_link() {
    let ran = assert_nothing_written(|site| {
        let template = "{% extends \"base.html\" %}{% block main %}<a href=\"/nowhere/\">?</a> \
                        <a href=\"#nothing\">?</a>{% endblock main %}";
        site.write("themes/guild/templates/home.html", template);
    });
    assert!(
        ran.stderr.contains("links to /nowhere/: there is no such page or file"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("links to #nothing: the page has no such anchor"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.stderr.matches("--> index.html").count(), 2, "{}", ran.stderr);
}

/// The golden site with a mistake in one charter and two in another.
fn site_with_two_bad_charters() -> Site {
    let site = Site::golden();
    site.edit("content/groups/elan.md", "membership: open", "membership: public");
    site.edit("content/groups/harbour-coaches.md", "membership: closed", "membership: shut");
    site.edit("content/groups/harbour-coaches.md", "fields: [coaching]", "fields: [couching]");
    site
}

#[test]
fn keep_going_builds_the_good_charters_and_says_which_were_left_out() {
    let site = site_with_two_bad_charters();
    let ran = site.build(&["--keep-going"]).ended_with(1);
    let left_out =
        "\nLeft out: content/groups/elan.md\nLeft out: content/groups/harbour-coaches.md\n";
    assert!(ran.stderr.contains(left_out), "{}", ran.stderr);
    assert!(ran.stderr.contains("4 groups, "), "{}", ran.stderr);
    assert!(ran.stderr.contains("3 errors"), "{}", ran.stderr);

    let found = site.built();
    for group in ["elan", "harbour-coaches", "quay-coaches"] {
        assert!(!found.contains_key(&format!("groups/{group}/index.html")), "{group}");
    }
    assert!(!found.contains_key("circles/quay/index.html"));
    for (path, page) in html::pages(&found) {
        assert!(!page.contains("Harbour Coaches") && !page.contains("Élan"), "{path}");
    }

    let without = Site::golden();
    without.remove("content/groups/elan.md");
    without.remove("content/groups/harbour-coaches.md");
    without.build(&[]).ended_with(0);
    assert_same(&without.built(), &found, "as if the two had never been");
}

#[test]
fn keep_going_makes_no_difference_to_a_good_site() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let without = site.built();
    let ran = site.build(&["--keep-going"]).ended_with(0);
    assert!(!ran.stderr.contains("Left out"), "{}", ran.stderr);
    assert_same(&without, &site.built(), "");
}

#[test]
fn keep_going_does_not_build_a_site_whose_settings_have_an_error() {
    let site = site_with_two_bad_charters();
    site.edit("content/site.yaml", "branch:", "brunch:");
    let ran = site.build(&["--keep-going"]).ended_with(1);
    assert!(!site.out().exists());
    assert!(ran.stderr.ends_with(NOTHING_WRITTEN), "{}", ran.stderr);
}

#[test]
fn keep_going_builds_pages_with_links_to_what_was_left_out() {
    let site = site_with_two_bad_charters();
    site.edit("content/pages/about.md", "We are", "[They](/groups/harbour-coaches/) and we are");
    let ran = site.build(&["--keep-going"]).ended_with(1);
    assert!(ran.stderr.contains("--> content/pages/about.md:6:1\n"), "{}", ran.stderr);
    assert!(text(&site.built(), "about/index.html").contains("/groups/harbour-coaches/"));
}

#[test]
fn keep_going_past_a_broken_link_of_the_theme_is_still_a_failure() {
    let site = Site::golden();
    let template =
        "{% extends \"base.html\" %}{% block main %}<a href=\"/nowhere/\">?</a>{% endblock main %}";
    site.write("themes/guild/templates/home.html", template);
    let ran = site.build(&["--keep-going"]).ended_with(1);
    assert!(ran.stderr.contains("error[link]"), "{}", ran.stderr);
    assert!(site.out().join("index.html").exists());
}
