package dev.souk.pages;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The API said no; what it said is the problem document.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode problem;

    Refused(int status, JsonNode problem) {
        super(status + " " + problem.path("code").asString(""), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /// The stable code, or an empty text.
    public String code() {
        return problem.path("code").asString("");
    }

    /// What the API says about it, in English; or an empty text.
    public String detail() {
        return problem.path("detail").asString("");
    }

    /// A further member of the problem.
    public Optional<JsonNode> member(String name) {
        return Optional.ofNullable(problem.get(name));
    }

    public boolean missing() {
        return status == 404 || status == 410;
    }
}
