//! Checks the URL of every request, including redirects, and the address of every connection.
//!
//! A host is resolved once and the connection uses one of the checked addresses, which prevents DNS
//! rebinding.

use std::sync::Arc;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Proxy};

use super::Policy;
use super::policy::PolicyError;

const USER_AGENT: &str = concat!("kurultai/", env!("CARGO_PKG_VERSION"));

/// Trusted root certificates.
#[derive(Debug, Clone)]
pub(super) enum Roots {
    /// Those of Mozilla, compiled in.
    Mozilla,
    /// Those of the system.
    System(Vec<Certificate<'static>>),
}

/// Returns the root certificates of the system, if there are any.
pub(super) fn system_roots() -> Option<Roots> {
    let found = rustls_native_certs::load_native_certs().certs;
    let roots: Vec<_> = found.iter().map(|found| Certificate::from_der(found.as_ref()).to_owned()).collect();
    (!roots.is_empty()).then_some(Roots::System(roots))
}

/// Creates the HTTP client of one request.
pub(super) fn agent(policy: &Policy, roots: Roots) -> Agent {
    let proxy = if policy.uses_proxy { Proxy::try_from_env() } else { None };
    let roots = match roots {
        Roots::Mozilla => RootCerts::WebPki,
        Roots::System(roots) => RootCerts::Specific(Arc::new(roots)),
    };
    let config = Agent::config_builder()
        .https_only(policy.allow_plain_http_to.is_none())
        .http_status_as_error(false)
        .user_agent(USER_AGENT)
        .proxy(proxy.clone())
        .tls_config(TlsConfig::builder().root_certs(roots).build())
        .max_redirects(policy.max_redirects)
        // Without reuse, every connection is checked.
        .max_idle_connections(0)
        .timeout_global(Some(policy.total_timeout))
        .timeout_resolve(Some(policy.connect_timeout))
        .timeout_connect(Some(policy.connect_timeout))
        .build();
    let gate = || ConnectionGuard {
        policy: policy.clone(),
        proxy: proxy.clone(),
        resolver: DefaultResolver::default(),
    };
    Agent::with_parts(config, gate().chain(DefaultConnector::default()), gate())
}

/// A request that the policy forbids.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) refused: PolicyError,
    /// The URL, or a host that is not public.
    pub(super) target: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.target, self.refused)
    }
}

impl std::error::Error for Refusal {}

#[derive(Debug)]
struct ConnectionGuard {
    policy: Policy,
    proxy: Option<Proxy>,
    resolver: DefaultResolver,
}

impl ConnectionGuard {
    /// True for the proxy of the environment, which is often in the local network.
    fn is_proxy(&self, uri: &Uri) -> bool {
        self.proxy.as_ref().is_some_and(|proxy| {
            (proxy.uri().scheme(), proxy.uri().authority()) == (uri.scheme(), uri.authority())
        })
    }

    fn check(&self, uri: &Uri) -> Result<(), Error> {
        if self.is_proxy(uri) {
            return Ok(());
        }
        self.policy.check(uri).map_err(|refused| refusal(refused, uri))
    }
}

fn refusal(refused: PolicyError, uri: &Uri) -> Error {
    let target = match refused {
        PolicyError::NotPublic => uri.host().unwrap_or_default().to_owned(),
        PolicyError::NotHttps | PolicyError::UserInfo => uri.to_string(),
    };
    Error::Other(Box::new(Refusal { refused, target }))
}

/// Checks connections, including requests through a proxy, whose host is not resolved here.
impl Connector for ConnectionGuard {
    type Out = ();

    fn connect(&self, details: &ConnectionDetails<'_>, _: Option<()>) -> Result<Option<()>, Error> {
        self.check(details.uri).map(|()| None)
    }
}

impl Resolver for ConnectionGuard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        // A forbidden host is not even resolved.
        self.check(uri)?;
        let found = self.resolver.resolve(uri, config, timeout)?;
        if self.is_proxy(uri) {
            return Ok(found);
        }
        let mut allowed = self.empty();
        for machine in found.iter().filter(|machine| self.policy.allows(**machine)) {
            allowed.push(*machine);
        }
        if allowed.is_empty() {
            return Err(refusal(PolicyError::NotPublic, uri));
        }
        Ok(allowed)
    }
}
