package dev.souk.platform.web;

import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Vault;
import dev.souk.platform.postgres.DatabaseException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;

/// What a failed request is answered. Errors of its code count as failures too; what ails the whole process does not
/// come here. The cause of a bug is in the log, under the correlation id; never in the answer.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Reply reply(Throwable failure, HttpServletRequest request, Journey journey) {
        return problem(failure, request, journey).reply(request.getRequestURI(), journey.correlation());
    }

    private static Problem problem(Throwable failure, HttpServletRequest request, Journey journey) {
        return switch (failure) {
            case Problem.Halt halt -> halt.problem();
            case RequestRejectedException _ ->
                Problem.of(400, "INVALID_REQUEST", "A header or parameter has characters that are not allowed.");
            case InvalidParameterException _ -> Problem.of(400, "INVALID_PARAMETER", "The query cannot be read.");
            case IOException _ -> Problem.of(400, "BODY_UNREADABLE", "The body ended early or was cut off.");
            case InterruptedException _ -> later("SHUTTING_DOWN", "The server is stopping.");
            case Bus.ContextAbsent absent -> {
                LOG.warn("{} {} correlation {}: {}", request.getMethod(), request.getRequestURI(), journey.correlation(),
                        absent.getMessage());
                yield later("CONTEXT_ABSENT", "A part of the platform that this needs is not running here.");
            }
            case Vault.SubjectErased _ ->
                Problem.of(409, "CUSTOMER_ERASED", "This person's data has been erased; nothing new is taken in about them.");
            default -> other(failure, request, journey);
        };
    }

    private static Problem other(Throwable failure, HttpServletRequest request, Journey journey) {
        if (DatabaseException.outage(failure) || DatabaseException.conflict(failure)) {
            LOG.warn("{} {} correlation {}: {}", request.getMethod(), request.getRequestURI(), journey.correlation(),
                    failure.getMessage());
            return later("TEMPORARILY_UNAVAILABLE", "Nothing was changed. Please repeat the request in a moment.");
        }
        LOG.error("{} {} correlation {} failed", request.getMethod(), request.getRequestURI(), journey.correlation(), failure);
        return Problem.of(500, "INTERNAL_ERROR", "Something went wrong on our side. Please tell us the correlation id.");
    }

    private static Problem later(String code, String detail) {
        return Problem.of(503, code, detail).header("Retry-After", "1");
    }
}
