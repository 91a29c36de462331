//! What lists of groups and terms are given.

use serde::Serialize;

use super::typed;
use super::{ArticleLink, EmblemView, Label, Link, PageLink, SubscriptionView, TileView};

/// A link to a term or an axis, with one line on it and how many groups are found there.
#[derive(Clone, Debug, Serialize)]
pub struct CountedLink {
    /// The words.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// The address, under the base path.
    pub href: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: String,
    /// How many groups are found there.
    pub count: usize,
}

/// A term in a list of terms.
#[derive(Clone, Debug, Serialize)]
pub struct TermLink {
    /// Its page, and how many groups it and the terms below it have, each counted once.
    #[serde(flatten)]
    pub link: CountedLink,
    /// The terms directly below it, in their order.
    pub below: Vec<TermLink>,
    /// How many terms are directly below it, where not all are listed.
    pub all_below: Option<usize>,
}

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// The heading.
    #[serde(serialize_with = "typed::set")]
    pub heading: String,
    /// What is below it.
    #[serde(serialize_with = "typed::set")]
    pub lead: String,
    /// More of the directory's own text; may be empty.
    pub text_html: String,
    /// Words that find a group.
    pub words_to_search: Vec<String>,
    /// How many groups there are that meet or are about to.
    pub group_count: usize,
    /// Whether there is any group, paused and ended ones too.
    pub has_groups: bool,
    /// The list of all groups.
    pub groups_href: String,
    /// The axes that have terms, each with those of its first level, or the largest of these.
    pub axes: Vec<AxisView>,
    /// Whether groups have places now. Their cards are the page's: at most six, the most recently
    /// reviewed first.
    pub has_places: bool,
    /// The first meetings of the next two weeks.
    pub coming: Vec<SoonView>,
    /// The first pages of the guidance, in reading order.
    pub guidance: Vec<ArticleLink>,
    /// The list of all of it.
    pub guidance_href: String,
    /// How to start a group.
    pub start: Link,
}

/// An axis: `fields`, `subjects` or `domains`.
#[derive(Clone, Debug, Serialize)]
pub struct AxisView {
    /// The charter's key: `fields`.
    pub id: &'static str,
    /// `Fields of practice`
    pub name: String,
    /// `fields of practice`
    pub plural: String,
    /// `field of practice`
    pub singular: String,
    /// What the axis is, in one sentence; empty where the directory calls it something else, and says no more.
    pub explanation: String,
    /// Its page.
    pub href: String,
    /// The terms of its first level, in their order.
    pub terms: Vec<TermLink>,
    /// How many its first level has, where not all are listed.
    pub all: Option<usize>,
}

/// One page of a list of groups, whose cards are the page's.
#[derive(Clone, Debug, Serialize)]
pub struct Listing {
    /// How many groups the whole list has that meet or are about to.
    pub total: usize,
    /// The parts of this page: the groups that meet or are about to, then those that have paused, then those
    /// that have ended.
    pub sections: Vec<Section>,
    /// Which page this is, from 1.
    pub number: usize,
    /// Filters of one press. They are on the first page.
    pub quick: Vec<QuickView>,
    /// The evenings of a week, each named by its day: `Tue`. They are on the first page.
    pub evenings: Vec<QuickView>,
    /// The languages of the list's groups, as tags without a region, where there are several. They are on the first page.
    pub languages: Vec<String>,
    /// Links to all pages of the list, in order; one entry when there is only one page.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A filter of one press, which some of a list's groups pass and others do not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuickView {
    /// How an address says it: `where=online`.
    pub filter: String,
    /// How people say it: `Online`.
    pub name: String,
}

/// A part of a page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// `current`, `paused` or `ended`.
    pub standing: &'static str,
    /// Its first card, by its position among those of the page.
    pub start: usize,
    /// The position after its last card.
    pub end: usize,
}

/// A term with its groups and those of the terms below it.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Its ornament.
    pub emblem: EmblemView,
    /// A picture of it, which is shown instead.
    pub picture: Option<PictureView>,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: String,
    /// `field of practice`
    pub axis: String,
    /// What the filters of its page start from: `field=coaching`.
    pub filter: String,
    /// Its introduction; empty after the first page.
    pub introduction_html: String,
    /// The terms directly below it, each with those below that one; none after the first page.
    pub below: Vec<TermLink>,
    /// Its groups.
    pub listing: Listing,
    /// The terms of the other axes that its groups have.
    pub narrow: Vec<NarrowBy>,
    /// Its calendar file.
    pub calendar: Option<SubscriptionView>,
}

