//! What machines read: lists of addresses for search engines.

mod robots;
mod sitemap;

pub use robots::robots;
pub use sitemap::{sitemap, sitemap_index};
