//! The only reader of the site: files within limits, as text with places.

mod file;

pub use file::SourceFile;
