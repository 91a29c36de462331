//! Views made by hand for the tests: every value set, hostile and different from all others.

use crate::pages::view::{
    ArticleLink, ArticleView, AxisTerms, AxisView, Body, CalendarDay, CalendarFeeds, CalendarView,
    Card, ChoiceView, ChoicesView, ContactView, CostsView, CountedLink, DateView, EntryView,
    GroupView, GuidanceIndexView, HomeView, JoinView, Label, LanguageView, LeaderView, Link,
    Listing, MeetingView, NarrowBy, OccurrenceView, PageLink, PageView, PairView, PhraseView,
    RedirectView, SearchView, Section, SimilarView, SiteView, SizeView, StartView, TermView, View,
    guides, limits, questions,
};

/// A text that markup, attributes and templates must not take as their own.
pub(super) fn text(what: &str) -> String {
    format!("{what} <script>alert(\"'&\")</script> {{{{ 7*7 }}}}")
}

fn html(what: &str) -> String {
    format!("<p>{what} <em>as HTML</em></p>")
}

fn link(what: &str) -> Link {
    Link { name: text(what), href: format!("/{what}/?a=\"&b='") }
}

fn day(number: u32) -> DateView {
    DateView { iso: format!("2026-09-{number:02}"), words: text(&format!("{number} September")) }
}

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
        navigation: vec![link("groups"), link("fields"), link("subjects")],
        pages: vec![link("about"), link("privacy")],
        data_href: "/sub/data/?\"".into(),
        search_href: Some("/sub/search/?\"".into()),
        calendar_href: Some("/sub/calendar/?\"".into()),
        feed_href: "/sub/feed.xml?\"".into(),
    }
}

