//! Guidance is linked where a group's page has what it is about.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::{Site, text};

/// What a group's page says from the start of a part to its end.
fn part(site: &Site, id: &str) -> String {
    site.build(&[]).ended_with(0);
    let built = site.built();
    let page = text(&built, "groups/harbour-coaches/index.html");
    let (_, rest) = page.split_once(&format!("id=\"{id}\"")).unwrap();
    rest.split_once("</section>").unwrap().0.to_owned()
}

fn write(site: &Site, about: &str) {
    let text = format!(
        "---\ntitle: Open & closed\nsummary: What they mean.\nupdated: 2026-06-01\n{about}---\nText.\n"
    );
    site.write("content/guidance/open-and-closed.md", text);
}

#[test]
fn a_page_of_the_guidance_says_which_parts_it_is_about() {
    let site = Site::golden();
    write(&site, "about: [membership, values]\n");
    let link = "More on this: <a href=\"/guidance/open-and-closed/\">Open &amp; closed</a>";
    assert!(part(&site, "membership").contains(link));
    assert!(part(&site, "values").contains(link));
    assert!(!part(&site, "purpose").contains("More on this"));
}

#[test]
fn a_directory_without_such_guidance_has_no_such_links() {
    let site = Site::golden();
    write(&site, "");
    for id in ["membership", "values", "purpose", "join"] {
        assert!(!part(&site, id).contains("More on this"), "{id}");
    }
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
