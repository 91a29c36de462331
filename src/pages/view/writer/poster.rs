//! A group's poster.

use std::iter;

use fast_qr::{ECL, Module, QRBuilder};

use super::super::{Body, CodeView, EmblemView, OccurrenceView, PosterView, View};
use super::Writer;
use crate::charter::{Charter, Series};
use crate::config::Contact;
use crate::pages::coming;
use crate::pages::{Address, Page, labels, times};

/// How many meetings a poster has: it shows three of them.
const MEETINGS: usize = 6;

/// From how many characters on a name is long, and very long.
const LONG_NAME: [usize; 2] = [45, 75];

/// The same for all that a poster says.
const LONG_TEXT: [usize; 2] = [450, 800];

/// A label that is there in each language in which labels are.
const LABEL: &str = "facts-who";

/// How many empty modules are around a code (ISO/IEC 18004, section 6.3.8).
const QUIET: usize = 4;

impl Writer<'_> {
    pub(super) fn poster(&self, page: &Page, position: usize) -> View {
        let charter = &*self.directory.groups()[position];
        let words = self.words();
        let title = words.fill("poster-title", &[("group", (&*charter.name).into())]);
        let summary = charter.summary.as_deref().unwrap_or(&charter.name);
        let view = self.page(page, &title, summary);
        let today = self.directory.today;
        let coming = coming::next_meetings(charter, today, MEETINGS);
        let (language, direction) = self.language(charter);
        let group = Address::group(&charter.id);
        let address = self.directory.config.settings.base_url.absolute(group.as_str());
        let meets = |series: &&Series| times::meets_from(words, series, today, &coming);
        let body = PosterView {
            name: charter.name.clone(),
            emblem: EmblemView::of(&charter.id, self.tint_of(charter)),
            picture: charter.picture.as_ref().map(|picture| self.picture(picture)),
            href: self.href(&group),
            code: code(&address),
            address,
            language,
            direction,
            summary: charter.summary.clone(),
            who: charter.joining.who.clone(),
            meets: charter.current(today).iter().map(meets).collect(),
            next_meetings: without_their_one_zone(times::occurrences(words, &coming)),
            held_at: self.places(charter),
            cost: charter.costs.as_ref().map(|costs| labels::costs(words, costs).summary),
            speaks: labels::language(charter.language_in(&self.directory.config.settings)),
            labels_in: self.labels_in(charter),
            name_length: length(&[&charter.name], LONG_NAME),
            length: length(&texts_of(charter), LONG_TEXT),
            places: charter.joining.places.map(|places| labels::places(words, places).id),
            contact: self.contact(charter).map(Contact::shown),
        };
        View::new(view, Body::Poster(Box::new(body)))
    }

    /// The language of the labels on a group's poster.
    fn labels_in(&self, charter: &Charter) -> String {
        let settings = &self.directory.config.settings;
        let own = charter.language_in(settings).as_str();
        let is_there = self.words().is_in(own, LABEL);
        if is_there { own } else { settings.language.as_str() }.to_owned()
    }
}

/// What a charter says on its poster in its own words.
fn texts_of(charter: &Charter) -> Vec<&str> {
    let typed = [charter.summary.as_deref(), charter.joining.who.as_deref()];
    let places = charter.meetings.iter().map(|series| &series.place);
    let places =
        places.flat_map(|it| [it.venue.as_deref(), it.town.as_deref(), it.online.as_deref()]);
    iter::once(&*charter.name).chain(typed.into_iter().chain(places).flatten()).collect()
}

/// How long some texts are together.
fn length(texts: &[&str], [long, longest]: [usize; 2]) -> &'static str {
    match texts.iter().map(|text| text.chars().count()).sum::<usize>() {
        count if count >= longest => "longest",
        count if count >= long => "long",
        _ => "short",
    }
}

/// Meetings without their time zone, if all have the same: when the group meets says it.
fn without_their_one_zone(mut meetings: Vec<OccurrenceView>) -> Vec<OccurrenceView> {
    if meetings.windows(2).all(|two| two[0].timezone == two[1].timezone) {
        for meeting in &mut meetings {
            meeting.timezone.clear();
        }
    }
    meetings
}

/// The code of an address; none for one that is too long for any.
fn code(address: &str) -> Option<CodeView> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let path = (0..code.size).map(|row| dark_runs(&code[row], row + QUIET)).collect();
    Some(CodeView { size: code.size + 2 * QUIET, path })
}

/// The dark modules of a row: a rectangle for those side by side.
fn dark_runs(modules: &[Module], row: usize) -> String {
    let mut column = QUIET;
    let runs = modules.chunk_by(|one, next| one.value() == next.value()).map(|run| {
        let (start, length) = (column, run.len());
        column += length;
        match run.first() {
            Some(module) if module.value() => format!("M{start},{row}h{length}v1h-{length}z"),
            _ => String::new(),
        }
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dark_modules_side_by_side_are_one_rectangle() {
        let row = [true, true, false, true].map(Module::data);
        assert_eq!(dark_runs(&row, 5), "M4,5h2v1h-2zM7,5h1v1h-1z");
    }

    #[test]
    fn a_code_has_room_around_it() {
        let code = code("https://example.org/groups/x/").unwrap();
        assert!(code.path.starts_with("M4,4h7v1h-7z"), "{}", code.path);
        assert_eq!(code.size, 29 + 8);
    }

    #[test]
    fn an_address_that_no_code_can_hold_has_none() {
        assert!(code(&"x".repeat(5000)).is_none());
    }
}
