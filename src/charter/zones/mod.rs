//! Time zones: what people type for one, what that means, and which places to offer for it.
//!
//! A charter names a place (`Europe/London`), since only a place says when its clocks change. For anything else
//! [`asked`] says what it means and what to type. Which places that fit come first depends on those that the other
//! groups use, so that the directory says it again once it knows them.

mod meaning;
mod name;
mod offer;
mod table;

use super::messages;
use crate::diagnostic::{Message, shorten};
use meaning::Meaning;
pub(in crate::charter) use meaning::but_for_case;
pub(super) use name::named;
pub use name::{is_fixed, names};
pub use offer::Offers;

/// What is wrong with a time zone as it was typed, and what to type instead.
#[derive(Debug)]
pub struct Problem {
    /// The words with their code.
    pub message: Message,
    /// The message, filled.
    pub text: String,
    /// The remedy, filled.
    pub help: String,
}

/// What to ask about a time zone as it was typed, if anything.
pub fn asked(typed: &str, offers: &Offers<'_>) -> Option<Problem> {
    let shown = shorten(typed);
    let tell = |message: Message, gaps: &[(&str, &str)]| {
        let (text, help) = message.fill(&[&[("typed", &*shown)], gaps].concat());
        Some(Problem { message, text, help })
    };
    if named(typed).is_some() {
        let (meaning, offer) = offers.instead_of_fixed(typed)?;
        return tell(messages::FIXED_ZONE, &[("meaning", &meaning), ("offer", &offer)]);
    }
    match meaning::meaning(typed) {
        Some(Meaning::Zone(zone)) => tell(messages::ZONE_MEANT, &[("zone", zone)]),
        Some(Meaning::Named(time)) => match (time.only_zone(), time.meanings.len()) {
            (Some(zone), _) => tell(messages::ZONE_MEANT, &[("zone", zone)]),
            (_, 1) => tell(messages::ZONE_OF_PLACES, &[("offer", &offers.of_named(time))]),
            _ => tell(messages::ZONE_OF_SEVERAL, &[("offer", &offers.of_named(time))]),
        },
        Some(Meaning::Offset(minutes)) => match offers.of_offset(minutes) {
            Some((meaning, offer)) => {
                tell(messages::ZONE_BY_OFFSET, &[("meaning", &meaning), ("offer", &offer)])
            }
            None => tell(messages::NOT_A_ZONE, &[]),
        },
        None => tell(messages::NOT_A_ZONE, &[]),
    }
}

#[cfg(test)]
mod tests;
