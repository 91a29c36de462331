//! Guidance is linked where a group's page has what it is about.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::{Site, text};

const CHARTER: &str = "content/groups/harbour-coaches.md";

/// How often a list on a group's page links to a page of the guidance.
fn links(site: &Site, id: &str) -> usize {
    site.build(&[]).ended_with(0);
    let built = site.built();
    let page = text(&built, "groups/harbour-coaches/index.html");
    page.matches(&format!("<li><a href=\"/guidance/{id}/\">")).count()
}

fn write(site: &Site, about: &str) {
    let text = format!(
        "---\ntitle: Open & closed\nsummary: What they mean.\nupdated: 2026-06-01\n{about}---\nText.\n"
    );
    site.write("content/guidance/open-and-closed.md", text);
}

#[test]
fn a_page_of_the_guidance_is_linked_once_however_many_parts_it_is_about() {
    let site = Site::golden();
    write(&site, "about: [membership, values]\n");
    assert_eq!(links(&site, "open-and-closed"), 1);
}

#[test]
fn guidance_about_parts_that_the_group_does_not_have_is_not_linked() {
    let site = Site::golden();
    write(&site, "about: [conflict]\n");
    site.edit(CHARTER, "conflict: Raise it with the leader first.\n", "");
    assert_eq!(links(&site, "open-and-closed"), 0);
}

#[test]
fn guidance_that_the_group_has_declared_as_a_standard_is_not_linked_twice() {
    let site = Site::golden();
    let about = "minimum_standard: true\nabout: [membership]";
    site.edit("content/guidance/safe-practice.md", "minimum_standard: true", about);
    assert_eq!(links(&site, "safe-practice"), 1);
}

#[test]
fn a_directory_without_such_guidance_has_no_such_links() {
    let site = Site::golden();
    write(&site, "");
    assert_eq!(links(&site, "open-and-closed"), 0);
}

#[test]
fn a_part_that_no_page_has_is_an_error_and_the_nearest_is_offered() {
    let site = Site::golden();
    write(&site, "about: [membershp]\n");
    let said = site.build(&[]).ended_with(1).stderr;
    assert!(
        said.contains("guidance/open-and-closed.md") && said.contains("`membership`"),
        "{said}"
    );
}
