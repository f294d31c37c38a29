package dev.souk.tests.architecture.broken.bazaar;

/// Is named after nothing in the business.
final class StallManager {}
