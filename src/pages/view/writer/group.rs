//! A group's page: every key of its charter.

use super::super::{
    AxisTerms, Body, GroupView, JoinView, LeaderView, Link, PhraseView, PlaceView, RelationsView,
    SimilarView, SizeView, StructuredData, View, shows_section,
};
use super::Writer;
use super::json_ld::group_json_ld;
use crate::charter::{Charter, Choice, Membership, Standing};
use crate::config::{Article, Axis, Contact, Meanings, Phrases};
use crate::directory::TermRef;
use crate::markdown::Prose;
use crate::pages::Page;
use crate::pages::{Address, labels, times};

impl Writer<'_> {
    pub(super) fn group(&self, page: &Page, position: usize) -> View {
        let charter = &*self.directory.groups()[position];
        let config = &self.directory.config;
        let summary = charter.summary.as_deref().unwrap_or(&config.settings.description);
        let mut view = self.page(page, &charter.name, summary);
        view.section = self.href(&Address::groups());
        view.tint = self.tint_of(charter);
        view.picture = self.social_picture(charter.picture.as_ref());
        view.breadcrumbs = vec![self.link(self.words().get("groups"), &Address::groups())];
        let has_ended = charter.status.standing() == Standing::Ended;
        let words = self.words();
        let date = |day| labels::date(words, day);
        let language = charter.language_in(&config.settings);
        let html =
            |prose: &Prose| self.html_in(language, prose, charter.source.path(), &page.address);
        let today = self.directory.today;
        let next = times::next_of_each(charter, today);
        let start = self.href(&Address::start());
        let form_href = |more: &str| format!("{start}?edit={}{more}#form", charter.id);
        let is_proposed = config.settings.repository.is_some();
        let can_be_confirmed = is_proposed && charter.reviewed.is_some() && !has_ended;
        let body = GroupView {
            card: self.card(charter),
            axes: self.axes_of(charter),
            based: charter.based.as_ref().map(labels::based),
            since: charter.since.map(date),
            links: charter.links.iter().map(|it| labels::group_link(it, &charter.name)).collect(),
            relations: self.relations(position),
            unsaid: self.unsaid(charter),
            join: self.join(charter, &html),
            purpose_html: charter.purpose.as_ref().map(html),
            about_html: html(&charter.about),
            meetings: charter
                .meetings
                .iter()
                .filter(|series| !has_ended || series.has_begun(today))
                .map(|series| times::meeting(words, series, charter.meets(), today, &next))
                .collect(),
            held_at: self.places(charter),
            next_meetings: times::tiles(words, &next),
            calendar: self.subscription(
                &page.address.child("meetings.ics"),
                &[position],
                &charter.name,
            ),
            next_meeting_href: self.href_if_planned(&page.address.child("next-meeting.ics")),
            membership_meaning: charter
                .membership
                .map(|membership| meaning(&config.membership, membership).to_vec())
                .unwrap_or_default(),
            size: charter.size.map(|size| SizeView {
                ideal: size.ideal,
                minimum: size.minimum,
                maximum: size.maximum,
                current: size.current,
            }),
            guidance: self.guidance_on_parts(charter),
            commitment_html: charter.commitment.as_ref().map(html),
            structure_html: charter.structure.as_ref().map(html),
            costs: charter.costs.as_ref().map(|costs| labels::costs(words, costs)),
            aims: phrases(&charter.aims, &config.aims),
            objectives: charter.objectives.clone(),
            leaders: charter.leaders.iter().map(leader).collect(),
            values: phrases(&charter.values, &config.values),
            standards: self.standards(charter),
            communication_html: charter.communication.as_ref().map(html),
            conflict_html: charter.conflict.as_ref().map(html),
            founded: charter.founded.map(date),
            reviewed: charter.reviewed.map(date),
            poster_href: self.href_if_planned(&Address::poster(&charter.id)),
            edit_href: self.edit_href(charter.source.path()),
            form_href: form_href(""),
            still_true_href: can_be_confirmed.then(|| form_href("&still-true")),
            groups_href: self.href(&Address::groups()),
            similar: self.similar(position),
        };
        let json_ld = group_json_ld(self.directory, charter);
        let structured_data = Some(StructuredData::new(json_ld));
        View { structured_data, ..View::new(view, Body::Group(Box::new(body))) }
    }

    /// Where a group meets: each place once.
    pub(super) fn places(&self, charter: &Charter) -> Vec<PlaceView> {
        let mut places = Vec::new();
        for series in &charter.meetings {
            let place = times::place(self.words(), &series.place);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The guidance that explains parts of a group's page, but for the standards, which the page has by themselves.
    fn guidance_on_parts(&self, charter: &Charter) -> Vec<Link> {
        let is_declared = |id: &str| charter.standards.iter().any(|standard| standard == id);
        let is_joined = charter.status.standing() != Standing::Ended;
        let is_explained =
            |part: &str| shows_section(charter, part) && (is_joined || part != "join");
        let explains = |article: &&Article| {
            let mut parts = article.about.iter();
            parts.any(|part| is_explained(part)) && !is_declared(&article.id)
        };
        let guidance = self.directory.config.guidance.iter().filter(explains);
        guidance.map(|it| self.link(it.title.clone(), &Address::guidance(&it.id))).collect()
    }

    fn similar(&self, position: usize) -> Vec<SimilarView> {
        let groups = self.directory.groups();
        let similar = self.directory.similar(position).into_iter().map(|other| {
            let shared = Axis::ALL.into_iter().flat_map(|axis| {
                let shared = self.directory.shared(axis, position, other).into_iter();
                shared.map(move |position| self.term_at(TermRef { axis, position }).name.clone())
            });
            let other = &groups[other];
            let (language, direction) = self.language(other);
            SimilarView {
                name: other.name.clone(),
                href: self.href(&Address::group(&other.id)),
                summary: other.summary.clone(),
                language,
                direction,
                shared: shared.collect(),
            }
        });
        similar.collect()
    }

    /// How to join. A group that gives no way to reach it is reached through the directory.
    fn join(&self, charter: &Charter, html: &impl Fn(&Prose) -> String) -> JoinView {
        let joining = &charter.joining;
        let is_reached = charter.can_be_reached();
        let contact = self.contact(charter);
        JoinView {
            places: joining.places.map(|places| labels::places(self.words(), places)),
            has_room: charter.size.is_none_or(|size| size.has_room()),
            who: joining.who.clone(),
            steps_html: joining.steps.iter().map(html).collect(),
            contact: contact.map(|contact| self.letter(contact, charter)),
            contact_is_directory: !is_reached,
            reply: joining.reply.clone(),
            welcome: joining.welcome.clone(),
        }
    }

    /// Where one writes to: to the group or, if it gives no way to reach it, to the directory.
    pub(super) fn contact<'c>(&'c self, charter: &'c Charter) -> Option<&'c Contact> {
        let directory = self.directory.config.settings.contact.as_ref();
        let own = charter.joining.contact.as_ref();
        own.or_else(|| directory.filter(|_| !charter.can_be_reached()))
    }

    /// What a reader would look for and the charter does not say, in a few words each.
    fn unsaid(&self, charter: &Charter) -> Vec<String> {
        let joining = &charter.joining;
        let is_joined = charter.meets();
        let open = [
            (charter.purpose.is_none(), "unsaid-purpose"),
            (charter.leaders.is_empty(), "unsaid-leaders"),
            (charter.aims.is_empty() && charter.objectives.is_empty(), "unsaid-aims"),
            (charter.membership.is_none(), "unsaid-membership"),
            (is_joined && joining.places.is_none(), "unsaid-places"),
            (is_joined && joining.steps.is_empty(), "unsaid-steps"),
            (charter.reviewed.is_none(), "unsaid-reviewed"),
        ];
        let open = open.into_iter().filter(|(is_open, _)| *is_open);
        open.map(|(_, key)| self.words().get(key).to_owned()).collect()
    }

    fn relations(&self, position: usize) -> RelationsView {
        let Some(related) = self.directory.related(position) else {
            return RelationsView::default();
        };
        let link = |group: &usize| {
            let charter = &self.directory.groups()[*group];
            self.link(charter.name.clone(), &Address::group(&charter.id))
        };
        let links = |groups: &[usize]| groups.iter().map(link).collect();
        RelationsView {
            part_of: related.part_of.as_ref().map(link),
            parts: links(&related.parts),
            related: links(&related.related),
            succeeded_by: related.succeeded_by.as_ref().map(link),
            predecessors: links(&related.predecessors),
        }
    }

    fn axes_of(&self, charter: &Charter) -> Vec<AxisTerms> {
        let axes = Axis::ALL.into_iter().map(|axis| {
            let terms = self.term_links(charter, axis);
            let words = self.words();
            let name = if terms.len() == 1 { axis.label(words) } else { axis.title(words) };
            AxisTerms { name, terms }
        });
        axes.filter(|axis| !axis.terms.is_empty()).collect()
    }

    fn standards(&self, charter: &Charter) -> Vec<Link> {
        let declared = |id: &str| charter.standards.iter().any(|standard| standard == id);
        let standards = self.directory.config.standards().filter(|article| declared(&article.id));
        standards.map(|it| self.link(it.title.clone(), &Address::guidance(&it.id))).collect()
    }
}

pub(super) fn meaning(meanings: &Meanings, membership: Membership) -> &[String] {
    match membership {
        Membership::Open => &meanings.open,
        Membership::Closed => &meanings.closed,
    }
}

fn phrases(choices: &[Choice], suggested: &Phrases) -> Vec<PhraseView> {
    let view = |choice: &Choice| match choice {
        Choice::Own(text) => PhraseView { name: text.clone(), text: None },
        Choice::Suggested(id) => match suggested.find(id) {
            Some(phrase) => {
                PhraseView { name: phrase.name.clone(), text: Some(phrase.text.clone()) }
            }
            None => PhraseView { name: id.clone(), text: None },
        },
    };
    choices.iter().map(view).collect()
}

fn leader(leader: &crate::charter::Leader) -> LeaderView {
    LeaderView {
        name: leader.name.clone(),
        role: leader.role.clone(),
        organisation: leader.organisation.clone(),
        responsibilities: leader.responsibilities.clone(),
        url: leader.url.clone(),
    }
}
