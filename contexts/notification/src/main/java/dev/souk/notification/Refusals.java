package dev.souk.notification;

import dev.souk.platform.messaging.Refusal;

/// Why notification refuses.
public final class Refusals {
    public static final Refusal UNKNOWN_NOTIFICATION =
            Refusal.notFound("UNKNOWN_NOTIFICATION", "There is no such notification.");
    public static final Refusal UNKNOWN_TEMPLATE = Refusal.notFound("UNKNOWN_TEMPLATE", "There is no such template.");
    public static final Refusal UNKNOWN_SUBSCRIPTION =
            Refusal.notFound("UNKNOWN_SUBSCRIPTION", "There is no such subscription.");
    public static final Refusal NOT_FAILED =
            Refusal.conflict("NOT_FAILED", "Only a failed notification can be sent again.");
    public static final Refusal NOT_WANTED =
            Refusal.conflict("NOT_WANTED", "This is sent only to those who have asked for it.");
    public static final Refusal ID_TAKEN = Refusal.conflict("ID_TAKEN", "There is a subscription with this id already.");

    private Refusals() {}

    public static Refusal invalid(String code, String detail) {
        return Refusal.invalid(code, detail);
    }
}
