//! The preview's own addresses: which names of it are believed, and who can reach it.
//!
//! A page of another site can make a browser ask this server under a name of its own, once that name
//! has been pointed at this machine (DNS rebinding). So a request must name the server as the browser's
//! user would: by `localhost`, a loopback address, or the address that it was reached at.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The port of `http` addresses that name none (RFC 9110, section 4.2.1).
const HTTP_PORT: u16 = 80;

/// The addresses under which the preview answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Own {
    host: IpAddr,
    port: u16,
}

impl Own {
    /// The addresses of a server that listens there.
    pub(super) fn new(listening: SocketAddr) -> Self {
        Self { host: listening.ip(), port: listening.port() }
    }

    /// Whether a `Host` header names this server, for a connection that reached it at an address.
    pub(super) fn is_host(self, header: &str, reached: IpAddr) -> bool {
        let Some((host, port)) = split(header) else { return false };
        port == self.port && (host == Host::Localhost || host.is_one_of(&[self.host, reached]))
    }

    /// Whether an `Origin` header names this server (RFC 6454).
    pub(super) fn is_origin(self, header: &str, reached: IpAddr) -> bool {
        header.strip_prefix("http://").is_some_and(|authority| self.is_host(authority, reached))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Host {
    Localhost,
    Ip(IpAddr),
}

impl Host {
    fn is_one_of(self, own: &[IpAddr]) -> bool {
        let Self::Ip(ip) = self else { return false };
        let loopback: [IpAddr; 2] = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        own.iter().chain(&loopback).any(|known| known.to_canonical() == ip.to_canonical())
    }
}

/// The host and port of an authority (RFC 3986, section 3.2), if the host is one that could be ours.
fn split(authority: &str) -> Option<(Host, u16)> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, parse_port(port)?),
        _ => (authority, HTTP_PORT),
    };
    let host = if host.eq_ignore_ascii_case("localhost") {
        Host::Localhost
    } else if let Some(inner) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Host::Ip(inner.parse::<Ipv6Addr>().ok()?.into())
    } else {
        Host::Ip(host.parse::<Ipv4Addr>().ok()?.into())
    };
    Some((host, port))
}

/// A port in digits alone: the standard parser would also take a sign.
fn parse_port(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Who else can reach a server that listens there. `None` if only this machine can.
pub(super) fn exposure(listening: SocketAddr) -> Option<String> {
    let ip = listening.ip().to_canonical();
    if ip.is_loopback() {
        return None;
    }
    let who = if ip.is_unspecified() { "this one".to_owned() } else { ip.to_string() };
    let port = listening.port();
    Some(format!(
        "Every machine that can reach {who} over a network can read the preview, at port {port}. \
         To keep it to this machine, leave --host out."
    ))
}

/// Why a port could not be taken, and what to do.
pub(super) fn explain(wanted: SocketAddr, error: &io::Error) -> io::Error {
    let (host, port) = (wanted.ip(), wanted.port());
    let text = match error.kind() {
        io::ErrorKind::AddrInUse => format!(
            "port {port} is taken, perhaps by another preview; choose another with --port, \
             or any that is free with --port 0"
        ),
        io::ErrorKind::AddrNotAvailable => {
            format!("this machine does not have the address {host}; choose another with --host")
        }
        io::ErrorKind::PermissionDenied => {
            format!("port {port} is kept for the system; choose one from 1024 up with --port")
        }
        _ => format!("the preview cannot listen at {wanted}: {error}"),
    };
    io::Error::new(error.kind(), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAN: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 1, 5));

    fn believed(listening: &str, header: &str) -> bool {
        Own::new(listening.parse().unwrap()).is_host(header, LAN)
    }

    #[test]
    fn the_server_answers_to_its_own_names_alone() {
        for host in ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"] {
            assert!(believed("127.0.0.1:8000", host), "{host}");
        }
        for host in [
            "",
            ":8000",
            "localhost",
            "localhost:",
            "localhost:+8000",
            "localhost:8001",
            "localhost.:8000",
            "evil.example:8000",
            "localhost.evil.example:8000",
            "evil.localhost:8000",
            "127.0.0.1.evil.example:8000",
            "127.0.0.2:8000",
            "127.1:8000",
            "2130706433:8000",
            "user@127.0.0.1:8000",
            "::1:8000",
            "[127.0.0.1]:8000",
            "[::1]:8000:8000",
            "10.0.0.1:8000",
        ] {
            assert!(!believed("127.0.0.1:8000", host), "{host}");
        }
    }

    #[test]
    fn the_address_it_was_given_or_reached_at_is_its_own() {
        assert!(believed("0.0.0.0:8000", "0.0.0.0:8000"));
        assert!(believed("0.0.0.0:8000", "192.168.1.5:8000"));
        assert!(believed("[::]:8000", "192.168.1.5:8000"));
        assert!(believed("[::]:8000", "[::ffff:192.168.1.5]:8000"));
        assert!(!believed("0.0.0.0:8000", "192.168.1.6:8000"));
    }

    #[test]
    fn port_80_need_not_be_named() {
        assert!(believed("127.0.0.1:80", "localhost"));
        assert!(believed("[::1]:80", "[::1]"));
        assert!(!believed("127.0.0.1:8000", "[::1]"));
    }

    #[test]
    fn an_origin_is_a_scheme_and_an_own_host() {
        let own = Own::new("127.0.0.1:8000".parse().unwrap());
        assert!(own.is_origin("http://localhost:8000", LAN));
        for origin in
            ["null", "", "localhost:8000", "https://localhost:8000", "http://evil.example"]
        {
            assert!(!own.is_origin(origin, LAN), "{origin}");
        }
    }

    #[test]
    fn the_warning_says_who_can_reach_the_preview() {
        assert_eq!(exposure("127.0.0.1:8000".parse().unwrap()), None);
        assert_eq!(exposure("[::1]:8000".parse().unwrap()), None);
        insta::assert_snapshot!(
            exposure("0.0.0.0:8000".parse().unwrap()).unwrap(),
            @"Every machine that can reach this one over a network can read the preview, at port 8000. To keep it to this machine, leave --host out."
        );
        insta::assert_snapshot!(
            exposure("192.168.1.5:8000".parse().unwrap()).unwrap(),
            @"Every machine that can reach 192.168.1.5 over a network can read the preview, at port 8000. To keep it to this machine, leave --host out."
        );
    }

    #[test]
    fn a_port_that_cannot_be_taken_says_how_to_choose_another() {
        let explained = |kind| explain("10.9.8.7:80".parse().unwrap(), &io::Error::from(kind));
        insta::assert_snapshot!(explained(io::ErrorKind::AddrInUse), @"port 80 is taken, perhaps by another preview; choose another with --port, or any that is free with --port 0");
        insta::assert_snapshot!(explained(io::ErrorKind::AddrNotAvailable), @"this machine does not have the address 10.9.8.7; choose another with --host");
        insta::assert_snapshot!(explained(io::ErrorKind::PermissionDenied), @"port 80 is kept for the system; choose one from 1024 up with --port");
        insta::assert_snapshot!(explained(io::ErrorKind::Unsupported), @"the preview cannot listen at 10.9.8.7:80: unsupported");
    }
}
