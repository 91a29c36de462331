//! Every key of a charter, in the order in which the documentation lists them.
//!
//! A line reads: the key, in brackets the question that it answers (one key is enough to answer it); what its value
//! is; whether it is required, with what it is for and what to write if it is missing (without these, what its question
//! says). Then what leaders read: what it is called, what makes a good answer, and an example on one line of YAML.
//!
//! What a remedy shows to be typed either is a choice between all that can be true, or is refused until the
//! writer's own words are in its place.

#![allow(clippy::enum_glob_use, reason = "the table reads as words")]

use super::key::Kind::*;
use super::key::{ANY, Phrases, mappings, terms};
use super::series::SERIES;
use crate::charter::enums::{Membership, Per, Places, Status};
use crate::charter::limits;
use crate::config::{Axis, MOST_ALIASES};

const SUM: &str = "a sum has an amount, a currency and what it is paid for";
pub(in crate::charter) const SUM_REMEDY: &str = "Write `costs: free`, or `costs: {amount: …, currency: …, per: …}` with your own answers in place of the dots.";
const AT_HOME: &str = "a group is at home in a town, a region or a country";

mappings! {
    LEADER RawLeader "leaders[]." {
        name: Line(limits::NAME), Required "everyone who leads has a name",
            "Add `name: …`, with the name in place of the dots."
            => "Name, or role",
            "One person’s name, or what they are to the group.",
            "The group’s leader";
        role: Text, Optional
            => "Role",
            "What they are called in the group.",
            "Leader";
        organisation: Line(limits::NAME), Optional
            => "Organisation",
            "Where they work, or whom they speak for.",
            "University of Leeds";
        responsibilities: List(&Text, 0, ANY), Optional
            => "What they answer for",
            "Who invites, who keeps notes, who welcomes newcomers. One thing to a line.",
            "[Sends the invitations, Keeps the notes]";
        url: WebAddress, Optional
            => "Web page",
            "A page about them, if there is one. It starts with https://",
            "https://example.org/about";
    }

    SIZE RawSize "size." {
        ideal: Number(1), Optional
            => "Best number",
            "The number of members that would be ideal.",
            "8";
        minimum: Number(1), Optional
            => "Fewest",
            "The smallest number with which it works.",
            "5";
        maximum: Number(1), Optional
            => "Most",
            "The largest number.",
            "10";
        current: Number(0), Optional
            => "Members now",
            "How many there are today. It shows newcomers whether there is room.",
            "7";
    }

    BASED RawBased "based." {
        town: Short(limits::SHORT_TEXT), Conditional AT_HOME,
            "Add one or more of `town`, `region` and `country`."
            => "Town",
            "The town or city.",
            "Bristol";
        region: Short(limits::SHORT_TEXT), Optional
            => "Region",
            "The state, county or region.",
            "Somerset";
        country: Country, Optional
            => "Country",
            "Its English name, or its two letters.",
            "United Kingdom";
    }

    LINK RawLink "links[]." {
        name: Line(limits::NAME), Required "the name is what readers press",
            "Add `name: …`, with what is there in place of the dots, such as `Website` or `Mailing list`."
            => "What is there",
            "Website, chat, mailing list, code, recordings …",
            "Mailing list";
        url: LinkAddress, Required "a link leads to an address",
            "Add `url: https://…`, with the rest of the address in place of the dots."
            => "Address",
            "It starts with https:// or mailto:",
            "https://example.org/list";
    }

    PICTURE RawPicture "picture." {
        file: Picture, Required "a picture is a file of `content/static/`",
            "Add `file: …`, with the name of the file in `content/static/` in place of the dots."
            => "File",
            "An image in content/static/, up to 500 KB.",
            "circle.webp";
        alt: Line(limits::SUMMARY), Required "people who cannot see the picture hear this instead",
            "Add `alt: …`, with what the picture shows in place of the dots."
            => "What it shows",
            "In one sentence, for people who cannot see it.",
            "Eight people in a circle of chairs.";
    }

    COSTS RawCosts "costs." {
        amount: Sum, Required SUM,
            SUM_REMEDY
            => "How much",
            "A number, without the sign of the currency.",
            "20";
        currency: Currency, Required SUM,
            SUM_REMEDY
            => "Currency",
            "Its three letters: GBP, EUR, USD …",
            "GBP";
        per: Word(Per::NAMES), Required SUM,
            SUM_REMEDY
            => "For what",
            "Each meeting, each month, each year, or once.",
            "year";
        covers: Text, Optional
            => "What it covers",
            "What the money pays for.",
            "Room hire";
        concessions: Text, Optional
            => "Who pays less",
            "What to do if it is too much for someone.",
            "Ask us; nobody is left out for lack of money.";
    }

    JOINING RawJoining "joining." {
        places: Word(Places::NAMES), ByDefault "newcomers want to know if there is room",
            "Add `places: open`, `places: waiting-list` or `places: full`, whichever is true."
            => "Places",
            "Whether newcomers can join now.",
            "open";
        who: Text, Optional
            => "Who it is for",
            "Say whom you hope for, and what they should bring.",
            "Coaches who work with strengths.";
        steps: List(&Markdown, 1, ANY), ByDefault "newcomers want to know what to do",
            "Add `steps:`, and below it a line for each step that starts with a hyphen and a space."
            => "What a newcomer does, step by step",
            "The first step first.",
            "[Write to the leader with a few lines about your practice., Come to one meeting as a guest.]";
        contact: Contact, ByDefault "newcomers need an address to write to",
            "Add a line that starts with `contact:` and gives an e-mail address, or a web page that starts with https://"
            => "Address to write to",
            "The one address that is published: an e-mail address, or a web page that starts with https:// Choose one that belongs to the group, so that it still works when the leader changes.",
            "strengths-cop@example.org";
        reply: Text, Optional
            => "How soon you reply",
            "Say what you can keep, holidays included.",
            "Within a week.";
        welcome: Text, Optional
            => "What a first meeting is like",
            "Say what newcomers will be asked, and what they will not be.",
            "You say your name and what brought you. You need not bring a case.";
    }

    CHARTER RawCharter "" {
        name[1]: Line(limits::NAME), Required "what the group is called",
            "Add a line that starts with `name:` and says what the group is called."
            => "Name of the group",
            "A name that says what the group does. It becomes the heading of its page and, in small letters, its address.",
            "Strengths in Coaching";
        summary[1]: Line(limits::SUMMARY), ByDefault "one line that tells what the group is",
            "Add a line that starts with `summary:` and says in one sentence what the group is."
            => "The group in one sentence",
            "What a stranger reads first, in every list. Say who comes and what they do together.",
            "Coaches who work with strengths compare notes on real practice.";
        fields[1]: terms(&Term(Axis::Field)), Optional
            => "Fields of practice",
            "What your members do.",
            "[coaching]";
        subjects[1]: terms(&Term(Axis::Subject)), Optional
            => "Subjects",
            "What they are expert in, or study.",
            "[strengths]";
        domains[1]: terms(&Term(Axis::Domain)), Optional
            => "Domains",
            "Where, or with whom, they work.",
            "[business]";
        status: Word(Status::NAMES), Optional
            => "Status",
            "A group that has ended keeps its page.",
            "active";
        since: Date, Optional
            => "Status since",
            "The day from which its status holds.",
            "2026-01-31";
        succeeded_by: Group, Optional
            => "Who carries on its work",
            "If it has ended: the id of the group that carries on its work.",
            "strengths-at-work";
        part_of: Group, Optional
            => "Part of",
            "The id of the larger group that it belongs to: the last part of its page’s address.",
            "coaching-network";
        related: List(&Group, 0, limits::RELATED), Optional
            => "Related groups",
            "The ids of groups that work on the same things.",
            "[strengths-at-work]";
        picture: Mapping(PICTURE), Optional
            => "Picture",
            "Of what the group is like. Ask everyone in it first.",
            "{file: circle.webp, alt: Eight people in a circle of chairs.}";
        based: Mapping(BASED), Optional
            => "Where it is based",
            "Even if it meets online.",
            "{town: Bristol, country: United Kingdom}";
        links: List(&Mapping(LINK), 0, limits::LINKS), Optional
            => "Where to find it online",
            "Each is a button on the group’s page.",
            "[{name: Mailing list, url: https://example.org/list}]";
        founded: Date, Optional
            => "When it began",
            "The day of the first meeting, or of the first conversation about it.",
            "2024-09-01";
        reviewed: Date, ByDefault "the day on which the charter was last looked at",
            "Add `reviewed: YYYY-MM-DD`, with the year, month and day on which you last read the charter through."
            => "When the charter was last reviewed",
            "The day on which the group last looked at this charter. Look at it again once a year.",
            "2026-06-15";
        language: Language, Optional
            => "Language of the group",
            "The language of its charter and its meetings, where it is not the site’s. It is a short tag, such as cy or en-GB.",
            "en-GB";
        purpose[2]: Markdown, ByDefault
            => "Purpose",
            "Why should the group exist? Name the change that members want, for themselves or for the people they work with. If it could stand on any group’s page, make it more your own.",
            "To make each other’s use of strengths work braver and better.";
        leaders[3]: List(&Mapping(LEADER), 1, limits::LEADERS), ByDefault
            => "Leaders",
            "Who leads, by name or by role. Two are safer than one. All of it is published, so leave out e-mail addresses and telephone numbers.",
            "[{name: The group’s leader, role: Leader, responsibilities: [Sends the invitations, Keeps the notes]}]";
        aims[4]: List(&Phrase(Phrases::Aims), 1, ANY), ByDefault
            => "Aims",
            "What the group is for. Take some of the suggested aims, write your own sentences, or mix the two.",
            "[supportive-reflection, Try one new exercise a quarter.]";
        objectives[4]: List(&Text, 0, ANY), Optional
            => "Objectives",
            "Things that you can look back on and say: we did that. One sentence to a line.",
            "[Each member brings one case a quarter.]";
        membership[5]: Word(Membership::NAMES), ByDefault
            => "Open or closed",
            "In a closed group the membership is fixed. In an open one people come when the topic suits them.",
            "closed";
        size[6]: Mapping(SIZE), Optional
            => "Size",
            "A good size leaves everyone time to speak. As a rule of thumb, an open group has up to about 20 people, and a closed one up to 12.",
            "{ideal: 8, maximum: 10, current: 7}";
        meetings[7]: List(&Mapping(SERIES), 0, limits::SERIES), ByDefault
            => "Meetings",
            "When, how often, for how long and where. People want to put it into their diaries. If there are two rhythms, add a second series.",
            "[{repeats: monthly, day: second Tuesday, time: \"18:30\", duration: 90 min, timezone: Europe/London, first: 2026-01-13, place: {online: Video call}}]";
        commitment[8]: Markdown, Optional
            => "Attendance and participation",
            "What is expected of a member? Choose a number that people can keep to, and say a kind word for when they cannot.",
            "Members aim for four of every six meetings, and send a line when they cannot come.";
        structure[9]: Markdown, Optional
            => "How a meeting runs",
            "The order of an ordinary meeting, who chairs it and who sets the agenda. It may change as the group agrees.",
            "The chair rotates. A check-in, two cases, a round of learning.";
        costs[10]: FreeOr(COSTS), Optional
            => "Costs",
            "Whether it costs anything, what the money pays for, and what happens if it is too much for someone.",
            "free";
        joining[11]: Mapping(JOINING), ByDefault
            => "Joining",
            "A shy reader should know exactly what to do first, what happens then, and how long it takes.",
            "{places: open, steps: [Write to the leader.], contact: group@example.org}";
        values[12]: List(&Phrase(Phrases::Values), 0, ANY), Optional
            => "Values",
            "What the group holds to. Take some of the suggested values, write your own sentences, or mix the two.",
            "[confidentiality, inclusivity, evidence-based-practice, ethical-practice, cpd]";
        standards[12]: List(&Standard, 0, ANY), Optional
            => "Standards",
            "The documents that your group follows. Read them with your founding members, then say so here.",
            "[professional-guidelines, safe-practice]";
        communication[13]: Markdown, Optional
            => "Between meetings",
            "Name one channel, what it is for, and what does not belong there.",
            "A mailing list for dates and reading. Cases are never written there.";
        conflict[14]: Markdown, Optional
            => "If there is a conflict",
            "Something that can be followed on a bad day: whom to speak to first, who helps if that does not work, and whom to ask if it is about the leader.",
            "Raise it with the leader first; a co-leader mediates.";
        aliases: List(&Alias, 0, MOST_ALIASES), Optional
            => "Earlier addresses",
            "Names that the group’s page had before. Each leads visitors to the new one.",
            "[old-name]";
    }
}
