//! Takes requests through `tiny_http`, and starts it again where it has stopped.
//!
//! Two faults of it are met here by a pulse, a request of the preview to itself:
//!
//! - Its loop that accepts connections ends for good when the process has no file descriptors left, and
//!   does not always say so. If no pulse arrives, it has ended. The listener is kept, and the next server
//!   takes it over. The last one still answers the connections that it had: it keeps its thread.
//! - Of connections that come at the same moment it may leave one without a thread, until another
//!   connection ends (`TaskPool::spawn`, version 0.12.0). A pulse is a connection that ends.

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use super::preview::Preview;

/// How long there is from pulse to pulse.
const PULSE: Duration = Duration::from_millis(200);
/// After so many pulses without a request there is no server any more.
const MOST_UNANSWERED: usize = 8;
/// How many descriptors must be free to start again: a browser opens six connections, which take two each.
const SPARE: usize = 16;

/// Answers the requests that come to a listener, for as long as the program runs. What a person should know
/// is said.
pub(super) fn take(listener: &TcpListener, preview: &Arc<Preview>, say: &dyn Fn(String)) -> ! {
    loop {
        let error = match start(listener, preview) {
            Ok(taken) => wait_for_end(&taken, || pulse(listener)),
            Err(error) => error,
        };
        say(format!(
            "The preview accepts no new connections: {error}. It will restart by itself, on the same port, when fewer \
            files and connections are open. Close some browser windows."
        ));
        while !has_descriptors(listener) {
            thread::sleep(PULSE);
        }
        say("The preview has restarted on the same port.".to_owned());
    }
}

/// Starts a server and a thread that takes its requests. It reports each request, and the end of the server.
fn start(listener: &TcpListener, preview: &Arc<Preview>) -> io::Result<Receiver<io::Result<()>>> {
    let server =
        tiny_http::Server::from_listener(listener.try_clone()?, None).map_err(io::Error::other)?;
    let (teller, taken) = mpsc::channel();
    let preview = Arc::clone(preview);
    spawn("requests", move || {
        loop {
            let request = server.recv().map(|request| {
                let preview = Arc::clone(&preview);
                // A request that finds no thread is dropped, which answers it with an error.
                let _ = spawn("request", move || preview.answer(request));
            });
            // Nobody listens any more once another server has been started.
            let _ = teller.send(request);
        }
    })?;
    Ok(taken)
}

/// Waits until a server takes no more connections, and says why.
fn wait_for_end(taken: &Receiver<io::Result<()>>, pulse: impl Fn() -> io::Result<()>) -> io::Error {
    let mut unanswered = 0;
    while unanswered < MOST_UNANSWERED {
        // Without a descriptor for the pulse nothing is known.
        let sent = pulse().is_ok();
        thread::sleep(PULSE);
        let mut silent = true;
        for request in taken.try_iter() {
            match request {
                Ok(()) => silent = false,
                Err(error) => return error,
            }
        }
        unanswered = if silent { unanswered + usize::from(sent) } else { 0 };
    }
    io::Error::other("they are left waiting")
}

/// Sends a request that ends at once, and does not wait for the answer.
fn pulse(listener: &TcpListener) -> io::Result<()> {
    let mut address = listener.local_addr()?;
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    TcpStream::connect_timeout(&address, PULSE)?.write_all(b"HEAD / HTTP/1.0\r\n\r\n")
}

/// Whether enough descriptors are free to take connections.
fn has_descriptors(listener: &TcpListener) -> bool {
    (0..SPARE).map(|_| listener.try_clone()).collect::<io::Result<Vec<_>>>().is_ok()
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_leaves_its_pulse_unanswered_has_ended() {
        let (_teller, taken) = mpsc::channel();
        let error = wait_for_end(&taken, || Ok(()));
        assert_eq!(error.to_string(), "they are left waiting");
    }

    #[test]
    fn a_server_that_says_why_it_ends_is_quoted() {
        let (teller, taken) = mpsc::channel();
        teller.send(Err(io::Error::other("no descriptors"))).unwrap();
        assert_eq!(wait_for_end(&taken, || Ok(())).to_string(), "no descriptors");
    }

    #[test]
    fn a_server_without_a_pulse_has_not_ended() {
        let (_teller, taken) = mpsc::channel();
        let waiting = thread::spawn(move || {
            wait_for_end(&taken, || Err(io::Error::other("no descriptor for it")));
        });
        thread::sleep(PULSE * 12);
        assert!(!waiting.is_finished());
    }
}
