//! Directories of any size to measure with: settings, terms, guidance, pages, and any number of varied
//! charters. The same size and seed give the same bytes on every machine.

mod body;
mod charter;
mod identity;
mod meetings;
mod places;
mod random;
mod site;
mod slots;
mod terms;
mod voices;
mod yaml;

use std::path::Path;
use std::{fs, io};

use jiff::civil::{Date, date};

use identity::Identities;
use random::Random;

/// The date for which the charters have no errors: what is to come is after it, what is past before.
pub const BUILD_DATE: Date = date(2026, 11, 23);

/// The ids of `aims.yaml` and their texts.
const AIMS: [(&str, &str); 7] = [
    ("supportive-reflection", "To reflect on our practice, and to support each other in it."),
    ("ethical-standards", "To apply our ethical standards, and to talk over what that involves."),
    ("connection-and-learning", "To learn with peers and to see things in new ways."),
    ("research", "To take part in research, and to discuss what is new."),
    ("networking", "To know other practitioners, and to be known."),
    ("wellbeing", "To look after our own wellbeing."),
    ("professional-growth", "To plan the next steps in our work."),
];

/// The ids of `values.yaml` and their texts. A group without the first is warned.
const VALUES: [(&str, &str); 5] = [
    ("confidentiality", "What is said in the group stays in the group."),
    ("inclusivity", "Everyone who fits our purpose is welcome."),
    ("evidence-based-practice", "We ask what is known to work, and how."),
    ("ethical-practice", "We work honestly, and within our training."),
    ("cpd", "We keep learning, and keep a record of it."),
];

/// A page of guidance.
#[derive(Clone, Copy)]
struct Guidance {
    id: &'static str,
    title: &'static str,
    is_standard: bool,
}

const GUIDANCE: [Guidance; 14] = [
    guidance("what-a-group-is", "What a community of practice is", false),
    guidance("not-supervision", "Why it is not supervision", false),
    guidance("three-axes", "How groups are organised", false),
    guidance("open-or-closed", "Open and closed groups", false),
    guidance("confidentiality", "How clients stay unrecognisable", false),
    guidance("joining", "Joining a group", false),
    guidance("starting", "Starting a group", false),
    guidance("questions", "The questions a founder answers", false),
    guidance("aims", "Aims to choose from", false),
    guidance("good-meetings", "Running good meetings", false),
    guidance("keeping-fresh", "Keeping a charter fresh", false),
    guidance("professional-guidelines", "Professional guidelines", true),
    guidance("safe-practice", "Safe practice", true),
    guidance("help", "Help and contact", false),
];

const fn guidance(id: &'static str, title: &'static str, is_standard: bool) -> Guidance {
    Guidance { id, title, is_standard }
}

/// Writes a whole site directory with so many groups. It replaces files of the same names, and leaves
/// others alone.
///
/// # Errors
/// When a folder or a file cannot be written.
pub fn write(root: &Path, groups: usize, seed: u64) -> io::Result<()> {
    let content = root.join("content");
    site::write(&content, &mut Random::new(seed, 1))?;
    let folder = content.join("groups");
    fs::create_dir_all(&folder)?;
    let identities = Identities::new(groups, seed);
    for index in 0..groups {
        let mut random = Random::new(seed, 2 + index as u64);
        let identity = identities.get(index);
        let charter = charter::charter(&mut random, &identities, &identity);
        fs::write(folder.join(format!("{}.md", identity.id)), charter)?;
    }
    Ok(())
}
