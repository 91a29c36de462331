//! Groups like a group: those that share the most terms with it. Two that share a term share those above it too: the
//! further down, the more alike they are.

use std::cmp::Reverse;

use super::Directory;
use crate::config::Axis;

/// How many groups like a group are given.
const MOST_SIMILAR: usize = 3;

/// How many neighbours are looked at in the list of each term. It keeps the work for a group the same
/// however many groups there are; up to so many groups a term, none is passed over.
const NEIGHBOURS: usize = 256;

impl Directory {
    /// The positions of the current groups that share the most terms with a group, those above its own among them. Of those that share
    /// equally many, the ones that follow it by name come first, and after the last group the list
    /// starts again: so that no group is passed over because its name comes late.
    #[expect(
        clippy::stable_sort_primitive,
        reason = "the neighbours of each term are sorted already, which a stable sort makes use of"
    )]
    pub fn similar(&self, group: usize) -> Vec<usize> {
        let count = self.groups.len();
        let distance = |other: usize| (other + count - group) % count;
        let mut neighbours: Vec<usize> = Vec::new();
        for axis in Axis::ALL {
            for term in self.terms_of(group, axis) {
                let current = self.current_of(self.with_term(axis, term));
                neighbours.extend(following(current, group).take(NEIGHBOURS).map(distance));
            }
        }
        neighbours.sort();
        let shared = neighbours.chunk_by(|one, next| one == next);
        let mut similar: Vec<_> = shared.map(|terms| (Reverse(terms.len()), terms[0])).collect();
        if similar.len() > MOST_SIMILAR {
            similar.select_nth_unstable(MOST_SIMILAR);
            similar.truncate(MOST_SIMILAR);
        }
        similar.sort_unstable();
        similar.into_iter().map(|(_, distance)| (group + distance) % count).collect()
    }

    /// The terms on an axis that two groups share, but for those above another that they share.
    pub fn shared(&self, axis: Axis, group: usize, other: usize) -> Vec<usize> {
        let others = self.terms_of(other, axis);
        let mut shared = self.terms_of(group, axis);
        shared.retain(|term| others.contains(term));
        let vocabulary = &self.config.vocabulary;
        // A term is followed by those below it.
        let is_above = |at: usize| {
            shared.get(at + 1).is_some_and(|next| vocabulary.is_within(axis, *next, shared[at]))
        };
        (0..shared.len()).filter(|at| !is_above(*at)).map(|at| shared[at]).collect()
    }
}

/// The other groups of a sorted list, from the one that follows a group round to the one before it.
fn following(list: &[usize], group: usize) -> impl Iterator<Item = usize> {
    let (before, after) = list.split_at(list.partition_point(|other| *other <= group));
    after.iter().chain(before).copied().filter(move |other| *other != group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbours_of_a_group_start_after_it_and_go_round() {
        let of = |group| following(&[2, 5, 7, 9], group).collect::<Vec<_>>();
        assert_eq!(of(5), [7, 9, 2]);
        assert_eq!(of(9), [2, 5, 7]);
        assert_eq!(of(6), [7, 9, 2, 5]);
    }
}
