//! What an address, a number or the link of a call looks like, in regular expressions that the form's
//! script reads too.
//!
//! They are written in what Rust's `regex` and JavaScript (ECMA-262, with the flag `u`) read alike, for a
//! text whose letters A to Z are small. What is found is in the first group that took part; where none did,
//! nothing is.

mod address;
mod call;
mod number;
mod supervision;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// Letters and digits, as part of a class. Those of most scripts count.
const L: &str = r"a-z0-9\u00C0-\u1FFF\u3040-\uD7FF";
/// Letters alone.
const LETTERS: &str = r"a-z\u00C0-\u1FFF\u3040-\uD7FF";
/// Spaces of any width, and what is drawn as nothing: marks of Markdown and characters without width. Part of
/// a class.
const BLANK: &str = r" \u00A0\u00AD\u2000-\u200F\u202F\u2060\u3000\uFEFF*_~`";

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pattern {
    /// An e-mail address.
    Address,
    /// A telephone number that can be nothing else: with its country, with a word such as `tel` or `call`, or
    /// of a British mobile telephone.
    Number,
    /// A number that may be one of a telephone, where no other numbers belong.
    AnyNumber,
    /// The address of a call: where calls are held, or any with a password in it.
    Call,
    /// The password in the address of a call.
    Password,
    /// The password of a call in words.
    Passcode,
    /// Where a clause ends.
    Clause,
    /// Supervision.
    Supervision,
    /// What says, right before it, that supervision is not on offer.
    Denied,
    /// What says so right after it.
    DeniedAfter,
}

impl Pattern {
    const ALL: [(Self, &str); 10] = [
        (Self::Address, "address"),
        (Self::Number, "number"),
        (Self::AnyNumber, "any-number"),
        (Self::Call, "call"),
        (Self::Password, "password"),
        (Self::Passcode, "passcode"),
        (Self::Clause, "clause"),
        (Self::Supervision, "supervision"),
        (Self::Denied, "denied"),
        (Self::DeniedAfter, "denied-after"),
    ];

    fn source(self) -> String {
        match self {
            Self::Address => address::address(),
            Self::Number => number::number(),
            Self::AnyNumber => number::any_number(),
            Self::Call => call::call(),
            Self::Password => call::password(),
            Self::Passcode => call::passcode(),
            Self::Clause => supervision::CLAUSE.to_owned(),
            Self::Supervision => supervision::supervision(),
            Self::Denied => supervision::denied(),
            Self::DeniedAfter => supervision::denied_after(),
        }
    }
}

/// The patterns by the names that the form's script has for them.
pub fn patterns() -> BTreeMap<&'static str, String> {
    Pattern::ALL.into_iter().map(|(pattern, name)| (name, pattern.source())).collect()
}

static COMPILED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let compile = |(pattern, _): (Pattern, _)| {
        #[expect(clippy::expect_used, reason = "the patterns are ours, and a test reads them all")]
        Regex::new(&pattern.source()).expect("a pattern that can be read")
    };
    Pattern::ALL.map(compile).into()
});

fn has_digits(text: &str, fewest: usize) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= fewest
}

impl Pattern {
    fn regex(self) -> &'static Regex {
        &COMPILED[self as usize]
    }

    /// Whether it is in a text whose letters are small, for a pattern without groups.
    pub(crate) fn is_in(self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    /// Whether a text whose letters are small has what the pattern cannot do without: that is quick to see.
    fn may_be_in(self, text: &str) -> bool {
        match self {
            Self::Address => address::may_be_in(text),
            Self::Number | Self::AnyNumber => has_digits(text, number::FEWEST_DIGITS),
            Self::Call => call::may_be_in(text),
            _ => true,
        }
    }

    /// Where it is in a text whose letters are small.
    pub(crate) fn find_in(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let found = self.may_be_in(text).then(|| self.regex().captures_iter(text));
        found
            .into_iter()
            .flatten()
            .filter_map(|groups| groups.iter().skip(1).flatten().next().map(|it| it.range()))
    }

    /// The parts of a text that it separates.
    pub(crate) fn split(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        let ends = self.regex().find_iter(text).map(|it| it.range());
        ends.chain(std::iter::once(text.len()..text.len())).map(move |end| {
            let part = start..end.start;
            start = end.end;
            part
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a pattern finds in a text.
    pub(super) fn found(pattern: Pattern, text: &str) -> Vec<String> {
        let small = text.to_ascii_lowercase();
        pattern.find_in(&small).map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn every_pattern_can_be_read_and_is_in_its_place() {
        assert!(Pattern::ALL.iter().enumerate().all(|(at, (pattern, _))| *pattern as usize == at));
        assert_eq!(COMPILED.len(), Pattern::ALL.len());
    }
}
