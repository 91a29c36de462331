//! What leaders write a charter with.
//!
//! [`form_data`] is what the form on the site knows: the rules, and the words of the checks.
//! [`values`] is a charter as the form is filled in from it.

mod blank;
mod form;
mod values;

pub use blank::blank;
pub use form::{NAMES_LENGTH, form_data, names};
pub use values::values;
