//! A charter: its front matter, key by key, and its body.

use jiff::ToSpan;
use jiff::civil::Date;

use super::BUILD_DATE;
use super::body;
use super::identity::{Identities, Identity, Place};
use super::meetings::meetings;
use super::random::Random;
use super::words::{Entry, Term, Voice, WORDS, fill};
use super::yaml::{self, Value};

/// The charter of one group.
pub fn charter(random: &mut Random, identities: &Identities, identity: &Identity) -> String {
    let status = status(random);
    let mut keys = Keys { random, identity, voice: identity.place.voice, entries: Vec::new() };
    keys.focus(status);
    keys.purpose_and_people();
    keys.membership();
    keys.life(status);
    keys.joining();
    keys.agreements();
    let Keys { mut entries, .. } = keys;
    if random.chance(10) {
        random.shuffle(&mut entries);
    }
    if random.chance(3) {
        entries.insert(0, "# Agreed by all members at the last meeting.".to_owned());
    }
    let body = body::group(random, identities, identity);
    format!("---\n{}\n---\n{body}", entries.join("\n"))
}

fn status(random: &mut Random) -> &'static str {
    match random.below(100) {
        0..4 => "forming",
        4..7 => "paused",
        7..11 => "ended",
        _ => "active",
    }
}

/// The keys of a charter that is being written.
struct Keys<'a> {
    random: &'a mut Random,
    identity: &'a Identity,
    voice: &'static Voice,
    entries: Vec<String>,
}

impl Keys<'_> {
    /// A key whose value is Markdown: on one line, folded, or literal with several paragraphs.
    fn markdown(&mut self, key: &str, texts: &[&str]) {
        let entry = if self.random.chance(12) {
            let paragraphs = self.voice.say_some(self.random, texts, 2);
            yaml::literal(0, key, &paragraphs)
        } else {
            let text = self.voice.say(self.random, texts);
            yaml::text(self.random, 0, key, &text)
        };
        self.entries.push(entry);
    }

    /// `name`, `summary`, the three axes, `status`, `founded`, `reviewed`, `language` and `aliases`.
    fn focus(&mut self, status: &str) {
        let Self { random, identity, voice, entries } = self;
        entries.push(yaml::entry("name", &yaml::line(random, &identity.name, false)));
        let summary = fill(random.pick(&voice.summaries), |slot| match slot {
            "place" => identity.place.town,
            _ => voice.themes[identity.theme],
        });
        entries.push(yaml::text(random, 0, "summary", &summary));
        axes(random, identity, entries);
        if status != "active" || random.chance(30) {
            entries.push(yaml::entry("status", status));
        }
        let reviewed = reviewed(random);
        if random.chance(85) {
            let founded = reviewed.saturating_sub(random.number(0..=4000).days());
            entries.push(format!("founded: {founded}"));
        }
        entries.push(format!("reviewed: {reviewed}"));
        let only_tag = voice.tags.len() == 1;
        if only_tag || random.chance(15) {
            entries.push(yaml::entry("language", random.pick(&voice.tags)));
        }
        if random.chance(6) {
            let id = &identity.id;
            let aliases = [format!("former-{id}"), format!("/practice-groups/{id}/")];
            let count = random.within(1..=2);
            let aliases = random.pick_some(&aliases, count);
            entries.push(yaml::ids(random, 0, "aliases", &aliases));
        }
    }

    /// `purpose`, `leaders`, `aims` and `objectives`.
    fn purpose_and_people(&mut self) {
        let voice = self.voice;
        self.markdown("purpose", &voice.purposes);
        let Self { random, entries, .. } = self;
        let count = random.rather_low(1..=3);
        let names = random.pick_some(&voice.leaders, count);
        let leaders: Vec<String> = names.iter().map(|name| leader(random, voice, name)).collect();
        entries.push(format!("leaders:{}", yaml::dashes(0, &leaders)));

        let count = random.within(1..=4);
        let mut aims: Vec<String> = random.pick_some(&ids(&WORDS.aims), count);
        let count = random.within(0..=2);
        aims.extend(voice.say_some(random, &voice.intentions, count));
        entries.push(yaml::texts(random, 0, "aims", &aims));
        if random.chance(80) {
            let count = random.within(1..=3);
            let objectives = voice.say_some(random, &voice.intentions, count);
            entries.push(yaml::texts(random, 0, "objectives", &objectives));
        }
    }

    /// `membership` and `size`.
    fn membership(&mut self) {
        let Self { random, entries, .. } = self;
        let open = random.chance(55);
        entries.push(yaml::entry("membership", if open { "open" } else { "closed" }));
        if random.chance(5) {
            return;
        }
        let ideal = if open { random.within(8..=16) } else { random.within(6..=10) };
        let too_large = if random.chance(2) { 8 } else { 0 };
        let maximum = ideal + random.within(1..=if open { 4 } else { 2 }) + too_large;
        let sizes = [
            ("ideal", ideal),
            ("minimum", random.within(3..=6)),
            ("maximum", maximum),
            ("current", random.within(2..=ideal)),
        ];
        let count = random.within(2..=4);
        let sizes: Vec<(&str, Value)> = random
            .pick_some(&sizes, count)
            .into_iter()
            .map(|(key, size)| (key, Value::Plain(size.to_string())))
            .collect();
        entries.push(yaml::mapping(random, 0, "size", &sizes));
    }

    /// `meetings`, `commitment`, `structure` and `costs`.
    fn life(&mut self, status: &str) {
        let voice = self.voice;
        if status != "forming" || self.random.chance(50) {
            let series = meetings(self.random, &self.identity.place, status == "ended");
            self.entries.push(series);
        }
        if self.random.chance(99) {
            self.markdown("commitment", &voice.commitments);
        }
        if self.random.chance(99) {
            self.markdown("structure", &voice.structures);
        }
        if self.random.chance(99) {
            let costs = costs(self.random, self.identity);
            self.entries.push(costs);
        }
    }

    fn joining(&mut self) {
        let Self { random, identity, voice, entries } = self;
        let mut parts = vec![yaml::entry(
            "places",
            random.pick(&["open", "open", "open", "waiting-list", "full"]),
        )];
        if random.chance(85) {
            let who = voice.say(random, &voice.members);
            parts.push(yaml::text(random, 2, "who", &who));
        }
        let count = random.within(1..=5);
        let steps = voice.say_some(random, &voice.steps, count);
        let steps: Vec<String> = steps.iter().map(|step| yaml::line(random, step, false)).collect();
        parts.push(format!("steps:{}", yaml::dashes(2, &steps)));
        let id = &identity.id;
        parts.push(if random.chance(15) {
            format!("contact: https://groups.example.org/{id}/join")
        } else {
            format!("contact: {id}@example.org")
        });
        if random.chance(80) {
            let reply = voice.say(random, &voice.replies);
            parts.push(yaml::text(random, 2, "reply", &reply));
        }
        if random.chance(75) {
            let welcome = voice.say(random, &voice.welcomes);
            parts.push(yaml::text(random, 2, "welcome", &welcome));
        }
        entries.push(yaml::block(0, "joining", &parts));
    }

    /// `values`, `standards`, `communication` and `conflict`.
    fn agreements(&mut self) {
        let Self { random, voice, entries, .. } = self;
        let voice = *voice;
        let mut others = ids(&WORDS.values);
        let mut values = vec![others.remove(0)];
        let count = random.within(1..=4);
        values.extend(random.pick_some(&others, count));
        if random.chance(30) {
            values.push(voice.say(random, &voice.intentions));
        }
        entries.push(yaml::texts(random, 0, "values", &values));
        let standards = ["professional-guidelines".to_owned(), "safe-practice".to_owned()];
        let count = if random.chance(98) { 2 } else { 1 };
        let standards = random.pick_some(&standards, count);
        entries.push(yaml::ids(random, 0, "standards", &standards));
        if random.chance(99) {
            self.markdown("communication", &voice.communications);
        }
        if self.random.chance(99) {
            self.markdown("conflict", &voice.conflicts);
        }
    }
}

