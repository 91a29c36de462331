//! What filters find and count, by the theme's own scripts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[test]
fn filters_find_and_count_what_they_say() {
    support::node::pass_tests("filters", &[]);
}
