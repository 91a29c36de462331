//! The joining of filters, by the theme's own scripts in Node.js.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const NO_NODE: &str = "These tests run the theme's scripts, and `node` does not start. Install Node.js 20 or \
                       later (https://nodejs.org), and see that `node` is on the PATH.";
