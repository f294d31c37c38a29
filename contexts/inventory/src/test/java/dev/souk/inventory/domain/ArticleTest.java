package dev.souk.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private static final UUID SOMEBODY = new UUID(0, 1);

    private static Article anArticle(Place... places) {
        return new Article(
                new Article.Identity("CUP", SOMEBODY, null),
                true,
                new ReorderPolicy(10, 5, null),
                new Article.Watch(false, false, false),
                0,
                List.of(places));
    }

    private static Place aPlace(String location, int priority, long available) {
        return new Place("CUP", location, priority, available + 3, 3, 7);
    }

    private static List<String> taken(Article article, int quantity) {
        return article.allocate(quantity).orElseThrow().stream()
                .map(take -> take.place().location() + take.quantity())
                .toList();
    }

    @Test
    void the_first_location_that_can_give_all_gives_all() {
        var article = anArticle(aPlace("C", 3, 50), aPlace("A", 1, 5), aPlace("B", 2, 9));
        assertThat(taken(article, 5)).containsExactly("A5");
        assertThat(taken(article, 6)).containsExactly("B6");
        assertThat(taken(article, 10)).containsExactly("C10");
    }

    @Test
    void what_no_location_can_give_alone_is_taken_in_order() {
        var article = anArticle(aPlace("C", 3, 2), aPlace("A", 1, 5), aPlace("B", 2, 0));
        assertThat(taken(article, 6)).containsExactly("A5", "C1");
        assertThat(article.allocate(8)).isEmpty();
    }

    @Test
    void equal_priorities_go_by_name() {
        assertThat(taken(anArticle(aPlace("B", 1, 5), aPlace("A", 1, 5)), 1)).containsExactly("A1");
    }

    @Test
    void a_place_never_promises_what_it_has_not() {
        var place = aPlace("A", 1, 5);
        assertThatThrownBy(() -> place.move(Movement.Kind.RESERVE, 0, 6, SOMEBODY))
                .isInstanceOf(IllegalStateException.class);
        var full = new Place("CUP", "A", 1, Place.MOST, 0, 1);
        assertThatThrownBy(() -> full.move(Movement.Kind.RECEIPT, 1, 0, SOMEBODY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_alert_is_armed_again_a_fifth_above_the_reorder_point() {
        assertThat(new ReorderPolicy(10, 5, null).rearmAt()).isEqualTo(12);
        assertThat(new ReorderPolicy(11, 5, null).rearmAt()).isEqualTo(14);
        assertThat(new ReorderPolicy(1, 0, null).rearmAt()).isEqualTo(2);
        assertThat(new ReorderPolicy(0, 0, null).rearmAt()).isEqualTo(1);
    }

    @Test
    void without_a_quantity_twice_the_reorder_point_is_aimed_at() {
        assertThat(new ReorderPolicy(10, 5, null).suggested(4)).isEqualTo(16);
        assertThat(new ReorderPolicy(10, 5, 100L).suggested(4)).isEqualTo(100);
        assertThat(new ReorderPolicy(0, 0, null).suggested(0)).isEqualTo(1);
    }
}
