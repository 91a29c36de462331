//! The page of a group as one file.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::{Ran, Site, TODAY, charter, guildhall, run};

const FILE: &str = "content/groups/a-b.md";

fn page(site: &Site, arguments: &[&str]) -> Ran {
    let mut command = guildhall();
    command.current_dir(site.root()).args(["page", "--date", TODAY]).args(arguments);
    run(&mut command)
}

fn site() -> Site {
    let site = Site::golden();
    site.write(FILE, charter("A <script> & B", "fields: [coaching]"));
    site
}

#[test]
fn a_page_needs_no_other_file() {
    let html = page(&site(), &[FILE]).ended_with(0).stdout;
    assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains("A &lt;script&gt; &amp; B") && html.contains("<style>"), "{html}");
    assert!(!html.contains("<script") && !html.contains("rel=\"stylesheet\""), "{html}");
    for (position, _) in html.match_indices(" src=\"") {
        assert!(
            html[position..].starts_with(" src=\"data:image/"),
            "{}",
            &html[position..position + 80]
        );
    }
    assert!(!html.contains(" href=\"/"), "links lead to the published site");
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"), "{html}");
}

#[test]
fn what_is_no_charter_or_has_errors_has_no_page_and_says_so() {
    let site = site();
    site.write("content/groups/wrong.md", "---\nname: Wrong\n---\n");
    for file in ["content/site.yaml", "content/groups/wrong.md"] {
        let ran = page(&site, &[file]).ended_with(2);
        assert!(
            ran.stdout.is_empty() && ran.stderr.contains("Name a charter in content/groups/"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn several_pages_are_in_frames_that_can_do_nothing() {
    let site = site();
    site.write("content/groups/c.md", charter("C \"><img src=x>", "fields: [coaching]"));
    let html = page(&site, &[FILE, "content/groups/c.md"]).ended_with(0).stdout;
    assert_eq!(html.matches("<iframe ").count(), 2);
    assert_eq!(html.matches("\" sandbox></iframe>").count(), 2);
    assert!(html.contains("<h2>C &quot;>&lt;img src=x></h2>"), "{html}");
    assert_eq!(html.matches("<img").count(), 0, "all of a page is in its attribute");
}

#[test]
fn of_a_change_the_groups_have_pages_and_what_has_none_is_passed_over() {
    let site = site();
    site.write("content/groups/wrong.md", "---\nname: [\n---\n");
    site.write("changed", "A\0content/groups/wrong.md\0M\0content/groups/a-b.md\0D\0x.md\0");
    let html = page(&site, &["--changed", "changed"]).ended_with(0).stdout;
    assert!(html.contains("<h1") && !html.contains("<iframe"));
    site.write("changed", "A\0content/groups/wrong.md\0");
    assert_eq!(page(&site, &["--changed", "changed"]).ended_with(0).stdout, "");
    page(&site, &[]).ended_with(2);
}
