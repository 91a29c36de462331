//! Charters from the rows of a spreadsheet, or of a list in JSON or YAML.
//!
//! 1. [`Input`] is the file: its bytes as text, and that as rows, each a set of columns.
//! 2. [`Map`] says for each key of a charter where it comes from. [`suggest`] writes a first one from the columns.
//! 3. [`Import::gather`] takes from each row what the map says, as it was typed.
//! 4. [`Import::terms`] are the terms that are made because rows name them.
//! 5. [`Import::drafts`] puts the texts into the words of a charter, and leaves out what the checks would refuse.
//! 6. [`report`] says what came of each row.
//!
//! Nothing here reads or writes a file.

mod convert;
mod dates;
mod decode;
mod draft;
mod gather;
mod input;
mod map;
mod read_column;
mod read_map;
mod report;
mod series;
mod shape;
mod suggest;
mod table;
mod template;
mod terms;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::Value as Json;

use crate::charter::Context;
use crate::config::{Config, fold};
use crate::source::{charter_path, check_id};
use crate::text::shows_nothing;
use crate::writing::{self, id_of};
use convert::Conversion;
use gather::Gathered;

pub use convert::Left;
pub use decode::decode;
pub use draft::Draft;
pub use input::{Input, Rows};
pub use map::Map;
pub use read_map::read as read_map;
pub use report::{Came, Report};
pub use suggest::suggest;
pub use table::Long;
pub use terms::Terms;

/// The rows of a file with what the map takes from them.
#[derive(Debug)]
pub struct Import {
    map: Map,
    rows: Rows,
    gathered: Vec<Gathered>,
}

impl Import {
    /// Takes from each row what the map says.
    pub fn gather(map: Map, rows: Rows) -> Self {
        let gathered = rows.rows.iter().map(|row| gather::gather(&map, row)).collect();
        Self { map, rows, gathered }
    }

    /// The rows.
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The columns that hold something and that the map neither uses nor leaves out on purpose, by their paths, with
    /// the number of their texts.
    pub fn unused(&self) -> BTreeMap<String, usize> {
        let mut columns = self.rows.shape.columns();
        columns.retain(|path, _| !self.map.used.contains(path));
        columns
    }

    /// The terms that the rows name. Those that the directory does not have are made if the map says so.
    pub fn terms(&self, config: &Arc<Config>) -> Terms {
        let mut terms = Terms::new(config);
        for wanted in self.gathered.iter().flat_map(|row| &row.wanted) {
            terms.make(wanted);
        }
        terms
    }

    /// The charter of each row.
    pub fn drafts(&self, terms: &Terms, context: Context<'_>) -> Vec<Draft> {
        let mut taken = BTreeMap::new();
        let ids: Vec<Result<String, Left>> = self
            .gathered
            .iter()
            .zip(&self.rows.rows)
            .map(|(gathered, row)| self.id(gathered, row.number, &mut taken))
            .collect();
        let groups = self.groups(&ids);
        let rows = self.gathered.par_iter().zip(&self.rows.rows).zip(&ids);
        rows.map(|((gathered, row), id)| {
            let mut conversion = Conversion::new(terms, &groups, self.map.order, gathered, context);
            let name = name_of(gathered).unwrap_or_default().to_owned();
            let answers = conversion.charter(gathered.answers.clone());
            let Conversion { mut left, in_words, .. } = conversion;
            let (file, missing) = match id {
                Ok(id) => {
                    let answers = writing::tidy(&answers);
                    let path = charter_path(id);
                    match draft::file(&path, answers, &mut left, context) {
                        Some((file, missing)) => (Some(file), missing),
                        None => (None, Vec::new()),
                    }
                }
                Err(why) => {
                    left = vec![why.clone()];
                    (None, Vec::new())
                }
            };
            Draft { row: row.number, name, file, left, in_words, missing }
        })
        .collect()
    }

    /// The ids of the groups by their folded names.
    fn groups(&self, ids: &[Result<String, Left>]) -> BTreeMap<String, String> {
        let named = self.gathered.iter().zip(ids);
        named.filter_map(|(row, id)| Some((fold(name_of(row)?), id.clone().ok()?))).collect()
    }

    /// The id of a row's group. One that another row has is refused.
    fn id(
        &self,
        gathered: &Gathered,
        row: usize,
        taken: &mut BTreeMap<String, usize>,
    ) -> Result<String, Left> {
        const HELP: &str =
            "Say in the map what file names are made of, such as: file: \"{City} {Country}\"";
        let left = |text: &str, why: String, help: &str| Left {
            key: "file".to_owned(),
            text: text.to_owned(),
            why,
            help: help.to_owned(),
        };
        let Some(text) = gathered.file.as_deref().or_else(|| name_of(gathered)) else {
            let why = "The row has no name for its group, so that no file was written.".to_owned();
            return Err(left(
                "",
                why,
                "Fill in its name, or say in the map where it comes from: `name:`",
            ));
        };
        let id = id_of(text);
        if let Err(why) = check_id(&id) {
            let why = format!("No file name can be made from this, because {why}.");
            return Err(left(text, why, HELP));
        }
        match taken.insert(id.clone(), row) {
            None => Ok(id),
            Some(first) => {
                taken.insert(id.clone(), first);
                let unit = self.rows.unit;
                let why = format!("The group of {unit} {first} has the same file name, `{id}`.");
                Err(left(text, why, HELP))
            }
        }
    }
}

fn name_of(gathered: &Gathered) -> Option<&str> {
    let name = gathered.answers.get("name").and_then(Json::as_str);
    name.filter(|name| !shows_nothing(name))
}
