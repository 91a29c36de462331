//! The home page.

use super::super::{AxisView, Body, HomeView, View};
use super::Writer;
use crate::pages::Address;
use crate::pages::Page;

/// How many words the search suggests: as many as a phone shows.
const WORDS: usize = 2;
/// How many groups with places the home page shows.
const WITH_PLACES: usize = 6;
/// How many pages of the guidance.
const GUIDANCE: usize = 6;

impl Writer<'_> {
    pub(super) fn home(&self, page: &Page, text: Option<usize>) -> View {
        let config = &self.directory.config;
        let settings = &config.settings;
        let text = text.map(|position| &config.pages[position]);
        let mut view = self.page(page, &settings.title, &settings.description);
        view.section = self.href(&Address::home());
        let mut cards = self.directory.with_places();
        cards.truncate(WITH_PLACES);
        let axes = self.largest_terms();
        let body = HomeView {
            heading: text
                .map_or_else(|| self.words().get("home-heading"), |text| &text.title)
                .to_owned(),
            lead: text.map_or(&*settings.description, |text| &*text.summary).to_owned(),
            text_html: text
                .map(|text| self.html(&text.body, text.source.path(), &page.address))
                .unwrap_or_default(),
            words_to_search: axes.iter().filter_map(word_to_search).take(WORDS).collect(),
            group_count: self.directory.current().len(),
            has_groups: !self.directory.groups().is_empty(),
            groups_href: self.href(&Address::groups()),
            axes,
            has_places: !cards.is_empty(),
            coming: self.coming_soon(),
            guidance: self.guidance_links().into_iter().take(GUIDANCE).collect(),
            guidance_href: self.href(&Address::guidance_index()),
            start: self.start(),
        };
        View::with_cards(view, Body::Home(body), cards)
    }
}

/// The first term of an axis that finds a group.
fn word_to_search(axis: &AxisView) -> Option<String> {
    axis.terms.iter().find(|term| term.link.count > 0).map(|term| term.link.name.clone())
}
