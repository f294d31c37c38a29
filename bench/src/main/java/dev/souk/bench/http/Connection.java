package dev.souk.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One keep-alive connection; not thread-safe. After an [IOException] the next request connects anew: whether the
/// failed one was carried out is unknown, and only its idempotency key can tell.
public final class Connection implements AutoCloseable {
    private final InetSocketAddress address;
    private final int timeoutMillis;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    public Connection(String host, int port, int timeoutMillis) {
        this.address = new InetSocketAddress(host, port);
        this.timeoutMillis = timeoutMillis;
    }

    /// Sends one request and reads its answer.
    ///
    /// @param headers complete header lines, each ended by CRLF
    public Reply send(String method, String path, String headers, byte @Nullable [] body) throws IOException {
        try {
            var out = open().getOutputStream();
            out.write(request(method, path, headers, body));
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(timeoutMillis);
            open.connect(address, timeoutMillis);
            in = new BufferedInputStream(open.getInputStream(), 16 * 1024);
            socket = open;
        }
        return open;
    }

    private byte[] request(String method, String path, String headers, byte @Nullable [] body) throws IOException {
        var head = new StringBuilder(256)
                .append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ")
                .append(address.getHostString()).append("\r\n").append(headers);
        if (body != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length).append("\r\n");
        } else if (!method.equals("GET")) {
            head.append("Content-Length: 0\r\n");
        }
        var bytes = new ByteArrayOutputStream(head.length() + 2 + (body == null ? 0 : body.length));
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private Reply read() throws IOException {
        var status = line();
        int code = Integer.parseInt(status.substring(9, 12));
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        var body = code == 204 || code == 304 ? new byte[0] : body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Reply(code, headers, body);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            var bytes = in.readNBytes(Integer.parseInt(length));
            if (bytes.length < Integer.parseInt(length)) {
                throw new EOFException("answer cut short");
            }
            return bytes;
        }
        var all = new ByteArrayOutputStream();
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                all.writeBytes(in.readNBytes(size));
                line();
            }
            line();
        }
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // already gone
            }
        }
    }
}
