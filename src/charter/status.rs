//! Where a group is in its life: `status`, and the words that people type for it.

use super::Status::{self, Active, Ended, Forming, Paused};
use super::text::Reader;
use crate::diagnostic::{Code, shorten};
use crate::yaml::{Node, Value};

/// What people type, and which of the words may be meant.
const MEANT: [(&str, &[Status]); 6] = [
    (
        "alive,current,established,live,meeting,ongoing,open,operational,regular,running,up and running",
        &[Active],
    ),
    (
        "draft,emerging,in formation,in planning,incubating,launching,pending,planned,planning,proposed,prospective,\
         recruiting,seeking members,starting,starting up,upcoming",
        &[Forming],
    ),
    ("new,pilot,restarting,starting soon", &[Forming, Active]),
    (
        "break,hiatus,interrupted,on a break,on break,on hiatus,on pause,pausing,postponed,resting,sabbatical,\
         sleeping,suspended,temporarily closed",
        &[Paused],
    ),
    (
        "abandoned,archive,archived,asleep,cancelled,canceled,closed,dormant,frozen,idle,inactive,not active,\
         not meeting,on hold,quiet,stopped",
        &[Paused, Ended],
    ),
    (
        "ceased,complete,completed,concluded,dead,defunct,disbanded,discontinued,dissolved,done,finished,former,\
         gone,historic,merged,over,past,permanently closed,retired,terminated,wound up",
        &[Ended],
    ),
];

impl Status {
    /// When the word is the right one, to be read after “if”.
    fn holds_if(self) -> &'static str {
        match self {
            Forming => "the group is looking for its first members",
            Active => "the group meets",
            Paused => "the group does not meet for now",
            Ended => "the group will not meet again",
        }
    }
}

/// Reads the word. Where it is another, the words that may be meant are offered, each with its meaning.
pub(super) fn read(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Status> {
    if let Value::Text(typed) = &node.value
        && let Some(meant) = meant(typed)
    {
        let message = format!("`{}` is not one of the words allowed here.", shorten(typed));
        let offer = |status: &Status| format!("`{}` if {}", status.word(), status.holds_if());
        let offers: Vec<String> = meant.iter().map(offer).collect();
        let help = format!("Write {}.", offers.join(", or "));
        reader.decoder.report(Code::Value, node.span, message, help);
        return None;
    }
    reader.decoder.one_of(node, Status::WORDS).map(|status| status.value)
}

fn meant(typed: &str) -> Option<&'static [Status]> {
    let plain = typed.to_lowercase().replace(['-', '_'], " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_listed = |(words, _): &&(&str, _)| words.split(',').any(|word| word == plain);
    MEANT.iter().find(is_listed).map(|(_, statuses)| *statuses)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_for_a_group_that_does_not_meet_may_mean_a_pause_or_its_end() {
        for typed in ["inactive", "closed", "on hold", "On-Hold", "dormant", "archived"] {
            assert_eq!(meant(typed), Some([Paused, Ended].as_slice()), "{typed}");
        }
    }

    #[test]
    fn a_word_that_means_one_of_ours_finds_it() {
        assert_eq!(meant("planned"), Some([Forming].as_slice()));
        assert_eq!(meant("ongoing"), Some([Active].as_slice()));
        assert_eq!(meant("suspended"), Some([Paused].as_slice()));
        assert_eq!(meant("wound  up"), Some([Ended].as_slice()));
        for typed in ["active", "Paused", "purple", ""] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn no_word_is_listed_twice_and_none_is_ours() {
        let mut all: Vec<&str> = MEANT.iter().flat_map(|(words, _)| words.split(',')).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(Status::NAMES.iter().all(|word| meant(word).is_none()));
    }
}
