//! Pages made by hand, through the real theme.

use std::iter;
use std::sync::Arc;

use serde_json::Value;

use super::Theme;
use super::samples::{all, card, full_group, minimal_group, site, view};
use crate::diagnostic::Diagnostic;
use crate::pages::GROUP_SECTIONS;
use crate::pages::view::{Body, Card, GroupView, Label, Listing, SiteView, View};
use crate::words::Words;

fn words() -> Arc<Words> {
    Arc::new(Words::english())
}

fn theme() -> Theme {
    Theme::load("guild", iter::empty(), &site(), &words()).unwrap()
}

/// The built-in theme with one file in place of its own.
fn with(path: &str, text: &str) -> Result<Theme, Vec<Diagnostic>> {
    Theme::load("own", iter::once((path, text.as_bytes())), &site(), &words())
}

/// A page with two cards.
fn page(view: &View) -> String {
    theme().render(view, &["<b>one card</b>".into(), "<b>another</b>".into()]).unwrap()
}

/// A page without the scripts that may be in it: modules in files of their own.
fn without_modules(html: &str) -> String {
    html.replace("<script type=\"module\" src=\"/sub/assets/", "")
}

/// A page with the assets under their plain names, so that a new colour changes no snapshot.
fn without_hashes(page: String) -> String {
    theme().assets().fold(page, |page, (address, _)| {
        let mut parts = address.rsplitn(3, '.');
        let (ending, _hash, stem) = (parts.next(), parts.next(), parts.next());
        page.replace(address, &format!("{}.{}", stem.unwrap(), ending.unwrap()))
    })
}

fn group_page(group: GroupView) -> String {
    page(&view(Body::Group(Box::new(group))))
}

fn listed(problems: &[Diagnostic]) -> String {
    let line = |found: &Diagnostic| {
        let (place, start) = (&found.place, found.place.start);
        format!("{}:{}:{} {}\n", place.file, start.line, start.column, found.message)
    };
    problems.iter().map(line).collect()
}

/// Values that steer the page and are not words on it.
const NOT_SHOWN: &[&str] = &[
    "/axis/all", // its own page lists all
    "/axis/href",
    "/axis/plural",
    "/axis/singular",
    "/group/href",
    "/group/groups_href", // where the group has ended, and none is like it
    "/group/meets/0",     // the meetings say it, each with its place
    "/group/meets/1",
    "/group/towns/0", // the places have them
    "/group/towns/1",
    "/group/cost", // the costs begin with it
    "/group/mode/name",
    "/meetings/0/when", // it has a name
    "/axes/0/terms/0/summary",
    "/below/0/summary",
    "/below/0/text", // the names of terms appear alone
    "/narrow/0/terms/0/summary",
    "/kind",
    "/mode/id",
    "/tint", // a name of a class, and of a picture
    "/next/weekday",
    "/next_meetings/0/weekday",
    "/emblem/dots/0/width", // there is a picture
    "/emblem/dots/0/path",
    "/calendar/total",
    "/at/date",       // it is above all meetings of the day
    "/coming/0/time", // it is above all meetings of the series
    "/coming/0/timezone",
    "/search/axes/0/explanation",
    "/site/base_path",
    "/site/calendar_href",
    "/site/compare_href",
    "/site/search_href",
    "/site/data_href",
];

/// Calls back with the path and the text of every string and number of a view.
fn each_value(path: &str, value: &Value, seen: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => seen(path, text),
        Value::Number(number) => seen(path, &number.to_string()),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each_value(&format!("{path}/{index}"), item, seen);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                each_value(&format!("{path}/{key}"), entry, seen);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = Vec::new();
    tera::escape_html(text, &mut escaped).unwrap();
    String::from_utf8(escaped).unwrap()
}

