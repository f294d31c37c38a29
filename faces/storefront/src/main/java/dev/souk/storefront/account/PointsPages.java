package dev.souk.storefront.account;

import dev.souk.pages.Page;
import dev.souk.pages.Turn;
import dev.souk.platform.face.Shown;
import dev.souk.storefront.Front;
import dev.souk.storefront.shop.Points;
import java.util.List;
import java.util.Map;

/// Reward points: how many, and where they came from and went.
public final class PointsPages {
    private static final int PAGE = 20;

    private final Frame frame;

    public PointsPages(Front front) {
        this.frame = new Frame(front);
    }

    public List<Page> pages() {
        return List.of(Page.get("/account/points", this::show).signedIn());
    }

    private Shown show(Turn turn) {
        var cursor = turn.query("cursor").flatMap(Turn::uuid);
        var points = turn.api().get(
                Frame.ME + "/points?limit=" + PAGE + cursor.map(from -> "&cursor=" + from).orElse(""), Points.class);
        return frame.show(turn, 200, "points", "points", Map.of("points", points, "later", cursor.isPresent()));
    }
}
