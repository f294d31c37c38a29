package dev.souk.tests.souk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// The outside payment provider, seen through its own door: its ledger is not ours.
public final class Provider {
    private final HttpClient http;
    private final URI address;

    public Provider(RunningSouk souk) {
        this.http = souk.guest().http();
        this.address = URI.create("http://127.0.0.1:" + souk.behind().providerPort());
    }

    /// The shopper confirms on the bank's page, or does not.
    public void act(String reference, boolean yes) {
        send("POST", "/actions/" + reference + (yes ? "/complete" : "/fail"));
    }

    public long captured(UUID orderId) {
        return sum(orderId, payment -> payment.path("captured").asLong());
    }

    public long refunded(UUID orderId) {
        return sum(orderId, payment -> payment.path("refunded").asLong());
    }

    /// Set aside and neither taken nor let go.
    public long held(UUID orderId) {
        return sum(orderId,
                payment -> payment.path("status").asString().equals("AUTHORIZED") ? payment.path("amount").asLong() : 0);
    }

    /// How many authorizations of any outcome were asked for.
    public long attempts(UUID orderId) {
        return sum(orderId, _ -> 1);
    }

    private long sum(UUID orderId, ToLongFunction<JsonNode> of) {
        return StreamSupport.stream(send("GET", "/payments").spliterator(), false)
                .filter(payment -> payment.path("orderId").asString("").equals(orderId.toString()))
                .mapToLong(of)
                .sum();
    }

    private JsonNode send(String method, String path) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path)).method(method,
                    HttpRequest.BodyPublishers.noBody()).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError("provider: " + answer.statusCode() + " " + answer.body());
            }
            return Api.JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
