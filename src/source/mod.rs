//! The only reader of the site: files within limits, as text with places.
//!
//! 1. `walk` lists what there is under `content/` and `themes/`, and knows what each file is for.
//! 2. `read` reads one of them, within limits.
//! 3. [`Sources`] holds all of them, and reads again only what has changed.

mod file;
mod id;
mod read;
mod sources;
mod walk;

pub use file::SourceFile;
pub(crate) use id::{DEVICES, LONGEST as LONGEST_ID};
pub use id::{check_id, spell, suggest_id};
pub use read::{LARGEST_TEXT, MESSAGES};
pub use sources::{Changes, Sources, StaticFile};
pub use walk::{GROUPS, charter_path};
