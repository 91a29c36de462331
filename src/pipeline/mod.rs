//! Wires the stages together, and does nothing else.
//!
//! 1. [`Loader`] reads the sources and every charter, and reads again only what has changed.
//! 2. [`Loader::check`] joins them into a directory and a plan, with the report of every problem.
//! 3. [`Edition`] is a directory with its plan and its theme: it renders any page when asked.
//! 4. [`build()`] renders all of them into a folder; [`alone()`] makes some of them one file.

mod alone;
mod build;
mod checklists;
mod edition;
mod loader;
mod observer;
mod schema;

pub use crate::fix::Fixed;
pub use alone::alone;
pub use build::{BuildError, Built, build};
pub use edition::{Content, Edition};
pub use loader::{Checked, Loader, Options, is_fault_of_charter};
pub use observer::{Observer, Silent, Stage};
pub use schema::schema;
