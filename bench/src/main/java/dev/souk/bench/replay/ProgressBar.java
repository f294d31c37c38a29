package dev.souk.bench.replay;

/// How far something is: a bar on a terminal, a line now and then elsewhere.
final class ProgressBar {
    private static final int WIDTH = 30;

    private final String what;
    private final int total;
    private final boolean terminal = onTerminal();
    private int done;
    private long shown;

    ProgressBar(String what, int total) {
        this.what = what;
        this.total = total;
    }

    @SuppressWarnings("SystemConsoleNull") // the checker of nulls does not know that it never is
    private static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    void step() {
        step(1);
    }

    synchronized void step(int by) {
        done += by;
        long now = System.nanoTime();
        if (now - shown > (terminal ? 200_000_000L : 5_000_000_000L)) {
            shown = now;
            show();
        }
    }

    synchronized void end() {
        show();
        if (terminal) {
            System.out.println();
        }
    }

    private void show() {
        if (terminal) {
            int filled = total == 0 ? WIDTH : done * WIDTH / total;
            System.out.printf("\r%-9s [%s%s] %d/%d", what, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
            System.out.flush();
        } else {
            System.out.println(what + " " + done + "/" + total);
        }
    }
}
