package dev.souk.tests.architecture.broken.bazaar.util;

/// Lies in a package that says nothing and is not null-marked.
final class Odds {}
