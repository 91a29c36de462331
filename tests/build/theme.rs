//! A site's own theme over the built-in one.

use crate::html;
use crate::support::{Site, Tree, assert_same, text};

/// The files that two builds do not share, or share with other bytes.
fn changed<'a>(before: &'a Tree, after: &'a Tree) -> Vec<&'a str> {
    let paths = before.keys().chain(after.keys());
    let mut changed: Vec<_> =
        paths.filter(|path| before.get(*path) != after.get(*path)).map(String::as_str).collect();
    changed.sort_unstable();
    changed.dedup();
    changed
}

#[test]
fn a_template_of_the_site_takes_the_place_of_the_built_in_one() {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    let template = "{% extends \"base.html\" %}{% block main %}<h1>Ahoy</h1>{% endblock main %}";
    site.write("themes/guild/templates/home.html", template);
    site.build(&[]).ended_with(0);
    let after = site.built();
    assert_eq!(changed(&before, &after), ["index.html"]);
    assert!(text(&after, "index.html").contains("<h1>Ahoy</h1>"));

    site.remove("themes/guild/templates/home.html");
    site.build(&[]).ended_with(0);
    assert_same(&before, &site.built(), "the built-in template is back");
}

#[test]
fn an_asset_has_a_new_name_when_it_changes_and_the_earlier_one_stays_for_a_build() {
    let site = Site::golden();
    let styles = || -> Vec<String> {
        let built = site.built().into_keys();
        built.filter(|path| path.starts_with("assets/guild.")).collect()
    };
    site.build(&[]).ended_with(0);
    let before = styles();
    site.write("themes/guild/assets/guild.css", "body { color: navy }\n");
    site.build(&[]).ended_with(0);
    let built = site.built();
    let (earlier, new): (Vec<_>, Vec<_>) =
        styles().into_iter().partition(|name| before.contains(name));
    assert_eq!((&earlier, new.len()), (&before, 1));
    let (before, after) = (&before[0], &new[0]);
    assert_eq!(text(&built, after), "body { color: navy }\n");
    let has_it = |(path, _): &(&str, &str)| !path.ends_with("/poster/index.html"); // it has a sheet of its own
    for (path, page) in html::pages(&built).filter(has_it) {
        assert!(page.contains(after) && !page.contains(before), "{path}");
    }
    site.build(&[]).ended_with(0);
    assert_eq!(styles(), new);
}

/// Builds the golden site with a template that has a mistake. Gives what is said of it.
fn mistake(name: &str, template: impl AsRef<[u8]>) -> String {
    let site = Site::golden();
    site.build(&[]).ended_with(0);
    let before = site.built();
    site.write(&format!("themes/guild/templates/{name}"), template);
    for arguments in [&[][..], &["--keep-going"]] {
        site.build(arguments).ended_with(1);
        assert_same(&before, &site.built(), "the earlier site must be whole");
        assert_eq!(site.left_over(), [""; 0]);
    }
    site.build(&["--quiet"]).ended_with(1).stderr
}

#[test]
fn a_mistake_in_a_template_names_its_place_and_writes_nothing() {
    let cases = [
        ("home.html", "{% extends \"base.html\" %}\n{% block main %}{% if %}", "home.html:2:23\n"),
        ("group.html", "<p>\n{{ group.nosuch.thing }}", "group.html:2:10\n"),
        ("term.html", "{{ asset(path=\"no.css\") }}", "term.html:1:4\n"),
        ("groups.html", "{% extends \"bose.html\" %}", "groups.html:1:1\n"),
        ("axis.html", "{{ axis | nosuch }}", "axis.html:1:"),
    ];
    for (name, template, place) in cases {
        let said = mistake(name, template);
        let place = format!("--> themes/guild/templates/{place}");
        assert!(said.contains(&place) && said.contains("The template has a mistake:"), "{said}");
    }
    let said = mistake("home.html", [b'<', 0xFF]);
    assert!(said.contains("The template is not UTF-8 text."), "{said}");
    assert!(said.contains("--> themes/guild/templates/home.html"), "{said}");
}

#[test]
fn the_mistakes_of_all_templates_are_reported_at_once() {
    let site = Site::golden();
    site.write("themes/guild/templates/home.html", "{% if %}");
    site.write("themes/guild/templates/group.html", "{{ group. }}");
    let said = site.build(&[]).ended_with(1).stderr;
    assert!(
        said.contains("templates/home.html:1:") && said.contains("templates/group.html:1:"),
        "{said}"
    );
}
