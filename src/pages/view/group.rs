//! What the page of a group is given.

use serde::Serialize;

use super::typed;
use super::{
    Card, ContactView, DateView, Label, Link, MeetingView, NextView, PlaceView, SubscriptionView,
};
use crate::charter::Charter;

/// A group's page: every key of its charter.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// What its card shows.
    #[serde(flatten)]
    pub card: Card,
    /// Where it is at home: `Bristol, Somerset, United Kingdom`.
    pub based: Option<String>,
    /// The day from which its status holds.
    pub since: Option<DateView>,
    /// Where it talks and publishes.
    pub links: Vec<GroupLinkView>,
    /// Other groups that it names, or that name it.
    pub relations: RelationsView,
    /// What the charter does not say, in a few words each.
    pub unsaid: Vec<String>,
    /// Its terms by axis; axes without a term are left out.
    pub axes: Vec<AxisTerms>,
    /// How to join.
    pub join: JoinView,
    /// Why it exists.
    pub purpose_html: Option<String>,
    /// The charter's own text; may be empty.
    pub about_html: String,
    /// How it meets, series by series.
    pub meetings: Vec<MeetingView>,
    /// Where it meets: each place once.
    pub held_at: Vec<PlaceView>,
    /// The next meetings of all series, a few.
    pub next_meetings: Vec<NextView>,
    /// Its calendar file.
    pub calendar: Option<SubscriptionView>,
    /// The address of a file with its next meeting.
    pub next_meeting_href: Option<String>,
    /// What this directory says of open or of closed groups, in paragraphs.
    pub membership_meaning: Vec<String>,
    /// How many members.
    pub size: Option<SizeView>,
    /// Guidance that explains parts of the page.
    pub guidance: Vec<Link>,
    /// What is expected of members.
    pub commitment_html: Option<String>,
    /// How a meeting runs.
    pub structure_html: Option<String>,
    /// What it costs.
    pub costs: Option<CostsView>,
    /// Its aims.
    pub aims: Vec<PhraseView>,
    /// Its objectives, a sentence each.
    #[serde(serialize_with = "typed::set")]
    pub objectives: Vec<String>,
    /// Who leads it.
    pub leaders: Vec<LeaderView>,
    /// Its values.
    pub values: Vec<PhraseView>,
    /// The minimum standards that it declares.
    pub standards: Vec<Link>,
    /// How members reach each other between meetings.
    pub communication_html: Option<String>,
    /// How conflicts are addressed.
    pub conflict_html: Option<String>,
    /// When it began.
    pub founded: Option<DateView>,
    /// When its charter was last looked at.
    pub reviewed: Option<DateView>,
    /// The sheet to print and pin up, of a group that meets or is about to.
    pub poster_href: Option<String>,
    /// Where a change to the charter is suggested: the file in the repository.
    pub edit_href: Option<String>,
    /// The form, filled in from the charter.
    pub form_href: String,
    /// The same, where nothing is to change but the day of the last review. None where a change cannot be proposed.
    pub still_true_href: Option<String>,
    /// The list of all groups.
    pub groups_href: String,
    /// Groups that share its terms, the most alike first.
    pub similar: Vec<SimilarView>,
}

/// A group like the one shown.
#[derive(Clone, Debug, Serialize)]
pub struct SimilarView {
    /// Its name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Its page.
    pub href: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: Option<String>,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The names of the terms that both have.
    #[serde(serialize_with = "typed::set")]
    pub shared: Vec<String>,
}

/// Where a group talks or publishes.
#[derive(Clone, Debug, Serialize)]
pub struct GroupLinkView {
    /// What is there.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// `email` or `web`.
    pub kind: &'static str,
    /// Its address.
    pub href: String,
    /// Its host, or the e-mail address.
    pub host: String,
}

/// Other groups that a group names, or that name it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RelationsView {
    /// The larger group to which it belongs.
    pub part_of: Option<Link>,
    /// The groups that belong to it.
    pub parts: Vec<Link>,
    /// Groups that work on the same things.
    pub related: Vec<Link>,
    /// Who goes on.
    pub succeeded_by: Option<Link>,
    /// The groups whose work it goes on with.
    pub predecessors: Vec<Link>,
}

/// The terms of one axis.
#[derive(Clone, Debug, Serialize)]
pub struct AxisTerms {
    /// `Field of practice`, or `Fields of practice` for more than one.
    pub name: String,
    /// The terms.
    pub terms: Vec<Link>,
}

