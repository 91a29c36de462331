//! Tells open pages to load themselves anew, by server-sent events.
//!
//! Every page carries the version of the site that it shows, and every stream begins with the version
//! that there is: a page that missed a change, or a restart of the server, learns of it as soon as it
//! is connected. An event is a few bytes, so a socket that cannot take it at once is given up, and no
//! thread ever waits for a reader.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::net::{Shutdown, TcpStream};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::response::{Status, head};

/// Where the pages listen.
pub(super) const EVENTS: &str = "/__guildhall/events";
/// The media type of a stream (HTML Living Standard, section 9.2).
pub(super) const EVENT_STREAM: &str = "text/event-stream";
/// The most streams at a time; the oldest makes room for the newest.
const MOST: usize = 32;
/// How often a stream without events shows that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The open event streams, and the version of the site that they were told of last.
#[derive(Debug, Default)]
pub(super) struct Streams {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    changes: u64,
    open: VecDeque<Arc<TcpStream>>,
}

impl Streams {
    /// The version of the site: different after each change, and after a restart.
    pub(super) fn version(&self) -> String {
        self.lock().version()
    }

    /// Takes over a connection and tells it the version that there is.
    pub(super) fn join(&self, stream: Arc<TcpStream>) {
        let mut state = self.lock();
        let hello =
            format!("{}\r\nretry: 1000\n\n{}", head(Status::Ok, EVENT_STREAM), state.event());
        if stream.set_nonblocking(true).and_then(|()| tell(&stream, &hello)).is_err() {
            return;
        }
        state.open.push_back(stream);
        if state.open.len() > MOST
            && let Some(oldest) = state.open.pop_front()
        {
            // A socket whose client has left is shut down already.
            let _ = oldest.shutdown(Shutdown::Both);
        }
    }

    /// Tells every stream that the site has changed.
    pub(super) fn announce(&self) {
        let mut state = self.lock();
        state.changes += 1;
        let event = state.event();
        state.tell_all(&event);
    }

    /// Keeps the streams alive, and notices those whose page has gone, for as long as the program
    /// runs.
    pub(super) fn beat(&self) -> ! {
        loop {
            thread::sleep(HEARTBEAT);
            self.lock().tell_all(":\n\n");
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn version(&self) -> String {
        format!("{}-{}", process::id(), self.changes)
    }

    fn event(&self) -> String {
        format!("data: {}\n\n", self.version())
    }

    fn tell_all(&mut self, event: &str) {
        self.open.retain(|stream| tell(stream, event).is_ok());
    }
}

fn tell(mut stream: &TcpStream, event: &str) -> io::Result<()> {
    stream.write_all(event.as_bytes())
}
