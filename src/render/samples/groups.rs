//! Groups with everything and with little.

use super::parts::{address, contact, day, html, link, text};
use crate::pages::view::{
    AxisTerms, Card, ChangeView, CodeView, ContactView, CostsView, DotsView, EmblemView,
    GroupLinkView, GroupView, JoinView, Label, LanguageView, LaterView, LeaderView, MeetingView,
    NextView, OccurrenceView, OnlineView, PhraseView, PictureView, PlaceView, PosterView,
    RelationsView, SimilarView, SizeView, SubscriptionView, TileView,
};

/// A group's card.
pub(in crate::render) fn card(what: &str) -> Card {
    Card {
        name: text(what),
        href: format!("/groups/{what}/?\""),
        emblem: emblem(3),
        picture: Some(PictureView { href: "/sub/circle.webp?\"".into(), alt: text("Alt") }),
        summary: Some(text(&format!("{what} summary"))),
        language: Some("ar".into()),
        direction: "rtl",
        speaks: arabic(),
        membership: Some(Label::new("closed", "Closed <group>")),
        places: Some(Label::new("waiting-list", "Waiting <list>")),
        status: Label::new("forming", "Forming <now>"),
        state: "forming",
        is_current: true,
        mode: Some(Label::new("hybrid", "Online & in person")),
        meets: vec![text("Mondays"), text("Fridays")],
        based: Some(text("At home")),
        towns: vec![text("Leeds"), text("York")],
        cost: Some(text("Cost in short")),
        next: Some(next("Next")),
        later: vec![later("Later"), later("Last")],
        leaders: vec![text("Leader")],
    }
}

fn arabic() -> LanguageView {
    LanguageView {
        tag: "ar".into(),
        direction: "rtl",
        name: text("العربية"),
        english: Some("Arabic <&>"),
    }
}

pub(super) fn emblem(tint: usize) -> EmblemView {
    EmblemView { tint, dots: vec![DotsView { width: 5, path: "M0 0h0".into() }] }
}

pub(super) fn next(what: &str) -> NextView {
    let at = text(&format!("{what} Tuesday 18:30"));
    NextView { tile: tile(what), year: text(&format!("{what} 2026")), at, meeting: later(what) }
}

pub(super) fn tile(what: &str) -> TileView {
    let [weekday, day, month] = ["Tue", "8", "Dec"].map(|part| text(&format!("{what} {part}")));
    TileView { weekday, day, month }
}

fn later(what: &str) -> LaterView {
    let [start, end] = ["start", "end"].map(|which| text(&format!("{what} {which}")));
    LaterView {
        start,
        end,
        place: text(&format!("{what} place")),
        zone: text(&format!("{what} zone")),
        in_person: true,
    }
}

/// A group that answers every question, with a name from right to left.
pub(in crate::render) fn full_group() -> GroupView {
    GroupView {
        card: card("حلقة أمل"),
        based: Some(text("Bristol")),
        since: Some(day(3)),
        links: vec![GroupLinkView {
            name: text("Chat"),
            kind: "web",
            href: "https://chat.example.org/?\"&".into(),
            host: text("chat.example.org"),
        }],
        relations: RelationsView {
            part_of: Some(link("whole")),
            parts: vec![link("part")],
            related: vec![link("other")],
            succeeded_by: Some(link("heir")),
            predecessors: vec![link("predecessor")],
        },
        unsaid: vec![text("Unsaid")],
        axes: vec![
            AxisTerms { name: text("Field"), terms: vec![link("coaching")] },
            AxisTerms { name: text("Subjects"), terms: vec![link("strengths")] },
        ],
        join: JoinView {
            places: Some(Label::new("waiting-list", "Waiting <list>")),
            has_room: true,
            who: Some(text("Who")),
            steps_html: vec![html("First step"), html("Second step")],
            contact: Some(contact("group", "email")),
            contact_is_directory: false,
            reply: Some(text("Reply")),
            welcome: Some(text("Welcome")),
        },
        purpose_html: Some(html("Purpose")),
        about_html: html("About"),
        meetings: vec![
            meeting(),
            MeetingView { name: None, when: Some(text("Third Friday")), ..meeting() },
        ],
        held_at: vec![place(), PlaceView { room: Some(text("Other room")), ..place() }],
        next_meetings: vec![next("Coming")],
        calendar: Some(subscription()),
        next_meeting_href: Some("/groups/x/next-meeting.ics?\"".into()),
        membership_meaning: vec![text("Meaning"), text("More of it")],
        size: Some(SizeView {
            ideal: Some(108),
            minimum: Some(105),
            maximum: Some(112),
            current: Some(107),
        }),
        guidance: vec![link("open-and-closed")],
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
            organisation: Some(text("Organisation")),
            responsibilities: vec![text("Invites"), text("Keeps notes")],
            url: Some("https://example.org/leader?\"&".into()),
        }],
        values: vec![phrase("Guild's value", true), phrase("Own value", false)],
        standards: vec![link("professional-guidelines"), link("safe-practice")],
        communication_html: Some(html("Communication")),
        conflict_html: Some(html("Conflict")),
        founded: Some(day(1)),
        reviewed: Some(day(2)),
        poster_href: Some("/groups/x/poster/?\"".into()),
        edit_href: Some("https://example.org/edit?\"&".into()),
        form_href: "/sub/start/?edit=\"&#form".into(),
        still_true_href: Some("/sub/start/?edit=\"&still-true#form".into()),
        groups_href: "/groups/?\"".into(),
        similar: vec![SimilarView {
            name: text("Similar"),
            href: "/groups/similar/?\"".into(),
            summary: Some(text("Similar summary")),
            language: Some("fa".into()),
            direction: "rtl",
            shared: vec![text("Shared term"), text("Other shared term")],
        }],
    }
}

