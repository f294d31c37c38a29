package dev.souk.tests.souk;

import java.util.UUID;

/// An order and whoever placed it.
public record Order(Api owner, UUID id, String confirmation, Product product) {
    public Reply now() {
        return owner.get("/orders/" + id + "?confirmation=" + confirmation).expect(200);
    }

    public String lifecycle() {
        return now().string("lifecycleStatus");
    }

    public String payment() {
        return now().json().path("payment").path("status").asString("");
    }

    public UUID paymentId() {
        return UUID.fromString(now().json().path("payment").path("paymentId").asString());
    }
}
