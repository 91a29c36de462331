//! The terms by which groups are found: fields of practice, subjects, domains.

mod axis;
mod term;
mod tree;

use std::collections::HashMap;

use super::{Pictures, fold};
use crate::diagnostic::{Code, Diagnostic, Spanned, nearest, shorten};
use crate::source::Sources;
use crate::words::Words;

pub use axis::Axis;
use term::ReadTerm;
pub use term::Term;

/// All terms, each axis in the order in which it is shown: by `order`, then by name, each followed by those below it.
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

    /// The axes that have a term: the others do not show.
    pub fn axes(&self) -> impl Iterator<Item = Axis> {
        Axis::ALL.into_iter().filter(|axis| !self.terms(*axis).is_empty())
    }

    /// The positions of the terms directly below a term, or those of the first level.
    pub fn below(&self, axis: Axis, term: Option<usize>) -> impl Iterator<Item = usize> {
        let terms = self.terms(axis);
        let (start, end) = term.map_or((0, terms.len()), |term| (term + 1, terms[term].end));
        let within = move |at: &usize| *at < end;
        std::iter::successors(Some(start), |at| Some(terms.get(*at)?.end)).take_while(within)
    }

    /// Whether a term is another, or below it.
    pub fn is_within(&self, axis: Axis, term: usize, other: usize) -> bool {
        (other..self.terms(axis)[other].end).contains(&term)
    }

    /// The positions of a term and of those above it, up to the first level.
    pub fn with_above(&self, axis: Axis, term: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(term), move |at| self.terms(axis)[*at].parent)
    }

    /// The positions of some terms and of all above them, in order, each once.
    pub fn all_with_above(&self, axis: Axis, terms: &[usize]) -> Vec<usize> {
        let mut all: Vec<usize> =
            terms.iter().flat_map(|term| self.with_above(axis, *term)).collect();
        all.sort_unstable();
        all.dedup();
        all
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
                    || term.aliases.words.iter().any(|alias| alias.to_lowercase() == folded)
            })
        };
        self.named(axis, word).or_else(by_word).or_else(|| {
            let words = self.terms(axis).iter().flat_map(words_for);
            let word = nearest(word, words.map(|(word, _)| word))?;
            let mut words = self.terms(axis).iter().flat_map(words_for);
            words.find(|(candidate, _)| *candidate == word).map(|(_, term)| term)
        })
    }

    pub(super) fn read(
        sources: &Sources,
        words: &Words,
        pictures: &Pictures,
        found: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut vocabulary = Self::default();
        let mut parents = Vec::new();
        for axis in Axis::ALL {
            let read: Vec<ReadTerm> = sources
                .folder(axis.folder())
                .map(|source| ReadTerm::read(source, axis, pictures, found))
                .chain(sources.unreadable_in(axis.folder()).map(|it| ReadTerm::unread(&it, axis)))
                .collect();
            let (terms, named) = tree::arrange(read, found);
            vocabulary.positions[axis as usize] =
                terms.iter().enumerate().map(|(at, term)| (term.id.clone(), at)).collect();
            vocabulary.terms[axis as usize] = terms;
            parents.extend(named.into_iter().map(|(term, parent)| (axis, term, parent)));
        }
        for (axis, term, parent) in &parents {
            found.extend(vocabulary.unknown_parent(words, *axis, *term, parent));
        }
        vocabulary
    }

    /// Says that the parent which a term names is no term of its axis.
    fn unknown_parent(
        &self,
        words: &Words,
        axis: Axis,
        term: usize,
        parent: &Spanned<String>,
    ) -> Option<Diagnostic> {
        let id = parent.value.as_str();
        if self.position(axis, id).is_some() {
            return None;
        }
        let can_be_above = |found: &&Term| {
            self.position(axis, &found.id).is_some_and(|at| !self.is_within(axis, at, term))
        };
        let elsewhere = || Axis::ALL.into_iter().find(|other| self.term(*other, id).is_some());
        let help = if let Some(found) = self.guess(axis, id).filter(can_be_above) {
            format!("Did you mean `{}` ({})?", found.id, found.name)
        } else if let Some(other) = elsewhere() {
            let (all, folder) = (other.plural(words), axis.folder());
            format!("It is one of the {all}. The parent of this term must be in {folder} too.")
        } else {
            let folder = axis.folder();
            format!("Write the name of a file in {folder} without `.md`, or remove the line.")
        };
        let message = format!("There is no {} `{}`.", axis.singular(words), shorten(id));
        let place = self.terms(axis)[term].source.place(parent.span);
        let problem = Diagnostic::new(Code::UnknownTerm, place, message);
        Some(problem.key("parent").help(help))
    }
}

fn words_for(term: &Term) -> impl Iterator<Item = (&str, &Term)> {
    let own = [term.id.as_str(), term.name.as_str()];
    own.into_iter()
        .chain(term.aliases.words.iter().map(String::as_str))
        .map(move |word| (word, term))
}