#[test]
fn every_value_of_every_kind_of_page_shows_and_is_escaped() {
    for view in all() {
        let html = page(&view).replace("<wbr>", ""); // no part of a text
        let mut missing = Vec::new();
        let mut check = |path: &str, text: &str| {
            let expected = if path.contains("_html") { text.to_owned() } else { escaped(text) };
            let is_offered = path.starts_with("/start/guides/"); // the form shows what it has a field for
            let is_of_cards =
                ["/group/next/", "/group/later/"].iter().any(|it| path.starts_with(it)); // it has its own
            // It is a sheet of its own, without what all pages have.
            let is_of_the_site = matches!(view.body, Body::Poster(_))
                && (path.starts_with("/site/") || path.starts_with("/page/"));
            let may_be_absent = is_offered
                || is_of_cards
                || is_of_the_site
                || NOT_SHOWN.iter().any(|end| path.ends_with(end));
            if !html.contains(&expected) && !may_be_absent {
                missing.push(format!("{path}: {text}"));
            }
        };
        each_value("", &serde_json::to_value(&view).unwrap(), &mut check);
        each_value("/site", &serde_json::to_value(site()).unwrap(), &mut check);
        assert!(missing.is_empty(), "{} lacks {missing:#?}", view.body.template());
        assert!(!without_modules(&html).contains("<script"), "{}", view.body.template());
        assert!(html.contains("{{ 7*7 }}"), "{}", view.body.template());
    }
}

#[test]
fn no_page_has_inline_styles_scripts_or_handlers() {
    for view in all() {
        let html = without_modules(&page(&view));
        for inline in [" style=", "<style", "<script", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{} has {inline}", view.body.template());
        }
        assert!(html.contains("default-src 'none'"), "{}", view.body.template());
    }
}

#[test]
fn links_to_other_sites_tell_them_nothing() {
    for view in all() {
        for link in page(&view).split("<a ").skip(1) {
            let tag = link.split('>').next().unwrap();
            let leaves = tag.contains("href=\"http");
            assert_eq!(leaves, tag.contains("noopener noreferrer"), "{tag}");
        }
    }
}

#[test]
fn a_full_group_page() {
    insta::assert_snapshot!("full_group", without_hashes(group_page(full_group())));
}

#[test]
fn a_minimal_group_page_has_no_empty_parts() {
    insta::assert_snapshot!("minimal_group", without_hashes(group_page(minimal_group())));
}

#[test]
fn the_parts_of_a_group_page_are_in_their_order() {
    let html = group_page(full_group());
    let place = |id: &&str| html.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("{id}"));
    let places: Vec<usize> = GROUP_SECTIONS.iter().map(place).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_group_in_another_language_says_so_on_its_own_words_alone() {
    let html = group_page(full_group());
    assert!(html.contains("<html lang=\"en-GB\" dir=\"ltr\">"));
    assert!(html.contains("<h1><bdi lang=\"ar\" dir=\"rtl\">حلقة أمل "));
    assert!(html.contains("<div class=\"prose\" lang=\"ar\" dir=\"rtl\"><p>Purpose "));
    assert!(group_page(minimal_group()).contains("<h1><bdi>Page Turners</bdi></h1>"));
}

#[test]
fn a_language_is_shown_by_its_own_name_and_the_english_one() {
    let arabic =
        "<dt>Language</dt>\n<dd data-fact=\"language\"><bdi lang=\"ar\" dir=\"rtl\">العربية";
    assert!(group_page(full_group()).contains(arabic));
    assert!(group_page(full_group()).contains("</bdi> (Arabic &lt;&amp;&gt;)</dd>"));
    let english = "<dd data-fact=\"language\"><bdi lang=\"en-GB\" dir=\"ltr\">English</bdi></dd>";
    assert!(group_page(minimal_group()).contains(english));
}

#[test]
fn an_ended_group_says_so_first_and_offers_no_way_in() {
    let mut group = minimal_group();
    group.card.status = Label::new("ended", "Ended");
    (group.card.state, group.card.is_current) = ("ended", false);
    let html = group_page(group);
    let after_heading = html.split("</h1>").nth(1).unwrap();
    assert!(
        after_heading.trim_start().starts_with("<p class=\"notice\"><strong>This group has ended.")
    );
    assert!(html.contains("What you can do now") && !html.contains("https://example.org/join"));
    for present in
        ["You may come", "What is expected of you", "Who leads it", "How to join", "Places now"]
    {
        assert!(!html.contains(present), "{present}");
    }
}

