package dev.souk.pages;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// How one face is reached and what its pages may reach.
///
/// @param bundles message files of the face, asked in this order
/// @param templates package that its templates were generated into
/// @param address of the site as visitors see it, when that differs from what the server sees (a proxy with TLS)
/// @param frames origins that pages may show in frames and send forms to
public record SiteConfig(List<String> bundles, String templates, Optional<URI> address, List<String> frames) {
    public SiteConfig {
        bundles = List.copyOf(bundles);
        frames = List.copyOf(frames);
    }
}
