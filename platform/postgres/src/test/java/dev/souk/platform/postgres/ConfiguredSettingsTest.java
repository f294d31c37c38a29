package dev.souk.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.souk.platform.messaging.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredSettingsTest {
    private static Settings cart(String name, String value) {
        return new ConfiguredSettings(Map.of(name, value)).of("cart");
    }

    @Test
    void a_misspelt_name_is_refused_with_the_nearest_that_is_read() {
        var settings = new ConfiguredSettings(Map.of("cart.expiri", "7d", "order.hold", "1h", "cart.keep", "1d"));
        var cart = settings.of("cart");
        var _ = cart.duration("expiry", Duration.ofDays(7));
        var _ = cart.duration("keep", Duration.ofDays(90));
        assertThatThrownBy(() -> settings.requireRead(Set.of("cart")))
                .isInstanceOf(UnknownSetting.class)
                .hasMessage("there is no setting 'cart.expiri'; the nearest is 'cart.expiry'");
    }

    @Test
    void settings_of_contexts_that_run_elsewhere_are_left_alone() {
        new ConfiguredSettings(Map.of("order.hold", "1h")).requireRead(Set.of("cart"));
    }

    @Test
    void a_name_without_its_context_means_nothing() {
        assertThat(cart("expiry", "1d").duration("expiry", Duration.ofDays(7))).isEqualTo(Duration.ofDays(7));
        assertThatThrownBy(() -> new ConfiguredSettings(Map.of("expiry", "1d")).requireRead(Set.of("cart")))
                .isInstanceOf(UnknownSetting.class);
        assertThat(cart("cart.expiry", " 1d ").duration("expiry", Duration.ofDays(7))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_value_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> cart("cart.expiry", "soon").duration("expiry", Duration.ZERO))
                .hasMessage("setting cart.expiry is not a duration: soon");
        assertThatThrownBy(() -> cart("cart.lines", "many").number("lines", 1))
                .hasMessage("setting cart.lines is not a number: many");
        assertThatThrownBy(() -> cart("cart.open", "yes").flag("open", false))
                .hasMessage("setting cart.open is not true or false: yes");
    }
}
