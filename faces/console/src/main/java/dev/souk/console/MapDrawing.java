package dev.souk.console;

import dev.souk.console.view.Flow;
import dev.souk.pages.work.Shell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws the contexts on an ellipse and an arrow for everybody who listens to somebody. What flows is dark and has its
/// number; what is quiet is pale.
public final class MapDrawing {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;
    private static final double BOX_WIDTH = 136;
    private static final double BOX_HEIGHT = 52;
    private static final List<String> ORDER = List.of(
            "cart", "checkout", "payment", "order", "notification", "customer", "identity", "product", "pricing",
            "promotion", "inventory");

    private final Shell shell;
    private final Flow flow;
    private final Map<String, Point> places = new HashMap<>();

    private record Point(double x, double y) {
        Point towards(Point other, double part) {
            return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
        }
    }

    private MapDrawing(Shell shell, Flow flow) {
        this.shell = shell;
        this.flow = flow;
        place();
    }

    /// SVG whose texts are all escaped.
    public static String of(Shell shell, Flow flow) {
        return new MapDrawing(shell, flow).draw();
    }

    private void place() {
        var names = new ArrayList<>(flow.contexts().stream().map(Flow.Node::name).toList());
        names.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        for (int i = 0; i < names.size(); i++) {
            double angle = 2 * Math.PI * i / names.size() - Math.PI / 2;
            places.put(names.get(i), new Point(WIDTH / 2.0 + 415 * Math.cos(angle), HEIGHT / 2.0 + 262 * Math.sin(angle)));
        }
    }

    private static int rank(String name) {
        int at = ORDER.indexOf(name);
        return at < 0 ? ORDER.size() : at;
    }

    private String draw() {
        var out = new StringBuilder();
        out.append("<svg class=\"map\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT)
                .append("\" role=\"group\" aria-label=\"").append(escaped(shell.say("map.title"))).append("\"><defs>");
        for (var kind : List.of("quiet", "busy", "late")) {
            out.append("<marker id=\"tip-").append(kind).append("\" class=\"tip ").append(kind)
                    .append("\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\"")
                    .append(" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 1 9 5 0 9z\"/></marker>");
        }
        out.append("</defs><g aria-hidden=\"true\">");
        flow.arrows().stream().filter(arrow -> kind(arrow).equals("quiet")).forEach(arrow -> arrow(out, arrow));
        flow.arrows().stream().filter(arrow -> !kind(arrow).equals("quiet")).forEach(arrow -> arrow(out, arrow));
        out.append("</g>");
        flow.contexts().forEach(node -> box(out, node));
        return out.append("</svg>").toString();
    }

    private static String kind(Flow.Arrow arrow) {
        return arrow.late() ? "late" : arrow.lastMinute() > 0 ? "busy" : "quiet";
    }

    private void arrow(StringBuilder out, Flow.Arrow arrow) {
        var from = places.get(arrow.from());
        var to = places.get(arrow.to());
        if (from == null || to == null) {
            return;
        }
        if (arrow.from().equals(arrow.to())) {
            return;
        }
        var middle = from.towards(to, 0.5);
        var bend = bend(from, to, middle);
        var begin = edge(from, bend);
        var end = edge(to, bend);
        var kind = kind(arrow);
        out.append("<path class=\"flow ").append(kind).append("\" d=\"M").append(xy(begin)).append(" Q").append(xy(bend))
                .append(' ').append(xy(end)).append("\" marker-end=\"url(#tip-").append(kind).append(")\"/>");
        if (arrow.lastMinute() > 0) {
            var at = begin.towards(bend, 0.62).towards(bend.towards(end, 0.62), 0.62);
            out.append("<text class=\"rate ").append(kind).append("\" x=\"").append(number(at.x())).append("\" y=\"")
                    .append(number(at.y())).append("\">").append(escaped(rate(arrow.lastMinute()))).append("</text>");
        }
    }

    /// Towards the centre, and to one side, so that there and back are two arrows.
    private static Point bend(Point from, Point to, Point middle) {
        var inner = middle.towards(new Point(WIDTH / 2.0, HEIGHT / 2.0), 0.35);
        double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        return new Point(inner.x() - (to.y() - from.y()) / length * 20, inner.y() + (to.x() - from.x()) / length * 20);
    }

    /// Where a line from the middle of a box to `target` leaves the box.
    private static Point edge(Point box, Point target) {
        double dx = target.x() - box.x();
        double dy = target.y() - box.y();
        double scale = Math.min(
                dx == 0 ? Double.MAX_VALUE : (BOX_WIDTH / 2 + 3) / Math.abs(dx),
                dy == 0 ? Double.MAX_VALUE : (BOX_HEIGHT / 2 + 3) / Math.abs(dy));
        return box.towards(target, Math.min(1, scale));
    }

    private void box(StringBuilder out, Flow.Node node) {
        var at = places.getOrDefault(node.name(), new Point(0, 0));
        out.append("<a href=\"").append(shell.to("/contexts/" + node.name())).append("\" class=\"node ").append(node.kind())
                .append("\"><rect x=\"").append(number(at.x() - BOX_WIDTH / 2)).append("\" y=\"")
                .append(number(at.y() - BOX_HEIGHT / 2)).append("\" width=\"136\" height=\"52\" rx=\"11\"/><text x=\"")
                .append(number(at.x())).append("\" y=\"").append(number(at.y() - 4)).append("\">").append(escaped(node.name()))
                .append("</text><text class=\"more\" x=\"").append(number(at.x())).append("\" y=\"").append(number(at.y() + 15))
                .append("\">").append(escaped(state(node))).append("</text></a>");
    }

    private String state(Flow.Node node) {
        if (node.dead() > 0) {
            return shell.say("map.dead", node.dead());
        }
        if (node.paused() != null) {
            return shell.say("map.paused");
        }
        return node.retrying() > 0 ? shell.say("map.retrying", node.retrying()) : rate(node.written());
    }

    private String rate(long perMinute) {
        return rate(shell, perMinute);
    }

    /// Messages a second, or a minute where there are few.
    public static String rate(Shell shell, long perMinute) {
        return perMinute >= 60
                ? shell.say("rate.second", Math.round(perMinute / 60.0))
                : shell.say("rate.minute", perMinute);
    }

    private static String xy(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