#[test]
fn what_open_and_closed_mean_is_for_the_directory_to_say() {
    let own = group_page(full_group());
    assert!(own.contains("Meaning ") && !own.contains("The membership is fixed"));
    let (mut closed, mut open) = (full_group(), full_group());
    (closed.membership_meaning, open.membership_meaning) = (Vec::new(), Vec::new());
    open.card.membership = Some(Label::new("open", "Open"));
    assert!(group_page(closed).contains("The membership is fixed"));
    assert!(group_page(open).contains("varies from meeting to meeting"));
}

#[test]
fn a_list_without_groups_says_so() {
    let none = Listing {
        total: 0,
        sections: Vec::new(),
        number: 1,
        quick: Vec::new(),
        evenings: Vec::new(),
        languages: Vec::new(),
        pages: Vec::new(),
        previous: None,
        next: None,
    };
    let html = page(&view(Body::Groups(none)));
    assert!(html.contains("No group is listed yet."));
    assert!(!html.contains("0 groups"));
}

#[test]
fn a_file_of_the_sites_theme_takes_the_place_of_the_built_in_one() {
    let theme = with("templates/card.html", "[{{ group.name }}]").unwrap();
    let card = theme.render_card(&card("First")).unwrap();
    assert!(card.starts_with("[First &lt;script&gt;"), "{card}");
    assert!(theme.render(&all()[1], &[]).unwrap().contains("<h1>"));
}

#[test]
fn a_list_has_the_cards_as_they_were_made() {
    let html = page(&all()[1]);
    assert!(html.contains("<li><b>one card</b></li>\n</ul>"), "{html}");
}

#[test]
fn every_value_of_a_card_shows_and_is_escaped() {
    let dated = card("Card");
    let undated = Card { next: None, picture: None, places: None, ..dated.clone() };
    let theme = theme();
    let html = [&dated, &undated].map(|card| theme.render_card(card).unwrap()).concat();
    let page_only =
        ["/membership/", "/picture/alt", "/places/", "/next/weekday", "/mode/id", "/meets/1"];
    each_value("", &serde_json::to_value(&dated).unwrap(), &mut |path, text| {
        let is_shown = html.contains(&escaped(text));
        let is_of_the_page = page_only.iter().any(|start| path.starts_with(start));
        assert!(is_shown || is_of_the_page, "{path}: {text} is not in {html}");
    });
}

#[test]
fn templates_escape_whatever_their_name_ends_in() {
    let files = [
        ("templates/group.html", "{% include \"name.txt\" %}".as_bytes()),
        ("templates/name.txt", "\u{FEFF}{{ group.name }}".as_bytes()),
    ];
    let theme = Theme::load("own", files.into_iter(), &site(), &words()).unwrap();
    let html = theme.render(&view(Body::Group(Box::new(full_group()))), &[]).unwrap();
    assert!(html.starts_with("حلقة أمل &lt;script&gt;"), "{html}");
}

#[test]
fn every_template_that_cannot_be_read_is_reported_with_its_place() {
    let files = [
        ("templates/group.html", "<p>é {{ group.name }</p>".as_bytes()),
        ("templates/axis.html", b"\n{% if %}"),
        ("templates/term.html", b"\xff"),
    ];
    let problems = Theme::load("own", files.into_iter(), &site(), &words()).unwrap_err();
    insta::assert_snapshot!(listed(&problems), @r#"
themes/own/templates/term.html:1:1 The template is not UTF-8 text.
themes/own/templates/axis.html:2:7 The template has a mistake: Found `%}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`.
themes/own/templates/group.html:1:20 The template has a mistake: Found `}` but expected }}.
"#);
}

