package dev.souk.pages;

import dev.souk.platform.face.Shown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Styles, scripts and fonts: under addresses with their hash, so that a browser never asks twice, and packed once.
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "souk.css", "/assets/souk.css",
            "work.css", "/assets/work.css",
            "souk.js", "/assets/souk.js",
            "htmx.js", HTMX,
            "text.woff2", "/assets/figtree-latin.woff2",
            "display.woff2", "/assets/bricolage-latin.woff2",
            "favicon.svg", "/assets/favicon.svg"));

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    private static final class Asset {
        private final String hash;
        private final byte[] plain;
        private final byte[] packed;

        Asset(byte[] plain) {
            this.hash = hash(plain);
            this.plain = plain;
            this.packed = packed(plain);
        }
    }

    /// Where a file is, for example `souk.css`.
    public String url(String name) {
        return "/assets/" + asset(name).hash + "/" + name;
    }

    Optional<Shown> show(String hash, String name, boolean gzip) {
        if (!FILES.containsKey(name)) {
            return Optional.empty();
        }
        var asset = asset(name);
        if (!asset.hash.equals(hash)) {
            return Optional.empty();
        }
        var packed = gzip && asset.packed.length < asset.plain.length;
        var headers = new ArrayList<>(List.of(
                new Shown.Header("Content-Type", type(name)),
                new Shown.Header("Cache-Control", "public, max-age=31536000, immutable"),
                new Shown.Header("ETag", "\"" + asset.hash + (packed ? "-gz" : "") + "\""),
                new Shown.Header("Vary", "Accept-Encoding")));
        if (packed) {
            headers.add(new Shown.Header("Content-Encoding", "gzip"));
        }
        return Optional.of(new Shown.Page(200, headers, packed ? asset.packed : asset.plain));
    }

    private Asset asset(String name) {
        return assets.computeIfAbsent(name, this::load);
    }

    private Asset load(String name) {
        var file = FILES.get(name);
        try (var in = Assets.class.getResourceAsStream(file == null ? "" : file)) {
            if (file == null || in == null) {
                throw new IllegalStateException("there is no asset " + name);
            }
            var bytes = in.readAllBytes();
            var plain = name.endsWith(".css") ? withFonts(new String(bytes, StandardCharsets.UTF_8)) : bytes;
            return new Asset(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The style sheet names fonts as `asset:text.woff2`.
    private byte[] withFonts(String css) {
        var done = css;
        for (var font : List.of("text.woff2", "display.woff2")) {
            done = done.replace("asset:" + font, "/assets/" + load(font).hash + "/" + font);
        }
        return done.getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml;charset=utf-8";
            default -> "font/woff2";
        };
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// As small as gzip can: it is done once.
    static byte[] packed(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
