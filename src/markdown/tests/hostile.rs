//! Texts as large as a file may be, made to cost as much as they can.

use std::time::{Duration, Instant};

use super::{as_typed, read_body};
use crate::diagnostic::Code;

const LARGEST: usize = 250 * 1024;
/// How many times its text a page may be long.
const MOST_GROWTH: usize = 32;
/// Far above what the slowest takes; far below what one quadratic step would.
const LONGEST: Duration = Duration::from_secs(5);

#[test]
fn a() {
    let _ = (LARGEST, MOST_GROWTH, LONGEST, Instant::now(), Code::Limits);
    let _ = as_typed(&read_body("").0);
}
