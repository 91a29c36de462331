//! What the poster of a group is given.

use serde::Serialize;

use super::typed;
use super::{EmblemView, LanguageView, OccurrenceView, PictureView, PlaceView};

/// A group on a sheet of paper: what makes somebody come, and how to reach it.
#[derive(Clone, Debug, Serialize)]
pub struct PosterView {
    /// Its name.
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// Its ornament.
    pub emblem: EmblemView,
    /// A picture of it, which is shown instead.
    pub picture: Option<PictureView>,
    /// Its page.
    pub href: String,
    /// The address of its page, to be read and typed.
    pub address: String,
    /// The same for the camera of a phone.
    pub code: Option<CodeView>,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The language of its labels: the group's, where they are there in it, else the site's.
    pub labels_in: String,
    /// How long its name is: `short`, `long` or `longest`.
    pub name_length: &'static str,
    /// How long all that it says is, likewise.
    pub length: &'static str,
    /// One line on it.
    #[serde(serialize_with = "typed::set")]
    pub summary: Option<String>,
    /// Whom it is for.
    #[serde(serialize_with = "typed::set")]
    pub who: Option<String>,
    /// When it meets, in a few words for each series.
    pub meets: Vec<String>,
    /// Its next meetings: more than are shown, so that scripts can put them in the place of those that are over.
    pub next_meetings: Vec<OccurrenceView>,
    /// Where it meets: each place once.
    pub held_at: Vec<PlaceView>,
    /// What it costs, in a few words.
    pub cost: Option<String>,
    /// The language of its meetings.
    pub speaks: LanguageView,
    /// Whether there are places: the word of the charter.
    pub places: Option<&'static str>,
    /// The address to write to, to be read and typed.
    pub contact: Option<String>,
}

/// A QR code (ISO/IEC 18004).
#[derive(Clone, Debug, Serialize)]
pub struct CodeView {
    /// How many modules wide and high it is, with the empty ones around it.
    pub size: usize,
    /// Its dark modules, as the path of an SVG of that size.
    pub path: String,
}
