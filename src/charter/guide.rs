//! What a leader is told about each key of a charter.
//!
//! The form on the site, `guildhall new`, the blank charter and the schema all say it in these words, so
//! that they tell one story.

/// What a leader is told about a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The key, as a path in which `[]` stands for each entry of a list: `joining.contact`,
    /// `meetings[].day`.
    pub key: &'static str,
    /// What it is called where it is filled in.
    pub label: &'static str,
    /// What makes a good answer, in one to three sentences.
    pub help: &'static str,
    /// A value as a charter writes it, on one line of YAML.
    pub example: &'static str,
}

impl Guide {
    /// What is told about a key. Every key that the format has is told of.
    pub fn to(key: &str) -> Option<&'static Self> {
        GUIDES.iter().find(|guide| guide.key == key)
    }
}

macro_rules! guides {
    ($($key:literal: $label:literal, $help:literal, $example:literal;)*) => {
        /// Every key of a charter, in the order of the questions, with what a leader is told about it.
        pub const GUIDES: &[Guide] =
            &[$(Guide { key: $key, label: $label, help: $help, example: $example }),*];
    };
}

guides! {
    "name": "Name of the group",
        "A name that says what the group does. It becomes the heading of its page and, in small letters, its address.",
        "Strengths in Coaching";
    "summary": "The group in one sentence",
        "What a stranger reads first, in every list. Say who comes and what they do together.",
        "Coaches who work with strengths compare notes on real practice.";
    "fields": "Fields of practice",
        "What your members do.",
        "[coaching]";
    "subjects": "Subjects",
        "What they are expert in, or study.",
        "[strengths]";
    "domains": "Domains",
        "Where, or with whom, they work.",
        "[business]";
    "status": "Where the group is in its life",
        "A forming group looks for its first members and may still be without dates. A paused one does not meet for now. One that has ended keeps its page, and follows the others in lists.",
        "active";
    "founded": "When it began",
        "The day of the first meeting, or of the first conversation about it.",
        "2024-09-01";
    "reviewed": "When the charter was last read through",
        "The day on which the group last looked at this charter. Look at it again once a year.",
        "2026-06-15";
    "language": "Language of the group",
        "The language of its charter and its meetings, where it is not the site's. It is a short tag, such as cy or en-GB.",
        "en-GB";
    "purpose": "Purpose",
        "Why should the group exist? Name the change that members want, for themselves or for the people they work with. If it could stand on any group's page, make it more your own.",
        "To make each other's use of strengths work braver and better.";
    "leaders": "Leaders",
        "Who leads, by name or by role. Two are safer than one. All of it is published, so leave out e-mail addresses and telephone numbers.",
        "[{name: The group's leader, role: Leader, responsibilities: [Sends the invitations, Keeps the notes]}]";
    "leaders[].name": "Name, or role",
        "A person's name, or what they are to the group.",
        "The group's leader";
    "leaders[].role": "Role",
        "What they are called in the group.",
        "Leader";
    "leaders[].responsibilities": "What they answer for",
        "Who invites, who keeps notes, who welcomes newcomers. One thing to a line.",
        "[Sends the invitations, Keeps the notes]";
    "leaders[].url": "Web page",
        "A page about them, if there is one. It starts with https://",
        "https://example.org/about";
    "aims": "Aims",
        "What the group is for. Take some of the suggested aims, write your own sentences, or mix the two.",
        "[supportive-reflection, Try one new exercise a quarter.]";
    "objectives": "Objectives",
        "Things that you can look back on and say: we did that. One sentence to a line.",
        "[Each member brings one case a quarter.]";
    "membership": "Open or closed",
        "In a closed group the same people come each time, and conversations go on from one meeting to the next. In an open one people come when the topic suits them.",
        "closed";
    "size": "Size",
        "A good size leaves everyone time to speak. As a rule of thumb, an open group has up to about 20 people, and a closed one up to 12.",
        "{ideal: 8, maximum: 10, current: 7}";
    "size.ideal": "Best number",
        "The number of members that would be ideal.",
        "8";
    "size.minimum": "Fewest",
        "The smallest number with which it works.",
        "5";
    "size.maximum": "Most",
        "The largest number.",
        "10";
    "size.current": "Members now",
        "How many there are today. It shows newcomers whether there is room.",
        "7";
    "meetings": "Meetings",
        "When, how often, for how long and where. People want to put it into their diaries. If there are two rhythms, add a second series.",
        "[{repeats: monthly, day: second Tuesday, time: \"18:30\", duration: 90 min, timezone: Europe/London, first: 2026-01-13, place: {online: Video call}}]";
    "meetings[].repeats": "How often",
        "A rhythm such as weekly or monthly, or varies if there is none.",
        "monthly";
    "meetings[].day": "On which day",
        "A weekday, such as Tuesday. For months say which: second Tuesday, first and third Tuesday, last Friday, or a number such as 15.",
        "second Tuesday";
    "meetings[].rrule": "Rule",
        "For a rhythm that no plain words can say: a rule as calendars write it (RFC 5545).",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
    "meetings[].dates": "Dates",
        "Each meeting by its date, where there is no rhythm.",
        "[2026-01-13, 2026-03-02]";
    "meetings[].when": "How the dates are found",
        "In words, if no dates are set yet.",
        "On a date that we agree at each meeting";
    "meetings[].time": "Starts at",
        "On the 24-hour clock.",
        "\"18:30\"";
    "meetings[].duration": "Lasts",
        "How long a meeting takes.",
        "90 min";
    "meetings[].timezone": "Time zone",
        "The zone whose clock the group keeps, by its nearest large city.",
        "Europe/London";
    "meetings[].first": "A meeting of the series",
        "The date of the first meeting, or of any one. The others are counted from it.",
        "2026-01-13";
    "meetings[].until": "Ends on",
        "The last day of the series, if it has one.",
        "2026-12-31";
    "meetings[].skip": "Left out",
        "Dates on which there is no meeting after all, such as in the holidays.",
        "[2026-08-11]";
    "meetings[].place": "Place",
        "Online, in a room, or both. What you write here is published.",
        "{online: Video call; the link is sent to members}";
    "meetings[].place.online": "Online",
        "By what means, and how people get the link. Do not write the link of a closed group's call, or any password: everyone could read it.",
        "Video call; the link is sent to members";
    "meetings[].place.venue": "Room or building",
        "Where you meet.",
        "Friends' Meeting House";
    "meetings[].place.town": "Town",
        "The town or city.",
        "Bristol";
    "meetings[].place.country": "Country",
        "The country, if readers from elsewhere would wonder.",
        "United Kingdom";
    "meetings[].notice": "How far ahead dates are set",
        "So that people can plan.",
        "6 weeks";
    "commitment": "Attendance and participation",
        "What is expected of a member? Choose a number that people can keep, and say a kind word for when they cannot.",
        "Members aim for four of every six meetings, and send a line when they cannot come.";
    "structure": "How a meeting runs",
        "The order of an ordinary meeting, who chairs it and who sets the agenda. It may change as the group agrees.",
        "The chair rotates. A check-in, two cases, a round of learning.";
    "costs": "Costs",
        "Whether it costs anything, what the money pays for, and what happens if it is too much for someone.",
        "free";
    "costs.amount": "How much",
        "A number, without the sign of the currency.",
        "20";
    "costs.currency": "Currency",
        "Its three letters (ISO 4217).",
        "GBP";
    "costs.per": "For what",
        "Each meeting, each month, each year, or once.",
        "year";
    "costs.covers": "What it covers",
        "What the money pays for.",
        "Room hire";
    "costs.concessions": "Who pays less",
        "What to do if it is too much for someone.",
        "Ask us; nobody is left out for the money.";
    "joining": "Joining",
        "A shy reader should know exactly what to do first, what happens then, and how long it takes.",
        "{places: open, steps: [Write to the leader.], contact: group@example.org}";
    "joining.places": "Places",
        "Whether newcomers can join now.",
        "open";
    "joining.who": "Whom it is for",
        "Say whom you hope for, and what they should bring.",
        "Coaches who work with strengths.";
    "joining.steps": "What a newcomer does, step by step",
        "The first step first.",
        "[Write to the leader with a few lines about your practice., Come to one meeting as a guest.]";
    "joining.contact": "Address to write to",
        "The one address that is published: an e-mail address, or a web page that starts with https:// Choose one that belongs to the group, so that it outlives its holder.",
        "strengths-cop@example.org";
    "joining.reply": "How soon one hears back",
        "Say what you can keep, holidays included.",
        "Within a week.";
    "joining.welcome": "What a first meeting is like",
        "Say what newcomers will be asked, and what they will not be.",
        "You say your name and what brought you. You need not bring a case.";
    "values": "Values",
        "What the group holds to. Take some of the suggested values, write your own sentences, or mix the two.",
        "[confidentiality, inclusivity, evidence-based-practice, ethical-practice, cpd]";
    "standards": "Standards",
        "The documents that your group follows. Read them with your founding members, then say so here.",
        "[professional-guidelines, safe-practice]";
    "communication": "Between meetings",
        "Name one channel, what it is for, and what does not belong there.",
        "A mailing list for dates and reading. Cases are never written there.";
    "conflict": "If there is a conflict",
        "Something that can be followed on a bad day: whom to speak to first, who helps if that does not work, and whom to ask if it is about the leader.",
        "Raise it with the leader first; a co-leader mediates.";
    "aliases": "Earlier addresses",
        "Names that the group's page had before. Each leads visitors to the new one.",
        "[old-name]";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{KEYS, QUESTIONS, Question};

    #[test]
    fn every_key_of_a_charter_is_told_of_once() {
        let told: Vec<&str> = GUIDES.iter().map(|guide| guide.key).collect();
        let once: std::collections::BTreeSet<&str> = told.iter().copied().collect();
        assert_eq!(once.len(), told.len());
        for key in KEYS {
            assert!(Guide::to(key).is_some(), "{key}");
        }
    }

    #[test]
    fn the_keys_of_a_question_stand_together_in_the_order_of_the_questions() {
        let numbers: Vec<u8> = GUIDES
            .iter()
            .filter_map(|guide| Question::answered_by(guide.key).map(|found| found.number))
            .collect();
        assert!(numbers.is_sorted());
        assert_eq!(numbers.last(), QUESTIONS.last().map(|question| &question.number));
    }
}
