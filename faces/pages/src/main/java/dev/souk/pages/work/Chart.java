package dev.souk.pages.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/// Figures as a drawing, made by the server: no script, no inline style, and the same figures as a table beside it.
///
/// @param title what it shows, as it is said
/// @param labels along the axis: days, states
/// @param figure how a value is written
public record Chart(Kind kind, String title, List<String> labels, List<Series> series, LongFunction<String> figure) {
    /// Width and height that the drawing is stretched from; type stands outside of it and is never stretched.
    public static final int WIDTH = 600;

    public static final int HEIGHT = 200;

    private static final int STEPS = 4;

    public Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    public enum Kind {
        LINE,
        BAR,
        STACKED
    }

    /// @param values one for each label; none below zero
    public record Series(String name, List<Long> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    public static Chart line(String title, List<String> labels, List<Series> series, LongFunction<String> figure) {
        return new Chart(Kind.LINE, title, labels, series, figure);
    }

    public static Chart bar(String title, List<String> labels, List<Series> series, LongFunction<String> figure) {
        return new Chart(Kind.BAR, title, labels, series, figure);
    }

    public static Chart stacked(String title, List<String> labels, List<Series> series, LongFunction<String> figure) {
        return new Chart(Kind.STACKED, title, labels, series, figure);
    }

    public boolean empty() {
        return series.stream().allMatch(one -> one.values().stream().allMatch(value -> value == 0));
    }

    /// Texts of the scale, from the top down to zero.
    public List<String> scale() {
        var top = top();
        var texts = new ArrayList<String>();
        for (int i = STEPS; i >= 0; i--) {
            texts.add(figure.apply(top / STEPS * i));
        }
        return texts;
    }

    /// First, middle and last label: what has room on a phone.
    public List<String> axis() {
        return labels.size() < 3
                ? labels
                : List.of(labels.getFirst(), labels.get(labels.size() / 2), labels.getLast());
    }

    /// The least round number that nothing is above and that the steps divide.
    private long top() {
        long most = 1;
        for (int i = 0; i < labels.size(); i++) {
            long sum = 0;
            for (var one : series) {
                sum = kind == Kind.STACKED ? sum + one.values().get(i) : Math.max(sum, one.values().get(i));
            }
            most = Math.max(most, sum);
        }
        long unit = STEPS;
        while (true) {
            for (int factor : new int[] {1, 2, 5}) {
                if (unit * factor >= most) {
                    return unit * factor;
                }
            }
            unit *= 10;
        }
    }

    /// The drawing, without type.
    public String svg() {
        var out = new StringBuilder(2_000)
                .append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT)
                .append("\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        for (int i = 0; i <= STEPS; i++) {
            var y = number(HEIGHT - (double) HEIGHT * i / STEPS);
            out.append("<path class=\"grid\" d=\"M0 ").append(y).append("H").append(WIDTH).append("\"/>");
        }
        if (!labels.isEmpty()) {
            if (kind == Kind.LINE) {
                lines(out);
            } else {
                bars(out);
            }
        }
        return out.append("</svg>").toString();
    }

    private void lines(StringBuilder out) {
        var top = top();
        var step = labels.size() < 2 ? 0 : (double) WIDTH / (labels.size() - 1);
        for (int s = 0; s < series.size(); s++) {
            var path = new StringBuilder();
            var values = series.get(s).values();
            for (int i = 0; i < values.size(); i++) {
                path.append(i == 0 ? "M" : "L").append(number(i * step)).append(' ').append(number(y(values.get(i), top)));
            }
            if (series.size() == 1) {
                out.append("<path class=\"area s0\" d=\"").append(path).append('L').append(number((values.size() - 1) * step))
                        .append(' ').append(HEIGHT).append("L0 ").append(HEIGHT).append("Z\"/>");
            }
            out.append("<path class=\"line s").append(s % 6).append("\" d=\"").append(path).append("\"/>");
        }
        titles(out, WIDTH / (double) labels.size());
    }

    private void bars(StringBuilder out) {
        var top = top();
        var room = (double) WIDTH / labels.size();
        var wide = kind == Kind.STACKED ? room * .7 : room * .7 / series.size();
        for (int i = 0; i < labels.size(); i++) {
            long below = 0;
            for (int s = 0; s < series.size(); s++) {
                long value = series.get(s).values().get(i);
                var x = room * i + room * .15 + (kind == Kind.STACKED ? 0 : wide * s);
                var y = y(below + value, top);
                out.append("<rect class=\"s").append(s % 6).append("\" x=\"").append(number(x)).append("\" y=\"").append(number(y))
                        .append("\" width=\"").append(number(wide)).append("\" height=\"")
                        .append(number(y(below, top) - y)).append("\"/>");
                below += kind == Kind.STACKED ? value : 0;
            }
        }
        titles(out, room);
    }

    /// What a pointer over the drawing reads.
    private void titles(StringBuilder out, double room) {
        for (int i = 0; i < labels.size(); i++) {
            out.append("<rect class=\"over\" x=\"").append(number(room * i)).append("\" y=\"0\" width=\"").append(number(room))
                    .append("\" height=\"").append(HEIGHT).append("\"><title>").append(escaped(reading(i))).append("</title></rect>");
        }
    }

    private String reading(int i) {
        var text = new StringBuilder(labels.get(i)).append(": ");
        for (int s = 0; s < series.size(); s++) {
            text.append(s == 0 ? "" : ", ")
                    .append(series.size() == 1 ? "" : series.get(s).name() + " ")
                    .append(figure.apply(series.get(s).values().get(i)));
        }
        return text.toString();
    }

    private static double y(long value, long top) {
        return HEIGHT - (double) HEIGHT * value / top;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
