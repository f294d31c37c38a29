package dev.souk.platform.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path in as many steps as it has segments, however many routes there are.
final class RouteTable<H> {
    private static final String API = "/api/v1";

    private final Node<H> root = new Node<>();

    private static final class Node<H> {
        private final Map<String, Node<H>> literals = new HashMap<>();
        private final Map<String, Leaf<H>> methods = new TreeMap<>();
        private @Nullable Node<H> variable;
    }

    private record Leaf<H>(H handler, List<String> names) {}

    /// What a path leads to: a handler, or only the methods that the path knows.
    ///
    /// @param handler null when the path knows only other methods
    record Found<H>(@Nullable H handler, Match match, String allow) {}

    /// The values of the `{name}` segments.
    record Match(List<String> names, List<String> values) {
        static final Match NONE = new Match(List.of(), List.of());

        String value(String name) {
            var at = names.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("the path has no {" + name + "}");
            }
            return values.get(at);
        }
    }

    /// Where a declared path is on the server.
    static String full(String path) {
        return path.startsWith("//") ? path.substring(1) : API + path;
    }

    void add(String method, String path, H handler) {
        var node = root;
        var names = new ArrayList<String>();
        for (var segment : full(path).substring(1).split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}") && segment.length() > 2) {
                names.add(segment.substring(1, segment.length() - 1));
                if (node.variable == null) {
                    node.variable = new Node<>();
                }
                node = node.variable;
            } else if (segment.isEmpty() || segment.contains("{") || segment.contains("*")) {
                throw new IllegalArgumentException(method + " " + path + ": a segment is a word or one {name}");
            } else {
                node = node.literals.computeIfAbsent(segment, _ -> new Node<>());
            }
        }
        if (node.methods.putIfAbsent(method, new Leaf<>(handler, List.copyOf(names))) != null) {
            throw new IllegalArgumentException(method + " " + path + " is declared twice");
        }
    }

    /// What a path of decoded segments leads to.
    ///
    /// @return null when no route has this path
    @Nullable Found<H> find(String method, List<String> segments) {
        var values = new ArrayList<String>(4);
        var node = walk(root, segments, 0, values);
        if (node == null) {
            return null;
        }
        var leaf = node.methods.get(method.equals("HEAD") ? "GET" : method);
        return leaf == null
                ? new Found<>(null, Match.NONE, allow(node))
                : new Found<>(leaf.handler(), new Match(leaf.names(), values), "");
    }

    /// A literal segment wins over a variable one; when it leads nowhere, the variable is tried.
    private static <H> @Nullable Node<H> walk(Node<H> node, List<String> segments, int at, List<String> values) {
        if (at == segments.size()) {
            return node.methods.isEmpty() ? null : node;
        }
        var literal = node.literals.get(segments.get(at));
        if (literal != null) {
            var found = walk(literal, segments, at + 1, values);
            if (found != null) {
                return found;
            }
        }
        if (node.variable == null || segments.get(at).isEmpty()) {
            return null;
        }
        values.add(segments.get(at));
        var found = walk(node.variable, segments, at + 1, values);
        if (found == null) {
            values.removeLast();
        }
        return found;
    }

    private static <H> String allow(Node<H> node) {
        var methods = new ArrayList<>(node.methods.keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
