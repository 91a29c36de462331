//! A picture of the group: `picture`.

use super::format::RawPicture;
use super::limits;
use super::messages::NO_PICTURE;
use super::text::Reader;
use crate::config::{Config, LARGEST_PICTURE};
use crate::diagnostic::{Code, shorten};
use crate::yaml::{Entry, Node};

/// An image of `content/static/`, with what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its path below `content/static/`.
    pub file: String,
    /// What it shows, for people who cannot see it.
    pub alt: String,
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry, config: &Config) -> Option<Picture> {
    let raw = RawPicture::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawPicture { entries, file, alt } = raw;
    let file = reader
        .required(&entries, file, "picture.file")
        .and_then(|node| read_file(reader, node, config));
    let alt = reader
        .required(&entries, alt, "picture.alt")
        .and_then(|node| reader.line(node, limits::SUMMARY));
    Some(Picture { file: file?, alt: alt?.value.to_owned() })
}

fn read_file(reader: &mut Reader<'_, '_>, node: &Node, config: &Config) -> Option<String> {
    let typed = reader.decoder.word(node, "the name of a picture", NO_PICTURE.help)?;
    let Some(size) = config.pictures.get(typed) else {
        reader.decoder.emit(node.span, &NO_PICTURE, &[("typed", &shorten(typed))]);
        return None;
    };
    if *size > LARGEST_PICTURE {
        let message = format!("This picture has {} kB; the limit is 500.", size.div_ceil(1000));
        let help = "Save it smaller: 1,200 pixels wide are enough for every screen.";
        reader.decoder.report(Code::Value, node.span, message, help);
        return None;
    }
    Some(typed.to_owned())
}
