//! The data for templates: a contract with its own types, separate from the charter's.
//!
//! Every value is ready to show. Links are under the site's base path, dates come with their words,
//! and whatever ends in `html` is safe HTML that templates pass on with the filter `safe`. [`writer`] makes them
//! of pages.

mod emblem;
mod group;
mod lists;
mod meetings;
mod paging;
mod poster;
mod start;
mod typed;
mod writer;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

pub use emblem::{DotsView, EmblemView, TINTS};
pub(super) use group::shows_section;
pub use group::{
    AxisTerms, CostsView, GROUP_SECTIONS, GroupLinkView, GroupView, JoinView, LeaderView,
    PhraseView, RelationsView, SimilarView, SizeView,
};
pub use lists::{
    AxisView, Card, CompareView, CountedLink, HomeView, LanguageView, LaterView, Listing, NarrowBy,
    NextView, PairView, PictureView, QuickView, SearchView, Section, SoonView, TermLink, TermView,
};
pub use meetings::{
    CalendarDay, CalendarFeeds, CalendarView, ChangeView, EntryView, MeetingView, OccurrenceView,
    OnlineView, PlaceView, StripDay, SubscriptionView, TileView,
};
pub use paging::PageLink;
pub use poster::{CodeView, PosterView};
pub use start::{
    ChoiceView, ChoicesView, GuideView, QuestionView, StartView, guides, limits, questions,
    weekdays,
};
pub use writer::group_json_ld;

/// What every page is given under `site`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SiteView {
    /// The site's name.
    #[serde(serialize_with = "typed::set")]
    pub title: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub description: String,
    /// The language tag of its own words.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Where the Guild is reached.
    pub contact: Option<ContactView>,
    /// Scheme and host, for full addresses: `https://example.org`.
    pub origin: String,
    /// The publisher's own logo.
    pub logo: Option<String>,
    /// The publisher's own colours, as CSS that the theme puts behind its own.
    #[serde(skip)]
    pub colours: String,
    /// The home page.
    pub home: String,
    /// The path that every link starts with: `/`, or `/sub/folder/`.
    pub base_path: String,
    /// The main places: groups, calendar, guidance, start a group.
    pub navigation: Vec<Link>,
    /// The pages of the axes that have terms.
    pub axes: Vec<Link>,
    /// The other pages, for the foot of the page.
    pub pages: Vec<Link>,
    /// The folder of what the site's own scripts fetch.
    pub data_href: String,
    /// The search page.
    pub search_href: Option<String>,
    /// The page with groups side by side.
    pub compare_href: String,
    /// The coming meetings.
    pub calendar_href: Option<String>,
    /// The newest and the changed groups, for feed readers.
    pub feed_href: String,
}

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// The words.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// The address, under the base path.
    pub href: String,
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContactView {
    /// `email` or `web`.
    pub kind: &'static str,
    /// `mailto:` with a subject, or an `https` address.
    pub href: String,
    /// The address, to be read.
    pub text: String,
}

/// A word of the format with the words that a reader sees: `waiting-list`, "Waiting list".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Label {
    /// The word of the charter, for classes and filters.
    pub id: &'static str,
    /// The words on the page.
    pub name: String,
}

impl Label {
    /// A word of the format, and what a reader sees for it.
    pub fn new(id: &'static str, name: impl Into<String>) -> Self {
        Self { id, name: name.into() }
    }
}

/// What every page is given under `page`.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// The page's own title, without the site's.
    #[serde(serialize_with = "typed::set")]
    pub title: String,
    /// One line for search engines and previews.
    #[serde(serialize_with = "typed::set")]
    pub description: String,
    /// The full address.
    pub canonical: String,
    /// The way from the home page to here, this page not included.
    pub breadcrumbs: Vec<Link>,
    /// The address of this page's main place in `site.navigation`, to mark it; empty for none.
    pub section: String,
    /// Which of the theme's tints it has, from 1; 0 where it has that of the site.
    pub tint: usize,
    /// The full address of a picture of what it shows.
    pub picture: Option<String>,
}

/// A page: what all have, and what its template is given besides.
#[derive(Clone, Debug, Serialize)]
pub struct View {
    /// What every page has.
    pub page: PageView,
    /// What its kind has, under a key of its own.
    #[serde(flatten)]
    pub body: Body,
    /// The positions of the groups whose cards the page shows, in order. Its template is given their
    /// HTML under `cards`.
    #[serde(skip)]
    pub cards: Vec<usize>,
    /// What the page is about for search engines.
    pub structured_data: Option<StructuredData>,
}

/// What a page is about for search engines (schema.org).
#[derive(Clone, Debug, Serialize)]
pub struct StructuredData {
    /// JSON-LD that is safe inside a `<script>`.
    pub json: String,
    /// Its hash as a source expression of the Content-Security-Policy: `sha256-…` (CSP Level 3,
    /// section 2.3.1).
    pub hash: String,
}

impl StructuredData {
    /// JSON-LD with its hash.
    pub(super) fn new(json: String) -> Self {
        let hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&json)));
        Self { json, hash }
    }
}

impl View {
    /// A page without cards.
    pub(super) fn new(page: PageView, body: Body) -> Self {
        Self { page, body, cards: Vec::new(), structured_data: None }
    }

    /// A page with the cards of groups.
    pub(super) fn with_cards(page: PageView, body: Body, cards: Vec<usize>) -> Self {
        Self { cards, ..Self::new(page, body) }
    }
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
    Term(Box<TermView>),
    /// Two terms with the groups that have both, one page of the list.
    Pair(PairView),
    /// A group.
    Group(Box<GroupView>),
    /// A group, on a sheet of paper.
    Poster(Box<PosterView>),
    /// The coming meetings, one page of the list.
    Calendar(CalendarView),
    /// The search page.
    Search(SearchView),
    /// The page with groups side by side.
    Compare(CompareView),
    /// The page with the form for a charter.
    Start(Box<StartView>),
    /// The list of the guidance.
    GuidanceIndex(GuidanceIndexView),
    /// A guidance page or any other page of text.
    Article(ArticleView),
    /// The page for addresses that lead nowhere.
    NotFound(NotFoundView),
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
            Self::Pair(_) => "pair.html",
            Self::Group(_) => "group.html",
            Self::Poster(_) => "poster.html",
            Self::Calendar(_) => "calendar.html",
            Self::Search(_) => "search.html",
            Self::Compare(_) => "compare.html",
            Self::Start(_) => "start.html",
            Self::GuidanceIndex(_) => "guidance_index.html",
            Self::Article(_) => "article.html",
            Self::NotFound(_) => "not_found.html",
            Self::Redirect(_) => "redirect.html",
        }
    }
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
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Its address.
    pub href: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: String,
    /// Whether groups declare that they follow it.
    pub minimum_standard: bool,
}

/// A page of text.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// Its title.
    #[serde(serialize_with = "typed::set")]
    pub title: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
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

/// The page for addresses that lead nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// Its title.
    #[serde(serialize_with = "typed::set")]
    pub title: String,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: String,
    /// The directory's own text; may be empty.
    pub body_html: String,
}

/// An earlier address.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// Where the page is now.
    pub to: Link,
}
