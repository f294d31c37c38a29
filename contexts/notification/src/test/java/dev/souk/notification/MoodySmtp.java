package dev.souk.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that says what it is told to say.
final class MoodySmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile String recipients = "250 ok";
    private volatile String answer = "250 ok";

    MoodySmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("moody-smtp").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// To a whole message.
    void answers(String line) {
        answer = line;
    }

    /// To a recipient.
    void recipients(String line) {
        recipients = line;
    }

    /// How many messages it was given.
    int asked() {
        return asked.get();
    }

    /// Message ids that it saw.
    List<String> ids() {
        return List.copyOf(ids);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var one = socket.accept();
                Thread.ofVirtual().start(() -> talk(one));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket with) {
        try (with; var in = new BufferedReader(new InputStreamReader(with.getInputStream(), StandardCharsets.UTF_8))) {
            var out = with.getOutputStream();
            say(out, "220 moody");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.length() < 4 ? line : line.substring(0, 4);
                switch (word) {
                    case "RCPT" -> say(out, recipients);
                    case "DATA" -> {
                        say(out, "354 go on");
                        read(in);
                        asked.incrementAndGet();
                        say(out, answer);
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the other side has gone
        }
    }

    private void read(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                ids.add(line.substring("Message-ID: ".length()));
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
