//! `guildhall serve`

use std::io;
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use super::arguments::{Arguments, ServeOptions};
use super::today::build_date;
use super::{Failure, Outcome, paths, say, show};
use crate::config::BaseUrl;
use crate::diagnostic::Format;
use crate::serve::{Event, LiveSite, Options, Server};

pub(super) fn run(arguments: &Arguments, options: &ServeOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let (host, port, allowed) = (options.host, options.port, options.allow_host.clone());
    let server = Server::bind(Options { host, port, allowed })?;
    let address = address_to_open(server.address());
    let base_url = BaseUrl::parse(&address).map_err(|error| Failure::Machine(error.to_owned()))?;
    let site = Arc::new(LiveSite::open(&root, today, base_url)?);
    let texts = Arc::clone(&site);
    let first = crate::serve::Site::problems(&*site);
    if !(arguments.quiet && first.errors() == 0) {
        show(&first.render(Format::Human, &*texts, true));
    }
    let told = Mutex::new(first);
    server.run(site, &|event| match event {
        Event::Listening(_) => {
            say(&format!("The site is at {address}  (stop with Ctrl-C)"));
            if options.open && open(&address).is_err() {
                say("No browser could be opened. Open the address yourself.");
            }
        }
        Event::Notice(words) => say(&words),
        Event::Changed(report) => {
            let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
            show(&report.render_since(&told, &*texts, true, arguments.quiet));
            *told = report;
        }
    })?;
    Ok(Outcome::Fine)
}

/// The address that a browser opens: an unspecified one is reached as this machine's own.
fn address_to_open(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}/")
}

/// Opens an address in the browser, by the program that the system has for it.
fn open(address: &str) -> io::Result<()> {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop)
}
