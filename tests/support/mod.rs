//! What the tests of the program share: sites in folders of their own, runs of the program, and the
//! trees of files that it leaves.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod node;
pub mod python;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use guildhall::diagnostic::Severity;
use guildhall::directory::Directory;
use guildhall::pipeline::{Loader, Options, Silent};
use tempfile::TempDir;

/// The build date of the tests.
pub const TODAY: &str = "2026-11-23";

/// Every file of a folder by its path with `/`. A folder without any file ends in `/`.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A file or folder of `tests/`.
pub fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

/// The program, whatever the environment of whoever runs the tests says.
pub fn guildhall() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    for name in ["SOURCE_DATE_EPOCH", "RAYON_NUM_THREADS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"]
    {
        command.env_remove(name);
    }
    command.env_remove("COLUMNS").env("TERM", "xterm-256color");
    command
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command to its end. No run may end in a panic, whatever it was asked.
pub fn run(command: &mut Command) -> Ran {
    Ran::of(&command.output().unwrap())
}

impl Ran {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert!(!stderr.contains("panicked at"), "{stderr}");
        Self { status: output.status.code().unwrap(), stdout, stderr }
    }

    /// The run, if it ended with this status.
    pub fn ended_with(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}{}", self.stdout, self.stderr);
        self
    }
}

/// A site in a folder of its own. It is built into a folder next to it.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// A copy of the site of `tests/build/`.
    pub fn golden() -> Self {
        let site = Self::empty();
        copy(&fixture("build/site"), &site.root());
        site
    }

    /// A folder without a site.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The same below a certain folder.
    pub fn empty_in(folder: &Path) -> Self {
        Self { folder: tempfile::tempdir_in(folder).unwrap() }
    }

    /// The folder that holds the site and what is built.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The site's own folder.
    pub fn root(&self) -> PathBuf {
        self.folder().join("site")
    }

    /// The output folder.
    pub fn out(&self) -> PathBuf {
        self.folder().join("out")
    }

    /// Writes a file of the site, with the folders that it needs.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Puts one text in place of another in a file of the site.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.root().join(path)).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        self.write(path, text.replace(from, to));
    }

    /// Removes a file of the site.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).unwrap();
    }

    /// `guildhall build` of this site into a folder, without a date.
    pub fn command_into(&self, out: &Path) -> Command {
        let mut command = guildhall();
        command.arg("build").arg("--root").arg(self.root()).arg("--out").arg(out);
        command
    }

    /// Builds the site into a folder as of [`TODAY`].
    pub fn build_into(&self, out: &Path) -> Ran {
        run(self.command_into(out).args(["--date", TODAY]))
    }

    /// Builds the site into the folder next to it, as of [`TODAY`].
    pub fn build(&self, arguments: &[&str]) -> Ran {
        run(self.command_into(&self.out()).args(["--date", TODAY]).args(arguments))
    }

    /// What is in the output folder.
    pub fn built(&self) -> Tree {
        tree(&self.out())
    }

    /// What is next to the output folder, other than the site.
    pub fn left_over(&self) -> Vec<String> {
        names(self.folder()).into_iter().filter(|name| name != "site" && name != "out").collect()
    }
}

/// The text of a charter of a group that is about to begin, with some lines besides the required ones.
pub fn charter(name: &str, lines: &str) -> String {
    format!(
        "---\nname: {name}\nsummary: A group for tests.\nstatus: forming\nreviewed: 2026-10-01\n\
         purpose: To be tested.\nleaders: [{{name: The tester}}]\naims: [networking]\n\
         membership: open\njoining: {{places: open, steps: [Write.], contact: test@example.org}}\n\
         {lines}\n---\n"
    )
}

/// The directory of a site, none of whose charters may have an error, as of [`TODAY`].
pub fn directory(root: &Path) -> Directory {
    let options = Options { today: TODAY.parse().unwrap(), base_url: None };
    let checked = Loader::open(root, options, &Silent).unwrap().check(&Silent);
    let problems = &checked.report.diagnostics;
    let errors: Vec<_> = problems.iter().filter(|it| it.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{:#?}", &errors[..errors.len().min(3)]);
    checked.directory
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    write_tree(&tree(from), to);
}

fn write_tree(tree: &Tree, to: &Path) {
    for (path, bytes) in tree {
        let to = to.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
}

/// The names of what is in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every file of a folder.
pub fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for name in names(folder) {
        let path = folder.join(&name);
        if !path.is_dir() {
            tree.insert(name, fs::read(path).unwrap());
            continue;
        }
        let below = self::tree(&path);
        if below.is_empty() {
            tree.insert(format!("{name}/"), Vec::new());
        }
        tree.extend(below.into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
    }
    tree
}

/// The text of a file of a tree.
pub fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    assert!(tree.contains_key(path), "there is no file {path}");
    std::str::from_utf8(&tree[path]).unwrap()
}

/// Fails with the files that differ, and the lines in them.
pub fn assert_same(expected: &Tree, found: &Tree, hint: &str) {
    let differences = differences(expected, found);
    assert!(differences.is_empty(), "{differences}\n{hint}");
}

fn differences(expected: &Tree, found: &Tree) -> String {
    let mut differences = String::new();
    for (path, before) in expected {
        match found.get(path) {
            None => writeln!(differences, "{path}: is missing").unwrap(),
            Some(after) if after != before => {
                writeln!(differences, "{path}: differs\n{}", line_differences(before, after))
                    .unwrap();
            }
            Some(_) => {}
        }
    }
    for path in found.keys().filter(|path| !expected.contains_key(*path)) {
        writeln!(differences, "{path}: is new").unwrap();
    }
    differences
}

/// The lines from the first to the last that differ: expected ones with `-`, found ones with `+`.
fn line_differences(expected: &[u8], found: &[u8]) -> String {
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let same = |(before, after): &(&&str, &&str)| before == after;
    let start = expected.iter().zip(&found).take_while(same).count();
    let rest = expected.len().min(found.len()) - start;
    let (ends, other_ends) = (expected.iter().rev(), found.iter().rev());
    let end = ends.zip(other_ends).take(rest).take_while(same).count();
    let mut text = format!("  from line {}:\n", start + 1);
    let sides =
        [('-', &expected[start..expected.len() - end]), ('+', &found[start..found.len() - end])];
    for (sign, lines) in sides {
        for line in lines {
            writeln!(text, "  {sign} {line}").unwrap();
        }
    }
    text
}

/// Holds files against the expected ones, in a folder of `tests/`. With `BLESS=1` in the environment
/// it writes them there instead.
#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the program")]
pub fn assert_expected(folder: &str, found: &Tree, test: &str) {
    let expected = fixture(folder);
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&expected); // the first time there is none
        write_tree(found, &expected);
    }
    let hint = format!(
        "If that is as it should be: BLESS=1 cargo test --test {test}\n\
         Then look at the difference before you commit it: git diff tests/{folder}"
    );
    assert_same(&tree(&expected), found, &hint);
}
