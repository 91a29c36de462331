//! How long `guildhall check` and `guildhall build` take, and how much memory, next to a plain copy of the
//! site that they make:
//!
//! ```text
//! cargo bench --bench build -- --groups 1000,10000 --runs 5
//! ```
//!
//! prints a table in Markdown. `--groups 100000` works too, with patience and 10 GB of disk. The folders
//! are made where the system keeps temporary files; set `TMPDIR` to measure another disk.
//! `--write FOLDER --groups 10000` only writes the site directory, to try other commands on.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program")]

mod corpus;
mod measure;

use std::collections::BTreeMap;
use std::io::{self, Error};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, thread};

use clap::Parser;

use measure::rounds::Bench;
use measure::table::{self, Figures};
use measure::tree;

#[derive(Parser)]
struct Arguments {
    /// How many groups: one corpus each
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', default_value = "1000,10000",
          value_parser = clap::value_parser!(u32).range(1..))]
    groups: Vec<u32>,
    /// How often each step is measured
    #[arg(long, value_name = "NUMBER", default_value = "5",
          value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Which corpus of that size
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    seed: u64,
    /// Write the corpus into a new folder, and measure nothing
    #[arg(long, value_name = "FOLDER")]
    write: Option<PathBuf>,
    /// Copy a folder: a step of the measurement, as a process of its own
    #[arg(long, value_names = ["FROM", "TO"], num_args = 2, hide = true)]
    copy: Option<Vec<PathBuf>>,
    /// Measure. `cargo bench` says so, `cargo test` does not
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<()> {
    if let Some([from, to]) = arguments.copy.as_deref() {
        return tree::copy(from, to);
    }
    if let Some(folder) = &arguments.write {
        return write(folder, arguments);
    }
    check_that_a_corpus_can_be_repeated(arguments.seed)?;
    if arguments.bench { measure(arguments) } else { Ok(()) }
}

fn write(folder: &Path, arguments: &Arguments) -> io::Result<()> {
    let [groups] = arguments.groups[..] else {
        return Err(Error::other("With --write, say --groups with one number."));
    };
    fs::create_dir(folder)
        .map_err(|error| Error::new(error.kind(), format!("{}: {error}", folder.display())))?;
    corpus::write(folder, groups as usize, arguments.seed)
}

/// The same seed gives the same bytes, and another seed others.
fn check_that_a_corpus_can_be_repeated(seed: u64) -> io::Result<()> {
    let first = small_corpus(seed)?;
    if first != small_corpus(seed)? {
        return Err(Error::other("The same seed gave two corpora."));
    }
    if first == small_corpus(seed.wrapping_add(1))? {
        return Err(Error::other("Two seeds gave the same corpus."));
    }
    Ok(())
}

/// The paths and the bytes of all files of a corpus of 50 groups.
fn small_corpus(seed: u64) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let folder = tempfile::tempdir()?;
    corpus::write(folder.path(), 50, seed)?;
    let mut files = BTreeMap::new();
    tree::each_file(folder.path(), |file| {
        let path = file.path();
        let name = path.strip_prefix(folder.path()).unwrap_or(&path);
        files.insert(name.to_owned(), fs::read(&path)?);
        Ok(())
    })?;
    Ok(files)
}

fn measure(arguments: &Arguments) -> io::Result<()> {
    let mut all = Vec::new();
    for &groups in &arguments.groups {
        let folder = tempfile::tempdir()?;
        eprintln!("{groups} groups: writing the corpus, and building it once");
        let mut bench = Bench::new(folder.path(), groups as usize, arguments.seed)?;
        let mut samples = Vec::new();
        for run in 1..=arguments.runs {
            eprintln!("{groups} groups: run {run} of {}", arguments.runs);
            samples.extend(bench.round()?);
        }
        all.push(Figures { groups: groups as usize, contents: bench.contents(), samples });
    }
    let cores = thread::available_parallelism()?;
    println!("{}\n{} runs of each, on {cores} cores.", table::markdown(&all), arguments.runs);
    Ok(())
}
