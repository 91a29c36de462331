//! When a group meets.
