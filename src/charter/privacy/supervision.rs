//! A community of practice is not supervision, and does not offer it.

use std::ops::Range;

use super::super::messages;
use crate::markdown::Places;
use crate::privacy::Pattern;
use crate::yaml::{Decoder, Node, Value};

/// How far back from the word a denial is looked for, in characters.
const BEFORE: usize = 200;

/// Says that a text offers supervision, at the first place where it does.
pub(super) fn check(decoder: &mut Decoder<'_>, node: &Node) {
    let Value::Text(text) = &node.value else { return };
    if let Some(range) = offer(&text.to_ascii_lowercase()) {
        let place = Places::new(text, decoder.source().text(), node.span).span(range);
        decoder.emit(place, &messages::OFFERS_SUPERVISION, &[]);
    }
}

/// The first words that offer supervision: no other words of their clause deny it.
fn offer(small: &str) -> Option<Range<usize>> {
    Pattern::Clause.split(small).find_map(|range| {
        let clause = &small[range.clone()];
        let offers = |found: &Range<usize>| {
            let before = &clause[..found.start];
            let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
            !Pattern::Denied.is_in(&before[from..])
                && !Pattern::DeniedAfter.is_in(&clause[found.end..])
        };
        let found = Pattern::Supervision.find_in(clause).find(offers)?;
        Some(range.start + found.start..range.start + found.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_offers_supervision_is_found() {
        for text in [
            "Peer supervision for coaches",
            "Supervision in Leeds",
            "A peer supervision group.",
            "Monthly group supervision for practitioners in business.",
            "We offer supervision to new coaches.",
            "Supervision for coaches, and tea.",
            "To be supervised by people who know the work.",
            "We supervise each other.",
            "This is not therapy but supervision.",
            "This is not therapy, but\ngroup supervision.",
            "We do not charge. Our supervision is open to all.",
            "Kollegiale Supervision für Coaches",
            "Eine Supervisionsgruppe im Norden.",
            "Supervisión entre colegas",
        ] {
            assert!(offer(&text.to_ascii_lowercase()).is_some(), "{text}");
        }
    }

    #[test]
    fn what_tells_it_apart_from_supervision_is_left_alone() {
        for text in [
            "This is not supervision.",
            "This group is not a substitute for supervision.",
            "It is not a substitute or replacement for formal clinical supervision.",
            "A place for what comes up alongside your supervision.",
            "Peers meet rather than in supervision.",
            "It complements supervision and replaces none.",
            "It doesn’t replace supervision; it isn't supervision either.",
            "Supervision is not what we do.",
            "Supervision isn't offered here.",
            "Bring it to your own supervision.",
            "For questions between supervision sessions.",
            "Members have regular supervision elsewhere.",
            "We talk about supervision and what it can learn from strengths.",
            "Supervision research in education",
            "A circle for supervisors and trainers.",
            "A peer group (not supervision) for coaches.",
            "A soft-wrapped text that is not\nsupervision.",
            "Diese Gruppe ist keine Supervision.",
            "Neben Ihrer Supervision ein Ort zum Austausch.",
            "Austausch statt Supervision.",
            "Ce n’est pas une supervision.",
            "Unsupervised play in early years.",
        ] {
            assert_eq!(offer(&text.to_ascii_lowercase()), None, "{text}");
        }
    }
}
