//! The figures as Markdown.

use std::fmt::Write as _;
use std::time::Duration;

use super::Sample;
use super::rounds::Step;
use super::tree::Contents;

/// All samples of a corpus.
pub struct Figures {
    pub groups: usize,
    pub contents: Contents,
    pub samples: Vec<(Step, Sample)>,
}

/// A table of all figures, and a few sentences for each corpus.
pub fn markdown(figures: &[Figures]) -> String {
    let mut markdown = String::from(
        "| groups | step | time: median (minimum) | user + system | peak memory | pages a second |\n\
         | ---: | --- | ---: | ---: | ---: | ---: |\n",
    );
    for figures in figures {
        for step in Step::ALL {
            let _ = writeln!(markdown, "{}", figures.row(step));
        }
    }
    for figures in figures {
        let _ = writeln!(markdown, "\n{}", figures.summary());
    }
    markdown
}

impl Figures {
    /// One value of each sample of a step, sorted.
    fn sorted<Value: Ord>(&self, step: Step, value: impl Fn(&Sample) -> Value) -> Vec<Value> {
        let samples = self.samples.iter().filter(|(other, _)| *other == step);
        let mut values: Vec<Value> = samples.map(|(_, sample)| value(sample)).collect();
        values.sort();
        values
    }

    fn row(&self, step: Step) -> String {
        let (groups, name) = (grouped(self.groups as u64), name(step));
        let walls = self.sorted(step, |sample| sample.wall);
        let (Some(wall), Some(minimum)) = (median(&walls), walls.first()) else {
            return format!("| {groups} | {name} | not installed here | | | |");
        };
        let processor = median(&self.sorted(step, |sample| sample.processor)).unwrap_or_default();
        let memories = self.sorted(step, |sample| sample.peak_memory);
        let memory = memories.last().copied().unwrap_or_default();
        let pages = match step {
            Step::Check => "–".to_owned(),
            _ => grouped(per_second(self.contents.pages, wall)),
        };
        format!(
            "| {groups} | {name} | {:.3} s ({:.3} s) | {:.3} s | {} MB | {pages} |",
            wall.as_secs_f64(),
            minimum.as_secs_f64(),
            processor.as_secs_f64(),
            memory.div_ceil(1_000_000),
        )
    }

    fn summary(&self) -> String {
        let Contents { files, pages, bytes } = self.contents;
        let mut summary = format!(
            "{} groups make {} files, of which {} are pages, {} MB in all.",
            grouped(self.groups as u64),
            grouped(files as u64),
            grouped(pages as u64),
            bytes.div_ceil(1_000_000),
        );
        let builds = self.sorted(Step::Build, |sample| sample.wall);
        for floor in [Step::Copy, Step::SystemCopy] {
            let copies = self.sorted(floor, |sample| sample.wall);
            let medians = median(&builds).zip(median(&copies));
            let minimum = builds.first().copied().zip(copies.first().copied());
            if let (Some(medians), Some(minimum)) = (medians, minimum) {
                let _ = write!(
                    summary,
                    " `build` takes {:.2} times as long as {} (by the minima: {:.2}).",
                    ratio(medians),
                    name(floor),
                    ratio(minimum),
                );
            }
        }
        summary
    }
}

fn name(step: Step) -> &'static str {
    match step {
        Step::Check => "`check`",
        Step::Build => "`build`",
        Step::BuildUnchanged => "`build` again, nothing changed",
        Step::BuildOneChanged => "`build` again, one charter changed",
        Step::Copy => "a copy of the site",
        Step::SystemCopy => "`cp -r` of the site",
    }
}

/// The one in the middle; of an even number, the lower one.
fn median<Value: Copy>(sorted: &[Value]) -> Option<Value> {
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

fn ratio((one, other): (Duration, Duration)) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn per_second(pages: usize, wall: Duration) -> u64 {
    let nanoseconds = wall.as_nanos().max(1);
    u64::try_from(pages as u128 * 1_000_000_000 / nanoseconds).unwrap_or(u64::MAX)
}

/// A number with commas between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
