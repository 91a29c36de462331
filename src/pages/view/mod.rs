//! What templates are given: a contract of its own types, apart from the charter's.
//!
//! Every value is ready to show. Links stand under the site's base path, dates come with their words,
//! and whatever ends in `html` is safe HTML that templates pass on with the filter `safe`.

mod group;

use serde::Serialize;

pub use group::{
    AxisTerms, CostsView, GroupView, JoinView, LeaderView, MeetingView, PhraseView, SizeView,
};

/// What every page is given under `site`.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// One line on it.
    pub description: String,
    /// The language tag of its own words.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Where the Guild is reached.
    pub contact: Option<ContactView>,
    /// The home page.
    pub home: String,
    /// The path that every link starts with: `/`, or `/sub/folder/`.
    pub base_path: String,
    /// The main places: groups, the three axes, guidance, start a group.
    pub navigation: Vec<Link>,
    /// The other pages, for the foot of the page.
    pub pages: Vec<Link>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The words.
    pub name: String,
    /// The address, under the base path.
    pub href: String,
}

/// A link to a term or an axis, with one line on it and how many groups are found there.
#[derive(Clone, Debug, Serialize)]
pub struct CountedLink {
    /// The words.
    pub name: String,
    /// The address, under the base path.
    pub href: String,
    /// One line on it.
    pub summary: String,
    /// How many groups are found there.
    pub count: usize,
}

/// A date for the attribute `datetime` and in words.
#[derive(Clone, Debug, Serialize)]
pub struct DateView {
    /// `2026-09-01`
    pub iso: String,
    /// `1 September 2026`
    pub words: String,
}

/// How a group or the Guild is reached.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// `email` or `web`.
    pub kind: &'static str,
    /// `mailto:` with a subject, or an `https` address.
    pub href: String,
    /// The address, to be read.
    pub text: String,
}

/// A word of the format with the words that a reader sees: `waiting-list`, "Waiting list".
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Label {
    /// The word of the charter, for classes and filters.
    pub id: &'static str,
    /// The words on the page.
    pub name: &'static str,
}

/// What every page is given under `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// The page's own title, without the site's.
    pub title: String,
    /// One line for search engines and previews.
    pub description: String,
    /// The full address.
    pub canonical: String,
    /// The way from the home page to here, this page not included.
    pub breadcrumbs: Vec<Link>,
    /// The address of this page's main place in `site.navigation`, to mark it; empty for none.
    pub section: String,
}

/// A page: what all have, and what its template is given besides.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// What every page has.
    pub page: PageView,
    /// What its kind has, under a key of its own.
    #[serde(flatten)]
    pub body: Body,
}

/// The kinds of pages. Each has the template of its name: `home.html`, `group.html` …
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// The home page.
    Home(HomeView),
    /// All groups, one page of the list.
    Groups(Listing),
    /// An axis with its terms.
    Axis(AxisView),
    /// A term with its groups, one page of the list.
    Term(TermView),
    /// A group.
    Group(Box<GroupView>),
    /// The list of the guidance.
    GuidanceIndex(GuidanceIndexView),
    /// A guidance page or any other page of text.
    Article(ArticleView),
    /// The page for addresses that lead nowhere.
    NotFound(ArticleView),
    /// An earlier address.
    Redirect(RedirectView),
}

impl Body {
    /// The name of its template.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Groups(_) => "groups.html",
            Self::Axis(_) => "axis.html",
            Self::Term(_) => "term.html",
            Self::Group(_) => "group.html",
            Self::GuidanceIndex(_) => "guidance_index.html",
            Self::Article(_) => "article.html",
            Self::NotFound(_) => "not_found.html",
            Self::Redirect(_) => "redirect.html",
        }
    }
}

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// How many groups are listed.
    pub group_count: usize,
    /// The list of all groups.
    pub groups_href: String,
    /// The three axes, each with its terms.
    pub axes: Vec<AxisView>,
    /// Groups that have places now, at most twelve, the most recently reviewed first.
    pub with_places: Vec<Card>,
    /// The guidance, in reading order.
    pub guidance: Vec<ArticleLink>,
    /// How to start a group, where there is such a page.
    pub start: Option<Link>,
}

/// An axis: `fields`, `subjects` or `domains`.
#[derive(Clone, Debug, Serialize)]
pub struct AxisView {
    /// The charter's key: `fields`.
    pub id: &'static str,
    /// `Fields of practice`
    pub name: String,
    /// `field of practice`
    pub singular: &'static str,
    /// What the axis is, in one sentence.
    pub explanation: &'static str,
    /// Its page.
    pub href: String,
    /// Its terms, in their order.
    pub terms: Vec<CountedLink>,
}

/// One page of a list of groups.
#[derive(Clone, Debug, Serialize)]
pub struct Listing {
    /// The groups on this page, by name.
    pub cards: Vec<Card>,
    /// How many groups the whole list has.
    pub total: usize,
    /// Which page this is, from 1.
    pub number: usize,
    /// Links to all pages of the list, in order; one entry when there is only one page.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Its number, from 1; none where pages are left out of a long row.
    pub number: Option<usize>,
    /// Its address.
    pub href: String,
    /// Whether it is the page shown.
    pub current: bool,
}

/// A term with its groups.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// Its name.
    pub name: String,
    /// One line on it.
    pub summary: String,
    /// `field of practice`
    pub axis: &'static str,
    /// Its introduction; empty after the first page.
    pub introduction_html: String,
    /// Its groups.
    pub listing: Listing,
}

/// A group in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// One line on it.
    pub summary: String,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Open or closed.
    pub membership: Label,
    /// Whether there are places.
    pub places: Label,
    /// Forming, active, paused or ended.
    pub status: Label,
    /// Online, in person, or both.
    pub mode: Option<Label>,
    /// Its terms, all axes, in the order of the axes.
    pub terms: Vec<Link>,
    /// When it meets, in a few words for each series.
    pub meets: Vec<String>,
    /// The towns where it meets.
    pub towns: Vec<String>,
    /// What it costs, in a few words.
    pub cost: Option<String>,
}

/// The list of the guidance.
#[derive(Clone, Debug, Serialize)]
pub struct GuidanceIndexView {
    /// The pages, in reading order.
    pub articles: Vec<ArticleLink>,
}

/// A link to a page of text.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleLink {
    /// Its title.
    pub name: String,
    /// Its address.
    pub href: String,
    /// One line on it.
    pub summary: String,
    /// Whether groups declare that they follow it.
    pub minimum_standard: bool,
}

/// A page of text.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// Its title.
    pub title: String,
    /// One line on it.
    pub summary: String,
    /// The text.
    pub body_html: String,
    /// Its headings of the second level, for a table of contents: their `href` is `#id`.
    pub contents: Vec<Link>,
    /// Whether groups declare that they follow it.
    pub minimum_standard: bool,
    /// The document that it speaks of.
    pub source: Option<String>,
    /// When its text was last looked at.
    pub updated: Option<DateView>,
    /// The page before, in reading order.
    pub previous: Option<Link>,
    /// The page after, in reading order.
    pub next: Option<Link>,
    /// Where a change to the text is suggested.
    pub edit_href: Option<String>,
}

/// An earlier address.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// Where the page is now.
    pub to: Link,
}
