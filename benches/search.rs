//! How long the search index takes to build, how large it is, and what a visitor fetches for a query:
//!
//! ```text
//! cargo bench --bench search -- --groups 1000,10000
//! ```
//!
//! prints tables in Markdown; it needs Node.js for the last of them. The folders are made where the
//! system keeps temporary files; set `TMPDIR` to use another disk.
//!
//! The charters of the corpus have few different words between them, and real ones have many. So each gets
//! a paragraph of invented words, of which the n-th is n times as rare as the first (Zipf's law).

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is a program")]

mod corpus;

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Error, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use clap::Parser;
use guildhall::directory::Directory;
use guildhall::files::search::Index;
use guildhall::pipeline::{Loader, Options, Silent};

#[derive(Parser)]
struct Arguments {
    /// How many groups: one corpus each
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', default_value = "1000,10000",
          value_parser = clap::value_parser!(u32).range(1..))]
    groups: Vec<u32>,
    /// How often each build is measured
    #[arg(long, value_name = "NUMBER", default_value = "5",
          value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// How many invented words each charter gets
    #[arg(long, value_name = "NUMBER", default_value = "120")]
    words: u32,
    /// How many different ones there are
    #[arg(long, value_name = "NUMBER", default_value = "50000",
          value_parser = clap::value_parser!(u32).range(2..))]
    vocabulary: u32,
    /// Measure. `cargo bench` says so, `cargo test` does not
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let measured = if arguments.bench {
        arguments.groups.iter().try_for_each(|groups| measure(*groups, &arguments))
    } else {
        Ok(())
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(groups: u32, arguments: &Arguments) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    eprintln!("{groups} groups: writing the corpus, and reading it");
    corpus::write(folder.path(), groups as usize, 1)?;
    add_words(&folder.path().join("content/groups"), arguments)?;
    let options = Options { today: corpus::BUILD_DATE, base_url: None };
    let directory = Loader::open(folder.path(), options, &Silent)?.check(&Silent).directory;

    let cores = rayon::current_num_threads();
    let before = processor_time();
    let all = fastest(arguments.runs, &directory);
    let used = processor_time().saturating_sub(before) / arguments.runs;
    let index = Index::build(&directory, 8);
    let output = folder.path().join("index");
    write(&index, &output)?;

    let (files, bytes) =
        index.files().fold((0, 0), |(files, sum), (_, file)| (files + 1, sum + file.len()));
    println!("\n| groups listed | build, {cores} cores | processor time | files | size |");
    println!("| ---: | ---: | ---: | ---: | ---: |");
    println!(
        "| {} | {} ms | {} ms | {files} | {} kB |\n",
        directory.listed().len(),
        all.as_millis(),
        used.as_millis(),
        bytes / 1000
    );
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/search/queries.mjs");
    let status = Command::new("node").arg(script).arg(&output).status()?;
    if status.success() { Ok(()) } else { Err(Error::other("the queries were not measured")) }
}

/// The shortest time that a build takes.
fn fastest(runs: u32, directory: &Directory) -> Duration {
    let run = |_| {
        let start = Instant::now();
        let index = Index::build(directory, 8);
        let time = start.elapsed();
        drop(index);
        time
    };
    (0..runs).map(run).min().unwrap_or_default()
}

/// What this process has used so far on all cores, in hundredths of a second; where the system does not
/// say (proc(5)), nothing.
fn processor_time() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    let ticks: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}

fn write(index: &Index, folder: &Path) -> io::Result<()> {
    for part in ["words", "endings", "postings", "terms"] {
        fs::create_dir_all(folder.join(part))?;
    }
    index.files().try_for_each(|(path, bytes)| fs::write(folder.join(path), bytes))
}

/// Adds a paragraph of invented words to each charter.
fn add_words(folder: &Path, arguments: &Arguments) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let mut random = blake3::Hasher::new();
        random.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        let mut random = random.finalize_xof();
        let mut paragraph = String::from("\n");
        for _ in 0..arguments.words {
            let mut bytes = [0; 4];
            random.fill(&mut bytes);
            let share = f64::from(u32::from_le_bytes(bytes)) / f64::from(u32::MAX);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank")]
            let rank = f64::from(arguments.vocabulary).powf(share) as u32;
            let _ = write!(paragraph, " {}", invented(rank));
        }
        OpenOptions::new().append(true).open(path)?.write_all(paragraph.as_bytes())?;
    }
    Ok(())
}

/// A word that can be said, another one for each number.
fn invented(number: u32) -> String {
    const SYLLABLES: [&str; 32] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su",
        "ta", "ve", "wi", "xo", "yu", "za", "bre", "cli", "dro", "flu", "gra", "ple", "sti", "tro",
        "slu", "spa", "che",
    ];
    let mut word = String::new();
    // Multiplied by an odd number, so that neighbours in rank are not neighbours in the alphabet.
    let mut rest = number.wrapping_mul(0x9e37_79b1) >> 8;
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % 32) as usize]);
        rest /= 32;
    }
    word.truncate(4 + (number % 9) as usize);
    let _ = write!(word, "{}", ["n", "s", "ng", "r"][(number % 4) as usize]);
    word
}
