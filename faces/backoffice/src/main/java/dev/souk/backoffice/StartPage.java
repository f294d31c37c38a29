package dev.souk.backoffice;

import dev.souk.backoffice.shop.Figures;
import dev.souk.backoffice.shop.LowStock;
import dev.souk.backoffice.shop.Orders;
import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.pages.work.Chart;
import dev.souk.pages.work.Frame;
import dev.souk.pages.work.Shell;
import dev.souk.platform.face.Shown;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a day begins with: sales, states, stock that runs low, the last orders.
public final class StartPage {
    private static final int DAYS = 14;
    private static final String[] SALES = {"MERCHANDISER", "SUPPORT", "FINANCE", "FRAUD_ANALYST", "OPERATOR", "AUDITOR", "ADMIN"};
    private static final String[] ORDERS = {"SUPPORT", "FINANCE", "FRAUD_ANALYST", "OPERATOR", "AUDITOR", "ADMIN"};

    private final Frame frame;

    StartPage(Frame frame) {
        this.frame = frame;
    }

    List<Page> pages() {
        return List.of(Page.get("/", this::show));
    }

    /// One currency's sales.
    public record Sales(String currency, long today, long orders, long yesterday, Chart revenue, Chart placed) {}

    private Shown show(Turn turn) {
        var shell = frame.shell(turn, "start", turn.words().say("start.title"));
        var figures = shell.may(SALES) ? turn.api().get("/orders/figures?days=" + DAYS, Figures.class) : Figures.NONE;
        var low = shell.may("MERCHANDISER", "WAREHOUSE", "ADMIN")
                ? turn.api().get("/inventory/low-stock?limit=8", LowStock.class).items()
                : List.<LowStock.Item>of();
        var last = shell.may(ORDERS) ? turn.api().get("/orders?limit=8", Orders.class).orders() : List.<Orders.Line>of();
        return turn.html(200, "start.jte", Map.of(
                "shell", shell,
                "sales", sales(shell, figures),
                "states", states(shell, figures),
                "low", low,
                "last", last));
    }

    private static List<Sales> sales(Shell shell, Figures figures) {
        var today = LocalDate.ofInstant(figures.asOf(), ZoneOffset.UTC);
        return figures.days().stream().map(Figures.Day::currency).distinct().sorted()
                .map(currency -> sales(shell, figures, currency, today))
                .toList();
    }

    private static Sales sales(Shell shell, Figures figures, String currency, LocalDate today) {
        var labels = new ArrayList<String>();
        var revenue = new ArrayList<Long>();
        var orders = new ArrayList<Long>();
        for (int back = DAYS - 1; back >= 0; back--) {
            var day = today.minusDays(back);
            var found = figures.days().stream().filter(one -> one.currency().equals(currency) && one.day().equals(day)).findFirst();
            labels.add(shell.words().date(day));
            revenue.add(found.map(Figures.Day::revenue).orElse(0L));
            orders.add(found.map(Figures.Day::orders).orElse(0L));
        }
        return new Sales(currency, revenue.getLast(), orders.getLast(), revenue.get(DAYS - 2),
                Chart.line(shell.say("start.revenue"), labels, List.of(new Chart.Series(shell.say("start.revenue"), revenue)),
                        value -> shell.money(value, currency)),
                Chart.bar(shell.say("start.placed"), labels, List.of(new Chart.Series(shell.say("start.placed"), orders)), shell::number));
    }

    private static Chart states(Shell shell, Figures figures) {
        var states = figures.states();
        return Chart.bar(shell.say("start.states"),
                states.stream().map(one -> shell.words().sayOr("start.order.status." + one.status(), "start.order.status.OTHER")).toList(),
                List.of(new Chart.Series(shell.say("start.states"), states.stream().map(Figures.State::orders).toList())),
                shell::number);
    }
}
