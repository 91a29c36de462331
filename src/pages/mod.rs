//! Every page and address of the site.
//!
//! 1. [`Plan::draw`] lists every address once, each with a small [`Recipe`].
//! 2. `links` finds what each link inside the site leads to, and says where it leads nowhere.
//! 3. [`Plan::view`] turns a recipe into the [`view::View`] that its template is given.
//!
//! Nothing here touches templates, files or the clock.

mod address;
mod anchors;
mod checks;
mod drawing;
mod links;
mod paging;
mod plan;
mod recipe;
pub(crate) mod times;
pub mod view;
mod views;
pub(crate) mod words;

pub use address::Address;
pub use anchors::GROUP_SECTIONS;
pub use checks::Problems;
pub use paging::CARDS_LENGTH;
pub use plan::{Page, Plan};
pub use recipe::Recipe;
