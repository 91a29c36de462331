//! Markdown: the body of a charter or of another page.

use super::identity::{Identities, Identity};
use super::random::Random;
use super::words::{VOICES, Voice, WORDS, fill};
use super::yaml::wrapped;

/// The body of a charter: 60 to 400 words or so, short ones more often.
pub fn group(random: &mut Random, identities: &Identities, identity: &Identity) -> String {
    let length = random.rather_low(60..=350);
    let voice = identity.place.voice;
    let mut body = text(random, voice, length);
    if random.chance(70) {
        let link = link(random, identities);
        let reference = fill(random.pick(&voice.references), |_| &link);
        body.push(wrapped(&reference, 0));
    }
    body.join("\n\n") + "\n"
}

/// A text in English, of about so many words.
pub fn page(random: &mut Random, words: usize) -> String {
    text(random, &VOICES[0], words).join("\n\n") + "\n"
}

/// Paragraphs, headings and lists, of so many times five bytes, or a little more.
fn text(random: &mut Random, voice: &'static Voice, words: usize) -> Vec<String> {
    let mut sentences = Deck { cards: &voice.sentences, rest: Vec::new() };
    let mut headings = Deck { cards: &voice.headings, rest: Vec::new() };
    let mut blocks = vec![paragraph(random, voice, &mut sentences)];
    let mut bytes = blocks[0].len();
    while bytes < words * 5 {
        let block = match random.below(8) {
            0 | 1 => {
                let heading = headings.draw(random);
                format!("## {heading}\n\n{}", paragraph(random, voice, &mut sentences))
            }
            2 => list(random, voice, |_| "- ".to_owned()),
            3 => list(random, voice, |index| format!("{}. ", index + 1)),
            4 => format!("> {}", voice.say(random, &voice.purposes)),
            _ => paragraph(random, voice, &mut sentences),
        };
        bytes += block.len();
        blocks.push(block);
    }
    blocks
}

/// Texts that are drawn one by one, each once before any comes again.
struct Deck {
    cards: &'static [&'static str],
    rest: Vec<&'static str>,
}

impl Deck {
    fn draw(&mut self, random: &mut Random) -> &'static str {
        if self.rest.is_empty() {
            self.rest = self.cards.to_vec();
            random.shuffle(&mut self.rest);
        }
        self.rest.pop().unwrap_or_default()
    }
}

fn paragraph(random: &mut Random, voice: &Voice, deck: &mut Deck) -> String {
    let mut sentences = Vec::new();
    for _ in 0..random.within(2..=5) {
        let sentence = deck.draw(random);
        sentences.push(voice.say(random, &[sentence]));
    }
    if random.chance(15) {
        sentences[0] = format!("**{}**", sentences[0]);
    }
    if random.chance(10) {
        let number = random.within(100..=999);
        sentences.push(format!("[*{number}*](https://reading.example.org/{number})"));
    }
    wrapped(&sentences.join(" "), 0)
}

fn list(random: &mut Random, voice: &Voice, marker: impl Fn(usize) -> String) -> String {
    let count = random.within(2..=5);
    let points = voice.say_some(random, &voice.points, count);
    let lines = points.iter().enumerate().map(|(index, point)| marker(index) + point);
    lines.collect::<Vec<_>>().join("\n")
}

/// A link to guidance, a term or another group.
fn link(random: &mut Random, identities: &Identities) -> String {
    match random.below(10) {
        0..4 => {
            let guidance = random.pick(&WORDS.guidance);
            format!("[{}](/guidance/{}/)", guidance.title, guidance.id)
        }
        4 => "[what to do when someone is at risk](/guidance/safe-practice/#h-safeguarding)"
            .to_owned(),
        5..8 => {
            let other = identities.get(random.below(identities.count()));
            format!("[{}](/groups/{}/)", other.name, other.id)
        }
        _ => {
            let (axis, terms) = random.pick(&WORDS.axes());
            let term = random.pick(terms);
            format!("[{}](/{axis}/{}/)", term.name, term.id)
        }
    }
}
