package dev.souk.platform.messaging;

import java.util.Collection;
import java.util.List;

/// Looks for traces in everything that this process keeps: every column of every table of every database, and its files.
/// That takes a while; ask from a background worker, outside of any transaction that others wait for.
@FunctionalInterface
public interface Traces {
    /// The places where one of them is still to be read, `<context>.<table>: n rows` or a file, never the texts; empty
    /// when there is none.
    List<String> find(Collection<Trace> traces);
}
