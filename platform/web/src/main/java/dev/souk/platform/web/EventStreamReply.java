package dev.souk.platform.web;

import dev.souk.platform.messaging.Refusal;
import dev.souk.platform.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Server-sent events: runs the route's handler on the request's own thread, with a second one that keeps the
/// connection alive and notices when the client has gone.
final class EventStreamReply extends Reply {
    static final String MEDIA_TYPE = "text/event-stream";

    interface Producer {
        void run(Route.EventStream out) throws InterruptedException;
    }

    private final Producer producer;
    private final Edge edge;
    private final Journey journey;

    EventStreamReply(Producer producer, Edge edge, Journey journey) {
        super(200, Map.of(), MEDIA_TYPE, new byte[0]);
        this.producer = producer;
        this.edge = edge;
        this.journey = journey;
    }

    @Override
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var stream = new Stream(response);
        var heart = Thread.ofVirtual().name("heartbeat").start(stream::beat);
        Reply instead = null;
        try {
            edge.open().run(() -> {
                producer.run(stream);
                return true;
            });
            instead = stream.refused == null ? null : Problem.of(stream.refused).reply(request.getRequestURI(), journey.correlation());
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            if (!stream.gone) {
                instead = Failures.reply(e, request, journey);
            }
        } finally {
            heart.interrupt();
        }
        stream.end(instead == null ? null : instead.correlation(journey.correlation().toString()).adding(added()), request);
    }

    private final class Stream implements Route.EventStream {
        private final HttpServletResponse response;
        private final Thread handler = Thread.currentThread();
        private final ReentrantLock lock = new ReentrantLock();
        private volatile boolean gone;
        private volatile boolean ended;
        private boolean begun;
        private @Nullable Refusal refused;

        Stream(HttpServletResponse response) {
            this.response = response;
        }

        @Override
        public boolean send(String event, Object data) {
            return write("event: " + event + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n");
        }

        @Override
        public void refuse(Refusal reason) {
            refused = reason;
        }

        void beat() {
            try {
                do {
                    Thread.sleep(edge.heartbeat());
                } while (write(": still here\n\n"));
                wakeHandler();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /// Not once it has ended: the thread then belongs to the server again.
        private void wakeHandler() {
            lock.lock();
            try {
                if (!ended) {
                    handler.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        private boolean write(String text) {
            lock.lock();
            try {
                if (gone || ended) {
                    return false;
                }
                begin();
                response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
                return true;
            } catch (IOException e) {
                gone = true;
                return false;
            } finally {
                lock.unlock();
            }
        }

        private void begin() {
            if (!begun) {
                begun = true;
                head(response);
                response.setContentType(MEDIA_TYPE);
                response.setHeader("X-Accel-Buffering", "no");
            }
        }

        void end(@Nullable Reply instead, HttpServletRequest request) throws IOException {
            lock.lock();
            try {
                ended = true;
                boolean _ = Thread.interrupted();
                if (instead != null && !begun) {
                    instead.write(request, response);
                } else if (!gone) {
                    begin();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
