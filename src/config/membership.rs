//! What this directory says of open and of closed groups: `content/membership.yaml`.

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Sources;
use crate::yaml::{self, Decoder};

const FILE: &str = "content/membership.yaml";

/// What being open or closed means in this directory, for confidences and all else, in paragraphs. A
/// directory need not say anything.
#[derive(Clone, Debug, Default)]
pub struct Meanings {
    /// For a group that is open.
    pub open: Vec<String>,
    /// For a group that is closed.
    pub closed: Vec<String>,
}

impl Meanings {
    pub(super) fn read(sources: &Sources, found: &mut Vec<Diagnostic>) -> Self {
        let Some(source) = sources.text_file(FILE) else { return Self::default() };
        let Some(root) = yaml::parse_file(source, found) else { return Self::default() };
        let mut decoder = Decoder::new(source, &root);
        let fields = decoder.fields(&root, Span::default(), &["open", "closed"]);
        let meanings = fields.map(|fields| {
            let mut paragraphs = |key| {
                let text = fields.get(key).and_then(|node| decoder.text(node));
                let lines = text.iter().flat_map(|text| text.value.lines()).map(str::trim);
                lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            Self { open: paragraphs("open"), closed: paragraphs("closed") }
        });
        found.extend(decoder.finish());
        meanings.unwrap_or_default()
    }
}
