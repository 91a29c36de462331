//! A picture of a group or a term, and what it shows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::messages::NO_PICTURE;
use super::required_line;
use crate::diagnostic::{Code, shorten};
use crate::source::{Sources, StaticFile};
use crate::yaml::{Decoder, Node};

/// The pictures of `content/static/` that a page may show: their paths there, and their sizes in bytes.
pub type Pictures = BTreeMap<Arc<str>, u64>;

/// The largest picture of a group or a term, in bytes.
pub const LARGEST_PICTURE: u64 = 500_000;

/// The ends of the names of pictures that a page may show.
const ENDINGS: &[&str] = &["png", "jpeg", "jpg", "webp", "avif"];

/// The longest text that says what a picture shows, in characters.
const LONGEST_ALT: usize = 200;

/// A picture of `content/static/`, with what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its path below `content/static/`.
    pub file: String,
    /// What it shows, for people who cannot see it.
    pub alt: String,
}

/// The pictures that a page may show.
pub(super) fn pictures(sources: &Sources) -> Pictures {
    let is_picture = |file: &StaticFile| {
        let ending = file.path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    sources.statics().filter(is_picture).map(|file| (file.path, file.size)).collect()
}

impl Picture {
    /// Reads the `picture` of a term.
    pub(super) fn read(
        decoder: &mut Decoder<'_>,
        node: &Node,
        pictures: &Pictures,
    ) -> Option<Self> {
        let fields = decoder.fields(node, node.span, &["file", "alt"])?;
        let file = match fields.get("file") {
            Some(node) => file(decoder, node, pictures),
            None => {
                decoder.missing(&fields, "file", "the name of the picture", NO_PICTURE.help);
                None
            }
        };
        let alt = required_line(decoder, &fields, "alt", "what the picture shows", LONGEST_ALT);
        Some(Self { file: file?, alt: alt?.to_owned() })
    }
}

/// Reads the name of a picture that a page may show.
pub(crate) fn file(decoder: &mut Decoder<'_>, node: &Node, pictures: &Pictures) -> Option<String> {
    let typed = decoder.word(node, "the name of a picture", NO_PICTURE.help)?;
    let Some(size) = pictures.get(typed) else {
        decoder.emit(node.span, &NO_PICTURE, &[("typed", &shorten(typed))]);
        return None;
    };
    if *size > LARGEST_PICTURE {
        let message = format!("This picture has {} kB; the limit is 500.", size.div_ceil(1000));
        let help = "Save it smaller: 1,200 pixels wide are enough for every screen.";
        decoder.report(Code::Value, node.span, message, help);
        return None;
    }
    Some(typed.to_owned())
}
