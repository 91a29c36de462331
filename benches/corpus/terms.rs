//! The three axes of the corpus.

/// A term: id, name, summary, and what people type for it.
#[derive(Clone, Copy)]
pub struct Term {
    pub id: &'static str,
    pub name: &'static str,
    pub summary: &'static str,
    pub aliases: &'static str,
}

const fn term(
    id: &'static str,
    name: &'static str,
    summary: &'static str,
    aliases: &'static str,
) -> Term {
    Term { id, name, summary, aliases }
}

/// What members do.
pub static FIELDS: &[Term] = &[
    term(
        "coaching",
        "Coaching",
        "Conversations that help people find their own way forward.",
        "coach, life coaching, executive coaching, mentoring",
    ),
    term(
        "training",
        "Training",
        "Teaching adults what they can use on the next day.",
        "trainer, workshops, courses, learning and development",
    ),
    term(
        "facilitation",
        "Facilitation",
        "Helping groups to think, decide and learn together.",
        "facilitator, group work, away days, circles",
    ),
    term(
        "research",
        "Research",
        "Asking what helps, for whom, and how we know.",
        "researcher, studies, science, evaluation",
    ),
    term(
        "counselling",
        "Counselling",
        "Listening and helping when life is hard.",
        "counsellor, therapy, therapist, psychotherapy",
    ),
    term(
        "consulting",
        "Consulting",
        "Advising organisations on how people can do well in them.",
        "consultant, advice, organisational development",
    ),
];

/// What members are expert in, or study. The first fourteen themes of a group's name are these.
pub static SUBJECTS: &[Term] = &[
    term(
        "strengths",
        "Strengths",
        "What people do well and gladly, and how to make use of it.",
        "talents, virtues, character, strengths spotting",
    ),
    term(
        "resilience",
        "Resilience",
        "Coming through hard times, and what others can do to help.",
        "coping, bouncing back, adversity, stress",
    ),
    term(
        "authenticity",
        "Authenticity",
        "Living and working as the person you are.",
        "being yourself, integrity, honesty, true self",
    ),
    term(
        "positive-emotions",
        "Positive emotions",
        "Joy, awe, interest and the rest, and what they are good for.",
        "joy, happiness, awe, savouring",
    ),
    term(
        "neuroscience",
        "Neuroscience",
        "What the study of the brain can tell us, and what it cannot.",
        "brain, nervous system, brain science",
    ),
    term(
        "gratitude",
        "Gratitude",
        "Noticing what is good, and saying so.",
        "thanks, thankfulness, appreciation, letters of thanks",
    ),
    term(
        "hope",
        "Hope",
        "Goals, ways to reach them, and the will to set out.",
        "optimism, goals, the future, outlook",
    ),
    term(
        "meaning",
        "Meaning",
        "What makes a life or a day's work feel worthwhile.",
        "purpose, calling, values, sense of life",
    ),
    term(
        "mindfulness",
        "Mindfulness",
        "Attention to the present moment, in practice and in teaching.",
        "meditation, awareness, presence, calm",
    ),
    term(
        "flow",
        "Flow",
        "Being absorbed in what one does, at work and at play.",
        "engagement, play, absorption, creativity",
    ),
    term(
        "relationships",
        "Relationships",
        "The ties between people, and what does them good.",
        "love, friendship, belonging, trust, listening",
    ),
    term(
        "self-compassion",
        "Self-compassion",
        "Being as kind to oneself as to a friend.",
        "self-kindness, inner critic, boundaries",
    ),
    term(
        "growth-after-trauma",
        "Growth after trauma",
        "What may grow after terrible events, and how to speak of it.",
        "trauma, loss, grief, post-traumatic growth",
    ),
    term(
        "measurement",
        "Measurement",
        "Questionnaires and other ways to see whether things go better.",
        "surveys, outcomes, scales, evidence, statistics",
    ),
];

/// Where, or with whom, they practise.
pub static DOMAINS: &[Term] = &[
    term(
        "business",
        "Business",
        "Companies large and small, and those who work for themselves.",
        "companies, workplace, corporate, organisations",
    ),
    term(
        "education",
        "Education",
        "Schools, colleges and universities.",
        "schools, teachers, pupils, students, universities",
    ),
    term(
        "mental-health",
        "Mental health",
        "Work with people in mental distress, beside clinical care.",
        "depression, anxiety, mental illness, services",
    ),
    term(
        "healthcare",
        "Healthcare",
        "Hospitals, surgeries and hospices: patients and staff.",
        "health, nurses, doctors, hospitals, hospice",
    ),
    term(
        "leadership",
        "Leadership",
        "People who lead others, and those who support them.",
        "leaders, managers, executives, directors",
    ),
    term(
        "sport",
        "Sport",
        "Athletes, teams and clubs, from the park to the podium.",
        "athletes, clubs, teams, exercise",
    ),
    term(
        "public-services",
        "Public services",
        "Councils, police, fire and rescue, and the civil service.",
        "government, council, police, civil service",
    ),
    term(
        "families",
        "Families",
        "Parents, carers and children.",
        "parents, parenting, children, carers, family",
    ),
    term(
        "communities",
        "Communities",
        "Charities, neighbourhoods, faith groups and volunteers.",
        "charity, volunteers, neighbourhood, faith",
    ),
    term(
        "later-life",
        "Later life",
        "Older people, and those close to them.",
        "ageing, retirement, care homes, seniors",
    ),
];

/// The subject of each theme of a group's name, as an index into [`SUBJECTS`].
pub const SUBJECT_OF_THEME: [usize; super::voices::THEMES] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0, 0, 10, 6, 7, 8, 9, 10, 1, 3, 4, 10, 0, 10, 11,
    13,
];
