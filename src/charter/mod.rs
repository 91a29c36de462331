//! A group's charter: raw to valid.

pub mod schedule;
