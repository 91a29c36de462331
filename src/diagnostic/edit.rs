//! The fix for a problem that has one safe answer.

use super::Span;

/// What to put in place of a value, a key, or both, where nothing else can have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, quotes included.
    pub span: Span,
    /// The new text, quotes included.
    pub text: String,
    /// How that reads.
    pub value: Meant,
}

/// What the text of an edit reads as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A text, or a key.
    Text(String),
    /// A number, as it is written.
    Number(String),
    /// A list.
    List(Vec<Self>),
    /// What was there.
    Same,
    /// Keys with their values: a set of them, or what stands in the place of one key and its value.
    Keys(Vec<(String, Self)>),
}

impl Meant {
    /// A list of texts.
    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::Text(text.to_owned())).collect())
    }

    /// One key with its value.
    pub fn key(key: &str, value: Self) -> Self {
        Self::Keys(vec![(key.to_owned(), value)])
    }
}

/// The text with edits, which are in its order and apart.
pub fn edited<'e>(text: &str, edits: impl IntoIterator<Item = &'e Edit>) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        let at = edit.span.range();
        edited.push_str(&text[from..at.start]);
        edited.push_str(&edit.text);
        from = at.end;
    }
    edited + &text[from..]
}

/// Those of some fixes, each of one edit or more, that overlap no other, in the order of the text.
pub fn apart<'e>(fixes: impl IntoIterator<Item = &'e [Edit]>) -> Vec<&'e [Edit]> {
    let mut fixes: Vec<&[Edit]> = fixes.into_iter().filter(|edits| !edits.is_empty()).collect();
    fixes.sort_by_key(|edits| edits[0].span);
    let all = fixes.iter().enumerate();
    let mut spans: Vec<(Span, usize)> =
        all.flat_map(|(fix, edits)| edits.iter().map(move |edit| (edit.span, fix))).collect();
    spans.sort_unstable();
    let mut is_apart = vec![true; fixes.len()];
    for pair in spans.windows(2) {
        let [(one, first), (other, second)] = [pair[0], pair[1]];
        if one.end > other.start {
            is_apart[first] = false;
            is_apart[second] = false;
        }
    }
    fixes.into_iter().zip(is_apart).filter_map(|(edits, apart)| apart.then_some(edits)).collect()
}
