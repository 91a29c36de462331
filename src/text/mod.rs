//! What can be said of any text, whatever it is for. It knows nothing of the rest.

pub mod pattern;
mod shows;

pub use shows::{look, shows, shows_nothing};
