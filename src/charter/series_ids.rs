//! An `id` for each of several series, by which calendars know it again when another is added or goes.

use std::collections::BTreeSet;

use super::series::MAIN_SERIES;
use crate::source::suggest_id;

/// What a series is called.
#[derive(Clone, Copy, Debug)]
pub struct Called<'a> {
    /// Its id, if it has one.
    pub id: Option<&'a str>,
    /// Its name, if it has one.
    pub name: Option<&'a str>,
}

/// The ids that several series lack, each with the position of its series. The first is the word that calendars use for
/// it already, so that nobody's calendar changes; the others come from names, or are numbered.
pub fn missing_ids(series: &[Called<'_>]) -> Vec<(usize, String)> {
    let mut taken: BTreeSet<String> =
        series.iter().filter_map(|it| it.id).map(str::to_owned).collect();
    let mut missing = Vec::new();
    if series.len() < 2 {
        return missing;
    }
    for (at, called) in series.iter().enumerate().filter(|(_, called)| called.id.is_none()) {
        let first = Some(MAIN_SERIES.to_owned()).filter(|_| missing.is_empty());
        let named = called.name.and_then(suggest_id);
        let numbered = (at + 1..).map(|number| format!("series-{number}"));
        let mut ids = first.into_iter().chain(named).chain(numbered);
        if let Some(id) = ids.find(|id| !taken.contains(id)) {
            taken.insert(id.clone());
            missing.push((at, id));
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(series: &[(&str, &str)]) -> String {
        fn given(text: &str) -> Option<&str> {
            Some(text).filter(|text| !text.is_empty())
        }
        let called = series.iter().map(|(id, name)| Called { id: given(id), name: given(name) });
        let called: Vec<Called<'_>> = called.collect();
        let ids = missing_ids(&called).into_iter().map(|(at, id)| format!("{at}: {id}"));
        ids.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn one_series_needs_no_id() {
        assert_eq!(ids(&[("", "Book evening")]), "");
    }

    #[test]
    fn the_first_is_the_main_one_and_others_are_named_or_numbered() {
        let series = [("", "Evenings"), ("", "Book evening"), ("", ""), ("", "book-evening")];
        assert_eq!(ids(&series), "0: main, 1: book-evening, 2: series-3, 3: series-4");
        assert_eq!(ids(&[("books", ""), ("", "Retreat"), ("", "Con")]), "1: main, 2: series-3");
    }

    #[test]
    fn an_id_that_a_series_has_is_given_to_no_other() {
        assert_eq!(ids(&[("", "Retreat"), ("main", "")]), "0: retreat");
        assert_eq!(ids(&[("main", ""), ("", ""), ("series-2", "")]), "1: series-3");
    }
}
