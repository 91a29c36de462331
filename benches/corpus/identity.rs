//! Who each group is: a name that no other group has.

use super::places::{self, Place};
use super::random::Random;
use super::voices::{ENGLISH, KINDS, THEMES, fill};

/// All groups of a corpus, each made when it is asked for.
pub struct Identities {
    places: Vec<Place>,
    offset: usize,
    count: usize,
}

/// What tells a group from the others.
pub struct Identity {
    pub id: String,
    pub name: String,
    pub place: Place,
    /// An index into the themes of a [`Voice`](super::voices::Voice).
    pub theme: usize,
}

impl Identities {
    /// So many groups; another seed gives others.
    pub fn new(count: usize, seed: u64) -> Self {
        let places = places::all();
        let offset = Random::new(seed, 0).below(places.len() * THEMES * KINDS);
        Self { places, offset, count }
    }

    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The group with this index. Each combination of place, theme and kind comes once before the
    /// names are numbered, since the prime step passes through all of them.
    pub fn get(&self, index: usize) -> Identity {
        const STEP: usize = 1_000_003;
        let combinations = self.places.len() * THEMES * KINDS;
        let combination = (index * STEP + self.offset) % combinations;
        let place = self.places[combination % self.places.len()];
        let theme = combination / self.places.len() % THEMES;
        let kind = combination / self.places.len() / THEMES;
        let number = match index / combinations {
            0 => String::new(),
            round => format!(" {}", round + 1),
        };

        let english = [place.english_name, ENGLISH.themes[theme], ENGLISH.kinds[kind]].join(" ");
        let voice = place.region.voice;
        let pattern = voice.names[combination % voice.names.len()];
        let name = fill(pattern, |slot| match slot {
            "place" => place.town.to_owned(),
            "theme" => voice.themes[theme].to_owned(),
            _ => voice.kinds[kind].to_owned(),
        });
        Identity { id: kebab(&(english + &number)), name: name + &number, place, theme }
    }
}

/// Lower-case words joined by hyphens.
fn kebab(english: &str) -> String {
    english.to_ascii_lowercase().replace(' ', "-")
}
