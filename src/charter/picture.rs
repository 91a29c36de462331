//! A picture of the group: `picture`.

use super::format::RawPicture;
use super::limits;
use super::text::Reader;
use crate::config::{Config, Picture, picture_file};
use crate::yaml::Entry;

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry, config: &Config) -> Option<Picture> {
    let raw = RawPicture::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawPicture { entries, file, alt } = raw;
    let file = reader
        .required(&entries, file, "picture.file")
        .and_then(|node| picture_file(reader.decoder, node, &config.pictures));
    let alt = reader
        .required(&entries, alt, "picture.alt")
        .and_then(|node| reader.line(node, limits::SUMMARY));
    Some(Picture { file: file?, alt: alt?.value.to_owned() })
}
