package dev.souk.platform.web;

import dev.souk.platform.messaging.Cause;
import dev.souk.platform.messaging.Command;
import dev.souk.platform.messaging.Outcome;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One request as its handler sees it.
///
/// @param record of callers on the staff
/// @param tx null in routes that run without a transaction
record HttpCall<B>(
        HttpServletRequest request,
        Caller caller,
        @Nullable B content,
        RouteTable.Match match,
        Served served,
        @Nullable OnRecord record,
        @Nullable Tx tx)
        implements Call<B> {

    private static final Pattern VERSION_TAG = Pattern.compile("\"(\\d{1,18})\"");

    HttpCall<B> in(Tx open) {
        return new HttpCall<>(request, caller, content, match, served, record, open);
    }

    @Override
    public B body() {
        if (content == null) {
            throw new IllegalStateException("this route declares no body");
        }
        return content;
    }

    @Override
    public String path(String name) {
        return match.value(name);
    }

    @Override
    public UUID pathId(String name) {
        var id = Journey.uuid(path(name));
        if (id == null) {
            throw Problem.of(Refusal.notFound("NOT_FOUND", "There is nothing with this id.")).halt();
        }
        return id;
    }

    @Override
    public Optional<String> query(String name) {
        var value = request.getParameter(name);
        if (value != null && !Json.storable(value)) {
            throw Problem.of(400, "INVALID_PARAMETER", "The parameter \"" + name + "\" has a character that cannot be stored.")
                    .halt();
        }
        return Optional.ofNullable(value);
    }

    @Override
    public Optional<String> rawQuery() {
        return Optional.ofNullable(request.getQueryString());
    }

    @Override
    public Cause cause() {
        return Journey.of(request).cause(caller.actor());
    }

    @Override
    public int limit(int otherwise, int most) {
        var text = request.getParameter("limit");
        if (text == null) {
            return otherwise;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, like any other number out of range
        }
        throw Problem.of(400, "INVALID_LIMIT", "\"limit\" is a number from 1 to " + most + ".").halt();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(Json::storable);
    }

    @Override
    public Optional<String> cookie(String name) {
        var sent = request.getCookies();
        return sent == null
                ? Optional.empty()
                : Arrays.stream(sent).filter(each -> each.getName().equals(name)).map(Cookie::getValue)
                        .filter(Json::storable).findFirst();
    }

    @Override
    public String address() {
        return request.getRemoteAddr();
    }

    @Override
    public Optional<Long> ifMatch() {
        var tag = request.getHeader("If-Match");
        if (tag == null || tag.equals("*")) {
            return Optional.empty();
        }
        var version = VERSION_TAG.matcher(tag.strip());
        if (!version.matches()) {
            throw Problem.of(400, "INVALID_IF_MATCH", "If-Match is one version in quotes, as ETag gave it: \"7\".").halt();
        }
        return Optional.of(Long.valueOf(version.group(1)));
    }

    @Override
    public boolean unmasked(@Nullable UUID person) {
        return record == null || caller.is(person) || record.shows(person);
    }

    /// Writes what has to be on record, in the transaction of the deed or, of what was only shown, before the answer.
    void audit(Tx open) {
        if (record != null && record.due()) {
            record.write(open);
        }
    }

    boolean audited() {
        return record != null && record.due();
    }

    @Override
    public <R> Outcome<R> handle(Command<R> command) {
        if (tx == null) {
            throw new IllegalStateException("this route has no transaction");
        }
        return served.commands().handle(command, tx);
    }
}
