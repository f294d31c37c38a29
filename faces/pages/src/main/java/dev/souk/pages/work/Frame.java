package dev.souk.pages.work;

import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One application: what its pages have in common.
///
/// @param name for metrics, and for the text `<name>.name`
/// @param home where it begins, for example `/backoffice`
public record Frame(String name, String home, Menu menu) {

    /// A page with the shell around it; the template takes `shell` and the parameters.
    ///
    /// @param here key of the menu's entry that it belongs to, or an empty text
    public Shown show(Turn turn, int status, String template, String here, String title, Map<String, ? extends @Nullable Object> parameters) {
        var all = new HashMap<String, @Nullable Object>(parameters);
        all.put("shell", shell(turn, here, title));
        return turn.html(status, template, all);
    }

    public Shown show(Turn turn, String template, String here, String title, Map<String, ? extends @Nullable Object> parameters) {
        return show(turn, 200, template, here, title, parameters);
    }

    public Shell shell(Turn turn, String here, String title) {
        var worker = Worker.of(turn);
        var flash = turn.fragment() ? java.util.Optional.<Flash>empty() : Flash.take(turn);
        return new Shell(turn, name, home, here, title, menu.forRoles(worker.roles()), worker, flash);
    }
}
