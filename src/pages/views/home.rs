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
        let open = self.directory.with_places();
        let body = HomeView {
            group_count: self.directory.listed().len(),
            groups_href: self.href(&Address::groups()),
            axes: Axis::ALL.into_iter().map(|axis| self.axis_view(axis)).collect(),
            with_places: open.iter().take(WITH_PLACES).map(|group| self.card_at(*group)).collect(),
            guidance: self.guidance_links(),
            start: self.start(),
        };
        View { page: view, body: Body::Home(body) }
    }
}
