//! Views made by hand for the tests: every value set, hostile and different from all others.

mod groups;
mod parts;

pub(super) use groups::{card, full_group, minimal_group, poster};
use groups::{emblem, next, occurrence, subscription, tile};
pub(super) use parts::text;
use parts::{contact, day, html, link};

use crate::pages::view::{
    ArticleLink, ArticleView, AxisView, Body, CalendarDay, CalendarFeeds, CalendarView, ChoiceView,
    ChoicesView, CompareView, CountedLink, EntryView, GuidanceIndexView, HomeView, Label, Link,
    Listing, NarrowBy, NotFoundView, OccurrenceView, PageLink, PageView, PairView, PictureView,
    QuickView, RedirectView, SearchView, Section, SiteView, SoonView, StartView, StripDay,
    TermLink, TermView, View, guides, limits, questions, weekdays,
};

/// A site under a folder of its address.
pub(super) fn site() -> SiteView {
    SiteView {
        title: text("Site"),
        description: text("Site description"),
        language: "en-GB".into(),
        direction: "ltr",
        contact: Some(contact("directory", "email")),
        origin: "https://example.org".into(),
        logo: Some("/sub/logo.svg?\"".into()),
        colours: String::new(),
        home: "/sub/".into(),
        base_path: "/sub/".into(),
        navigation: vec![link("groups"), link("guidance"), link("start")],
        axes: vec![link("fields"), link("subjects")],
        pages: vec![link("about"), link("privacy")],
        data_href: "/sub/data/?\"".into(),
        search_href: Some("/sub/search/?\"".into()),
        compare_href: "/sub/compare/?\"".into(),
        calendar_href: Some("/sub/calendar/?\"".into()),
        feed_href: "/sub/feed.xml?\"".into(),
    }
}

/// A page of the kind, with the way to it.
pub(super) fn view(body: Body) -> View {
    View {
        page: PageView {
            title: text("Page title"),
            description: text("Page description"),
            canonical: "https://example.org/sub/page/?\"&".into(),
            breadcrumbs: vec![link("home"), link("above")],
            section: link("groups").href,
            tint: 8,
            picture: Some("https://example.org/picture.png?\"&".into()),
        },
        body,
        cards: Vec::new(),
        structured_data: None,
    }
}

/// One view of each kind, all values set.
pub(super) fn all() -> Vec<View> {
    let bodies = vec![
        Body::Home(HomeView {
            heading: text("Heading"),
            lead: text("Lead"),
            text_html: html("Text"),
            words_to_search: vec![text("Word")],
            group_count: 4711,
            has_groups: true,
            groups_href: "/all-groups/?\"".into(),
            axes: vec![axis()],
            has_places: true,
            coming: vec![SoonView {
                name: text("Soon"),
                href: "/soon/?\"".into(),
                language: Some("cy".into()),
                direction: "ltr",
                next: next("Soon"),
            }],
            guidance: vec![article_link("Guidance")],
            guidance_href: "/guidance/?\"".into(),
            start: link("start"),
        }),
        Body::Groups(listing()),
        Body::Axis(axis()),
        Body::Term(Box::new(TermView {
            name: text("Term"),
            emblem: emblem(8),
            picture: Some(PictureView { href: "/sub/term.webp?\"".into(), alt: text("Term alt") }),
            summary: text("Term summary"),
            axis: "field of practice".into(),
            filter: "field=\"&term".into(),
            introduction_html: html("Introduction"),
            below: axis().terms,
            listing: listing(),
            narrow: vec![NarrowBy {
                axis: "narrower <axis>".into(),
                terms: vec![counted("Narrower term", 1234)],
            }],
            calendar: Some(subscription()),
        })),
        Body::Pair(PairView {
            terms: [link("field"), link("subject")],
            filter: "field=\"&term".into(),
            listing: listing(),
        }),
        Body::Group(Box::new(full_group())),
        Body::Poster(Box::new(poster())),
        Body::Calendar(calendar()),
        Body::Search(SearchView {
            axes: vec![axis()],
            groups_href: "/groups/?\"".into(),
            index_href: "/search/index/?\"".into(),
        }),
        Body::Compare(CompareView { groups_href: "/groups/?\"".into() }),
        Body::Start(Box::new(start())),
        Body::GuidanceIndex(GuidanceIndexView { articles: vec![article_link("Guidance")] }),
        Body::Article(article()),
        Body::NotFound(NotFoundView {
            title: text("Nowhere"),
            summary: text("Nowhere summary"),
            body_html: html("Nowhere text"),
        }),
        Body::Redirect(RedirectView { to: link("new-place") }),
    ];
    bodies.into_iter().map(view).collect()
}

