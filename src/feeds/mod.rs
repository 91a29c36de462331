//! What machines read: calendars, exports, and lists of addresses for search engines.

mod atom;
mod calendar;
mod csv;
mod json;
mod json_ld;
mod meetings;
mod plain;
mod robots;
mod sitemap;

pub use atom::atom;
pub use calendar::calendar;
pub use csv::groups_csv;
pub use json::groups_json;
pub use json_ld::group_json_ld;
pub use robots::robots;
pub use sitemap::{sitemap, sitemap_index};
