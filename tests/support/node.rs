//! Node.js, which runs the theme's scripts.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use super::fixture;

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
