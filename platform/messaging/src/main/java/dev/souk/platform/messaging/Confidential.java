package dev.souk.platform.messaging;

/// A command that carries or answers a [Secret]: it is called ([Bus#call]) or comes from a route of its own context, and
/// never stands in a journal.
public interface Confidential<R> extends Command<R> {}
