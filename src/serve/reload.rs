//! Tells open pages to load themselves again, by server-sent events.
//!
//! Every page carries the version of the site that it shows, and every stream begins with the version
//! that there is: a page that missed a change, or a restart of the server, learns of it as soon as it
//! is connected. Each stream has a thread, which waits for a change, and there are at most [`MOST`]: a page
//! that finds no place asks again by itself.

use std::io::{self, Write};
use std::process;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::response::head;

/// Where the pages listen.
pub(super) const EVENTS: &str = "/__guildhall/events";
/// The media type of a stream (HTML Living Standard, section 9.2).
pub(super) const EVENT_STREAM: &str = "text/event-stream";
/// The most streams at a time.
pub(super) const MOST: usize = 32;
/// How often a stream without events is written to. A page that has gone is noticed at the second time.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// The version of the site, and how many streams announce it.
#[derive(Debug, Default)]
pub(super) struct Streams {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    changes: u64,
    open: usize,
}

impl Streams {
    /// The version of the site: different after each change, and after a restart.
    pub(super) fn version(&self) -> String {
        version(self.lock().changes)
    }

    /// Tells every stream that the site has changed.
    pub(super) fn announce(&self) {
        self.lock().changes += 1;
        self.changed.notify_all();
    }

    /// A place for one more stream, if there is one.
    pub(super) fn enter(self: &Arc<Self>) -> Option<Place> {
        let mut state = self.lock();
        if state.open >= MOST {
            return None;
        }
        state.open += 1;
        Some(Place(Arc::clone(self)))
    }

    /// Waits until the number of changes differs from the one last announced. `None` if it took too long.
    fn wait(&self, told: Option<u64>) -> Option<u64> {
        let same = |state: &mut State| Some(state.changes) == told;
        let waited = self.changed.wait_timeout_while(self.lock(), HEARTBEAT, same);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        Some(state.changes).filter(|changes| Some(*changes) != told)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn version(changes: u64) -> String {
    format!("{}-{changes}", process::id())
}

fn event(changes: u64) -> String {
    format!("data: {}\n\n", version(changes))
}

/// A stream's place among the others, given back when the stream ends, however it ends.
#[derive(Debug)]
pub(super) struct Place(Arc<Streams>);

impl Place {
    /// Tells a page the version that there is and each that follows, for as long as the page is there.
    ///
    /// # Errors
    /// The page has gone, which is how every stream ends.
    pub(super) fn tell(self, mut page: impl Write) -> io::Result<()> {
        let mut text = format!("{}\r\nretry: 1000\n\n", head("200 OK", EVENT_STREAM));
        let mut told = None;
        loop {
            let changes = self.0.wait(told);
            text += &changes.map_or(":\n\n".to_owned(), event);
            told = changes.or(told);
            page.write_all(text.as_bytes())?;
            page.flush()?;
            text.clear();
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.lock().open -= 1;
    }
}
