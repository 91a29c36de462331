//! What can be said of any text, whatever it is for. It knows nothing of the rest.

pub mod pattern;
mod percent;
mod phrasing;
mod shows;
mod typography;
mod unseen;
mod web;

pub use percent::{percent_decoded, percent_encoded};
pub use phrasing::{join, join_words, plural, shorten};
pub use shows::{look, shows, shows_nothing};
pub use typography::{QUOTATION_MARKS, typeset, with_apostrophes};
pub use unseen::{is_hidden, on_one_line, reorders, seen, steers};
pub use web::web_address_in;
