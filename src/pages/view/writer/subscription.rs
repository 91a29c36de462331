//! How one subscribes to a calendar.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::super::{Link, SubscriptionView};
use super::Writer;
use crate::charter::Series;
use crate::pages::Address;

impl Writer<'_> {
    /// How one subscribes to the calendar of some groups, where one of them has meetings to show in it.
    pub(super) fn subscription(
        &self,
        file: &Address,
        groups: &[usize],
        name: &str,
    ) -> Option<SubscriptionView> {
        let has_dates = |group: &usize| {
            let charter = &self.directory.groups()[*group];
            charter.meets() && charter.meetings.iter().any(Series::has_dates)
        };
        let href = self.href_if_planned(file).filter(|_| groups.iter().any(has_dates));
        href.map(|href| {
            let address = self.directory.config.settings.base_url.absolute(file.as_str());
            let rest = address.split_once("://").map_or(&*address, |(_, rest)| rest);
            let webcal = format!("webcal://{rest}");
            let on_the_web = self.on_the_web(&address, &webcal, name);
            SubscriptionView { href, address, webcal, on_the_web }
        })
    }

    /// The pages on which calendars on the web add another. Nobody asks them for anything before a reader does.
    fn on_the_web(&self, address: &str, webcal: &str, name: &str) -> Vec<Link> {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let google = format!("https://calendar.google.com/calendar/render?cid={}", encoded(webcal));
        let (address, name) = (encoded(address), encoded(name));
        let outlook =
            |host: &str| format!("https://{host}/calendar/0/addfromweb?url={address}&name={name}");
        let links = [
            ("subscribe-google", google),
            ("subscribe-outlook", outlook("outlook.live.com")),
            ("subscribe-outlook-work", outlook("outlook.office.com")),
        ];
        links.map(|(key, href)| Link { name: self.words().get(key).to_owned(), href }).into()
    }
}
