//! How many members: `size`.

use super::format::RawSize;
use super::messages::MORE_THAN;
use super::text::Reader;
use crate::diagnostic::Spanned;
use crate::yaml::Entry;

/// How many members a group has and wants. minimum ≤ ideal ≤ maximum, and current ≤ maximum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The number that would be best.
    pub ideal: Option<u32>,
    /// The fewest.
    pub minimum: Option<u32>,
    /// The most.
    pub maximum: Option<u32>,
    /// How many there are.
    pub current: Option<u32>,
}

/// As many members a small group has at most.
const SMALL: u32 = 8;

impl Size {
    /// The most members that a group takes, or the number that it says instead.
    pub fn members(&self) -> Option<u32> {
        self.maximum.or(self.ideal).or(self.current)
    }

    /// Whether it is known to be small.
    pub fn is_small(&self) -> bool {
        self.members().is_some_and(|members| members <= SMALL)
    }

    /// Whether there are fewer members than the most, or one of the two is not known.
    pub fn has_room(&self) -> bool {
        self.current.zip(self.maximum).is_none_or(|(current, maximum)| current < maximum)
    }
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Size> {
    let raw = RawSize::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawSize { entries: _, ideal, minimum, maximum, current } = raw;
    let mut number = |entry: Option<&Entry>, from| {
        entry.and_then(|entry| reader.decoder.whole_number(&entry.value, from))
    };
    let [minimum, ideal, maximum] = [minimum, ideal, maximum].map(|entry| number(entry, 1));
    let current = number(current, 0);
    let pairs = [
        ("minimum", minimum, "ideal", ideal),
        ("ideal", ideal, "maximum", maximum),
        ("minimum", minimum, "maximum", maximum),
        ("current", current, "maximum", maximum),
    ];
    for (less, smaller, more, larger) in pairs {
        let (Some(smaller), Some(larger)) = (smaller, larger) else { continue };
        if smaller.value > larger.value {
            let numbers = [smaller, larger].map(|number| number.value.to_string());
            let gaps = [
                ("less", less),
                ("smaller", &*numbers[0]),
                ("more", more),
                ("larger", &numbers[1]),
            ];
            let related = (larger.span, &*format!("`{more}` is {}", larger.value));
            reader.decoder.emit_related(smaller.span, &MORE_THAN, &gaps, related);
        }
    }
    let value = |number: Option<Spanned<u32>>| number.map(|number| number.value);
    Some(Size {
        ideal: value(ideal),
        minimum: value(minimum),
        maximum: value(maximum),
        current: value(current),
    })
}
