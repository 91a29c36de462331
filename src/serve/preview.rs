//! Answers a connection: checks what is asked, and finds it in the site.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::sync::Arc;

use super::address::Own;
use super::overlay;
use super::reload::{EVENT_STREAM, EVENTS, Streams};
use super::request::{Method, Request, Unreadable};
use super::response::{Response, Status};
use super::target::Target;
use super::{Answer, Body, Site};

/// Addresses below this one are the preview's own.
const RESERVED: &str = "/__guildhall/";
const SCRIPT: &str = include_str!("assets/reload.js");
const STYLE: &str = include_str!("assets/preview.css");
/// What the preview's own page may do: nothing but be styled and reload.
const POLICY: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";

/// All that is needed to answer a request.
pub(super) struct Preview {
    pub(super) site: Arc<dyn Site>,
    pub(super) streams: Arc<Streams>,
    pub(super) own: Own,
}

/// What becomes of a connection.
enum Reply {
    /// It ends with this response.
    Whole(Response),
    /// It stays open and is told of changes.
    Events,
}

impl Preview {
    /// Answers one request and ends the connection, or leaves it to the event streams.
    pub(super) fn serve(&self, stream: &Arc<TcpStream>) {
        // Events and pages are small and should leave at once. Where that cannot be set, they wait.
        let _ = stream.set_nodelay(true);
        let (reply, head_only) = match Request::read(stream) {
            Ok(request) => (self.reply(&request, reached(stream)), request.method == Method::Head),
            Err(unreadable) => match complain(unreadable) {
                Some(response) => (Reply::Whole(response), false),
                None => return,
            },
        };
        match reply {
            // A client that leaves before it has its response does not want it.
            Reply::Whole(response) => drop(response.send(stream, head_only)),
            Reply::Events => self.streams.join(Arc::clone(stream)),
        }
    }

    fn reply(&self, request: &Request, reached: IpAddr) -> Reply {
        if !self.own.is_host(&request.host, reached) {
            return refuse("This name is not the preview's own. Open it by its address instead.");
        }
        if request.method == Method::Other {
            let words = "The preview only shows pages.";
            let response = Response::text(Status::MethodNotAllowed, words);
            return Reply::Whole(response.header("Allow", "GET, HEAD"));
        }
        let Some(target) = Target::parse(&request.target) else {
            return Reply::Whole(Response::text(
                Status::BadRequest,
                "No page can have this address.",
            ));
        };
        if target.path != EVENTS {
            return Reply::Whole(self.page(&target));
        }
        match &request.origin {
            Some(origin) if !self.own.is_origin(origin, reached) => {
                refuse("Another site may not listen to the preview.")
            }
            _ if request.method == Method::Head => Reply::Whole(asset(EVENT_STREAM, "")),
            _ => Reply::Events,
        }
    }

    fn page(&self, target: &Target) -> Response {
        if let Some(name) = target.path.strip_prefix(RESERVED) {
            return match name {
                "reload.js" => asset("text/javascript; charset=utf-8", SCRIPT),
                "preview.css" => asset("text/css; charset=utf-8", STYLE),
                _ => Response::text(Status::NotFound, "The preview has no such address."),
            };
        }
        // Asked before the page is: a page that changes meanwhile then loads once more, not once less.
        let version = self.streams.version();
        if let Some(answer) = self.site.answer(&target.path) {
            return Response::new(Status::Ok, self.dress(answer, &version));
        }
        if !target.path.ends_with('/') && self.site.answer(&format!("{}/", target.path)).is_some() {
            let words = "The address ends with a slash.";
            return Response::text(Status::PermanentRedirect, words)
                .header("Location", target.with_slash());
        }
        if self.site.problems().errors() > 0 && self.site.answer("/").is_none() {
            let answer = self.dress(overlay::page_without_site(), &version);
            return Response::new(Status::Unavailable, answer)
                .header("Content-Security-Policy", POLICY);
        }
        Response::new(Status::NotFound, self.dress(self.site.not_found(), &version))
    }

    /// Adds to a page of the site what makes it reload, and the problems.
    fn dress(&self, answer: Answer, version: &str) -> Answer {
        match answer.body {
            Body::Bytes(page) if answer.content_type.starts_with("text/html") => {
                let addition = overlay::addition(version, &self.site.problems());
                Answer { body: overlay::insert(page, &addition).into(), ..answer }
            }
            body => Answer { body, ..answer },
        }
    }
}

fn refuse(words: &str) -> Reply {
    Reply::Whole(Response::text(Status::Forbidden, words))
}

fn asset(content_type: &'static str, text: &str) -> Response {
    let content_type = Cow::Borrowed(content_type);
    Response::new(Status::Ok, Answer { content_type, body: text.into() })
}

/// What to say to a request that could not be read, if there is someone to say it to.
fn complain(unreadable: Unreadable) -> Option<Response> {
    let (status, words) = match unreadable {
        Unreadable::Gone => return None,
        Unreadable::Slow => (Status::RequestTimeout, "The request took too long to arrive."),
        Unreadable::TooLarge => (Status::HeadTooLarge, "The request is too long."),
        Unreadable::Malformed => {
            (Status::BadRequest, "This is not a request that the preview can read.")
        }
    };
    Some(Response::text(status, words))
}

/// The address of this machine that a client reached. A socket that cannot tell has lost its client.
fn reached(stream: &TcpStream) -> IpAddr {
    stream.local_addr().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip())
}
