//! Node.js: it runs the theme's scripts, and other readers of what the program writes.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use super::{fixture, run};

const REMEDY: &str = "These tests run the theme's scripts, and `node` does not start. Install Node.js 20 or \
                      later (https://nodejs.org), and see that `node` is on the PATH.";

/// Runs Node.js.
pub fn output(node: &mut Command) -> Output {
    let ran = node.output();
    assert!(ran.is_ok(), "{REMEDY}\n{ran:?}");
    ran.unwrap()
}

/// Runs the tests that are written in JavaScript in a folder of `tests/`, with variables of the environment.
pub fn pass_tests(folder: &str, variables: &[(&str, &str)]) {
    let tests = fs::read_dir(fixture(folder)).unwrap();
    let mut tests: Vec<PathBuf> = tests.map(|entry| entry.unwrap().path()).collect();
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    tests.sort();
    let ran =
        output(Command::new("node").arg("--test").args(&tests).envs(variables.iter().copied()));
    let said = [&ran.stdout, &ran.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(ran.status.success(), "the scripts do not do what their tests say:\n{}", said.concat());
}

/// Runs a script of `tests/` over files, to its end, and gives what it printed. It has the packages of
/// `tests/browser/package.json`, which are installed before.
pub fn node_script(script: &str, arguments: &[&str]) -> String {
    static INSTALLED: OnceLock<()> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let lock = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages.lock");
        let lock = File::create(lock).unwrap();
        lock.lock().unwrap(); // other test programs want them too
        run(Command::new(fixture("install")).arg("packages")).ended_with(0);
    });
    run(Command::new("node").arg(fixture(script)).args(arguments)).ended_with(0).stdout
}
