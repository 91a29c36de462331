//! The preview: serves the site on this machine, and reloads the browser when a file is saved.
//!
//! 1. `watch` waits for a change under the site's folders and has the [`Site`] read it again.
//! 2. `reload` tells every open page, which then loads itself again.
//! 3. `requests` takes requests through `tiny_http`, each on a thread, and starts it again if it stops.
//! 4. `address` and `target` let through what a browser on this machine may ask.
//! 5. `preview` finds the answer, `overlay` lays the problems over it, and `response` writes it.
//!
//! Nothing is written, and an address is looked up in the [`Site`], so no address can reach a file that is not
//! part of it. Files that are published as they are were listed before; they are opened without following a
//! link or waiting for a pipe, and streamed.
//!
//! It is a server for one person at one machine, not for the internet.

mod address;
mod live;
mod overlay;
mod preview;
mod reload;
mod requests;
mod response;
mod target;
#[cfg(test)]
mod tests;
mod watch;

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use notify::RecommendedWatcher;

use crate::diagnostic::Report;

pub use address::Host;
pub use live::LiveSite;

use address::Own;
use preview::Preview;
use reload::Streams;

/// The site as the preview sees it. It is asked from many threads at once.
pub trait Site: Send + Sync + 'static {
    /// The answer to a decoded path such as `/groups/x/`; `None` if the site has no such address.
    ///
    /// The path starts with `/` and has no empty, `.` or `..` segment and no control character.
    fn answer(&self, path: &str) -> Option<Answer>;

    /// The page for addresses that the site does not have.
    fn not_found(&self) -> Answer;

    /// Walks the sources again and reads what changed. True if anything that is seen has changed:
    /// pages or problems. Only one thread calls it.
    fn refresh(&self) -> bool;

    /// The problems as they are now.
    fn problems(&self) -> Arc<Report>;

    /// The folders to watch, each with everything below it. They need not exist yet.
    fn folders(&self) -> Vec<PathBuf>;
}

/// What is at an address.
#[derive(Debug)]
pub struct Answer {
    /// The media type, such as `text/html; charset=utf-8`.
    pub content_type: Cow<'static, str>,
    /// What is sent.
    pub body: Body,
}

/// The body of an answer.
#[derive(Debug)]
pub enum Body {
    /// Bytes that were made for it.
    Bytes(Vec<u8>),
    /// An open file, and how many bytes of it are sent. It is never held in memory as a whole.
    File(File, u64),
}

impl<T: Into<Vec<u8>>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// Where to listen, and to which names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The address of this machine to listen at. Loopback unless others should see the preview.
    pub host: IpAddr,
    /// The port; 0 takes any that is free.
    pub port: u16,
    /// Other hosts that the preview answers to, such as the name of a proxy before it.
    pub allowed: Vec<Host>,
}

/// What happens while the preview runs, for whoever shows it.
#[derive(Clone, Debug)]
pub enum Event {
    /// The preview can be opened at this address.
    Listening(SocketAddr),
    /// Something that is seen has changed. These are the problems now.
    Changed(Arc<Report>),
    /// What a person should know: who else can open the preview, or what does not work and what happens
    /// instead.
    Notice(String),
}

/// A preview that holds its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    allowed: Vec<Host>,
}

impl Server {
    /// Takes the port.
    ///
    /// # Errors
    /// The port is taken, or this machine may not listen there. The text says what to do.
    pub fn bind(options: Options) -> io::Result<Self> {
        let wanted = SocketAddr::new(options.host, options.port);
        let listener =
            TcpListener::bind(wanted).map_err(|error| address::explain(wanted, &error))?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address, allowed: options.allowed })
    }

    /// Where it listens, with the port that it was given.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves the site and follows its changes, until the program ends. The site's problems at the start are
    /// not an event: ask the site for them.
    ///
    /// # Errors
    /// No thread could be started.
    pub fn run(self, site: Arc<dyn Site>, on_event: &(dyn Fn(Event) + Sync)) -> io::Result<()> {
        let Self { listener, address, allowed } = self;
        let streams = Arc::new(Streams::default());
        let followed = Arc::clone(&site);
        let own = Own { ip: address.ip(), allowed, machine: address::of_machine };
        let preview = Arc::new(Preview { site, streams: Arc::clone(&streams), own });
        on_event(Event::Listening(address));
        if let Some(warning) = address::exposure(address, &address::of_machine()) {
            on_event(Event::Notice(warning));
        }
        thread::scope(|scope| {
            thread::Builder::new().name("server".to_owned()).spawn_scoped(scope, || {
                requests::take(&listener, &preview, &|words| on_event(Event::Notice(words)))
            })?;
            watch::follow::<RecommendedWatcher>(&*followed, on_event, &streams)
        })
    }
}
