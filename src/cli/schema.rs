//! `guildhall schema`

use super::arguments::Arguments;
use super::{Failure, Outcome, paths, print};
use crate::pipeline;

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    print(&pipeline::schema(&root)?)
}
