package dev.souk.platform.web;

import dev.souk.platform.messaging.Bus;
import dev.souk.platform.messaging.Context;
import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.messaging.Tx;
import dev.souk.platform.messaging.Wiring;
import dev.souk.platform.postgres.DatabaseException;
import dev.souk.platform.route.Answer;
import dev.souk.platform.route.Call;
import dev.souk.platform.route.Cookie;
import dev.souk.platform.route.Form;
import dev.souk.platform.route.Parameter;
import dev.souk.platform.route.Role;
import dev.souk.platform.route.Route;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A context with one table and one route of every sort.
final class NotesContext implements Context {
    record WriteNote(String text, @Nullable Integer stars, @Nullable List<Tag> tags, @Nullable Instant at) {
        enum Colour {
            RED,
            BLUE
        }

        record Tag(Colour colour, long weight) {}

        WriteNote {
            if (stars != null && stars > 5) {
                throw new IllegalArgumentException("stars go up to 5");
            }
            tags = tags == null ? List.of() : List.copyOf(tags);
        }
    }

    record Note(UUID id, String text, @Nullable String hint) {}

    record Raw(int bytes) {}

    private record TextTaken(String code, String detail) implements Refusal {
        @Override
        public Map<String, Object> extra() {
            return Map.of("newPrice", 1250);
        }
    }

    private static final Parameter HOW =
            Parameter.oneOf("how", "it fails", "outage", "absent", "depth", "assertion").otherwise("bug");

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public void wire(Wiring on) {
        on.serve(List.of(
                Route.post("/notes").body(WriteNote.class).answers(201, Note.class).everyone().summary("Writes a note.").writes(this::write),
                Route.post("/notes/paid").body(WriteNote.class).answers(201, Note.class).roles(Role.CUSTOMER)
                        .key(Route.Key.REQUIRED).rate(Route.Rate.CHECKOUT).writes(this::write),
                Route.post("/notes/shared").body(WriteNote.class).answers(201, Note.class).everyone()
                        .writes(this::write, new Route.Together<>(null, NotesContext::writeAll)),
                Route.get("/notes/{noteId}").answers(200, Note.class).everyone().reads(this::read),
                Route.put("/notes/{noteId}").body(WriteNote.class).answers(200, Note.class).roles(Role.CUSTOMER, Role.ADMIN).writes(this::change),
                Route.delete("/notes").answers(204, Void.class).roles(Role.ADMIN).writes((_, tx) -> {
                    tx.sql("delete from notes").update();
                    return Answer.nothing();
                }),
                Route.get("/notes").answers(200, Raw.class).everyone().query(Parameter.limit(0, 10)).reads((call, tx) ->
                        Answer.of(new Raw(tx.sql("select count(*)::int as n from notes").one(row -> row.integer("n")) + call.limit(0, 10)))),
                Route.post("//hooks/notes").body(byte[].class).answers(202, Raw.class).everyone().bodyLimit(1000)
                        .rate(Route.Rate.UNLIMITED).free(call -> Answer.of(new Raw(call.body().length))),
                Route.post("//notes/form").body(Form.class).answers(200, String.class).everyone().free(call -> call.body().value("go")
                        .map(Answer::<String>redirect)
                        .orElseGet(() -> Answer.html(call.body().values("text") + call.cookie("first").orElse("-")))
                        .cookie(new Cookie("first", "1", null, true, false))
                        .cookie(new Cookie("second", "2", java.time.Duration.ZERO, false, true))),
                Route.get("/notes/stream").everyone().query(Parameter.flag("none", "refuse")).streams((call, out) -> {
                    if (call.query("none").isPresent()) {
                        out.refuse(Refusal.notFound("NO_STREAM", "There is nothing to follow."));
                        return;
                    }
                    out.send("note", new Raw(1));
                    Thread.sleep(60_000);
                }),
                Route.get("/notes/broken").answers(200, Raw.class).roles(Role.ADMIN).query(HOW).free(call -> fail(call.query("how").orElse(""))),
                Route.get("/notes/unreadable").answers(200, Raw.class).roles(Role.ADMIN).query(HOW).reads((call, _) -> fail(call.query("how").orElse(""))),
                Route.get("/notes/silent").roles(Role.ADMIN).query(HOW).streams((call, _) -> fail(call.query("how").orElse("")))));
    }

    private static Answer<Raw> fail(String how) {
        throw switch (how) {
            case "outage" -> new DatabaseException(new SQLException("connection lost", "08006"));
            case "absent" -> new Bus.ContextAbsent("nobody");
            case "depth" -> new IllegalStateException("as deep as " + depth(0));
            case "assertion" -> throw new AssertionError("a secret in a message");
            default -> new IllegalStateException("a secret in a message");
        };
    }

    /// Never comes back.
    private static long depth(long below) {
        return below < 0 ? below : 1 + depth(below + 1);
    }

    private Answer<Note> write(Call<WriteNote> call, Tx tx) {
        var note = new Note(tx.newId(), call.body().text(), null);
        tx.sql("insert into notes (id, text) values (?, ?)").params(note.id(), note.text()).update();
        if (note.text().equals("slow")) {
            tx.sql("select pg_sleep(0.2)").list(_ -> 0);
        }
        if (note.text().equals("taken")) {
            return Answer.refused(new TextTaken("TEXT_TAKEN", "Somebody wrote this before."));
        }
        return Answer.of(note).version(1).header("Location", "/api/v1/notes/" + note.id());
    }

    /// Leaves alone what is taken, and does not survive what breaks it.
    private static List<@Nullable Answer<Note>> writeAll(List<Route.Joint<WriteNote>> calls) {
        var answers = new ArrayList<@Nullable Answer<Note>>();
        for (var joint : calls) {
            var text = joint.call().body().text();
            if (text.equals("breaks the group")) {
                joint.tx().sql("select 1 / 0").list(_ -> 0);
            }
            var note = new Note(joint.tx().newId(), text, null);
            answers.add(text.equals("taken") ? null : Answer.of(note));
            if (!text.equals("taken")) {
                joint.tx().sql("insert into notes (id, text) values (?, ?)").params(note.id(), note.text()).update();
            }
        }
        return answers;
    }

    private Answer<Note> read(Call<Void> call, Tx tx) {
        return found(call.pathId("noteId"), tx);
    }

    private static Answer<Note> found(UUID id, Tx tx) {
        return tx.sql("select text from notes where id = ?").params(id)
                .optional(row -> new Note(id, row.text("text"), null))
                .map(note -> Answer.of(note).version(1))
                .orElseGet(() -> Answer.refused(Refusal.notFound("NOTE_NOT_FOUND", "There is no such note.")));
    }

    private Answer<Note> change(Call<WriteNote> call, Tx tx) {
        var expected = call.ifMatch();
        if (expected.isPresent() && expected.get() != 1) {
            return Answer.refused(Refusal.stale(expected.get(), 1));
        }
        tx.sql("update notes set text = ? where id = ?").params(call.body().text(), call.pathId("noteId")).update();
        return found(call.pathId("noteId"), tx);
    }
}
