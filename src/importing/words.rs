//! A table of words: what the cells of a column mean, also where there is more in a cell than a word.

use super::template::{Piece, pieces};

/// A line of a table of words: `retired on {since}: ended`.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pattern: Pattern,
    /// What each key is then, the own key under an empty name.
    meaning: Vec<(String, String)>,
}

/// What a cell says, with gaps that fill keys.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// The text before each gap, and the one after the last.
    texts: Vec<String>,
    /// The keys that the gaps fill, in their order.
    gaps: Vec<String>,
}

/// Reads a pattern. `None` where a brace has no other half.
pub(super) fn pattern(text: &str) -> Option<Pattern> {
    let mut pattern = Pattern { texts: vec![String::new()], gaps: Vec::new() };
    let single_spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for piece in pieces(&single_spaced)? {
        match piece {
            Piece::Text(text) => {
                if let Some(last) = pattern.texts.last_mut() {
                    last.push_str(&text);
                }
            }
            Piece::Gap(key) => {
                pattern.gaps.push(key.to_owned());
                pattern.texts.push(String::new());
            }
        }
    }
    Some(pattern)
}

/// In longer cells, what fills the gaps is not held against the keys.
const LONGEST: usize = 200;

impl Pattern {
    /// What fills the gaps in a cell: as little as can be of what their keys can take, and never nothing. Case does not
    /// matter, nor how much white space there is. `None` where the cell says something else.
    fn read(&self, cell: &str, fits: &dyn Fn(&str, &str) -> bool) -> Option<Vec<String>> {
        let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let (first, texts) = self.texts.split_first()?;
        let rest = &cell[beginning(&cell, first)?..];
        let by_keys =
            if cell.len() <= LONGEST { fill(&self.gaps, texts, rest, fits) } else { None };
        by_keys.or_else(|| split(texts, rest))
    }
}

/// What is before each of some texts, the last of which ends the whole.
fn split(texts: &[String], mut rest: &str) -> Option<Vec<String>> {
    let mut before = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let is_last = number + 1 == texts.len();
        let ends = rest.char_indices().map(|(at, _)| at).skip(1).chain([rest.len()]);
        let length = |at: usize| {
            let length = beginning(&rest[at..], text)?;
            (!is_last || at + length == rest.len()).then_some((at, length))
        };
        let (at, length) = ends.filter(|at| *at > 0).find_map(length)?;
        before.push(rest[..at].trim().to_owned());
        rest = &rest[at + length..];
    }
    rest.is_empty().then_some(before)
}

/// Fills gaps, each followed by a text.
fn fill(
    gaps: &[String],
    texts: &[String],
    rest: &str,
    fits: &dyn Fn(&str, &str) -> bool,
) -> Option<Vec<String>> {
    let (Some((gap, gaps)), Some((text, texts))) = (gaps.split_first(), texts.split_first()) else {
        return rest.is_empty().then(Vec::new);
    };
    let ends = rest.char_indices().map(|(at, _)| at).skip(1).chain([rest.len()]);
    ends.filter(|at| *at > 0).find_map(|at| {
        let (filling, after) = (rest[..at].trim(), &rest[at..]);
        let length = beginning(after, text).filter(|_| fits(gap, filling))?;
        let mut filled = vec![filling.to_owned()];
        filled.extend(fill(gaps, texts, &after[length..], fits)?);
        Some(filled)
    })
}

