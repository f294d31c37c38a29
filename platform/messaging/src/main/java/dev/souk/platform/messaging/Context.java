package dev.souk.platform.messaging;

/// One bounded context. Its `wire` is the door plate: everything that goes in or out is named there.
public interface Context {
    /// Lower case, also the name of its database and role.
    String name();

    /// Declares what the context handles, reacts to, answers, publishes, sends, serves and runs on a timer.
    void wire(Wiring on);
}