/// The terms of an axis by which a list gets shorter.
#[derive(Clone, Debug, Serialize)]
pub struct NarrowBy {
    /// `subject`
    pub axis: String,
    /// The terms, with how many groups stay.
    pub terms: Vec<CountedLink>,
}

/// Two terms with the groups that have both.
#[derive(Clone, Debug, Serialize)]
pub struct PairView {
    /// The terms, in the order of the axes.
    pub terms: [Link; 2],
    /// What the filters of its page start from: `field=coaching&subject=strengths`.
    pub filter: String,
    /// The groups.
    pub listing: Listing,
}

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// The axes that have terms, for those who rather browse, as the home page has them.
    pub axes: Vec<AxisView>,
    /// The list of all groups.
    pub groups_href: String,
    /// The folder of the index.
    pub index_href: String,
}

/// The page with groups side by side.
#[derive(Clone, Debug, Serialize)]
pub struct CompareView {
    /// The list of all groups, and the folder of their pages.
    pub groups_href: String,
}

/// A language by its names.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageView {
    /// The language tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// What it is called in the language itself.
    pub name: String,
    /// What it is called in English, where that is something else.
    pub english: Option<&'static str>,
}

/// A picture of a group or a term.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// Its address, under the base path.
    pub href: String,
    /// What it shows.
    #[serde(serialize_with = "typed::set")]
    pub alt: String,
}

/// A group in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Its name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its ornament.
    pub emblem: EmblemView,
    /// A picture of it, which is shown instead.
    pub picture: Option<PictureView>,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: Option<String>,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The language of its text and its meetings, whether it is the site's or not.
    pub speaks: LanguageView,
    /// Open or closed.
    pub membership: Option<Label>,
    /// Whether there are places.
    pub places: Option<Label>,
    /// Forming, active, paused or ended.
    pub status: Label,
    /// What a newcomer should know first: `ended`, `paused`, `forming`, `full`, `waiting-list`, `no-dates`, or
    /// `open` where nothing of the kind holds.
    pub state: &'static str,
    /// Whether it meets or is about to: it has neither paused nor ended.
    pub is_current: bool,
    /// Online, in person, or both.
    pub mode: Option<Label>,
    /// When it meets, in a few words for each series.
    pub meets: Vec<String>,
    /// Where it is at home: `Bristol, United Kingdom`.
    pub based: Option<String>,
    /// The towns where it meets, but for the one in which it is at home.
    pub towns: Vec<String>,
    /// What it costs, in a few words.
    pub cost: Option<String>,
    /// Its next meeting.
    pub next: Option<NextView>,
    /// Those after it, for scripts to show when it is over.
    pub later: Vec<LaterView>,
    /// Who leads it; not shown, so that search can say which of them it found.
    pub leaders: Vec<String>,
}

/// A coming meeting with its date as a tile.
#[derive(Clone, Debug, Serialize)]
pub struct NextView {
    /// Its day.
    #[serde(flatten)]
    pub tile: TileView,
    /// `2026`
    pub year: String,
    /// `Tuesday 18:30, UK time`
    pub at: String,
    /// The same for programs.
    #[serde(flatten)]
    pub meeting: LaterView,
}

/// A meeting on the home page.
#[derive(Clone, Debug, Serialize)]
pub struct SoonView {
    /// The group's name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// The group's page.
    pub href: String,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The meeting, as on the group's card.
    pub next: NextView,
}

/// A meeting after the next.
#[derive(Clone, Debug, Serialize)]
pub struct LaterView {
    /// When it starts, with the offset: `2026-12-08T18:30+00:00`.
    pub start: String,
    /// When it ends, likewise.
    pub end: String,
    /// `In person, Leeds`; empty where the place needs no saying.
    pub place: String,
    /// `UK time`
    pub zone: String,
    /// Whether one can only come to it: its time is told as it is there, wherever one looks at it from.
    pub in_person: bool,
}
