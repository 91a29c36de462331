//! Groups whose texts a careless writer of one format or another would break.

use super::*;

/// Meetings of every form.
pub(super) const MEETINGS: &[&str] = &[
    "{repeats: monthly, day: second Tuesday, first: 2026-01-13, skip: [2026-12-08], time: \"18:30\", \
     duration: 90 min, timezone: Europe/London, place: {online: Video call}, notice: 6 weeks}",
    "{repeats: weekly, day: Monday, first: 2026-01-05, until: 2027-03-01, time: \"23:30\", duration: 2 h, \
     timezone: America/St_Johns, place: {venue: Old Mill, town: Leeds, country: United Kingdom}}",
    "{rrule: 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', first: 2026-01-27, time: \"09:00\", \
     duration: 45 min, timezone: Asia/Kolkata, place: {online: Video call, town: Pune}}",
    "{dates: [2026-11-01, 2026-12-01, 2027-01-15], time: \"18:30\", duration: 90 min, \
     timezone: Australia/Sydney, place: {town: Sydney}}",
    "{repeats: varies, when: As we agree, place: {online: Video call}}",
    "{rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, first: 2024-02-29, time: \"12:00\", duration: 1 h, \
     timezone: UTC, place: {country: Iceland}}",
];

pub(super) const COSTS: &[&str] = &[
    "free",
    "{amount: 20, currency: GBP, per: year, covers: Room hire}",
    "{amount: 7.50, currency: EUR, per: meeting, concessions: \"Students: half\"}",
];

/// Texts that a careless writer of one format or another would break.
pub(super) const HOSTILE: &[&str] = &[
    "A plain name",
    "=HYPERLINK(\"https://example.org\",\"press\")",
    "+1 and @SUM(A1), \"quoted\"",
    "-2+3",
    "@everyone",
    "]]> <![CDATA[ <!-- &amp; &#0; --> <b>",
    "</script><script>alert(1)</script>",
    "</SCRIPT\u{a0}> <!--<script>",
    r"\u003c/script> \ \\ \n {{ name }} {% raw %}",
    "读书会 👩\u{200d}💻 édition ﷽ \u{fffd}",
    "one, two; three\t'four' |five|",
    "null",
];

pub(super) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A site in which every group has a hostile text for each of its texts.
pub(super) fn hostile_site() -> (Site, Vec<Value>) {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site.remove("content/groups/coaching-circle.md");
    let mut groups = Vec::new();
    for number in 0..120 {
        let text = HOSTILE[number % HOSTILE.len()];
        let id = format!("group-{number}");
        let name = format!("{text} {number}");
        let reviewed = format!("2026-{:02}-{:02}", 1 + number % 9, 1 + number % 28);
        let address = ["group@example.org", "https://example.org/join?a=b&c=d"][number % 2];
        let lines = format!(
            "---\nname: {}\nsummary: {summary}\nfields: [coaching]\nfounded: 2020-01-31\n\
             reviewed: {reviewed}\npurpose: {summary}\n\
             leaders: [{{name: {summary}, role: {summary}, url: 'https://example.com/private'}}]\n\
             aims: [supportive-reflection]\nmembership: closed\nsize: {{ideal: 8}}\nmeetings:\n  \
             - {}\n  - {}\ncosts: {}\njoining: {{places: {}, who: {summary}, steps: [{summary}], \
             contact: '{address}'}}\n---\n{text}\n",
            quoted(&name),
            MEETINGS[number % MEETINGS.len()],
            MEETINGS[(number / 7) % MEETINGS.len()],
            COSTS[number % COSTS.len()],
            ["open", "full", "waiting-list"][number % 3],
            summary = quoted(text),
        );
        site.write(&format!("content/groups/{id}.md"), lines);
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        groups.push(json!({
            "id": id,
            "url": format!("https://cop.example.org/groups/{id}/"),
            "name": name,
            "summary": text,
            "who": one_line,
            "contact": address,
            "reviewed": reviewed,
        }));
    }
    (site, groups)
}
