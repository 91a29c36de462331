//! The texts of all links and ids, each kept once, and the pages that use them by number.

use foldhash::HashMap;

use super::scan::Kind;

/// Texts and their numbers. Numbers depend on the order in which pages come in and mean nothing
/// outside.
#[derive(Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<Box<str>, u32>,
}

impl Names {
    /// The number of a text, a new one if need be.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        #[expect(clippy::expect_used, reason = "four thousand million texts do not fit in memory")]
        let number = u32::try_from(self.numbers.len()).expect("fewer texts than numbers");
        self.numbers.insert(text.into(), number);
        number
    }

    /// The number of a text that some page has.
    pub(super) fn number(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// All texts, each at the index that is its number.
    pub(super) fn texts(&self) -> Vec<&str> {
        let mut texts = vec![""; self.numbers.len()];
        for (text, number) in &self.numbers {
            texts[*number as usize] = text;
        }
        texts
    }
}

/// A page's links and ids, by number.
#[derive(Debug)]
pub(super) struct Page {
    /// Its file, relative to the output folder.
    pub(super) path: Box<str>,
    /// Its different links.
    pub(super) links: Box<[u32]>,
    /// What can be linked to on it, in order.
    anchors: Box<[u32]>,
    /// The ids that several elements have.
    pub(super) repeated: Box<[u32]>,
    /// Whether it has a `<base>` element.
    pub(super) has_base: bool,
}

impl Page {
    /// Puts what was found on a page in order.
    pub(super) fn new(path: &str, found: &[(Kind, u32)], has_base: bool) -> Self {
        let of = |wanted| {
            let numbers = found.iter().filter(move |(kind, _)| *kind == wanted);
            let mut numbers: Vec<_> = numbers.map(|(_, number)| *number).collect();
            numbers.sort_unstable();
            numbers
        };
        let (mut links, mut anchors) = (of(Kind::Link), of(Kind::Id));
        let mut repeated: Vec<_> =
            anchors.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        anchors.extend(of(Kind::Anchor));
        anchors.sort_unstable();
        for numbers in [&mut links, &mut anchors, &mut repeated] {
            numbers.dedup();
        }
        Self {
            path: path.into(),
            links: links.into(),
            anchors: anchors.into(),
            repeated: repeated.into(),
            has_base,
        }
    }

    /// Whether the page has an anchor of that number.
    pub(super) fn has_anchor(&self, number: u32) -> bool {
        self.anchors.binary_search(&number).is_ok()
    }
}
