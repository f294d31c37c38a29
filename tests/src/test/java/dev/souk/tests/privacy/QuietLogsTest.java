package dev.souk.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.souk.platform.messaging.Trace;
import dev.souk.tests.souk.Await;
import dev.souk.tests.souk.Confided;
import dev.souk.tests.souk.Confided.Sort;
import dev.souk.tests.souk.Given;
import dev.souk.tests.souk.Logbook;
import dev.souk.tests.souk.RunningSouk;
import dev.souk.tests.souk.SoukRuns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/// No secret and no personal value stands in a log (P12). The last class of the module's run: it reads what all tests
/// before have made the platform say, with every value that they have told it.
@Order(Integer.MAX_VALUE)
@ExtendWith(SoukRuns.class)
class QuietLogsTest {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}");
    private static final Pattern WEB_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}");

    private final RunningSouk souk;

    QuietLogsTest(RunningSouk souk) {
        this.souk = souk;
    }

    /// What goes wrong with a person's values in hand is what finds its way into logs.
    private void muchGoesWrong() {
        var email = "quiet-" + UUID.randomUUID() + "@logs.example";
        var password = "eleven grey herons " + UUID.randomUUID();
        var guest = souk.guest();
        guest.post("/customers", Map.of("email", email, "name", "Hester Whisper", "password", password, "phone", "+44 7700 900123"))
                .expect(201);
        guest.post("/oauth/token", Map.of("email", email, "password", password + "!")).expect(401);
        guest.post("/customers", "{\"email\": \"" + email + "\", \"password\": \"" + password).expect(400);
        guest.post("/customers", Map.of("email", List.of(email), "name", Map.of("x", "Hester Whisper"))).expect(400);
        guest.token("eyJhbGciOiJSUzI1NiJ9." + email.replaceAll("[^a-z]", "x") + ".c2lnbmF0dXJl").get("/customers/me").expect(401);
        souk.given().anOrder();
    }

    /// One that fails, so that what it held may be complained about.
    private void somethingIsReported() {
        var before = Logbook.lines().size();
        LoggerFactory.getLogger(QuietLogsTest.class).warn("the book is open");
        Await.until("what is logged is in the book", () -> Logbook.lines().size() > before);
        assertThat(Logbook.lines()).anyMatch(line -> line.endsWith("the book is open"));
    }

    @Test
    void no_secret_and_nothing_personal_has_been_logged() {
        muchGoesWrong();
        somethingIsReported();
        for (var sort : Sort.values()) {
            assertThat(Confided.known(sort)).as("tests have told the platform a " + sort).isPositive();
        }
        assertThat(Logbook.holding(Confided.traces())).isEmpty();
        assertThat(Logbook.lines()).noneMatch(line -> EMAIL.matcher(line).find() || WEB_TOKEN.matcher(line).find());
    }

    @Test
    void a_value_that_was_logged_would_be_noticed() {
        var email = String.valueOf(Given.delivery().get("email"));
        souk.given().anOrder();
        assertThat(Confided.traces()).contains(Trace.of(email));
        var line = "could not write to " + email.toUpperCase(Locale.ROOT);
        assertThat(Logbook.holding(List.of(line), Confided.traces())).containsExactly(line);
        assertThat(EMAIL.matcher(line.toLowerCase(Locale.ROOT)).find()).isTrue();
    }
}
