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
    const MOST: usize = 400;
    let root = Path::new(ROOT);
    let files = ["src", "tests", "benches"].into_iter().flat_map(|it| sources(&root.join(it)));
    let length = |path: &PathBuf| fs::read_to_string(path).unwrap().lines().count();
    let long: Vec<String> = files
        .map(|path| (length(&path), path))
        .filter(|(lines, _)| *lines > MOST)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
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

/// A file of `src/` by its path, such as `["charter", "schedule"]`, with what it imports.
struct File {
    text: String,
    uses: Vec<Use>,
}

/// A name that a file imports: `crate::text::shows` in its parts.
struct Use {
    is_public: bool,
    path: Vec<String>,
    name: String,
}

type Files = BTreeMap<Vec<String>, File>;

/// The paths that a `use` names: `a::{b, c::d}` names `a::b` and `a::c::d`.
fn named(path: &str) -> Vec<String> {
    let Some((head, rest)) = path.trim().split_once('{') else { return vec![path.trim().into()] };
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for character in rest.strip_suffix('}').unwrap().chars() {
        depth += i32::from(character == '{') - i32::from(character == '}');
        match character {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().unwrap().push(character),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.iter().flat_map(|part| named(part)).map(|part| format!("{head}{part}")).collect()
}

fn uses(text: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for statement in text.split(';') {
        let lines = statement.lines().skip_while(|line| !line.contains("use "));
        let statement = lines.collect::<Vec<_>>().join(" ");
        let Some((before, paths)) = statement.split_once("use ") else { continue };
        let is_use = before.is_empty() || before.starts_with("pub");
        for path in if is_use { named(paths) } else { Vec::new() } {
            let (path, alias) = path.split_once(" as ").unwrap_or((&path, ""));
            let path: Vec<String> = path.split("::").map(|part| part.trim().to_owned()).collect();
            let name = if alias.is_empty() { path.last().unwrap().clone() } else { alias.into() };
            uses.push(Use { is_public: before.starts_with("pub"), path, name });
        }
    }
    uses
}

fn files() -> Files {
    let all = modules().into_iter().filter(|(_, path, _)| !is_test(path));
    all.map(|(_, path, text)| {
        let path = path.with_extension("");
        let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
        let text = text.split("#[cfg(test)]").next().unwrap().to_owned();
        (parts.filter(|part| part != "mod").collect(), File { uses: uses(&text), text })
    })
    .collect()
}

/// The file that defines what a file imports, through whatever passes it on.
fn origin(files: &Files, from: &[String], path: &[String]) -> Option<Vec<String>> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let (mut module, rest) = match path[0].as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (from.to_vec(), &path[1..]),
        "super" => (from[..from.len() - supers].to_vec(), &path[supers..]),
        child if files.contains_key(&[from, &[child.to_owned()]].concat()) => (from.to_vec(), path),
        _ => return None,
    };
    let mut rest = rest.iter();
    let name = rest.find(|part| {
        let inner = [&*module, &[(*part).clone()]].concat();
        let is_module = files.contains_key(&inner);
        if is_module {
            module = inner;
        }
        !is_module
    });
    let (Some(name), Some(file)) = (name, files.get(&module)) else { return Some(module) };
    let kinds = ["fn", "struct", "enum", "type", "const", "static", "trait", "macro_rules!"];
    if kinds.iter().any(|kind| file.text.contains(&format!("{kind} {name}"))) {
        return Some(module);
    }
    let passed_on = file.uses.iter().find(|it| it.name == *name);
    passed_on.and_then(|it| origin(files, &module, &it.path)).or(Some(module))
}

/// A circle of imports that can be reached from the last file of a path, if there is one.
fn circle(files: &Files, path: &mut Vec<Vec<String>>, seen: &mut BTreeSet<Vec<String>>) -> bool {
    let from = path.last().unwrap().clone();
    for it in files.get(&from).map_or(&[][..], |file| &file.uses).iter().filter(|it| !it.is_public)
    {
        let Some(next) = origin(files, &from, &it.path).filter(|next| *next != from) else {
            continue;
        };
        if let Some(start) = path.iter().position(|earlier| *earlier == next) {
            path.drain(..start);
            return true;
        }
        if seen.insert(next.clone()) {
            path.push(next);
            if circle(files, path, seen) {
                return true;
            }
            path.pop();
        }
    }
    false
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let files = files();
    let mut seen = BTreeSet::new();
    for start in files.keys() {
        let mut path = vec![start.clone()];
        if seen.insert(start.clone()) && circle(&files, &mut path, &mut seen) {
            let names: Vec<String> = path.iter().map(|file| file.join("/")).collect();
            panic!("these import each other; move what they share: {}", names.join(" → "));
        }
    }
}
