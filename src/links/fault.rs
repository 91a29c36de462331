//! What can be wrong with a link.

use std::fmt;

/// A link that leads nowhere, or an anchor that cannot be linked to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenLink {
    /// The file of the page that has it, relative to the output folder, with `/`.
    pub page: String,
    /// The link as it is in the page; or `#` and the id;
    /// or `<base>`.
    pub href: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// There is no such page or file.
    Missing,
    /// There is such a page, but at the address with a slash at its end.
    NoSlash,
    /// The page is there, but not the anchor.
    NoAnchor,
    /// It leads to another part of the same host than the site's.
    Outside,
    /// Several elements of the page have this id.
    RepeatedId,
    /// The page has a `<base>` element, which would turn all its links elsewhere.
    BaseElement,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missing => "there is no such page or file",
            Self::NoSlash => "the slash at its end is missing",
            Self::NoAnchor => "the page has no such anchor",
            Self::Outside => "it leads out of the site, whose addresses start with `base_url`",
            Self::RepeatedId => "more than one element of the page has this id",
            Self::BaseElement => "this element would redirect every link on the page",
        })
    }
}