/// `fields`, `subjects` and `domains`: any combination of the three, some terms more often than others.
fn axes(random: &mut Random, identity: &Identity, entries: &mut Vec<String>) {
    let combination = random.within(1..=7);
    for (index, (key, terms)) in WORDS.axes().into_iter().enumerate() {
        if combination & (1 << index) == 0 {
            continue;
        }
        let first = match key {
            "subjects" => WORDS.subjects_of_themes[identity.theme],
            _ => terms[random.rather_low(0..=terms.len() - 1)].id,
        };
        let mut ids = vec![first.to_owned()];
        for _ in 1..random.rather_low(1..=3) {
            let Term { id, .. } = terms[random.rather_low(0..=terms.len() - 1)];
            if !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        entries.push(yaml::ids(random, 0, key, &ids));
    }
}

fn ids(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(|entry| entry.id.to_owned()).collect()
}

/// Within the last year, but for a few.
fn reviewed(random: &mut Random) -> Date {
    let days_ago = if random.chance(3) { random.number(370..=700) } else { random.number(3..=355) };
    BUILD_DATE.saturating_sub(days_ago.days())
}

fn leader(random: &mut Random, voice: &Voice, name: &str) -> String {
    let mut entries = vec![yaml::entry("name", &yaml::line(random, name, false))];
    if random.chance(80) {
        entries.push(yaml::entry("role", &voice.say(random, &voice.roles)));
    }
    if random.chance(70) {
        let count = random.within(1..=3);
        let duties = voice.say_some(random, &voice.duties, count);
        entries.push(yaml::texts(random, 4, "responsibilities", &duties));
    }
    if random.chance(8) {
        entries.push(format!("url: https://people.example.org/{}", random.within(1000..=9999)));
    }
    yaml::item(0, &entries)
}

fn costs(random: &mut Random, identity: &Identity) -> String {
    if random.chance(50) {
        return yaml::entry("costs", "free");
    }
    let Place { region, voice, .. } = identity.place;
    let amount = random.rather_low(2..=120) * 5;
    let mut values = vec![
        ("amount", Value::Plain(amount.to_string())),
        ("currency", Value::Plain(region.currency.to_owned())),
        ("per", Value::Plain(random.pick(&["meeting", "month", "year", "once"]).to_owned())),
    ];
    for (key, percent) in [("covers", 70), ("concessions", 40)] {
        if random.chance(percent) {
            values.push((key, Value::Text(voice.say(random, &voice.covers))));
        }
    }
    yaml::mapping(random, 0, "costs", &values)
}
