//! What leaders write a charter with.
//!
//! - [`blank`] is a charter in which every question has its place.
//! - [`write`] is the text of a charter from answers; [`read_answers`] reads answers from a file, and
//!   [`read_issue`] from an issue that was filled in as a form.
//! - [`with_ids`] gives each of several series an id.

mod answers;
mod blank;
mod file;
mod id;
mod ids;
mod issue;
mod tidy;

pub use answers::{Answers, read as read_answers, set};
pub use blank::{blank, blank_with};
pub use file::write;
pub use id::{LONGEST_ID, id_of};
pub use ids::with_ids;
pub use issue::{is_issue, read as read_issue};
pub use tidy::tidy;
