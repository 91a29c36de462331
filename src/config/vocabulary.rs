//! The terms by which groups are found: fields of practice, subjects, domains.

use std::collections::HashMap;
use std::sync::Arc;

use super::{MOST_ALIASES, fold};
use crate::diagnostic::{Diagnostic, Spanned, nearest};
use crate::markdown::{self, Origin, Prose};
use crate::source::{SourceFile, Sources};
use crate::yaml::{self, Decoder, Node};

/// One of the three ways in which groups are organised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// What members do.
    Field,
    /// What they are expert in, or study.
    Subject,
    /// Where, or with whom, they practise.
    Domain,
}

impl Axis {
    /// The three, in the order of the guidance.
    pub const ALL: [Self; 3] = [Self::Field, Self::Subject, Self::Domain];

    /// The charter's key, the content folder and the first part of the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Field => "fields",
            Self::Subject => "subjects",
            Self::Domain => "domains",
        }
    }

    /// One of its terms, as the filters and the exports name it.
    pub fn facet(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Subject => "subject",
            Self::Domain => "domain",
        }
    }

    /// One of its terms, in words.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Field => "field of practice",
            Self::Subject => "subject",
            Self::Domain => "domain",
        }
    }

    /// Its terms, in words.
    pub fn plural(self) -> &'static str {
        match self {
            Self::Field => "fields of practice",
            Self::Subject => "subjects",
            Self::Domain => "domains",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Field => "content/fields/",
            Self::Subject => "content/subjects/",
            Self::Domain => "content/domains/",
        }
    }
}

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
    /// Words that people type for it.
    pub aliases: Vec<String>,
    /// Its position among the terms of its axis: lower first, none last.
    order: Option<u32>,
    /// The introduction on its page.
    pub introduction: Prose,
}

/// All terms, each axis in the order in which it is shown: by `order`, then by name.
#[derive(Debug, Default)]
pub struct Vocabulary {
    terms: [Vec<Term>; 3],
    positions: [HashMap<String, usize>; 3],
}

impl Vocabulary {
    /// The terms of an axis, in the order in which they are shown.
    pub fn terms(&self, axis: Axis) -> &[Term] {
        &self.terms[axis as usize]
    }

    /// The position of a term among those of its axis, by its id.
    pub fn position(&self, axis: Axis, id: &str) -> Option<usize> {
        self.positions[axis as usize].get(id).copied()
    }

    /// A term by its id.
    pub fn term(&self, axis: Axis, id: &str) -> Option<&Term> {
        self.position(axis, id).map(|position| &self.terms(axis)[position])
    }

    /// The only term of an axis whose id, name or alias a text is, without regard to case, accents and
    /// hyphens.
    pub fn named(&self, axis: Axis, text: &str) -> Option<&Term> {
        let plain = |text: &str| fold(&text.replace('-', " "));
        let wanted = plain(text);
        let is_named = |term: &&Term| words_for(term).any(|(word, _)| plain(word) == wanted);
        let mut named = self.terms(axis).iter().filter(is_named);
        named.next().filter(|_| named.next().is_none())
    }

    /// The term that a writer probably meant: one of that name or alias, or of nearly that id.
    pub fn guess(&self, axis: Axis, word: &str) -> Option<&Term> {
        let folded = word.to_lowercase();
        let by_word = || {
            self.terms(axis).iter().find(|term| {
                term.id == folded
                    || term.name.to_lowercase() == folded
                    || term.aliases.iter().any(|alias| alias.to_lowercase() == folded)
            })
        };
        self.named(axis, word).or_else(by_word).or_else(|| {
            let words = self.terms(axis).iter().flat_map(words_for);
            let word = nearest(word, words.map(|(word, _)| word))?;
            let mut words = self.terms(axis).iter().flat_map(words_for);
            words.find(|(candidate, _)| *candidate == word).map(|(_, term)| term)
        })
    }

    pub(super) fn read(sources: &Sources, found: &mut Vec<Diagnostic>) -> Self {
        let mut vocabulary = Self::default();
        for axis in Axis::ALL {
            let mut terms: Vec<Term> = sources
                .folder(axis.folder())
                .map(|source| read_term(source, axis, found))
                .chain(sources.unreadable_in(axis.folder()).map(|it| Term::unread(&it, axis)))
                .collect();
            terms.sort_by(|a, b| {
                let key = |term: &Term| (term.order.unwrap_or(u32::MAX), term.name.to_lowercase());
                key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
            });
            vocabulary.positions[axis as usize] =
                terms.iter().enumerate().map(|(at, term)| (term.id.clone(), at)).collect();
            vocabulary.terms[axis as usize] = terms;
        }
        vocabulary
    }
}

fn words_for(term: &Term) -> impl Iterator<Item = (&str, &Term)> {
    let own = [term.id.as_str(), term.name.as_str()];
    own.into_iter().chain(term.aliases.iter().map(String::as_str)).map(move |word| (word, term))
}

impl Term {
    /// A term of whose file nothing could be read. It is still a term, so that no charter is blamed for its
    /// use.
    fn unread(source: &Arc<SourceFile>, axis: Axis) -> Self {
        Self {
            source: Arc::clone(source),
            axis,
            id: source.stem().to_owned(),
            name: source.stem().to_owned(),
            summary: String::new(),
            aliases: Vec::new(),
            order: None,
            introduction: Prose::default(),
        }
    }
}

fn read_term(source: &Arc<SourceFile>, axis: Axis, found: &mut Vec<Diagnostic>) -> Term {
    let unreadable = || Term::unread(source, axis);
    let Some((root, body)) = yaml::parse_front_matter(source, found) else { return unreadable() };
    let mut decoder = Decoder::new(source, &root);
    let term = decode_term(&mut decoder, &root, source, axis, body);
    found.extend(decoder.finish());
    term.unwrap_or_else(unreadable)
}

/// Words that people type for a term.
fn read_aliases<'n>(decoder: &mut Decoder<'_>, node: &'n Node) -> Option<Vec<Spanned<&'n str>>> {
    decoder.short_list(node, MOST_ALIASES)?;
    decoder.lines(node, 60)
}

fn decode_term<'a>(
    decoder: &mut Decoder<'_>,
    root: &'a Node,
    source: &'a Arc<SourceFile>,
    axis: Axis,
    body: crate::diagnostic::Span,
) -> Option<Term> {
    let opening = yaml::opening_line(source);
    let fields = decoder.fields(root, opening, &["name", "summary", "aliases", "order"])?;
    let name = super::required_line(decoder, &fields, "name", "the name of the term", 60);
    let summary = super::required_line(decoder, &fields, "summary", "one line about the term", 200);
    let aliases = fields.get("aliases").and_then(|node| read_aliases(decoder, node));
    let order = fields.get("order").and_then(|node| decoder.whole_number(node, 0));
    let text = &source.text()[body.range()];
    let origin = Origin { source, span: body, key: "", prefix: "h", top_level: 2 };
    Some(Term {
        source: Arc::clone(source),
        axis,
        id: source.stem().to_owned(),
        name: name.unwrap_or(source.stem()).to_owned(),
        summary: summary.unwrap_or_default().to_owned(),
        aliases: aliases.unwrap_or_default().iter().map(|word| word.value.to_owned()).collect(),
        order: order.map(|order| order.value),
        introduction: markdown::read(text, &origin, decoder.diagnostics()),
    })
}
