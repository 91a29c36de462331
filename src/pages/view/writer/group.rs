//! A group's page: every key of its charter.

use super::super::{
    AxisTerms, Body, GroupView, JoinView, LeaderView, Link, PhraseView, SimilarView, SizeView,
    StructuredData, View,
};
use super::Writer;
use super::json_ld::group_json_ld;
use crate::charter::{Charter, Choice, Membership, Series, Standing};
use crate::config::{Axis, Meanings, Phrases};
use crate::directory::TermRef;
use crate::markdown::Prose;
use crate::pages::Page;
use crate::pages::{Address, labels, times};
use crate::words::Words;

impl Writer<'_> {
    pub(super) fn group(&self, page: &Page, position: usize) -> View {
        let charter = &*self.directory.groups()[position];
        let config = &self.directory.config;
        let mut view = self.page(page, &charter.name, &charter.summary);
        view.section = self.href(&Address::groups());
        view.breadcrumbs = vec![self.link(self.words().get("groups"), &Address::groups())];
        let has_ended = charter.status.standing() == Standing::Ended;
        let words = self.words();
        let date = |day| labels::date(words, day);
        let html = |prose: &Prose| self.html(prose, charter.source.path(), &page.address);
        let body = GroupView {
            card: self.card(charter),
            axes: self.axes_of(charter),
            join: join(words, charter, &html),
            purpose_html: html(&charter.purpose),
            about_html: html(&charter.about),
            meetings: charter
                .meetings
                .iter()
                .filter(|series| !has_ended || series.has_begun(self.directory.today))
                .map(|series| times::meeting(words, series, charter.meets(), self.directory.today))
                .collect(),
            next_meetings: times::next_meetings(words, charter, self.directory.today),
            calendar_href: self.calendar_href(&page.address.child("meetings.ics"), &[position]),
            membership_meaning: meaning(&config.membership, charter.membership).to_vec(),
            size: charter.size.map(|size| SizeView {
                ideal: size.ideal,
                minimum: size.minimum,
                maximum: size.maximum,
                current: size.current,
            }),
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
            reviewed: date(charter.reviewed),
            edit_href: self.edit_href(charter.source.path()),
            form_href: format!("{}?edit={}#form", self.href(&Address::start()), charter.id),
            groups_href: self.href(&Address::groups()),
            similar: self.similar(position),
        };
        let json_ld = group_json_ld(self.directory, charter);
        let structured_data = Some(StructuredData::new(json_ld));
        View { structured_data, ..View::new(view, Body::Group(Box::new(body))) }
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

    /// The address of a calendar file, where some of the groups have meetings to show in it.
    pub(super) fn calendar_href(&self, address: &Address, groups: &[usize]) -> Option<String> {
        let has_dates = |group: &usize| {
            let charter = &self.directory.groups()[*group];
            charter.meets() && charter.meetings.iter().any(Series::has_dates)
        };
        groups.iter().any(has_dates).then(|| self.href_if_planned(address))?
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

fn join(words: &Words, charter: &Charter, html: &impl Fn(&Prose) -> String) -> JoinView {
    let joining = &charter.joining;
    JoinView {
        places: labels::places(words, joining.places),
        has_room: charter.size.is_none_or(|size| size.has_room()),
        who: joining.who.clone(),
        steps_html: joining.steps.iter().map(html).collect(),
        contact: labels::contact(&joining.contact, &charter.name),
        reply: joining.reply.clone(),
        welcome: joining.welcome.clone(),
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
        responsibilities: leader.responsibilities.clone(),
        url: leader.url.clone(),
    }
}
