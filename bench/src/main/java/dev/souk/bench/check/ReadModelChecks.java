package dev.souk.bench.check;

import dev.souk.bench.Tokens;
import dev.souk.bench.http.Shopper;
import dev.souk.bench.measure.Target;
import java.io.IOException;
import java.util.ArrayList;

/// I11: every read model is what its journals make again. The platform is asked to do so: only its own code can.
final class ReadModelChecks {
    private ReadModelChecks() {}

    static Finding equalTheirRebuild(Target target) throws IOException {
        var broken = new ArrayList<String>();
        var figures = new ArrayList<String>();
        try (var operator = new Shopper(target.httpPort(), Tokens.admin(target.data()))) {
            for (var model : operator.get("/api/v1/operations/read-models").json().path("items")) {
                var name = model.path("context").asString() + "/" + model.path("model").asString();
                var reply = operator.post("/api/v1/operations/read-models/" + name + "/rebuild", "");
                var compared = reply.json();
                if (!reply.good()) {
                    broken.add(name + " cannot be made again: " + reply.status() + " " + reply.code());
                } else if (compared.path("differing").asLong() != 0
                        || !compared.path("digest").equals(compared.path("rebuiltDigest"))) {
                    broken.add(name + ": " + compared);
                }
                figures.add("%s %,d rows".formatted(name, compared.path("rows").asLong()));
            }
        }
        return new Finding("I11", figures.isEmpty() ? "no read model is declared" : String.join(", ", figures) + " = rebuilt", broken);
    }
}
