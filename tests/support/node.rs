//! Node with the packages of `tests/browser/package.json`: other readers of what the program writes.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use super::{fixture, run};

/// Runs a script of `tests/` over files, to its end, and gives what it printed. The packages are installed before.
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
