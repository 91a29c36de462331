//! How long it takes from saving a charter until its new page is served:
//!
//! ```text
//! cargo bench --bench preview -- --groups 1000,10000 --runs 20
//! ```
//!
//! The real program serves a corpus. Each run saves one charter, as editors do, by renaming a new file over it; it
//! ends when the event stream has announced the change and the new page has been read.

#![expect(clippy::print_stdout, reason = "this is a program")]

mod corpus;

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Parser;

#[derive(Parser)]
struct Arguments {
    /// How many groups: one corpus each
    #[arg(long, value_delimiter = ',', default_value = "1000,10000")]
    groups: Vec<usize>,
    /// How often a charter is saved
    #[arg(long, default_value = "20", value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Measure. `cargo bench` says so, `cargo test` does not
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    if !arguments.bench {
        return Ok(());
    }
    println!("| groups | median | fastest | slowest |\n| --- | --- | --- | --- |");
    for groups in arguments.groups {
        let folder = tempfile::tempdir()?;
        corpus::write(folder.path(), groups, 1)?;
        let mut times = measure(folder.path(), arguments.runs)?;
        times.sort_unstable();
        let (median, first, last) = (times[times.len() / 2], times[0], times[times.len() - 1]);
        let in_words = |time: Duration| format!("{:.0} ms", time.as_secs_f64() * 1000.0);
        println!("| {groups} | {} | {} | {} |", in_words(median), in_words(first), in_words(last));
    }
    Ok(())
}

/// The preview, ended with this value.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn measure(root: &Path, runs: u32) -> io::Result<Vec<Duration>> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_guildhall"))
        .args([
            "serve",
            "--quiet",
            "--port",
            "0",
            "--date",
            &corpus::BUILD_DATE.to_string(),
            "--root",
        ])
        .arg(root)
        .stderr(Stdio::piped())
        .spawn()?;
    let words = program.stderr.take().ok_or_else(|| io::Error::other("no words"))?;
    let _preview = Preview(program);
    let mut words = BufReader::new(words).lines();
    let address = loop {
        let line = words.next().ok_or_else(|| io::Error::other("the preview ended"))??;
        if let Some((_, rest)) = line.split_once("http://") {
            break rest.split('/').next().unwrap_or_default().to_owned();
        }
    };
    let mut events = BufReader::new(ask(&address, "/__guildhall/events")?).lines();
    wait_for_event(&mut events)?;
    let charter = some_charter(root)?;
    let id = charter.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = fs::read_to_string(&charter)?;
    let summary = text.lines().find(|line| line.starts_with("summary:"));
    let summary = summary.ok_or_else(|| io::Error::other("a charter without a summary"))?;
    (0..runs)
        .map(|run| {
            std::thread::sleep(Duration::from_millis(1500)); // the walk that follows each change
            let mark = format!("Saved {run} times");
            let beside = charter.with_extension("md.tmp");
            fs::write(&beside, text.replacen(summary, &format!("summary: {mark}"), 1))?;
            let start = Instant::now();
            fs::rename(&beside, &charter)?;
            wait_for_event(&mut events)?;
            let mut page = String::new();
            ask(&address, &format!("/groups/{id}/"))?.read_to_string(&mut page)?;
            let time = start.elapsed();
            let is_new = page.contains(&mark);
            is_new.then_some(time).ok_or_else(|| io::Error::other("the page is not the new one"))
        })
        .collect()
}

fn ask(address: &str, path: &str) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    Ok(stream)
}

fn wait_for_event(lines: &mut impl Iterator<Item = io::Result<String>>) -> io::Result<()> {
    for line in lines {
        if line?.starts_with("data:") {
            return Ok(());
        }
    }
    Err(io::Error::other("the event stream ended"))
}

fn some_charter(root: &Path) -> io::Result<PathBuf> {
    let mut charters = fs::read_dir(root.join("content/groups"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    charters.sort();
    charters.into_iter().next().ok_or_else(|| io::Error::other("no charters"))
}
