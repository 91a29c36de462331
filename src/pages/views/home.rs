//! The home page.

use super::super::Address;
use super::super::plan::Page;
use super::super::view::{Body, HomeView, View};
use super::Writer;
use crate::config::Axis;

/// How many groups with places the home page shows.
const WITH_PLACES: usize = 12;

impl Writer<'_> {
    pub(super) fn home(&self, page: &Page) -> View {
        let settings = &self.directory.config.settings;
        let mut view = self.page(page, &settings.title, &settings.description);
        view.section = self.href(&Address::home());
        let mut cards = self.directory.with_places();
        cards.truncate(WITH_PLACES);
        let body = HomeView {
            group_count: self.directory.current().len(),
            has_groups: !self.directory.groups().is_empty(),
            groups_href: self.href(&Address::groups()),
            axes: Axis::ALL.into_iter().map(|axis| self.axis_view(axis)).collect(),
            has_places: !cards.is_empty(),
            coming: self.coming_soon(),
            guidance: self.guidance_links(),
            start: self.start(),
        };
        View::with_cards(view, Body::Home(body), cards)
    }
}
