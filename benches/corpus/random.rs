//! Numbers that look random and are the same on every machine.

use std::ops::RangeInclusive;

/// The splitmix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each pair of numbers.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut seeds = Self(seed);
        let mixed = seeds.next() ^ stream;
        Self(Self(mixed).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound` - 1. `bound` is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "a remainder is less than its `usize`")]
        let number = (self.next() % bound as u64) as usize;
        number
    }

    /// A number of the range, the smaller ones more often.
    pub fn rather_low(&mut self, range: RangeInclusive<usize>) -> usize {
        let first = self.within(range.clone());
        first.min(self.within(range))
    }

    /// A number of the range.
    pub fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    /// A whole number of the range, such as a count of days.
    pub fn number(&mut self, range: RangeInclusive<i32>) -> i32 {
        let size = u64::from(range.end().abs_diff(*range.start())) + 1;
        range.start().saturating_add_unsigned(u32::try_from(self.next() % size).unwrap_or_default())
    }

    /// Yes in so many cases of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the items. There is at least one.
    pub fn pick<Item: Copy>(&mut self, items: &[Item]) -> Item {
        items[self.below(items.len())]
    }

    /// So many different items, or all, in their order.
    pub fn pick_some<Item: Clone>(&mut self, items: &[Item], count: usize) -> Vec<Item> {
        let mut picked = Vec::with_capacity(count);
        for (index, item) in items.iter().enumerate() {
            if self.below(items.len() - index) < count.saturating_sub(picked.len()) {
                picked.push(item.clone());
            }
        }
        picked
    }

    /// Another order (Fisher and Yates).
    pub fn shuffle<Item>(&mut self, items: &mut [Item]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
