//! Who each group is: a name that no other group has.

use super::random::Random;
use super::words::{KINDS, Region, THEMES, VOICES, Voice, fill};

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
    /// An index into the themes of a [`Voice`](super::words::Voice).
    pub theme: usize,
}

/// A town, its region and its language.
#[derive(Clone, Copy)]
pub struct Place {
    pub town: &'static str,
    english_name: &'static str,
    pub region: &'static Region,
    pub voice: &'static Voice,
}

impl Identities {
    /// So many groups; another seed gives others.
    pub fn new(count: usize, seed: u64) -> Self {
        let places: Vec<Place> = VOICES.iter().flat_map(places_of).collect();
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

        let english = &VOICES[0];
        let english = [place.english_name, english.themes[theme], english.kinds[kind]].join(" ");
        let voice = place.voice;
        let pattern = voice.names[combination % voice.names.len()];
        let name = fill(pattern, |slot| match slot {
            "place" => place.town,
            "theme" => voice.themes[theme],
            _ => voice.kinds[kind],
        });
        Identity { id: kebab(&(english + &number)), name: name + &number, place, theme }
    }
}

fn places_of(voice: &'static Voice) -> impl Iterator<Item = Place> {
    let place = move |region, names: &'static str| {
        let (town, english_name) = names.split_once('=').unwrap_or((names, names));
        Place { town, english_name, region, voice }
    };
    let regions = voice.regions.iter();
    regions.flat_map(move |region| region.towns.iter().map(move |names| place(region, names)))
}

/// Lower-case words joined by hyphens.
fn kebab(english: &str) -> String {
    english.to_ascii_lowercase().replace(' ', "-")
}
