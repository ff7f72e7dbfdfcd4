package dev.protection.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static final Location HELSINKI = new Location(60.17, 24.94);

    @Test
    void distancesAreThoseOfTheGlobe() {
        assertThat(HELSINKI.kilometresTo(new Location(35.68, 139.69))).isCloseTo(7_825, within(40.0));
        assertThat(HELSINKI.kilometresTo(HELSINKI)).isZero();
        assertThat(new Location(0, 179.9).kilometresTo(new Location(0, -179.9))).isCloseTo(22.2, within(0.1));
        assertThat(new Location(90, 0).kilometresTo(new Location(-90, 0))).isCloseTo(20_015, within(1.0));
    }

    @Test
    void aLocationIsRoundedAndNotPrinted() {
        assertThat(HELSINKI.latitude()).isEqualTo(60.2);
        assertThat(HELSINKI.toString()).doesNotContain("60");
    }

    @Test
    void placesOffTheGlobeAreRefused() {
        assertThatThrownBy(() -> new Location(90.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(0, -180.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Location(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRawAddressIsNoHashAndIsNotRepeated() {
        assertThatThrownBy(() -> new KeyedHash("192.0.2.17"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("192");
    }

    @Test
    void behindVpnsAndHubsThePersonIsNotLocated() {
        KeyedHash hash = new KeyedHash("0123456789abcdef0123456789abcdef");

        assertThat(new Origin(hash, Optional.empty(), Optional.of(HELSINKI), Set.of()).isLocated())
                .isTrue();
        assertThat(new Origin(hash, Optional.empty(), Optional.empty(), Set.of()).isLocated())
                .isFalse();
        for (Origin.Trait trait : Origin.Trait.values()) {
            assertThat(new Origin(hash, Optional.empty(), Optional.of(HELSINKI), Set.of(trait)).isLocated())
                    .isFalse();
        }
    }
}
