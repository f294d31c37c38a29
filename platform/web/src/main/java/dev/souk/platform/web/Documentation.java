package dev.souk.platform.web;

import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Route;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Serves what the API says about itself; made when it is first asked for.
final class Documentation {
    private Documentation() {}

    static Served of(List<Served> all) {
        var json = once(() -> OpenApi.of(all).toString());
        var page = once(() -> ApiPage.of(all, OpenApi.of(all)));
        var policy = ApiPage.securityPolicy();
        return Served.free("documentation", List.of(
                Route.get("//openapi.json")
                        .answers(200, String.class)
                        .everyone()
                        .summary("This API in OpenAPI 3.1.")
                        .free(_ -> Answer.of(json.get()).header("Content-Type", "application/json")),
                Route.get("//docs")
                        .answers(200, String.class)
                        .everyone()
                        .summary("This API for reading.")
                        .free(_ -> Answer.of(page.get())
                                .header("Content-Type", "text/html;charset=utf-8")
                                .header("Content-Security-Policy", policy))));
    }

    private static Supplier<String> once(Supplier<String> make) {
        return new Supplier<>() {
            private volatile @Nullable String made;

            @Override
            public String get() {
                var known = made;
                if (known == null) {
                    known = make.get();
                    made = known;
                }
                return known;
            }
        };
    }
}
