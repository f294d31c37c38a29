package dev.souk.pages;

import dev.souk.platform.face.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A form that was sent with files (`multipart/form-data`), as browsers write it.
public final class Parts {
    private static final Pattern BOUNDARY = Pattern.compile("^multipart/form-data;.*boundary=\"?([^\";]{1,70})");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]{1,100})\"");
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]{0,250})\"");
    private static final int MOST = 200;

    /// @param file name of the file; empty for a plain field, and where none was chosen
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Part(String name, String file, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
        }
    }

    private Parts() {}

    static List<Part> of(Visit visit) {
        var boundary = BOUNDARY.matcher(visit.header("Content-Type").orElse(""));
        return boundary.find() ? parts(visit.body(), bytes("--" + boundary.group(1))) : List.of();
    }

    private static List<Part> parts(byte[] body, byte[] boundary) {
        var parts = new ArrayList<Part>();
        int at = find(body, boundary, 0);
        while (at >= 0 && parts.size() < MOST) {
            int begin = at + boundary.length + 2;
            int next = find(body, boundary, begin);
            int blank = find(body, bytes("\r\n\r\n"), begin);
            if (next < 0 || blank < 0 || blank + 4 > next - 2) {
                break;
            }
            var head = new String(body, begin, blank - begin, StandardCharsets.UTF_8);
            var name = NAME.matcher(head);
            var file = FILE.matcher(head);
            if (name.find()) {
                parts.add(new Part(name.group(1), file.find() ? file.group(1) : "", Arrays.copyOfRange(body, blank + 4, next - 2)));
            }
            at = next;
        }
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = Math.max(0, from); i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
