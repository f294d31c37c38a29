package dev.souk.notification.http;

import dev.souk.notification.Refusals;
import dev.souk.notification.db.Recipients;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What customers themselves say about being told: quiet hours, and the apps that take push messages.
public final class SettingRoutes {
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int DEVICES = 10;
    private static final int TOKEN = 512;

    private final Vault vault;

    public SettingRoutes(Vault vault) {
        this.vault = vault;
    }

    /// Hours as `22:00`, a zone as `Europe/Berlin`; what is absent is the shop's. Equal hours mean: never quiet.
    public record Quiet(@Nullable String from, @Nullable String to, @Nullable String zone) {}

    /// What the app's maker gave it to be reached.
    public record Device(@Nullable String token) {
        @Override
        public String toString() {
            return "Device[]";
        }
    }

    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/notifications/quiet-hours")
                        .roles(Role.CUSTOMER)
                        .answers(200, Quiet.class)
                        .summary("When the caller wants to be left alone")
                        .reads((call, tx) -> Answer.of(Recipients.find(tx, own(call))
                                .map(r -> new Quiet(r.quietFrom(), r.quietTo(), r.zone()))
                                .orElse(new Quiet(null, null, null)))),
                Route.put("/notifications/quiet-hours")
                        .roles(Role.CUSTOMER)
                        .body(Quiet.class)
                        .answers(200, Quiet.class)
                        .summary("Changes when the caller wants to be left alone")
                        .writes(SettingRoutes::quiet),
                Route.put("/notifications/devices/{deviceId}")
                        .roles(Role.CUSTOMER)
                        .body(Device.class)
                        .answers(204, Void.class)
                        .summary("An app of the caller takes push messages")
                        .writes(this::device),
                Route.delete("/notifications/devices/{deviceId}")
                        .roles(Role.CUSTOMER)
                        .answers(204, Void.class)
                        .summary("An app of the caller takes no push messages any more")
                        .writes(SettingRoutes::forget));
    }

    private static UUID own(Call<?> call) {
        var subject = call.caller().subject();
        if (subject == null) {
            throw new IllegalStateException("a customer has a subject");
        }
        return subject;
    }

    private static Answer<Quiet> quiet(Call<Quiet> call, Tx tx) {
        var body = call.body();
        try {
            if (body.zone() != null) {
                ZoneId.of(body.zone());
            }
        } catch (DateTimeException e) {
            return invalid("INVALID_ZONE", "zone is a name such as Europe/Berlin.");
        }
        if ((body.from() == null) != (body.to() == null) || wrong(body.from()) || wrong(body.to())) {
            return invalid("INVALID_HOURS", "from and to are times such as 22:00, both or none.");
        }
        Recipients.quiet(tx, own(call), body.zone(), body.from(), body.to());
        return Answer.of(body);
    }

    private static boolean wrong(@Nullable String time) {
        return time != null && !(TIME.matcher(time).matches() && LocalTime.parse(time).getSecond() == 0);
    }

    private Answer<Void> device(Call<Device> call, Tx tx) {
        var device = call.path("deviceId");
        var token = call.body().token();
        if (!DEVICE.matcher(device).matches()) {
            return invalid("INVALID_DEVICE", "deviceId has 1 to 64 letters, digits, dots, dashes or underscores.");
        }
        if (token == null || token.isBlank() || token.length() > TOKEN) {
            return invalid("INVALID_TOKEN_VALUE", "token has 1 to " + TOKEN + " characters.");
        }
        var customer = own(call);
        if (Recipients.devices(tx, customer) >= DEVICES) {
            return Answer.refused(Refusal.conflict("TOO_MANY_DEVICES", "At most " + DEVICES + " devices."));
        }
        Recipients.device(tx, customer, device, vault.seal(customer, token));
        return Answer.nothing();
    }

    private static Answer<Void> forget(Call<Void> call, Tx tx) {
        return Recipients.forgetDevice(tx, own(call), call.path("deviceId"))
                ? Answer.nothing()
                : Answer.refused(Refusal.notFound("UNKNOWN_DEVICE", "There is no such device."));
    }

    private static <A> Answer<A> invalid(String code, String detail) {
        return Answer.refused(Refusals.invalid(code, detail));
    }
}