#[test]
fn a_name_that_no_template_has_is_reported_with_its_place() {
    let told = |path, text| listed(&with(path, text).unwrap_err());
    insta::assert_snapshot!(told("templates/group.html", "é {{ group.name | shout }}"), @"themes/own/templates/group.html:1:19 The template has a mistake: Unknown filter `shout`.");
    insta::assert_snapshot!(told("templates/group.html", "{% include \"name.txt\" %}"), @"themes/own/templates/group.html:1:12 The template has a mistake: Unknown template `name.txt`.");
    insta::assert_snapshot!(told("templates/group.html", "{% extends \"bass.html\" %}"), @"themes/own/templates/group.html:1:1 The template has a mistake: it extends `bass.html`, which does not exist.");
    insta::assert_snapshot!(told("templates/a.html", "{% include \"a.html\" %}"), @"themes/own/templates/a.html:1:1 \
                                 The template has a mistake: it includes itself, directly or through other templates.");
    insta::assert_snapshot!(told("templates/a.html", "{% extends \"a.html\" %}"), @"themes/own/templates/a.html:1:1 \
                                 The template has a mistake: it extends itself, directly or through other templates.");
    let again = "{% component size(size) %}{% endcomponent size %}";
    insta::assert_snapshot!(told("templates/a.html", again), @"themes/own:1:1 The template has a mistake: Component `size` is defined in both `a.html` and `parts/size.html`.");
}

#[test]
fn words_that_are_not_in_the_catalogue_are_reported_at_their_place() {
    let told = |call: &str| {
        let theme = with("templates/redirect.html", &format!("<p>\n{{{{ {call} }}}}\n")).unwrap();
        listed(&theme.render(all().last().unwrap(), &[]).unwrap_err())
    };
    let place = "themes/own/templates/redirect.html:2:";
    for call in ["words(key=\"grup-count\", n=1)", "words(key=\"group-count\")", "words(n=1)"] {
        let told = told(call);
        assert!(told.starts_with(place) && told.lines().count() == 1, "{told}");
    }
    assert!(told("words(key=\"grup-count\")").contains("there is no text `grup-count`"));
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_reported_when_it_renders() {
    let told = |text| {
        let theme = with("templates/redirect.html", text).unwrap();
        listed(&theme.render(all().last().unwrap(), &[]).unwrap_err())
    };
    insta::assert_snapshot!(told("<p>\n  {{ redirect.form }}"), @"themes/own/templates/redirect.html:2:15 The template has a mistake: Field `form` is not defined. Available fields: to.");
    insta::assert_snapshot!(told("{{ asset(path=\"gild.css\") }}"), @"themes/own/templates/redirect.html:1:4 The template has a mistake: the theme has no file `assets/gild.css`.");
}

#[test]
fn an_asset_changes_its_address_with_its_content_and_pages_follow() {
    let own = with("assets/guild.css", "body { color: red }").unwrap();
    let address = |theme: &Theme| {
        let of_css =
            |(path, _): (&str, &[u8])| path.starts_with("assets/guild.").then(|| path.to_owned());
        theme.assets().find_map(of_css).unwrap()
    };
    assert_ne!(address(&own), address(&theme()));
    let html = own.render(&all()[0], &[]).unwrap();
    assert!(html.contains(&format!("href=\"/sub/{}\"", address(&own))), "{html}");
}

#[test]
fn an_asset_whose_name_cannot_be_in_an_address_is_reported() {
    let problems = with("assets/my logo.svg", "<svg/>").unwrap_err();
    insta::assert_snapshot!(listed(&problems), @"themes/own/assets/my logo.svg:1:1 The file's name cannot be part of \
                                                an address.");
}

#[test]
fn files_outside_the_two_folders_are_left_alone() {
    assert!(with("README.md", "{{ not a template").is_ok());
}

#[test]
fn a_site_without_contact_or_pages_has_no_empty_foot() {
    let site = SiteView { contact: None, pages: Vec::new(), ..site() };
    let theme = Theme::load("guild", iter::empty(), &site, &words()).unwrap();
    let html = theme.render(&all()[0], &[]).unwrap();
    assert!(!html.contains("Questions about this directory?"));
    assert!(!html.contains("About this site"));
}
