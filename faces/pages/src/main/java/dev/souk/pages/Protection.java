package dev.souk.pages;

import dev.souk.platform.face.Shown;
import dev.souk.platform.face.Visit;
import java.util.ArrayList;
import java.util.List;

/// Against forged requests and foreign scripts.
final class Protection {
    private final SiteConfig config;

    Protection(SiteConfig config) {
        this.config = config;
    }

    /// Whether a form was sent by a page of this site. Browsers say where a request comes from; one that says nothing
    /// is not believed.
    boolean sameSite(Visit visit, String origin) {
        var fetched = visit.header("Sec-Fetch-Site");
        if (fetched.isPresent()) {
            return fetched.get().equals("same-origin") || fetched.get().equals("none");
        }
        return visit.header("Origin").filter(origin::equals).isPresent();
    }

    List<Shown.Header> headers(String nonce) {
        var outside = config.frames().isEmpty() ? "" : " " + String.join(" ", config.frames());
        var all = new ArrayList<Shown.Header>();
        all.add(new Shown.Header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'nonce-" + nonce + "' 'strict-dynamic'; style-src 'self'; font-src 'self'; "
                        + "img-src 'self' https:; connect-src 'self'; form-action 'self'" + outside + "; frame-src"
                        + (outside.isEmpty() ? " 'none'" : outside) + "; base-uri 'none'; frame-ancestors 'none'"));
        all.add(new Shown.Header("Referrer-Policy", "strict-origin-when-cross-origin"));
        all.add(new Shown.Header("Cross-Origin-Opener-Policy", "same-origin"));
        all.add(new Shown.Header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"));
        return all;
    }
}
