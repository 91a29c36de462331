//! The tokens of what a page makes of several answers, or of none: dates, sums, places.

use crate::pages::view::{
    AxisTerms, Card, ChangeView, DateView, GroupLinkView, GroupView, Label, LanguageView,
    LaterView, Link, MeetingView, NextView, OccurrenceView, PhraseView, PlaceView, RelationsView,
    TileView,
};

/// The name of an answer, in the place where it belongs.
fn token(name: impl AsRef<str>) -> String {
    format!("⟦{}⟧", name.as_ref())
}

/// Puts tokens into what the page of a specimen shows. Of a list, it has an entry of each kind.
pub(super) fn put_into(group: &mut GroupView) {
    put_into_card(&mut group.card);
    group.axes = several(2, |at| AxisTerms {
        name: token(format!("axes.{at}.name")),
        terms: several(2, |term| link(&format!("axes.{at}.terms.{term}"))),
    });
    group.based = Some(token("based"));
    group.since = group.since.as_ref().map(|_| date("since"));
    group.founded = Some(date("founded"));
    group.reviewed = Some(date("reviewed"));
    group.links = several(2, |at| GroupLinkView {
        name: token(format!("links.{at}.name")),
        kind: "web",
        href: token(format!("links.{at}.href")),
        host: token(format!("links.{at}.host")),
    });
    group.relations = RelationsView::default();
    group.similar = Vec::new();
    group.unsaid = vec![token("unsaid")];
    if let Some(contact) = group.join.contact.as_mut().filter(|_| !group.join.contact_is_directory)
    {
        (contact.href, contact.text) = ("#".to_owned(), token("joining.contact"));
    }
    if !group.held_at.is_empty() {
        group.card.meets = vec![token("meets")];
        group.card.mode = Some(Label::new("online", token("mode")));
        group.meetings = several(2, series);
        group.held_at = several(2, |at| place(&format!("held.{at}")));
    }
    if !group.next_meetings.is_empty() {
        group.next_meetings =
            ["next.0", "next.1", "later.0", "later.1"].into_iter().map(next).collect();
    }
    if let Some(calendar) = &mut group.calendar {
        calendar.address = token("calendar");
        let ways = calendar.on_the_web.iter_mut().map(|link| &mut link.href);
        ways.chain([&mut calendar.href, &mut calendar.webcal]).for_each(|it| "#".clone_into(it));
    }
    group.guidance = several(2, |at| link(&format!("guidance.{at}")));
    if let Some(costs) = &mut group.costs {
        costs.summary = token("costs.summary");
    }
    group.aims = phrases("aims");
    group.values = phrases("values");
    group.standards = several(2, |at| link(&format!("standards.{at}")));
    if let Some(leader) = group.leaders.first_mut() {
        leader.url = Some(token("leaders.0.url"));
    }
    let hrefs = [&mut group.poster_href, &mut group.next_meeting_href, &mut group.edit_href];
    hrefs.into_iter().flatten().for_each(|it| "#".clone_into(it));
    "#".clone_into(&mut group.form_href);
}

fn put_into_card(card: &mut Card) {
    "#".clone_into(&mut card.href);
    card.language = Some(token("language.own"));
    card.speaks = LanguageView {
        tag: token("language.tag"),
        direction: "auto",
        name: token("language.name"),
        english: Some("⟦language.english⟧"),
    };
    card.based = Some(token("based"));
    card.towns = several(2, |at| token(format!("towns.{at}")));
    card.cost = Some(token("costs.summary"));
    card.next = card.next.as_ref().map(|_| next("first"));
    card.later = Vec::new();
    card.leaders = Vec::new();
}

fn several<One>(count: usize, one: impl FnMut(usize) -> One) -> Vec<One> {
    (0..count).map(one).collect()
}

fn date(name: &str) -> DateView {
    DateView { iso: token(format!("{name}.iso")), words: token(format!("{name}.words")) }
}

fn link(name: &str) -> Link {
    Link { name: token(format!("{name}.name")), href: token(format!("{name}.href")) }
}

fn place(name: &str) -> PlaceView {
    PlaceView { mode: Label::new("online", token(name)), room: None, online: None }
}

/// One of the directory's, with its sentence, and one of the group's own.
fn phrases(name: &str) -> Vec<PhraseView> {
    let text = Some(token(format!("{name}.0.text")));
    vec![
        PhraseView { name: token(format!("{name}.0.name")), text },
        PhraseView { name: token(format!("{name}.1.name")), text: None },
    ]
}

fn next(name: &str) -> NextView {
    let part = |part: &str| token(format!("{name}.{part}"));
    NextView {
        tile: TileView { weekday: String::new(), day: String::new(), month: String::new() },
        year: String::new(),
        at: String::new(),
        meeting: LaterView {
            start: part("start"),
            end: part("end"),
            place: part("place"),
            zone: part("zone"),
            in_person: true,
        },
    }
}

/// A series that goes on, and one that is over.
fn series(at: usize) -> MeetingView {
    let part = |part: &str| format!("series.{at}.{part}");
    let coming = |day: usize| {
        let of_day = |name: &str| token(part(&format!("coming.{day}.{name}")));
        OccurrenceView {
            start: of_day("start"),
            end: of_day("end"),
            date: of_day("date"),
            time: String::new(),
            timezone: String::new(),
            place: None,
        }
    };
    MeetingView {
        name: None,
        meets: token(format!("when.{at}")),
        when: Some(token(part("heading"))),
        duration: Some(token(part("duration"))),
        timezone: Some(token(part("timezone"))),
        coming: if at == 0 { several(2, coming) } else { Vec::new() },
        is_over: at == 1,
        until: Some(date(&part("until"))),
        changes: changes(&part("changes")),
        place: place(&part("place")),
        url: Some(link(&part("url"))),
        notes: Some(link(&part("notes"))),
        recordings: Some(link(&part("recordings"))),
        notice: Some(token(part("notice"))),
    }
}

/// A meeting that is cancelled, several in a row, one on another day, and one that differs on its day.
fn changes(name: &str) -> Vec<ChangeView> {
    several(4, |at| {
        let part = |part: &str| format!("{name}.{at}.{part}");
        ChangeView {
            day: date(&part("day")),
            last: (at == 1).then(|| date(&part("last"))),
            to: (at > 1).then(|| token(part("to"))),
            is_same_day: at == 3,
        }
    })
}
