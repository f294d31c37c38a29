package dev.souk.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Tomcat itself refuses (a request line that is none, a header that is too long) is a problem document too.
/// Public because Tomcat makes it by name.
public final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = response.getStatus();
        if (status >= 500 && failure != null) {
            LOG.error("{} {} failed outside its route", request.getMethod(), request.getRequestURI(), failure);
        }
        var code = status >= 500 ? "INTERNAL_ERROR" : "INVALID_REQUEST";
        var journey = Journey.of(request);
        var uri = request.getRequestURI();
        try {
            Problem.of(status, code, "The request could not be processed.")
                    .reply(uri == null ? "" : uri, journey.correlation())
                    .correlation(journey.correlation().toString())
                    .write(request, response.getResponse());
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the client has gone", e);
        }
    }
}
