//! The preview: serves the site on this machine, and reloads the browser when a file is saved.
//!
//! 1. `watch` waits for a change under the site's folders and has the [`Site`] read it again.
//! 2. `reload` tells every open page, which then loads itself anew.
//! 3. `connections` gives each connection a thread, within a cap.
//! 4. `request`, `address` and `target` let through what a browser on this machine may ask.
//! 5. `preview` finds the answer, and `overlay` lays the problems over it.
//!
//! Nothing is written, and an address is looked up in the [`Site`], so no address can reach a file that is not
//! part of it. Files that are published as they are were listed before; they are opened without following a
//! link or waiting for a pipe, and streamed.
//!
//! The server is a small one of our own on `std::net`, with `httparse` for the heads of requests,
//! because the preview must outlive hostile clients. The usual choice, `tiny_http`, cannot: it owns
//! its sockets, takes a thread for every connection without limit, knows no deadlines, keeps a header
//! line of any length, and stops accepting for good at the first error. Here every part is bounded:
//! connections, threads, event streams, the bytes of a head, and the time that each step may take.

mod address;
mod body;
mod connections;
mod live;
mod overlay;
mod preview;
mod reload;
mod request;
mod response;
mod target;
#[cfg(test)]
mod tests;
mod watch;

use std::borrow::Cow;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use notify::RecommendedWatcher;

use crate::diagnostic::Report;

pub use body::Body;
pub use live::LiveSite;

use address::Own;
use connections::Connections;
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

/// What stands at an address.
#[derive(Debug)]
pub struct Answer {
    /// The media type, such as `text/html; charset=utf-8`.
    pub content_type: Cow<'static, str>,
    /// What is sent.
    pub body: Body,
}

/// Where to listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The address of this machine to listen at. Loopback unless others should see the preview.
    pub host: IpAddr,
    /// The port; 0 takes any that is free.
    pub port: u16,
}

/// What happens while the preview runs, for whoever shows it.
#[derive(Clone, Debug)]
pub enum Event {
    /// The preview can be opened at this address.
    Listening(SocketAddr),
    /// Others than this machine can open the preview: who, and how to keep it private.
    Exposed(String),
    /// Something that is seen has changed. These are the problems now.
    Changed(Arc<Report>),
    /// Changes cannot be watched: why, and what happens instead.
    WatchTrouble(String),
}

/// A preview that holds its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
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
        Ok(Self { listener, address })
    }

    /// Where it listens, with the port that it was given.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves the site and follows its changes, until the program ends. `on_event` is called on this
    /// thread. The site's problems at the start are not an event: ask the site for them.
    ///
    /// # Errors
    /// No thread could be started.
    pub fn run(self, site: Arc<dyn Site>, on_event: &dyn Fn(Event)) -> io::Result<()> {
        let Self { listener, address } = self;
        let streams = Arc::new(Streams::default());
        let followed = Arc::clone(&site);
        let own = Own::new(address);
        let preview = Arc::new(Preview { site, streams: Arc::clone(&streams), own });
        let connections = Arc::new(Connections::default());
        spawn("connections", move || {
            connections.accept_all(|| listener.accept().map(|(stream, _)| stream), &preview);
        })?;
        let beating = Arc::clone(&streams);
        spawn("heartbeat", move || beating.beat())?;
        on_event(Event::Listening(address));
        if let Some(warning) = address::exposure(address) {
            on_event(Event::Exposed(warning));
        }
        watch::follow::<RecommendedWatcher>(&*followed, on_event, &streams)
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}
