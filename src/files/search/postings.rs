//! The groups of a word, as a short text.
//!
//! Documents are written as the distance from the one before, less one, and a distance as in source
//! maps: digits of base 64 that carry five bits each, the lowest first, with the sixth bit where more
//! follow (ECMA-426, "base64 VLQ", here without a sign, with the digits of RFC 4648, section 5).

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MORE: u32 = 32;

/// Writes a number.
pub(super) fn push_number(out: &mut String, mut number: u32) {
    while number >= MORE {
        out.push(char::from(DIGITS[(number % MORE + MORE) as usize]));
        number /= MORE;
    }
    out.push(char::from(DIGITS[number as usize]));
}

/// Documents in ascending order.
#[derive(Debug, Default)]
pub(super) struct Documents {
    count: u32,
    first: u32,
    last: u32,
    /// The distances after the first.
    distances: String,
}

impl Documents {
    /// How many.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// Adds a document that comes after all others.
    pub(super) fn push(&mut self, document: u32) {
        if self.count == 0 {
            self.first = document;
        } else {
            push_number(&mut self.distances, document - self.last - 1);
        }
        self.last = document;
        self.count += 1;
    }

    /// Writes documents of several lists, each of which goes on after the one before.
    pub(super) fn write<'a>(lists: impl Iterator<Item = &'a Self>, out: &mut String) {
        let mut next = 0;
        for list in lists.filter(|list| list.count > 0) {
            push_number(out, list.first - next);
            out.push_str(&list.distances);
            next = list.last + 1;
        }
    }
}

impl FromIterator<u32> for Documents {
    fn from_iter<I: IntoIterator<Item = u32>>(documents: I) -> Self {
        let mut list = Self::default();
        documents.into_iter().for_each(|document| list.push(document));
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lists: &[Documents]) -> String {
        let mut out = String::new();
        Documents::write(lists.iter(), &mut out);
        out
    }

    #[test]
    fn numbers_are_digits_of_five_bits_with_the_lowest_first() {
        let numbers = [(0, "A"), (31, "f"), (32, "gB"), (33, "hB"), (1023, "_f"), (1024, "ggB")];
        for (number, expected) in numbers {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, expected, "{number}");
        }
    }

    #[test]
    fn documents_are_written_by_their_distances() {
        assert_eq!(written(&[[0, 1, 2].into_iter().collect()]), "AAA");
        assert_eq!(written(&[[5, 40].into_iter().collect()]), "FiB");
        assert_eq!(written(&[]), "");
    }

    #[test]
    fn lists_that_follow_each_other_are_written_as_one() {
        let all: Vec<u32> = vec![0, 3, 4, 100, 5000, 5001];
        let whole = written(&[all.iter().copied().collect()]);
        for cut in 0..=all.len() {
            let (a, b) = all.split_at(cut);
            let parts = [a, b].map(|part| part.iter().copied().collect());
            assert_eq!(written(&parts), whole, "cut at {cut}");
        }
    }
}
