//! The schema of a site's charters, without reading them.

use std::io;
use std::path::Path;

use jiff::civil::Date;

use crate::charter;
use crate::config::Config;
use crate::source::Sources;

/// The JSON Schema of the charters of the site below a folder. Problems in the site's own texts are not reported
/// here.
///
/// # Errors
/// When the machine fails.
pub fn schema(root: &Path) -> io::Result<String> {
    let sources = Sources::read(root)?;
    let (config, _) = Config::read(&sources, Date::MAX); // the schema is the same on every day
    Ok(charter::schema(&config))
}