fn contact(what: &str, kind: &'static str) -> ContactView {
    ContactView { kind, href: format!("mailto:{what}@example.org?subject=\"&"), text: text(what) }
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
            coming: vec![entry("Coming")],
            guidance: vec![article_link("Guidance")],
            start: link("start"),
        }),
        Body::Groups(listing()),
        Body::Axis(axis()),
        Body::Term(TermView {
            name: text("Term"),
            summary: text("Term summary"),
            axis: "field of practice".into(),
            filter: "field=\"&term".into(),
            introduction_html: html("Introduction"),
            listing: listing(),
            narrow: vec![NarrowBy { axis: "narrower <axis>".into(), terms: axis().terms }],
            calendar_href: Some("/fields/term/calendar.ics?\"".into()),
        }),
        Body::Pair(PairView {
            terms: [link("field"), link("subject")],
            filter: "field=\"&term".into(),
            listing: listing(),
        }),
        Body::Group(Box::new(full_group())),
        Body::Calendar(calendar()),
        Body::Search(SearchView {
            axes: vec![axis()],
            groups_href: "/groups/?\"".into(),
            index_href: "/search/index/?\"".into(),
            cards_href: "/data/cards/?\"".into(),
        }),
        Body::Start(Box::new(start())),
        Body::GuidanceIndex(GuidanceIndexView { articles: vec![article_link("Guidance")] }),
        Body::Article(article()),
        Body::NotFound(article()),
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
    };
    // The names of terms appear alone.
    let term = |key| ChoiceView { text: String::new(), ..choice(key) };
    let axis = |key| ChoicesView { key, choices: vec![term(key)] };
    StartView {
        article: Some(article()),
        questions: questions(),
        guides: guides(),
        limits: limits(),
        axes: ["fields", "subjects", "domains"].map(axis).into(),
        membership: vec![choice("membership")],
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
    let term = CountedLink {
        name: text("Term"),
        href: "/fields/term/?\"".into(),
        summary: text("Term summary"),
        count: 4321,
    };
    AxisView {
        id: "fields",
        name: text("Axis"),
        singular: "field of practice".into(),
        explanation: "What members do, <in> \"short\".".into(),
        href: "/fields/?\"".into(),
        terms: vec![term],
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

/// A group's card.
pub(super) fn card(what: &str) -> Card {
    Card {
        name: text(what),
        href: format!("/groups/{what}/?\""),
        summary: text(&format!("{what} summary")),
        language: Some("ar".into()),
        direction: "rtl",
        speaks: LanguageView {
            tag: "ar".into(),
            direction: "rtl",
            name: text("العربية"),
            english: Some("Arabic <&>"),
        },
        membership: Label::new("closed", "Closed <group>"),
        places: Label::new("waiting-list", "Waiting <list>"),
        status: Label::new("forming", "Forming <now>"),
        state: "forming",
        is_current: true,
        mode: Some(Label::new("hybrid", "Online & in person")),
        terms: vec![link("coaching"), link("strengths")],
        meets: vec![text("Mondays"), text("Fridays")],
        towns: vec![text("Leeds"), text("York")],
        cost: Some(text("Cost in short")),
        leaders: vec![text("Leader")],
    }
}

/// A group that answers every question, with a name from right to left.
pub(super) fn full_group() -> GroupView {
    GroupView {
        card: card("حلقة أمل"),
        axes: vec![
            AxisTerms { name: text("Field"), terms: vec![link("coaching")] },
            AxisTerms { name: text("Subjects"), terms: vec![link("strengths")] },
        ],
        join: JoinView {
            places: Label::new("waiting-list", "Waiting <list>"),
            has_room: true,
            who: Some(text("Who")),
            steps_html: vec![html("First step"), html("Second step")],
            contact: contact("group", "email"),
            reply: Some(text("Reply")),
            welcome: Some(text("Welcome")),
        },
        purpose_html: html("Purpose"),
        about_html: html("About"),
        meetings: vec![meeting()],
        next_meetings: vec![occurrence("Next")],
        calendar_href: Some("/groups/x/meetings.ics?\"".into()),
        membership_meaning: vec![text("Meaning"), text("More of it")],
        size: Some(SizeView {
            ideal: Some(108),
            minimum: Some(105),
            maximum: Some(112),
            current: Some(107),
        }),
        commitment_html: Some(html("Commitment")),
        structure_html: Some(html("Structure")),
        costs: Some(CostsView {
            summary: text("Costs"),
            covers: Some(text("Covers")),
            concessions: Some(text("Concessions")),
        }),
        aims: vec![phrase("Guild's aim", true), phrase("Own aim", false)],
        objectives: vec![text("First objective"), text("Second objective")],
        leaders: vec![LeaderView {
            name: text("Leader"),
            role: Some(text("Role")),
            responsibilities: vec![text("Invites"), text("Keeps notes")],
            url: Some("https://example.org/leader?\"&".into()),
        }],
        values: vec![phrase("Guild's value", true), phrase("Own value", false)],
        standards: vec![link("professional-guidelines"), link("safe-practice")],
        communication_html: Some(html("Communication")),
        conflict_html: Some(html("Conflict")),
        founded: Some(day(1)),
        reviewed: day(2),
        edit_href: Some("https://example.org/edit?\"&".into()),
        form_href: "/sub/start/?edit=\"&#form".into(),
        groups_href: "/groups/?\"".into(),
        similar: vec![SimilarView {
            name: text("Similar"),
            href: "/groups/similar/?\"".into(),
            summary: text("Similar summary"),
            language: Some("fa".into()),
            direction: "rtl",
            shared: vec![text("Shared term"), text("Other shared term")],
        }],
    }
}

fn occurrence(what: &str) -> OccurrenceView {
    OccurrenceView {
        start: format!("{what} start \""),
        end: format!("{what} end \""),
        date: text(&format!("{what} date")),
        time: text(&format!("{what} time")),
        timezone: text(&format!("{what} zone")),
    }
}

fn entry(what: &str) -> EntryView {
    EntryView {
        name: text(what),
        href: format!("/groups/{what}/?\""),
        language: Some("ur".into()),
        direction: "rtl",
        at: OccurrenceView { date: text("Day of the entry"), ..occurrence(what) },
        mode: Label::new("hybrid", "Online & in person"),
        town: Some(text("Town of the entry")),
    }
}

fn calendar() -> CalendarView {
    let Listing { total, sections: _, number, pages, previous, next } = listing();
    CalendarView {
        weeks: 1234,
        total,
        days: vec![CalendarDay { day: day(9), meetings: vec![entry("Meeting")] }],
        number,
        pages,
        previous,
        next,
        whole_href: Some("/calendar.ics?\"".into()),
        feeds: vec![CalendarFeeds {
            axis: "calendar <axis>".into(),
            terms: vec![link("term-file")],
        }],
    }
}

fn meeting() -> MeetingView {
    MeetingView {
        when: Some(text("Second Tuesday")),
        time: Some(text("18:30 to 20:00")),
        duration: Some(text("90 minutes")),
        timezone: Some(text("UK time")),
        coming: vec![occurrence("Coming")],
        is_over: false,
        first: Some(day(5)),
        until: Some(day(6)),
        skipped: vec![day(7), day(8)],
        mode: Label::new("hybrid", "Online & in person"),
        online: Some(text("Video call")),
        venue: Some(text("Room")),
        town: Some(text("Town")),
        country: Some(text("Country")),
        notice: Some(text("Notice")),
    }
}

fn phrase(what: &str, of_the_guild: bool) -> PhraseView {
    PhraseView { name: text(what), text: of_the_guild.then(|| text(&format!("{what} in words"))) }
}

/// A group that answers only what a charter must.
pub(super) fn minimal_group() -> GroupView {
    GroupView {
        card: Card {
            name: "Page Turners".into(),
            href: "/sub/groups/page-turners/".into(),
            summary: "A small book group.".into(),
            language: None,
            direction: "ltr",
            speaks: LanguageView {
                tag: "en-GB".into(),
                direction: "ltr",
                name: "English".into(),
                english: None,
            },
            membership: Label::new("open", "Open group"),
            places: Label::new("open", "Places open"),
            status: Label::new("active", "Active"),
            state: "open",
            is_current: true,
            mode: None,
            terms: vec![Link { name: "Flow".into(), href: "/sub/subjects/flow/".into() }],
            meets: Vec::new(),
            towns: Vec::new(),
            cost: None,
            leaders: vec!["The leader".into()],
        },
        axes: Vec::new(),
        join: JoinView {
            places: Label::new("open", "Places open"),
            has_room: true,
            who: None,
            steps_html: vec!["<p>Write to us.</p>".into()],
            contact: ContactView {
                kind: "web",
                href: "https://example.org/join".into(),
                text: "example.org/join".into(),
            },
            reply: None,
            welcome: None,
        },
        purpose_html: "<p>To read together.</p>".into(),
        about_html: String::new(),
        meetings: Vec::new(),
        next_meetings: Vec::new(),
        calendar_href: None,
        membership_meaning: Vec::new(),
        size: None,
        commitment_html: None,
        structure_html: None,
        costs: None,
        aims: vec![PhraseView { name: "Read more.".into(), text: None }],
        objectives: Vec::new(),
        leaders: vec![LeaderView {
            name: "The leader".into(),
            role: None,
            responsibilities: Vec::new(),
            url: None,
        }],
        values: Vec::new(),
        standards: Vec::new(),
        communication_html: None,
        conflict_html: None,
        founded: None,
        reviewed: DateView { iso: "2026-09-02".into(), words: "2 September 2026".into() },
        edit_href: None,
        form_href: "/sub/start/?edit=page-turners#form".into(),
        groups_href: "/groups/".into(),
        similar: Vec::new(),
    }
}
