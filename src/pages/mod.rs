//! Every page and address of the site.
//!
//! 1. [`Plan::new`] lists every address once, each with the [`Page`] or [`File`] that is there.
//! 2. `links` finds what each link inside the site leads to, and says where it leads nowhere.
//! 3. [`Plan::view`] turns a page into the [`view::View`] that its template is given.
//!
//! Nothing here touches templates, files or the clock.

mod address;
mod anchors;
mod checks;
pub(crate) mod coming;
mod kind;
pub(crate) mod labels;
mod links;
mod offers;
mod paging;
mod plan;
mod planner;
pub(crate) mod times;
pub mod view;

pub use address::Address;
pub use checks::Problems;
pub use kind::{Page, PageKind, Target};
pub use plan::{Cards, Entry, File, FileKind, Outline, Plan, Rendered, Site};
pub use view::GROUP_SECTIONS;
