//! The fourteen questions that a founder answers.

use crate::yaml::{Node, Value};

/// One of the fourteen questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number, from 1 to 14.
    pub number: u8,
    /// The question, in short.
    pub text: &'static str,
    /// A line that would answer it.
    pub example: &'static str,
    /// What to do where it has no answer. What can be typed unchanged is true of every group that types it.
    pub remedy: &'static str,
}

/// Which of the questions some keys answer. A key that goes by another name answers none.
pub(super) fn answered(root: &Node) -> Option<[bool; 14]> {
    let Value::Mapping(entries) = &root.value else { return None };
    let is_there = |name: &str| entries.iter().any(|entry| entry.key == name);
    Some(QUESTIONS.map(|question| question.keys().any(|key| is_there(key.name))))
}

/// Declares the questions: the number, the question, an example of an answer, and the remedy.
macro_rules! questions {
    ($($number:literal $text:literal $example:literal $remedy:literal;)*) => {
        /// The fourteen questions, in order.
        pub const QUESTIONS: [Question; 14] = [
            $(Question { number: $number, text: $text, example: $example, remedy: $remedy }),*
        ];
    };
}

questions! {
    1 "What is the group’s focus?"
        "fields: [coaching]"
        "Add `fields`, `subjects` or `domains` with one term or more.";
    2 "What is its purpose?"
        "purpose: To make each other's use of strengths work braver and better."
        "Add a line that starts with `purpose:` and says why the group exists.";
    3 "Who leads it, and what do they answer for?"
        "leaders: [{name: The group's leader, responsibilities: [Sends the invitations]}]"
        "Add `leaders: [{name: …}]`, with the name of whoever leads the group in place of the dots.";
    4 "What are its aims and objectives?"
        "aims: [supportive-reflection]"
        "Add `aims:`, and below it a line for each aim that starts with a hyphen and a space.";
    5 "Is it open or closed?"
        "membership: closed"
        "Add `membership: open` or `membership: closed`, whichever is true.";
    6 "How many members would be ideal?"
        "size: {ideal: 8, maximum: 10}"
        "Add `size: {ideal: …}`, with the number of members in place of the dots.";
    7 "When, how often, for how long and where does it meet?"
        "meetings: [{repeats: monthly, day: second Tuesday, time: \"18:30\", duration: 90 min, \
        timezone: Europe/London, first: 2026-01-13, place: {online: Video call}}]"
        "Add `meetings: [{repeats: …, day: …, time: …, duration: …, timezone: …, first: …, place: {…: …}}]`, \
        with your own answers in place of the dots. The place is `online`, or a `venue` and its `town`.";
    8 "What attendance and participation is expected?"
        "commitment: Members aim for four of every six meetings."
        "Add a line that starts with `commitment:` and says what is expected of members.";
    9 "How is a meeting structured; who chairs and sets the agenda?"
        "structure: The chair rotates. A check-in, two cases, a round of learning."
        "Add a line that starts with `structure:` and says how a meeting goes and who chairs it.";
    10 "Are there costs, and how are they met?"
        "costs: free"
        "Add `costs: free` if it costs nothing. If it does, add `costs: {amount: …, currency: …, per: …}`, with your \
        own answers in place of the dots.";
    11 "How is a new member admitted?"
        "joining: {places: open, steps: [Write to the leader.], contact: group@example.org}"
        "Add `joining: {places: …, steps: […], contact: …}`, with your own answers in place of the dots.";
    12 "What are its values, and which standards does it follow? Does it practise safely, with respect for every member?"
        "values: [confidentiality, inclusivity]"
        "Add `values:`, and below it a line for each value that starts with a hyphen and a space.";
    13 "How do members communicate with each other?"
        "communication: A mailing list between meetings."
        "Add a line that starts with `communication:` and says how members reach each other between meetings.";
    14 "How are conflicts addressed?"
        "conflict: Raise it with the leader first; a co-leader mediates."
        "Add a line that starts with `conflict:` and says what members do if there is one.";
}