/// How to join.
#[derive(Clone, Debug, Serialize)]
pub struct JoinView {
    /// Whether there are places.
    pub places: Option<Label>,
    /// Whether its numbers leave room, as far as it gives them.
    pub has_room: bool,
    /// Whom it is for.
    #[serde(serialize_with = "typed::set")]
    pub who: Option<String>,
    /// What to do, step by step.
    pub steps_html: Vec<String>,
    /// Where to write: to the group, or if it gives no way to reach it, to the directory.
    pub contact: Option<ContactView>,
    /// Whether that is the directory's address.
    pub contact_is_directory: bool,
    /// How soon a newcomer hears back.
    #[serde(serialize_with = "typed::set")]
    pub reply: Option<String>,
    /// What a first meeting is like.
    #[serde(serialize_with = "typed::set")]
    pub welcome: Option<String>,
}

/// How many members.
#[derive(Clone, Debug, Serialize)]
pub struct SizeView {
    /// The number that would be best.
    pub ideal: Option<u32>,
    /// The fewest.
    pub minimum: Option<u32>,
    /// The most.
    pub maximum: Option<u32>,
    /// How many there are.
    pub current: Option<u32>,
}

/// What it costs.
#[derive(Clone, Debug, Serialize)]
pub struct CostsView {
    /// `Free`, or `£20 a year`.
    pub summary: String,
    /// What the money is for.
    #[serde(serialize_with = "typed::set")]
    pub covers: Option<String>,
    /// Who pays less.
    #[serde(serialize_with = "typed::set")]
    pub concessions: Option<String>,
}

/// An aim or a value.
#[derive(Clone, Debug, Serialize)]
pub struct PhraseView {
    /// The Guild's name for it, or the group's own sentence.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// The Guild's sentence on it; none for the group's own.
    #[serde(serialize_with = "typed::set")]
    pub text: Option<String>,
}

/// Someone who leads.
#[derive(Clone, Debug, Serialize)]
pub struct LeaderView {
    /// Their name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Their role.
    #[serde(serialize_with = "typed::set")]
    pub role: Option<String>,
    /// Where they work, or whom they speak for.
    #[serde(serialize_with = "typed::set")]
    pub organisation: Option<String>,
    /// What they answer for.
    #[serde(serialize_with = "typed::set")]
    pub responsibilities: Vec<String>,
    /// A page about them: an `https` address.
    pub url: Option<String>,
}

/// The parts of a group's page. Its template gives each of those that it shows this id.
pub const GROUP_SECTIONS: &[&str] = &[
    "meetings",
    "costs",
    "size",
    "join",
    "leaders",
    "purpose",
    "about",
    "membership",
    "commitment",
    "structure",
    "aims",
    "objectives",
    "values",
    "standards",
    "links",
    "communication",
    "conflict",
];

/// Whether a group's page shows a part: those that the charter leaves out are not there.
pub(in crate::pages) fn shows_section(charter: &Charter, id: &str) -> bool {
    // Every part is named here, so that one that is forgotten does not compile.
    let Charter {
        id: _,
        aliases: _,
        source: _,
        typed: _,
        name: _,
        sort_key: _,
        summary: _,
        terms: _,
        status: _,
        since: _,
        relations: _,
        picture: _,
        based: _,
        links,
        founded: _,
        reviewed: _,
        language: _,
        purpose,
        leaders,
        aims,
        objectives,
        membership,
        size,
        meetings,
        commitment,
        structure,
        costs,
        joining: _,
        values,
        standards,
        communication,
        conflict,
        about,
    } = charter;
    match id {
        "join" => true,
        "links" => !links.is_empty(),
        "purpose" => purpose.is_some(),
        "membership" => membership.is_some(),
        "aims" => !aims.is_empty(),
        "leaders" => !leaders.is_empty(),
        "about" => !about.is_empty(),
        "meetings" => !meetings.is_empty(),
        "size" => size.is_some(),
        "commitment" => commitment.is_some(),
        "structure" => structure.is_some(),
        "costs" => costs.is_some(),
        "objectives" => !objectives.is_empty(),
        "values" => !values.is_empty(),
        "standards" => !standards.is_empty(),
        "communication" => communication.is_some(),
        "conflict" => conflict.is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::PARTS;

    #[test]
    fn guidance_explains_parts_that_a_groups_page_has() {
        assert!(PARTS.iter().all(|part| GROUP_SECTIONS.contains(part)));
    }
}
