package dev.souk.platform.postgres;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Whether each part can work, asked of all at once. A part that does not answer soon counts as down until it does, and
/// nobody waits for the same question twice.
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration GOOD_FOR = Duration.ofMillis(500);

    private final Map<String, Question> questions = new LinkedHashMap<>();

    Readiness(Map<String, BooleanSupplier> parts) {
        parts.forEach((name, part) -> questions.put(name, new Question(name, part)));
    }

    Map<String, Boolean> states() {
        questions.values().forEach(Question::ask);
        var states = new LinkedHashMap<String, Boolean>();
        questions.forEach((name, question) -> states.put(name, question.answer()));
        return states;
    }

    private static final class Question {
        private final String name;
        private final BooleanSupplier part;
        private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
        private long asked = System.nanoTime() - GOOD_FOR.toNanos();

        Question(String name, BooleanSupplier part) {
            this.name = name;
            this.part = part;
        }

        synchronized void ask() {
            if (!answer.isDone() || System.nanoTime() - asked < GOOD_FOR.toNanos()) {
                return;
            }
            var next = new CompletableFuture<Boolean>();
            asked = System.nanoTime();
            answer = next;
            Thread.ofVirtual().name("ready-" + name).start(() -> {
                try {
                    next.complete(part.getAsBoolean());
                } catch (RuntimeException e) {
                    next.complete(false);
                }
            });
        }

        boolean answer() {
            CompletableFuture<Boolean> mine;
            long left;
            synchronized (this) {
                mine = answer;
                left = asked + PATIENCE.toNanos() - System.nanoTime();
            }
            try {
                return mine.isDone() ? mine.get() : mine.get(Math.max(0, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
