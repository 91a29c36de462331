//! Python with the libraries of `tests/calendars/requirements.txt`: other readers of what the program
//! writes.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::{fixture, run};

const REMEDY: &str = "These tests read what Guildhall writes with Python's libraries. Install Python 3.11 \
                      or later with its venv module (on Debian: apt-get install python3 python3-venv), \
                      and let pip reach a package index.";

/// The interpreter of an environment below `target/`, made on the first call, and again when the
/// requirements change.
pub fn python() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let lock = File::create(target.join("python.lock")).unwrap();
        lock.lock().unwrap(); // other test programs want it too
        let folder = target.join("python");
        let interpreter = folder.join("bin").join("python");
        let requirements = fixture("calendars/requirements.txt");
        let wanted = fs::read(&requirements).unwrap();
        let installed = folder.join("installed.txt");
        if fs::read(&installed).ok().as_ref() != Some(&wanted) {
            must_run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
            let mut pip = Command::new(&interpreter);
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
            must_run(pip.arg(&requirements));
            fs::write(&installed, wanted).unwrap();
        }
        interpreter
    })
}

/// Runs a script of `tests/` over files, to its end, and gives what it printed.
pub fn python_script(script: &str, arguments: &[&str]) -> String {
    run(Command::new(python()).arg(fixture(script)).args(arguments)).ended_with(0).stdout
}

fn must_run(command: &mut Command) {
    let (succeeded, words) = match command.output() {
        Ok(output) => {
            (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
        }
        Err(error) => (false, error.to_string()),
    };
    assert!(succeeded, "{command:?}: {words}\n{REMEDY}");
}
