package dev.souk.notification.domain;

import java.util.List;
import java.util.Locale;

/// What is known of a template besides its text.
///
/// @param key name of the template
/// @param channels in which order they are tried
/// @param inApp whether a notice is left in the shop as well
/// @param mandatory cannot be switched off by a preference: security and payments
/// @param urgent is not held back by quiet hours
/// @param onRequest is sent only to those whose preferences name it
public record Kind(
        String key,
        Category category,
        List<Channel> channels,
        boolean inApp,
        boolean mandatory,
        boolean urgent,
        boolean onRequest) {
    public Kind {
        channels = List.copyOf(channels);
    }

    /// An answer to what somebody has just done: at once, and in the shop.
    static Kind answer(String key) {
        return new Kind(key, Category.TRANSACTIONAL, ALL, true, false, true, false);
    }

    /// News that can wait for the morning.
    static Kind news(String key, Category category) {
        return new Kind(key, category, ALL, true, false, false, false);
    }

    static Kind wanted(String key, Category category) {
        return new Kind(key, category, ALL, true, false, false, true);
    }

    /// About somebody's money: always.
    static Kind money(String key) {
        return new Kind(key, Category.TRANSACTIONAL, ALL, true, true, true, false);
    }

    /// About somebody's account: always, and only to the address itself.
    static Kind security(String key) {
        return new Kind(key, Category.SECURITY, List.of(Channel.EMAIL), false, true, true, false);
    }

    /// A task for a team.
    static Kind task(String key) {
        return new Kind(key, Category.TRANSACTIONAL, List.of(Channel.EMAIL), true, true, true, false);
    }

    /// The same, sent for another reason.
    public Kind as(Category other) {
        if (other == category) {
            return this;
        }
        boolean security = other == Category.SECURITY;
        boolean advertising = other == Category.MARKETING;
        return new Kind(
                key, other, channels, inApp, security || (mandatory && !advertising), security || (urgent && !advertising), false);
    }

    private static final List<Channel> ALL = List.of(Channel.EMAIL, Channel.PUSH, Channel.SMS);

    /// What customers call it in their preferences.
    public String preference() {
        return key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    public boolean marketing() {
        return category == Category.MARKETING;
    }

    /// Security notices count against no limit: a sign-in link must come through.
    public boolean capped() {
        return category != Category.SECURITY;
    }
}