pub(super) fn occurrence(what: &str) -> OccurrenceView {
    OccurrenceView {
        start: format!("{what} start \""),
        end: format!("{what} end \""),
        date: text(&format!("{what} date")),
        time: text(&format!("{what} time")),
        timezone: text(&format!("{what} zone")),
        place: Some(text(&format!("{what} place"))),
    }
}

pub(super) fn subscription() -> SubscriptionView {
    SubscriptionView {
        href: "/x.ics?\"&".into(),
        address: "https://example.org/x.ics?\"&".into(),
        webcal: "webcal://example.org/x.ics?\"&".into(),
        on_the_web: vec![address("on-the-web")],
    }
}

pub(super) fn meeting() -> MeetingView {
    MeetingView {
        name: Some(text("Series")),
        meets: text("Second Tuesday, 18:30 to 20:00"),
        when: Some(text("Second Tuesday")),
        duration: Some(text("90 minutes")),
        timezone: Some(text("UK time")),
        coming: vec![OccurrenceView { place: None, ..occurrence("Coming") }],
        is_over: false,
        until: Some(day(6)),
        changes: vec![
            ChangeView { day: day(7), last: Some(day(10)), to: None, is_same_day: false },
            ChangeView { day: day(8), last: None, to: Some(text("Other day")), is_same_day: false },
            ChangeView { day: day(9), last: None, to: Some(text("Other time")), is_same_day: true },
        ],
        place: place(),
        url: Some(address("joined")),
        notes: Some(address("notes")),
        recordings: Some(address("recordings")),
        notice: Some(text("Notice")),
    }
}

fn place() -> PlaceView {
    PlaceView {
        mode: Label::new("hybrid", "Online & in person"),
        room: Some(text("Room, Town, Country")),
        online: Some(OnlineView {
            before: text("Video call"),
            link: Some(address("call")),
            after: text("for all"),
        }),
    }
}

/// A poster with everything on it.
pub(in crate::render) fn poster() -> PosterView {
    PosterView {
        name: text("Poster"),
        emblem: emblem(5),
        picture: None,
        href: "/groups/poster/?\"".into(),
        address: "https://example.org/groups/poster/?\"&".into(),
        code: Some(CodeView { size: 4713, path: "M4 4h7v1h-7z".into() }),
        language: Some("ar".into()),
        direction: "rtl",
        summary: Some(text("Poster summary")),
        who: Some(text("Poster who")),
        meets: vec![text("Mondays"), text("Fridays")],
        next_meetings: vec![occurrence("On poster")],
        held_at: vec![place()],
        cost: Some(text("Poster cost")),
        speaks: arabic(),
        labels_in: "ar".into(),
        name_length: "short",
        length: "long",
        places: Some("open"),
        contact: Some("poster@example.org".into()),
    }
}

pub(super) fn phrase(what: &str, of_the_guild: bool) -> PhraseView {
    PhraseView { name: text(what), text: of_the_guild.then(|| text(&format!("{what} in words"))) }
}

/// A group that says nothing, in a directory that insists on nothing.
pub(in crate::render) fn minimal_group() -> GroupView {
    GroupView {
        card: Card {
            name: "Page Turners".into(),
            href: "/sub/groups/page-turners/".into(),
            emblem: emblem(0),
            picture: None,
            summary: None,
            language: None,
            direction: "ltr",
            speaks: LanguageView {
                tag: "en-GB".into(),
                direction: "ltr",
                name: "English".into(),
                english: None,
            },
            membership: None,
            places: None,
            status: Label::new("active", "Active"),
            state: "open",
            is_current: true,
            mode: None,
            meets: Vec::new(),
            based: None,
            towns: Vec::new(),
            cost: None,
            next: None,
            later: Vec::new(),
            leaders: Vec::new(),
        },
        based: None,
        since: None,
        links: Vec::new(),
        relations: RelationsView::default(),
        unsaid: vec!["who leads it".into(), "how to join".into()],
        axes: Vec::new(),
        join: JoinView {
            places: None,
            has_room: true,
            who: None,
            steps_html: Vec::new(),
            contact: Some(ContactView {
                kind: "web",
                href: "https://example.org/join".into(),
                text: "example.org/join".into(),
            }),
            contact_is_directory: true,
            reply: None,
            welcome: None,
        },
        purpose_html: None,
        about_html: String::new(),
        meetings: Vec::new(),
        held_at: Vec::new(),
        next_meetings: Vec::new(),
        calendar: None,
        next_meeting_href: None,
        membership_meaning: Vec::new(),
        size: None,
        guidance: Vec::new(),
        commitment_html: None,
        structure_html: None,
        costs: None,
        aims: Vec::new(),
        objectives: Vec::new(),
        leaders: Vec::new(),
        values: Vec::new(),
        standards: Vec::new(),
        communication_html: None,
        conflict_html: None,
        founded: None,
        reviewed: None,
        poster_href: None,
        edit_href: None,
        form_href: "/sub/start/?edit=page-turners#form".into(),
        still_true_href: None,
        groups_href: "/groups/".into(),
        similar: Vec::new(),
    }
}
