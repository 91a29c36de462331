//! The rules of the house: who may import whom, and what no file may do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The modules of ARCHITECTURE.md with those that each may import.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let row = |row: &str| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let imports = cells[2].split(", ").filter(|name| !name.is_empty()).map(str::to_owned);
        (cells[0].trim_end_matches('`').to_owned(), imports.collect())
    };
    rows.map(row).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// The module that a file of `src/` belongs to, and its text without its own tests.
fn modules() -> Vec<(String, PathBuf, String)> {
    let src = Path::new(ROOT).join("src");
    let files = sources(&src).into_iter().map(|path| {
        let inside = path.strip_prefix(&src).unwrap();
        let module =
            inside.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        (module, inside.to_owned(), text)
    });
    files.filter(|(module, ..)| module != "lib" && module != "main").collect()
}

fn is_test(path: &Path) -> bool {
    path.iter().any(|part| part == "tests" || part == "tests.rs")
}

#[test]
fn modules_import_only_what_the_architecture_says() {
    let table = table();
    assert!(table.len() > 10, "ARCHITECTURE.md has no table of modules");
    let mut faults = Vec::new();
    for (module, path, text) in modules() {
        let allowed = table.get(&module);
        for (number, line) in text.lines().enumerate() {
            for import in line.split("crate::").skip(1) {
                let name: String =
                    import.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let is_own = name == module || name.is_empty();
                if !is_own && !allowed.is_some_and(|allowed| allowed.contains(&name)) {
                    faults.push(format!(
                        "src/{}:{}: {module} imports {name}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "change the code, or the table with a reason:\n{}",
        faults.join("\n")
    );
}

#[test]
fn schedules_know_nothing_of_charters() {
    for (_, path, text) in modules() {
        let reaches_up = path.starts_with("charter/schedule") && text.contains("crate::charter");
        assert!(!reaches_up, "src/{}", path.display());
    }
}

#[test]
fn every_module_is_in_the_table_and_every_row_is_a_module() {
    let modules: BTreeSet<String> = modules().into_iter().map(|(module, ..)| module).collect();
    let rows: BTreeSet<String> = table().into_keys().collect();
    assert_eq!(modules, rows);
}

#[test]
fn files_are_short_enough_to_be_read() {
    const MOST: usize = 450;
    let long: Vec<String> = modules()
        .iter()
        .filter(|(_, path, _)| !is_test(path))
        .map(|(_, path, text)| (path, text.split("#[cfg(test)]").next().unwrap().lines().count()))
        .filter(|(_, lines)| *lines > MOST)
        .map(|(path, lines)| format!("src/{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "make a folder of these:\n{}", long.join("\n"));
}

#[test]
fn there_is_no_module_for_odds_and_ends() {
    const NAMES: [&str; 6] = ["utils", "util", "common", "types", "helpers", "prelude"];
    for (_, path, _) in modules() {
        let is_odd = |name: &str| {
            path.iter().any(|part| part.to_string_lossy().trim_end_matches(".rs") == name)
        };
        assert!(!NAMES.iter().any(|name| is_odd(name)), "{}", path.display());
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (_, path, text) in modules() {
        assert!(
            text.starts_with("//!"),
            "src/{} has no first line of documentation",
            path.display()
        );
    }
}
