package dev.souk.product;

import static dev.souk.product.Shop.MERCHANDISER;
import static dev.souk.product.Shop.aSeller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.souk.contracts.product.ListProducts;
import dev.souk.contracts.product.ProductCreated;
import dev.souk.contracts.product.ProductImageAdded;
import dev.souk.contracts.product.ProductImportCompleted;
import dev.souk.contracts.product.ProductPriceChanged;
import dev.souk.contracts.product.ProductUpdated;
import dev.souk.platform.route.Caller;
import dev.souk.product.db.Shelf;
import dev.souk.product.imports.ImportChunk;
import dev.souk.product.imports.ImportJobs;
import dev.souk.product.imports.ImportJobs.Job;
import dev.souk.product.imports.ImportJobs.RowError;
import dev.souk.product.imports.ImportRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportTest {
    private static final String HEADER = "sku,name,description,price,currency,category,status,imageUrl\n";

    private final Shop shop = Shop.open("product.import-chunk", "50");
    private final UUID importId = UUID.randomUUID();

    @AfterEach
    void close() {
        shop.close();
    }

    private String upload(Caller caller, UUID id, String more, String file) {
        var answer = shop.souk.call(
                caller,
                "POST",
                "/products/imports?format=CSV&importId=" + id + more,
                file.getBytes(StandardCharsets.UTF_8));
        return answer.refusal() == null ? "queued" : answer.code();
    }

    private Job taken(String file) {
        assertThat(upload(MERCHANDISER, importId, "", file)).isEqualTo("queued");
        return through();
    }

    private Job through() {
        shop.souk.sweep("imports");
        return job(importId);
    }

    private Job job(UUID id) {
        return shop.souk.read(tx -> new ImportJobs().find(tx, id)).orElseThrow();
    }

    private List<RowError> errors() {
        return shop.souk.read(tx -> new ImportJobs().errors(tx, importId, 0, 1_000));
    }

    private ListProducts.Item bySku(String sku) {
        return shop.souk
                .ask(new ListProducts(null, "ANY", null, sku, null, 1))
                .items()
                .getFirst();
    }

    private static String mugs(int from, int to, String price) {
        var rows = new StringBuilder(HEADER);
        IntStream.range(from, to)
                .forEach(i -> rows.append("M-" + i + ",\"Mug, number " + i + "\",," + price + ",EUR,mugs,ACTIVE,\n"));
        return rows.toString();
    }

    @Test
    void a_file_becomes_products_chunk_by_chunk() {
        var job = taken(mugs(0, 130, "2.55"));

        assertThat(job.state()).isEqualTo("COMPLETED");
        assertThat(job.created()).isEqualTo(130);
        assertThat(bySku("M-129").price()).isEqualTo(255);
        assertThat(shop.souk.published(ProductCreated.class)).hasSize(130);
        assertThat(shop.souk.published(ProductImportCompleted.class)).singleElement().satisfies(done -> {
            assertThat(done.total()).isEqualTo(130);
            assertThat(done.created()).isEqualTo(130);
            assertThat(done.failed()).isZero();
        });
    }

    @Test
    void rows_are_upserts_by_sku() {
        taken(mugs(0, 60, "255"));
        var again = UUID.randomUUID();
        upload(MERCHANDISER, again, "", mugs(55, 65, "300"));
        shop.souk.sweep("imports");
        assertThat(job(again).created()).isEqualTo(5);
        assertThat(job(again).updated()).isEqualTo(5);

        var third = UUID.randomUUID();
        upload(MERCHANDISER, third, "", mugs(55, 65, "3.00"));
        shop.souk.sweep("imports");
        assertThat(job(third).unchanged()).isEqualTo(10);
        assertThat(shop.souk.published(ProductUpdated.class)).hasSize(5);
        assertThat(shop.souk.published(ProductPriceChanged.class)).hasSize(5);
    }

    @Test
    void a_wrong_row_is_told_and_the_others_go_on() {
        var job = taken(HEADER
                + """
                OK,A mug,,100,EUR,mugs,ACTIVE,
                ,No sku,,100,EUR,mugs,ACTIVE,
                P1,A mug,,1.555,EUR,mugs,ACTIVE,
                P2,A mug,,100,EUR,nowhere,ACTIVE,
                P3,A mug,,0,EUR,mugs,ACTIVE,
                P4,A mug,,100,EURO,mugs,ACTIVE,
                P5,A mug,,100,EUR,mugs
                P6,,,100,EUR,mugs,,
                P7,A mug,,100,EUR,mugs,SOLD,
                P8,A mug,,100,EUR,mugs,,file:///etc/passwd
                OK2,A mug,,100,EUR,Mugs and cups,ACTIVE,
                """);

        assertThat(job.created()).isEqualTo(2);
        assertThat(job.failed()).isEqualTo(9);
        assertThat(errors())
                .extracting(RowError::row, RowError::code)
                .containsExactly(
                        tuple(2, "MISSING_FIELD"),
                        tuple(3, "INVALID_PRICE"),
                        tuple(4, "UNKNOWN_CATEGORY"),
                        tuple(5, "NOT_PUBLISHABLE"),
                        tuple(6, "INVALID_CURRENCY"),
                        tuple(7, "UNREADABLE_ROW"),
                        tuple(8, "MISSING_FIELD"),
                        tuple(9, "INVALID_STATUS"),
                        tuple(10, "INVALID_IMAGE_URL"));
    }

    @Test
    void a_sku_may_stand_twice_and_the_later_row_wins() {
        var job = taken(HEADER + "A,A mug,,100,EUR,mugs,ACTIVE,\nA,A better mug,,120,EUR,mugs,ACTIVE,\n");

        assertThat(job.created()).isEqualTo(1);
        assertThat(job.updated()).isEqualTo(1);
        assertThat(bySku("A").name()).isEqualTo("A better mug");
        assertThat(shop.souk.published(ProductCreated.class)).singleElement().satisfies(created -> assertThat(
                        created.product().price())
                .isEqualTo(120));
    }

    @Test
    void pictures_are_noted_once() {
        taken(HEADER + "A,A mug,,100,EUR,mugs,ACTIVE,https://p.example/a.jpg\n");
        upload(
                MERCHANDISER,
                UUID.randomUUID(),
                "",
                HEADER + "A,,,,,,,https://p.example/a.jpg\nA,,,,,,,https://p.example/b.jpg\n");
        shop.souk.sweep("imports");

        assertThat(bySku("A").imageUrl()).isEqualTo("https://p.example/a.jpg");
        assertThat(shop.souk.published(ProductImageAdded.class)).singleElement().satisfies(added -> assertThat(
                        added.url())
                .isEqualTo("https://p.example/b.jpg"));
    }

    @Test
    void a_dry_run_changes_nothing() {
        upload(MERCHANDISER, importId, "&dryRun=true", mugs(0, 70, "255") + "X,,,,,,,\n");
        var job = through();

        assertThat(job.created()).isEqualTo(70);
        assertThat(job.failed()).isEqualTo(1);
        assertThat(shop.souk.published(ProductCreated.class)).isEmpty();
        assertThat(shop.souk.published(ProductImportCompleted.class)).isEmpty();
    }

    @Test
    void an_upload_may_be_repeated_and_an_id_not_reused() {
        taken(mugs(0, 10, "255"));

        assertThat(upload(MERCHANDISER, importId, "", mugs(0, 10, "255"))).isEqualTo("queued");
        assertThat(upload(MERCHANDISER, importId, "", mugs(0, 11, "255"))).isEqualTo("IMPORT_ID_REUSED");
        assertThat(through().created()).isEqualTo(10);
        assertThat(shop.souk.published(ProductImportCompleted.class)).hasSize(1);
    }

    @Test
    void files_that_cannot_be_read_are_refused_at_once() {
        assertThat(upload(MERCHANDISER, importId, "", "")).isEqualTo("UNKNOWN_COLUMNS");
        assertThat(upload(MERCHANDISER, importId, "", "sku,colour\nA,blue\n")).isEqualTo("UNKNOWN_COLUMNS");
        assertThat(upload(MERCHANDISER, importId, "", HEADER)).isEqualTo("EMPTY_IMPORT");
        assertThat(upload(MERCHANDISER, importId, "", HEADER + "A,\"open,,1,EUR,,,\n")).isEqualTo("MALFORMED_CSV");
        var latin = shop.souk.call(
                MERCHANDISER, "POST", "/products/imports?format=CSV&importId=" + importId, new byte[] {(byte) 0xe4, 10});
        assertThat(latin.code()).isEqualTo("NOT_UTF8");
    }

    @Test
    void json_lines_are_rows_too() {
        var file =
                """
                {"sku":"A","name":"A mug","price":2.55,"currency":"EUR","weightGrams":300}
                {"sku":"B","colour":"blue"}
                {"sku":
                [1]
                {"sku":"C","name":{}}
                """;
        var queued = shop.souk.call(
                MERCHANDISER,
                "POST",
                "/products/imports?importId=" + importId,
                file.getBytes(StandardCharsets.UTF_8),
                Map.of("Content-Type", "application/x-ndjson"));
        assertThat(queued.status()).isEqualTo(202);

        var job = through();

        assertThat(job.created()).isEqualTo(1);
        assertThat(job.failed()).isEqualTo(4);
        assertThat(bySku("A").price()).isEqualTo(255);
    }

    @Test
    void missing_categories_are_made_where_that_is_wished() {
        upload(
                MERCHANDISER,
                importId,
                "&createCategories=true",
                HEADER + "A,A pot,,100,EUR,Pots & Pans,ACTIVE,\nB,A pan,,100,EUR,pots-pans,ACTIVE,\n");
        var job = through();

        assertThat(job.created()).isEqualTo(2);
        assertThat(bySku("A").category()).isEqualTo("pots-pans");
    }

    @Test
    void a_seller_imports_its_own_products_only() {
        taken(HEADER + "A,A mug,,100,EUR,mugs,ACTIVE,\n");
        var seller = UUID.randomUUID();
        var own = UUID.randomUUID();

        upload(aSeller(seller), own, "", HEADER + "A,My mug,,100,EUR,mugs,ACTIVE,\nS,My mug,,90,EUR,mugs,ACTIVE,\n");
        shop.souk.sweep("imports");

        assertThat(job(own).created()).isEqualTo(1);
        assertThat(job(own).failed()).isEqualTo(1);
        assertThat(bySku("A").name()).isEqualTo("A mug");
        var other = shop.souk.call(aSeller(UUID.randomUUID()), "GET", "/products/imports/" + own, null);
        assertThat(other.code()).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(shop.souk.call(aSeller(seller), "GET", "/products/imports/" + own, null).status()).isEqualTo(200);
    }

    @Test
    void an_import_goes_on_where_it_stood_when_the_process_died() {
        upload(MERCHANDISER, importId, "", mugs(0, 130, "255"));
        var before = anImport();
        shop.souk.write(before::run);
        assertThat(job(importId).processed()).isEqualTo(50);
        try {
            shop.souk.write(tx -> {
                before.run(tx);
                throw new IllegalStateException("killed before the commit");
            });
        } catch (IllegalStateException killed) {
            assertThat(job(importId).processed()).isEqualTo(50);
        }

        var after = anImport();
        shop.souk.write(after::run);
        shop.souk.write(before::run);

        assertThat(job(importId).state()).isEqualTo("COMPLETED");
        assertThat(job(importId).created()).isEqualTo(130);
        assertThat(shop.souk.published(ProductCreated.class)).hasSize(130);
        assertThat(shop.souk.published(ProductImportCompleted.class)).hasSize(1);
    }

    @Test
    void an_import_that_fails_again_and_again_gives_way_to_the_next() {
        upload(MERCHANDISER, importId, "", mugs(0, 60, "255"));
        shop.souk.write(tx -> tx.sql("delete from import_source").update());
        var run = anImport();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> shop.souk.write(run::run)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(job(importId).state()).isEqualTo("QUEUED");

        shop.souk.write(run::run);

        assertThat(job(importId).state()).isEqualTo("FAILED");
        var next = UUID.randomUUID();
        upload(MERCHANDISER, next, "", mugs(0, 60, "255"));
        shop.souk.write(run::run);
        assertThat(job(next).processed()).isEqualTo(50);
    }

    /// As a process has it that has just been started.
    private static ImportRun anImport() {
        var jobs = new ImportJobs();
        return new ImportRun(jobs, new ImportChunk(Tables.with(new Shelf(100)), jobs, false), 50);
    }
}
