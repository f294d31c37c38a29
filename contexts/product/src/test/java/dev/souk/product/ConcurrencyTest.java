package dev.souk.product;

import static dev.souk.product.Shop.aMug;
import static dev.souk.product.Shop.code;
import static dev.souk.product.Shop.rename;
import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductUpdated;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private final Shop shop = Shop.open();

    @AfterEach
    void close() {
        shop.close();
    }

    private static <T> List<T> together(List<Callable<T>> works) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void of_many_who_want_a_sku_one_gets_it() throws Exception {
        var codes = together(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(_ -> () -> code(shop.souk.handle(aMug("MUG"))))
                .toList());

        assertThat(codes).containsOnlyOnce("done 1").filteredOn("SKU_TAKEN"::equals).hasSize(11);
        assertThat(shop.souk.published(ProductCreated.class)).hasSize(1);
    }

    @Test
    void the_same_creation_many_times_at_once_is_one() throws Exception {
        var mug = aMug(UUID.randomUUID(), "MUG", "ACTIVE", List.of());
        var codes = together(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(_ -> () -> code(shop.souk.handle(mug)))
                .toList());

        assertThat(codes).containsOnly("done 1");
        assertThat(shop.souk.published(ProductCreated.class)).hasSize(1);
    }

    @Test
    void one_id_for_different_skus_at_once_is_one_product() throws Exception {
        var id = UUID.randomUUID();
        var codes = together(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> code(shop.souk.handle(aMug(id, "MUG-" + i, "ACTIVE", List.of()))))
                .toList());

        assertThat(codes).containsOnlyOnce("done 1").filteredOn("ID_TAKEN"::equals).hasSize(11);
    }

    @Test
    void of_many_changes_of_one_version_one_is_taken() throws Exception {
        var id = shop.mug("MUG");
        var codes = together(IntStream.range(0, 12)
                .<Callable<String>>mapToObj(i -> () -> code(shop.souk.handle(rename(id, "Mug " + i, 1L))))
                .toList());

        assertThat(codes).containsOnlyOnce("done 2").filteredOn("STALE_VERSION"::equals).hasSize(11);
        assertThat(shop.souk.published(ProductUpdated.class)).hasSize(1);
    }

    @Test
    void what_is_kept_in_memory_never_outlives_a_change() throws Exception {
        var id = shop.mug("MUG");
        Callable<String> reader = () -> {
            long last = 0;
            for (int i = 0; i < 5_000; i++) {
                long seen = shop.ask(id).version();
                assertThat(seen).isGreaterThanOrEqualTo(last);
                last = seen;
            }
            return "read";
        };
        Callable<String> writer = () -> {
            for (int i = 0; i < 25; i++) {
                Shop.done(shop.souk.handle(rename(id, "Mug " + i, null)));
                assertThat(shop.ask(id).name()).isEqualTo("Mug " + i);
            }
            return "written";
        };

        assertThat(together(List.of(reader, reader, writer))).containsExactly("read", "read", "written");
        assertThat(shop.ask(id).version()).isEqualTo(26);
    }
}
