//! The progress bar, and how long each stage took.

use std::io::{self, IsTerminal as _};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::say;
use crate::pipeline::{Observer, Stage};

/// From then on there is a bar: shorter work is done before it could be read.
const LONG_WORK: Duration = Duration::from_millis(400);

/// Watches a run: shows a bar on a terminal, and keeps the time.
pub(super) struct Progress {
    bar: ProgressBar,
    is_shown: bool,
    start: Instant,
    stages: Mutex<Vec<(Stage, Instant)>>,
}

impl Progress {
    /// A bar shows only on a terminal, and not where nothing is to be said.
    pub(super) fn new(quiet: bool) -> Self {
        let is_shown = !quiet && io::stderr().is_terminal();
        Self {
            bar: ProgressBar::hidden(),
            is_shown,
            start: Instant::now(),
            stages: Mutex::default(),
        }
    }

    /// How long the run has taken so far.
    pub(super) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Says how long each stage took.
    pub(super) fn say_timings(&self) {
        let now = Instant::now();
        let stages = self.stages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let ends = stages.iter().skip(1).map(|(_, start)| *start).chain([now]);
        for ((stage, start), end) in stages.iter().zip(ends) {
            say(&format!("{:>8}  {}", in_words(end - *start), stage.words()));
        }
    }
}

impl Observer for Progress {
    fn begin(&self, stage: Stage, steps: usize) {
        let mut stages = self.stages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        stages.push((stage, Instant::now()));
        let template = if steps == 0 { "{msg}" } else { "{msg} {wide_bar} {pos}/{len}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
        self.bar.set_length(steps as u64);
        self.bar.set_position(0);
        self.bar.set_message(stage.words());
    }

    fn advance(&self) {
        self.bar.inc(1);
        if self.is_shown && self.bar.is_hidden() && self.start.elapsed() > LONG_WORK {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

/// A length of time as people read it: `850 ms`, `1.24 s`.
pub(super) fn in_words(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_millis())
    } else {
        format!("{:.2} s", time.as_secs_f64())
    }
}
