//! The fourteen questions that a founder answers.

/// One of the fourteen questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number, from 1 to 14.
    pub number: u8,
    /// The question, in short.
    pub text: &'static str,
    /// A line that would answer it.
    pub example: &'static str,
    /// What to do where it has no answer. What can be typed as it stands is true of every group that types it.
    pub remedy: &'static str,
}

/// The fourteen questions, in order.
pub const QUESTIONS: [Question; 14] = [
    Question {
        number: 1,
        text: "What is the group’s focus?",
        example: "fields: [coaching]",
        remedy: "Add `fields`, `subjects` or `domains` with one term or more.",
    },
    Question {
        number: 2,
        text: "What is its purpose?",
        example: "purpose: To make each other's use of strengths work braver and better.",
        remedy: "Add a line that starts with `purpose:` and says why the group exists.",
    },
    Question {
        number: 3,
        text: "Who leads it, and what do they answer for?",
        example: "leaders: [{name: The group's leader, responsibilities: [Sends the invitations]}]",
        remedy: "Add `leaders: [{name: …}]`, with the name of whoever leads the group in place of the dots.",
    },
    Question {
        number: 4,
        text: "What are its aims and objectives?",
        example: "aims: [supportive-reflection]",
        remedy: "Add `aims:`, and below it a line for each aim that starts with a hyphen and a space.",
    },
    Question {
        number: 5,
        text: "Is it open or closed?",
        example: "membership: closed",
        remedy: "Add `membership: open` or `membership: closed`, whichever is true.",
    },
    Question {
        number: 6,
        text: "How many members would be ideal?",
        example: "size: {ideal: 8, maximum: 10}",
        remedy: "Add `size: {ideal: …}`, with the number of members in place of the dots.",
    },
    Question {
        number: 7,
        text: "When, how often, for how long and where does it meet?",
        example: "meetings: [{repeats: monthly, day: second Tuesday, time: \"18:30\", duration: 90 min, \
                  timezone: Europe/London, first: 2026-01-13, place: {online: Video call}}]",
        remedy: "Add `meetings: [{repeats: …, day: …, time: …, duration: …, timezone: …, first: …, place: {online: …}}]`, \
                 with your own answers in place of the dots.",
    },
    Question {
        number: 8,
        text: "What attendance and participation is expected?",
        example: "commitment: Members aim for four of every six meetings.",
        remedy: "Add a line that starts with `commitment:` and says what is expected of members.",
    },
    Question {
        number: 9,
        text: "How is a meeting structured; who chairs and sets the agenda?",
        example: "structure: The chair rotates. A check-in, two cases, a round of learning.",
        remedy: "Add a line that starts with `structure:` and says how a meeting goes and who chairs it.",
    },
    Question {
        number: 10,
        text: "Are there costs, and how are they met?",
        example: "costs: free",
        remedy: "Add `costs: free` if it costs nothing. If it does, add `costs: {amount: …, currency: …, per: …}`, with your \
                 own answers in place of the dots.",
    },
    Question {
        number: 11,
        text: "How is a new member admitted?",
        example: "joining: {places: open, steps: [Write to the leader.], contact: group@example.org}",
        remedy: "Add `joining: {places: …, steps: […], contact: …}`, with your own answers in place of the dots.",
    },
    Question {
        number: 12,
        text: "What are its values, and which standards does it follow? Does it practise safely, with respect for every member?",
        example: "values: [confidentiality, inclusivity]",
        remedy: "Add `values:`, and below it a line for each value that starts with a hyphen and a space.",
    },
    Question {
        number: 13,
        text: "How do members communicate with each other?",
        example: "communication: A mailing list between meetings.",
        remedy: "Add a line that starts with `communication:` and says how members reach each other between meetings.",
    },
    Question {
        number: 14,
        text: "How are conflicts addressed?",
        example: "conflict: Raise it with the leader first; a co-leader mediates.",
        remedy: "Add a line that starts with `conflict:` and says what members do if there is one.",
    },
];
