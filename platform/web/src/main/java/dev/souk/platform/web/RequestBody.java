package dev.souk.platform.web;

import dev.souk.platform.route.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Reads the body of one route: within its limit, of the declared type, and with a pointer to what is wrong.
final class RequestBody<B> {
    private static final byte[] NONE = {};

    private final Class<B> type;
    private final int limit;
    private final boolean json;
    private volatile @Nullable ObjectReader reader;

    RequestBody(Class<B> type, int limit) {
        this.type = type;
        this.limit = limit;
        this.json = type != Void.class && type != byte[].class && type != Form.class;
    }

    /// Made at the first request: most routes get none soon after a start.
    private ObjectReader reader() {
        var known = reader;
        if (known == null) {
            known = Json.MAPPER.readerFor(type);
            reader = known;
        }
        return known;
    }

    /// The bytes as sent; also what an idempotency key stands for.
    byte[] bytes(HttpServletRequest request) throws IOException {
        var length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return NONE;
        }
        if (length > limit) {
            throw tooLarge();
        }
        if (json) {
            requireJson(request.getContentType());
        } else if (type == Form.class) {
            FormBody.requireForm(request.getContentType());
        }
        var in = request.getInputStream();
        if (length > 0) {
            var exact = new byte[(int) length];
            var read = in.readNBytes(exact, 0, exact.length);
            return read == exact.length ? exact : Arrays.copyOf(exact, read);
        }
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge();
        }
        return bytes;
    }

    @Nullable B read(byte[] bytes) {
        if (type == byte[].class) {
            return type.cast(bytes);
        }
        if (type == Form.class) {
            return type.cast(FormBody.read(bytes));
        }
        if (!json) {
            refuseContent(bytes);
            return null;
        }
        if (bytes.length == 0) {
            throw required();
        }
        var document = reader();
        try (var parser = document.createParser(bytes)) {
            B value = document.readValue(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentLocation(), "").halt();
            }
            if (value == null) {
                throw required();
            }
            return value;
        } catch (JacksonException e) {
            throw unreadable(e).halt();
        }
    }

    private static Problem.Halt required() {
        return Problem.of(400, "BODY_REQUIRED", "This route needs a JSON body.").halt();
    }

    private static void refuseContent(byte[] bytes) {
        for (var b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t' && b != '{' && b != '}') {
                throw Problem.of(400, "BODY_NOT_EXPECTED", "This route takes no body.").halt();
            }
        }
    }

    private Problem.Halt tooLarge() {
        return Problem.of(413, "BODY_TOO_LARGE", "The body is larger than " + limit + " bytes.")
                .with("limit", limit)
                .header("Connection", "close")
                .halt();
    }

    private static void requireJson(@Nullable String contentType) {
        var text = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!text.equals("application/json")
                && !text.equals("application/json;charset=utf-8")
                && !text.equals("application/json;charset=\"utf-8\"")) {
            throw Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json in UTF-8.")
                    .header("Accept", "application/json")
                    .halt();
        }
    }

    private static Problem unreadable(JacksonException e) {
        var pointer = pointer(e.getPath());
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown).with("pointer", pointer);
            case ValueInstantiationException refused when refused.getCause() instanceof IllegalArgumentException why ->
                Problem.of(400, "INVALID_VALUE", why.getMessage() == null ? "A value is not allowed." : why.getMessage())
                        .with("pointer", pointer);
            case ValueInstantiationException refused ->
                Problem.of(400, "INVALID_VALUE", "A required member is missing or null" + members(refused) + ".")
                        .with("pointer", pointer);
            case DatabindException _ -> wrongType(pointer);
            case InputCoercionException _ -> wrongType(pointer);
            default -> malformed(e.getLocation(), pointer);
        };
    }

    private static String members(ValueInstantiationException e) {
        var members = e.getType() == null ? null : e.getType().getRawClass().getRecordComponents();
        return members == null
                ? ""
                : "; there are " + Arrays.stream(members).map(RecordComponent::getName).collect(Collectors.joining(", "));
    }

    private static Problem unknown(UnrecognizedPropertyException e) {
        var known = e.getKnownPropertyIds();
        var there = known == null || known.isEmpty()
                ? ""
                : "; there are " + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return Problem.of(400, "UNKNOWN_FIELD", "There is no member \"" + shortened(e.getPropertyName()) + "\" here" + there + ".");
    }

    private static Problem wrongType(String pointer) {
        var place = pointer.isEmpty() ? "The body" : "The value at " + pointer;
        return Problem.of(400, "WRONG_TYPE", place + " is not of the expected type, form or range.")
                .with("pointer", pointer);
    }

    private static Problem malformed(@Nullable TokenStreamLocation at, String pointer) {
        var place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of(400, "MALFORMED_JSON", "The body is not one well-formed JSON document" + place + ".")
                .with("pointer", pointer);
    }

    /// RFC 6901.
    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            var name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return shortened(name).replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "...";
    }
}