fn start() -> StartView {
    let choice = |what: &str| ChoiceView {
        id: format!("{what}-id\"&"),
        name: text(what),
        text: text(&format!("{what} in short")),
        href: None,
        below: Vec::new(),
    };
    // The names of terms appear alone.
    let term = |key: &str| ChoiceView { text: String::new(), ..choice(key) };
    let axis = |key| {
        let below = vec![term(&format!("{key} below"))];
        ChoicesView { key, choices: vec![ChoiceView { below, ..term(key) }] }
    };
    StartView {
        article: Some(article()),
        questions: questions(|_| true),
        guides: guides(),
        limits: limits(),
        weekdays: weekdays(&crate::words::Words::english()),
        axes: ["fields", "subjects", "domains"].map(axis).into(),
        membership: vec![choice("membership")],
        status: vec![term("status")],
        places: vec![term("places")],
        costs: vec![term("costs")],
        submissions: Some("https://example.org/take".into()),
        aims: vec![choice("aim")],
        values: vec![choice("value")],
        standards: vec![ChoiceView { href: Some("/standard/?\"".into()), ..choice("standard") }],
        language: "en-GB\"".into(),
        guidance: Some(link("questions")),
        form_href: "/start/form.json?\"".into(),
        blank_href: "/start/charter.md?\"".into(),
    }
}

fn axis() -> AxisView {
    let term = |what: &str, count, below| TermLink {
        link: counted(what, count),
        below,
        all_below: Some(count + 1),
    };
    let terms = vec![term("Term", 4321, vec![term("Term below", 321, Vec::new())])];
    AxisView {
        id: "fields",
        name: text("Axis"),
        plural: "fields of <practice>".into(),
        singular: "field of practice".into(),
        explanation: "What members do, <in> \"short\".".into(),
        href: "/fields/?\"".into(),
        terms,
        all: Some(8765),
    }
}

fn counted(what: &str, count: usize) -> CountedLink {
    CountedLink {
        name: text(what),
        href: format!("/fields/{what}/?\""),
        summary: text(&format!("{what} summary")),
        count,
    }
}

fn listing() -> Listing {
    let page = |number: Option<usize>, current| {
        let href = number.map(|number| format!("/page/{number}/?\"")).unwrap_or_default();
        PageLink { number, href, current }
    };
    Listing {
        total: 5678,
        sections: ["current", "paused", "ended"]
            .map(|standing| Section { standing, start: 0, end: 1 })
            .into(),
        number: 112,
        quick: vec![QuickView { filter: "quick=\"&filter".into(), name: text("Quick") }],
        evenings: vec![QuickView { filter: "day=\"&time".into(), name: text("Tue") }],
        languages: vec!["en-GB\"".into(), "ar".into()],
        pages: vec![page(Some(1), false), page(None, false), page(Some(112), true)],
        previous: Some("/page/111/?\"".into()),
        next: Some("/page/113/?\"".into()),
    }
}

fn article_link(what: &str) -> ArticleLink {
    ArticleLink {
        name: text(what),
        href: format!("/guidance/{what}/?\""),
        summary: text(&format!("{what} summary")),
        minimum_standard: true,
    }
}

fn article() -> ArticleView {
    ArticleView {
        title: text("Article"),
        summary: text("Article summary"),
        body_html: html("Article body"),
        contents: vec![Link { name: text("Part"), href: "#part".into() }],
        minimum_standard: true,
        source: Some("https://example.org/document?\"&".into()),
        updated: Some(day(20)),
        previous: Some(link("previous")),
        next: Some(link("next")),
        edit_href: Some("https://example.org/edit?\"&".into()),
    }
}

fn entry(what: &str) -> EntryView {
    EntryView {
        name: text(what),
        href: format!("/groups/{what}/?\""),
        language: Some("ur".into()),
        direction: "rtl",
        at: OccurrenceView { date: text("Day of the entry"), place: None, ..occurrence(what) },
        is_held: true,
        moved_from: Some(text(&format!("{what} moved"))),
        moved_to: None,
        mode: Label::new("hybrid", "Online & in person"),
        town: Some(text("Town of the entry")),
    }
}

fn calendar() -> CalendarView {
    let mut moved_away = entry("Away");
    moved_away.is_held = false;
    moved_away.moved_from = None;
    moved_away.moved_to = Some(text("Day of the move"));
    let Listing { total, number, pages, previous, next, .. } = listing();
    CalendarView {
        weeks: 1234,
        total,
        strip: vec![
            StripDay { tile: tile("Day"), href: Some(text("Day link")) },
            StripDay { tile: tile("Day without"), href: None },
        ],
        days: vec![CalendarDay { day: day(9), meetings: vec![entry("Meeting"), moved_away] }],
        number,
        pages,
        previous,
        next,
        whole: Some(subscription()),
        feeds: vec![CalendarFeeds {
            axis: "calendar <axis>".into(),
            terms: vec![link("term-file")],
        }],
    }
}
