//! Tells whoever watches how far the work is.

/// The stages of a run, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the sources.
    Read,
    /// Reading and checking the charters.
    Charters,
    /// Joining them into a directory and a plan of pages.
    Plan,
    /// Rendering and writing the pages.
    Render,
    /// Checking the links of the built pages.
    Links,
    /// Putting the new site in place of the earlier one.
    Exchange,
}

impl Stage {
    /// What happens, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Read => "reading the files",
            Self::Charters => "checking the charters",
            Self::Plan => "planning the pages",
            Self::Render => "writing the pages",
            Self::Links => "checking the links",
            Self::Exchange => "putting the site in place",
        }
    }
}

/// Is notified when a stage begins, and of each step, from any thread.
pub trait Observer: Sync {
    /// A stage begins, with so many steps.
    fn begin(&self, stage: Stage, steps: usize);

    /// A step of the stage is done.
    fn advance(&self) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Observer for Silent {
    fn begin(&self, _stage: Stage, _steps: usize) {}
}
