package dev.souk.backoffice.goods;

import dev.souk.backoffice.shop.Import;
import dev.souk.pages.Client;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Entered;
import dev.souk.pages.work.Frame;
import dev.souk.platform.face.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Products from files: upload, progress, and the rows that were not taken.
public final class ImportPages {
    private static final int LARGEST = 17 * 1024 * 1024;
    private static final String[] KEEPERS = {"MERCHANDISER", "ADMIN"};

    private final Frame frame;

    public ImportPages(Frame frame) {
        this.frame = frame;
    }

    public List<Page> pages() {
        return List.of(
                Page.get("/products/imports", turn -> form(turn, Entered.NOTHING)).only(KEEPERS),
                Page.post("/products/imports", this::upload).only(KEEPERS).upTo(LARGEST),
                Page.get("/products/imports/{id}", this::show).only(KEEPERS));
    }

    private Shown form(Turn turn, Entered entered) {
        return frame.show(turn, entered.status(), "goods/upload.jte", "imports", turn.words().say("import.title"),
                Map.of("entered", entered, "key", UUID.randomUUID().toString()));
    }

    private Shown upload(Turn turn) {
        return Entered.act(turn, "import", Map.of(), entered -> form(turn, entered), () -> {
            var file = turn.file("file").orElseThrow(() -> new Entered.Mistake("file", turn.words().say("import.file.none")));
            var lines = file.file().toLowerCase(Locale.ROOT).endsWith("l");
            var id = turn.fields().filled("key").flatMap(Turn::uuid).orElseGet(UUID::randomUUID);
            turn.api().upload("/products/imports?format=" + (lines ? "JSONL" : "CSV") + "&importId=" + id
                            + "&dryRun=" + turn.fields().ticked("dryRun") + "&createCategories=" + turn.fields().ticked("createCategories"),
                    lines ? "application/jsonl" : "text/csv", file.bytes(), Import.class);
            return turn.go("/backoffice/products/imports/" + id);
        });
    }

    private Shown show(Turn turn) {
        var found = turn.id("id").flatMap(id -> turn.api().find("/products/imports/" + id, Import.class));
        if (found.isEmpty()) {
            return turn.missing();
        }
        var cursor = turn.query("cursor").filter(text -> text.matches("\\d{1,9}"));
        return frame.show(turn, "goods/import.jte", "imports", turn.words().say("import.one"), Map.of(
                "job", found.get(),
                "errors", turn.api().get("/products/imports/" + found.get().importId() + "/errors?limit=100"
                        + cursor.map(text -> "&cursor=" + Client.escaped(text)).orElse(""), Import.Errors.class)));
    }
}
