//! Accepts connections and gives each a thread of its own, within a cap.
//!
//! When all threads are taken, the oldest connection is cut off for the newest: a page takes
//! milliseconds, so the oldest is the one that idles. However many clients idle or dawdle, the next
//! one is answered; and there are never more threads or open sockets than the cap.

use std::collections::BTreeMap;
use std::io;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::preview::Preview;

/// The most connections at a time. A browser opens six.
const MOST: usize = 64;
/// How long to wait for a thread to end before another connection is cut off.
const PATIENCE: Duration = Duration::from_millis(20);
/// How long to rest when the system has no sockets or threads left.
const PAUSE: Duration = Duration::from_millis(10);

/// The connections that are being answered.
#[derive(Debug, Default)]
pub(super) struct Connections {
    slots: Mutex<Slots>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Slots {
    /// The number of the next connection.
    next: u64,
    /// How many threads there are.
    running: usize,
    /// The connections that have not been cut off, oldest first.
    open: BTreeMap<u64, Arc<TcpStream>>,
}

impl Connections {
    /// Answers every connection that `accept` gives, for as long as the program runs. When accepting
    /// fails, as it does when the system runs out of file descriptors, it goes on after a pause.
    pub(super) fn accept_all(
        self: &Arc<Self>,
        mut accept: impl FnMut() -> io::Result<TcpStream>,
        preview: &Arc<Preview>,
    ) -> ! {
        loop {
            match accept().and_then(|stream| self.answer(stream, Arc::clone(preview))) {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(_) => {
                    self.lock().cut_off_oldest();
                    thread::sleep(PAUSE);
                }
            }
        }
    }

    fn answer(self: &Arc<Self>, stream: TcpStream, preview: Arc<Preview>) -> io::Result<()> {
        let slot = self.take_slot(stream);
        thread::Builder::new()
            .name("connection".to_owned())
            .spawn(move || preview.serve(&slot.stream))
            .map(drop)
    }

    /// Waits until there are fewer threads than the cap, and cuts off old connections to get there.
    fn take_slot(self: &Arc<Self>, stream: TcpStream) -> Slot {
        let mut slots = self.lock();
        while slots.running >= MOST {
            slots.cut_off_oldest();
            slots =
                self.freed.wait_timeout(slots, PATIENCE).unwrap_or_else(PoisonError::into_inner).0;
        }
        let stream = Arc::new(stream);
        let number = slots.next;
        slots.next += 1;
        slots.running += 1;
        slots.open.insert(number, Arc::clone(&stream));
        Slot { connections: Arc::clone(self), number, stream }
    }

    fn lock(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slots {
    /// Wakes the oldest connection's thread with the end of its socket. The thread ends by itself.
    fn cut_off_oldest(&mut self) {
        if let Some((_, stream)) = self.open.pop_first() {
            // A socket whose client has left is shut down already.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// A thread's place among the connections, given back when the thread ends, however it ends.
#[derive(Debug)]
struct Slot {
    connections: Arc<Connections>,
    number: u64,
    stream: Arc<TcpStream>,
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut slots = self.connections.lock();
        slots.running -= 1;
        slots.open.remove(&self.number);
        self.connections.freed.notify_one();
    }
}
