//! Views into pages: the theme, its templates and its assets.
//!
//! A theme is a folder with `templates/` and `assets/`. The one built in is complete; a site's own
//! theme holds only the files that it wants otherwise. Nothing here knows the directory: a
//! [`View`](crate::pages::view::View) carries all that a page shows.

mod assets;
mod escape;
mod interface;
mod templates;
mod theme;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use theme::Theme;
