//! Guildhall builds the site of a directory of communities of practice: charters in, a checked and
//! published site out.
//!
//! A build is a pure function of a site's folder and a date to a tree of files:
//!
//! 1. [`source`] reads every file once, within limits.
//! 2. [`yaml`] and [`markdown`] turn text into trees and safe HTML that keep their places.
//! 3. [`config`] decodes what the Guild sets; [`charter`] decodes one group, raw to valid.
//!    [`privacy`] finds in both what nobody meant to publish.
//! 4. [`directory`] joins all charters.
//! 5. [`pages`] plans every address, and gives each page its view.
//! 6. [`render`] turns views into HTML; [`files`] makes what programs and the theme's scripts read.
//! 7. [`output`] stages the tree and puts it in place; [`links`] checks the built pages.
//!
//! [`words`] is the catalogue of what the interface says. [`beneath`] opens files without following a link.
//! [`writing`] writes charters from answers, [`importing`] makes them from the rows of a spreadsheet, and [`scaffold`] begins a new site. [`pipeline`] connects these;
//! [`serve`] shows the site while it is being written, and [`cli`] is the command line. Problems on the way are
//! [`diagnostic`]s: values, never panics.

pub mod beneath;
pub mod charter;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod directory;
pub mod files;
pub mod fix;
pub mod importing;
pub mod links;
pub mod markdown;
pub mod output;
pub mod pages;
pub mod pipeline;
pub mod privacy;
pub mod render;
pub mod scaffold;
pub mod serve;
pub mod source;
pub mod text;
pub mod words;
pub mod writing;
pub mod yaml;