/// How many bytes of a text a beginning takes, whatever the case of either.
fn beginning(text: &str, start: &str) -> Option<usize> {
    let mut found = text.char_indices();
    for wanted in start.chars() {
        let (_, character) = found.next()?;
        if character != wanted && !character.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(found.next().map_or(text.len(), |(at, _)| at))
}

impl Words {
    /// A line of the table. Without a meaning, only the gaps fill their keys.
    pub(super) fn new(pattern: Pattern, meaning: Vec<(String, String)>) -> Self {
        Self { pattern, meaning }
    }

    /// Without the names of gaps that fill no key where the line says that nothing is meant: `"{anything}": ""`.
    pub(super) fn without_gaps_for_nothing(mut self, is_key: impl Fn(&str) -> bool) -> Self {
        let means_nothing =
            matches!(self.meaning.as_slice(), [(key, text)] if key.is_empty() && text.is_empty());
        if means_nothing {
            self.pattern.gaps.iter_mut().filter(|gap| !is_key(gap)).for_each(String::clear);
        }
        self
    }

    /// The keys that it fills.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let gaps = self.pattern.gaps.iter().filter(|gap| !self.uses(gap));
        gaps.chain(self.meaning.iter().map(|(key, _)| key)).map(String::as_str)
    }

    /// Whether the meaning says what becomes of a gap, so that it fills no key by itself.
    fn uses(&self, gap: &str) -> bool {
        let in_text = format!("{{{gap}}}");
        self.meaning.iter().any(|(key, text)| key == gap || text.contains(&in_text))
    }

    /// What a cell means: each key with its text, an empty one where the key is to have none. `None` where the
    /// pattern is another. `fits` says whether a key can take a text.
    pub(super) fn read(
        &self,
        cell: &str,
        fits: &dyn Fn(&str, &str) -> bool,
    ) -> Option<Vec<(String, String)>> {
        let captured: Vec<(&String, String)> =
            self.pattern.gaps.iter().zip(self.pattern.read(cell, fits)?).collect();
        let filled = |text: &String| {
            let fill = |text: String, (key, value): &(&String, String)| {
                text.replace(&format!("{{{key}}}"), value)
            };
            captured.iter().fold(text.clone(), fill)
        };
        let gaps = captured.iter().filter(|(key, _)| !key.is_empty() && !self.uses(key));
        let mut keys: Vec<(String, String)> =
            gaps.map(|(key, text)| ((*key).clone(), text.clone())).collect();
        keys.extend(self.meaning.iter().map(|(key, text)| (key.clone(), filled(text))));
        Some(keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, meaning: &[(&str, &str)], cell: &str) -> Option<String> {
        let meaning = meaning.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect();
        let keys = Words::new(pattern(text)?, meaning).read(cell, &|key, text| {
            key != "time" || text.starts_with(|first: char| first.is_ascii_digit())
        })?;
        let shown = keys.into_iter().map(|(key, text)| format!("{key}={text}"));
        Some(shown.collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn a_word_is_read_in_any_case() {
        let said = |cell| read("On Hold", &[("", "paused")], cell);
        assert_eq!(said(" on  hold ").as_deref(), Some("=paused"));
        assert_eq!(said("on hold?"), None);
    }

    #[test]
    fn a_gap_fills_the_key_that_it_names() {
        let said = |cell| read("retired on {since}", &[("", "ended")], cell);
        assert_eq!(said("Retired on 04-04-2020").as_deref(), Some("since=04-04-2020; =ended"));
        assert_eq!(said("retired on "), None);
        let said = |cell| read("{name} ({role})", &[], cell);
        assert_eq!(said("Ada (chair)").as_deref(), Some("name=Ada; role=chair"));
        assert_eq!(
            said("Ada (the first) (chair)").as_deref(),
            Some("name=Ada; role=the first) (chair")
        );
        let said = |cell| read("{}, {town}", &[], cell);
        assert_eq!(said("ÉCOLE, Lyon").as_deref(), Some("town=Lyon"));
        assert_eq!(read("École {town}", &[], "ÉCOLE  Lyon").as_deref(), Some("town=Lyon"));
    }

    #[test]
    fn a_gap_takes_what_its_key_can_take_where_that_is_possible() {
        let said = |cell| read("{day} {time}", &[], cell);
        assert_eq!(said("2nd Tues. 19:00").as_deref(), Some("day=2nd Tues.; time=19:00"));
        assert_eq!(said("2nd Tues. late").as_deref(), Some("day=2nd; time=Tues. late"));
        let long = format!("{} 19:00", "x ".repeat(5000));
        assert!(said(&long).is_some_and(|said| said.starts_with("day=x; time=x x")));
    }

    #[test]
    fn a_meaning_may_fill_several_keys_and_empty_others() {
        let meaning = [("repeats", "varies"), ("when", "On {when}"), ("day", "")];
        let said = read("monthly - {when}", &meaning, "monthly - the last day");
        assert_eq!(said.as_deref(), Some("repeats=varies; when=On the last day; day="));
        let meaning = [("repeats", "{repeats}"), ("place.online", "Call; {rest}")];
        let said = read("{repeats}, {rest}", &meaning, "weekly, with a login");
        assert_eq!(said.as_deref(), Some("repeats=weekly; place.online=Call; with a login"));
    }

    #[test]
    fn a_pattern_is_words_and_not_an_expression() {
        assert_eq!(read("a.c*", &[("", "x")], "a.c*").as_deref(), Some("=x"));
        assert_eq!(read("a.c", &[("", "x")], "abc"), None);
        assert!(pattern("{a").is_none());
    }
}
