//! What the page and the card of a group say of its state: never more than its charter does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use support::{Site, text};

/// A weekly series from a day on. 2026 is the year of [`support::TODAY`].
fn weekly(first: &str, more: &str) -> String {
    format!(
        "meetings: [{{repeats: weekly, day: Tuesday, time: '18:30', duration: 90 min, timezone: Europe/London, \
         first: {first}, place: {{online: A call}}{more}}}]"
    )
}

/// The words of a group's page, then of its card in the list of all groups.
fn words_of(status: &str, places: &str, lines: &str) -> (String, String) {
    let site = Site::golden();
    let charter = support::charter("A Group", lines)
        .replace("status: forming", &format!("status: {status}"))
        .replace("places: open", &format!("places: {places}"));
    site.write(
        "content/groups/a-group.md",
        charter.replace("\n---\n", "\nfields: [coaching]\n---\n"),
    );
    site.build(&[]).ended_with(0);
    let built = site.built();
    let list = text(&built, "groups/index.html");
    let card = list.split("A Group").nth(1).and_then(|rest| rest.split("</article>").next());
    (shown(text(&built, "groups/a-group/index.html")), shown(card.unwrap()))
}

/// The text of a page without its tags, as one line.
fn shown(html: &str) -> String {
    let main = html.split_once("<main").map_or(html, |(_, rest)| rest);
    let words: String =
        main.split('<').filter_map(|part| Some(part.split_once('>')?.1.to_owned() + " ")).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_says(words: &str, said: &[&str], never: &[&str]) {
    for phrase in said {
        assert!(words.contains(phrase), "{phrase:?} is not in: {words}");
    }
    for phrase in never {
        assert!(!words.contains(phrase), "{phrase:?} is in: {words}");
    }
}

#[test]
fn a_forming_group_may_have_met_already() {
    let lines = weekly("2026-01-06", "") + "\nfounded: 2025-11-01";
    let (page, card) = words_of("forming", "open", &lines);
    let never = ["not begun", "Nothing has begun", "from the start"];
    assert_says(&page, &["This group is forming.", "Places now"], &never);
    assert_says(&card, &["Forming Write if you would like"], &never);
}

#[test]
fn a_forming_group_offers_only_the_places_that_it_has() {
    let (page, card) = words_of("forming", "full", "");
    assert_says(
        &page,
        &["This group is forming.", "not taking new members", "join later"],
        &["If you would like to help", "Places now", "Join this group"],
    );
    assert_says(&card, &["Forming It is not taking new members now."], &["if you would like"]);
    let (page, card) = words_of("forming", "waiting-list", "");
    assert_says(&page, &["waiting list"], &["Places now", "is full"]);
    assert_says(&card, &["Forming Ask about the waiting list."], &["is full"]);
}

#[test]
fn places_and_numbers_do_not_contradict_each_other() {
    let numbers = |current| {
        format!("{}\nsize: {{maximum: 10, current: {current}}}", weekly("2026-01-06", ""))
    };
    for places in ["full", "waiting-list"] {
        let (page, card) = words_of("active", places, &numbers(6));
        assert_says(
            &page,
            &["6 members now", "Up to 10 people"],
            &["is full", "Full", "Places now"],
        );
        assert_says(&card, &[], &["is full"]);
    }
    let (page, _) = words_of("active", "open", &numbers(10));
    let ask = "Ask whether there is a place for you.";
    assert_says(&page, &["10 members now", "Places now", ask], &[]);
    let (page, _) = words_of("active", "open", &numbers(9));
    assert_says(&page, &["Places now"], &[ask]);
}

#[test]
fn a_series_starts_with_the_first_meeting_that_is_held() {
    let (page, card) = words_of("active", "open", &weekly("2027-02-02", ", skip: [2027-02-02]"));
    assert_says(
        &page,
        &["UK time 9 Feb 2027", "2 February 2027 : cancelled"],
        &["2 Feb 2027 Tuesday", "from 9"],
    );
    assert_says(&card, &["9 Feb 2027"], &["from 9"]);
}

#[test]
fn a_card_says_how_long_a_meeting_of_several_days_goes_on() {
    let retreat = weekly("2027-02-02", "").replace("90 min", "3 days");
    let (_, card) = words_of("active", "open", &retreat);
    assert_says(&card, &["Tuesday 18:30, UK time, until 5 February 2027"], &[]);
}

#[test]
fn a_series_whose_next_meeting_is_years_ahead_is_not_over() {
    let seldom = weekly("2026-05-18", "")
        .replace("repeats: weekly, day: Tuesday", "rrule: 'FREQ=YEARLY;INTERVAL=5;BYDAY=20MO'");
    let (page, _) = words_of("active", "open", &seldom);
    assert_says(&page, &["19 May 2031 Monday"], &["No further date is set"]);
}

#[test]
fn a_group_met_only_where_a_meeting_is_past() {
    for status in ["paused", "ended"] {
        let (page, card) = words_of(status, "open", &weekly("2027-02-02", ", skip: [2027-02-16]"));
        assert_says(
            &page,
            &[],
            &["Met ", "Used to meet", "from 2 February 2027", "How it met", "cancelled"],
        );
        assert_says(&card, &[], &["Met ", "Used to meet", "2027"]);
    }
    let (page, card) = words_of("ended", "open", &weekly("2026-01-06", ""));
    assert_says(&page, &["Met Every Tuesday", "Who came, and how many, varied"], &["Meetings "]);
    assert_says(&card, &["Met Every Tuesday"], &[]);
}

#[test]
fn a_paused_group_is_told_of_in_one_tense() {
    let (page, card) = words_of("paused", "open", &weekly("2026-01-06", ""));
    let said = ["Used to meet Every Tuesday", "Who comes, and how many, varies"];
    assert_says(&page, &said, &["Met ", "who came", "varied"]);
    assert_says(&card, &["Used to meet Every Tuesday"], &["Met "]);
}

#[test]
fn a_group_whose_dates_are_past_has_no_dates_set() {
    let dates = weekly("2026-01-06", "")
        .replace("repeats: weekly, day: Tuesday, ", "")
        .replace("first: 2026-01-06", "dates: [2026-01-06, 2026-02-03]");
    let (page, card) = words_of("active", "open", &dates);
    assert_says(&page, &["No dates set", "On set dates"], &["yet", "On these dates"]);
    assert_says(&card, &["No dates set"], &["yet"]);
}

#[test]
fn only_a_group_that_can_be_joined_leads_to_guidance_on_joining() {
    for (status, can_be_joined) in [("active", true), ("paused", true), ("ended", false)] {
        let site = Site::golden();
        site.write(
            "content/guidance/first-step.md",
            "---\ntitle: The first step\nsummary: How to join.\nabout: [join]\nupdated: 2026-01-01\n---\nWrite.\n",
        );
        let charter = support::charter(
            "A Group",
            &format!("fields: [coaching]\n{}", weekly("2026-01-06", "")),
        );
        let charter = charter.replace("status: forming", &format!("status: {status}"));
        site.write("content/groups/a-group.md", charter);
        site.build(&[]).ended_with(0);
        let page = shown(text(&site.built(), "groups/a-group/index.html"));
        assert_eq!(page.contains("The first step"), can_be_joined, "{status}: {page}");
    }
}
