//! A term, and how its file is read.

use std::sync::Arc;

use super::Axis;
use crate::config::{Aliases, Picture, Pictures, required_line};
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::markdown::{self, Origin, Prose};
use crate::source::SourceFile;
use crate::yaml::{self, Decoder, Node};

/// A field, subject or domain.
#[derive(Debug)]
pub struct Term {
    /// The file that it was read from.
    pub source: Arc<SourceFile>,
    /// Which of the three it is.
    pub axis: Axis,
    /// The id that charters write, and the last part of its address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One line on it.
    pub summary: String,
    /// Words that people type for it, and its earlier addresses.
    pub aliases: Aliases,
    /// The position of the term above it among those of its axis.
    pub parent: Option<usize>,
    /// One after the position of the last term below it, or after its own. Terms below a term follow it.
    pub(super) end: usize,
    /// Its position among the terms that have the same parent: lower first, none last.
    pub(super) order: Option<u32>,
    /// A picture of it.
    pub picture: Option<Picture>,
    /// The introduction on its page.
    pub introduction: Prose,
}

/// A term as its file has it, with the id of its parent.
#[derive(Debug)]
pub(super) struct ReadTerm {
    pub(super) term: Term,
    pub(super) parent: Option<Spanned<String>>,
}

impl ReadTerm {
    /// A term of whose file nothing could be read. It is still a term, so that no charter is blamed for its
    /// use.
    pub(super) fn unread(source: &Arc<SourceFile>, axis: Axis) -> Self {
        let term = Term {
            source: Arc::clone(source),
            axis,
            id: source.stem().to_owned(),
            name: source.stem().to_owned(),
            summary: String::new(),
            aliases: Aliases::default(),
            parent: None,
            end: 0,
            order: None,
            picture: None,
            introduction: Prose::default(),
        };
        Self { term, parent: None }
    }

    pub(super) fn read(
        source: &Arc<SourceFile>,
        axis: Axis,
        pictures: &Pictures,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let unreadable = || Self::unread(source, axis);
        let Some((root, body)) = yaml::parse_front_matter(source, found) else {
            return unreadable();
        };
        let mut decoder = Decoder::new(source, &root);
        let term = decode(&mut decoder, &root, source, axis, pictures, body);
        found.extend(decoder.finish());
        term.unwrap_or_else(unreadable)
    }
}

fn read_parent(decoder: &mut Decoder<'_>, node: &Node) -> Option<Spanned<String>> {
    let id = decoder.word(node, "the id of a term", "Write the id of the term above this one.")?;
    Some(Spanned { value: id.to_owned(), span: node.span })
}

fn decode<'a>(
    decoder: &mut Decoder<'_>,
    root: &'a Node,
    source: &'a Arc<SourceFile>,
    axis: Axis,
    pictures: &Pictures,
    body: Span,
) -> Option<ReadTerm> {
    let opening = yaml::opening_line(source);
    let keys = ["name", "summary", "aliases", "parent", "order", "picture"];
    let fields = decoder.fields(root, opening, &keys)?;
    let name = required_line(decoder, &fields, "name", "the name of the term", 60);
    let summary = required_line(decoder, &fields, "summary", "one line about the term", 200);
    let parent = fields.get("parent").and_then(|node| read_parent(decoder, node));
    let order = fields.get("order").and_then(|node| decoder.whole_number(node, 0));
    let picture = fields.get("picture").and_then(|node| Picture::read(decoder, node, pictures));
    let text = &source.text()[body.range()];
    let origin = Origin { source, span: body, key: "", prefix: "h", top_level: 2 };
    let term = Term {
        source: Arc::clone(source),
        axis,
        id: source.stem().to_owned(),
        name: name.unwrap_or(source.stem()).to_owned(),
        summary: summary.unwrap_or_default().to_owned(),
        aliases: Aliases::read(decoder, &fields),
        parent: None,
        end: 0,
        order: order.map(|order| order.value),
        picture,
        introduction: markdown::read(text, &origin, decoder.diagnostics()),
    };
    Some(ReadTerm { term, parent })
}
