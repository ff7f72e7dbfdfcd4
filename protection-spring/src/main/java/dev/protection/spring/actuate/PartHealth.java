package dev.protection.spring.actuate;

import dev.protection.ProtectionException;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether one part of the library answers. What is wrong is said by a code, never by a message of a server. */
final class PartHealth implements HealthIndicator {
    private final Supplier<Boolean> sound;
    private final String otherwise;

    /**
     * Watches a part.
     *
     * @param sound asks it; throws when it does not answer
     * @param otherwise what it means when it answers no
     */
    PartHealth(Supplier<Boolean> sound, String otherwise) {
        this.sound = sound;
        this.otherwise = otherwise;
    }

    @Override
    public Health health() {
        try {
            return sound.get()
                    ? Health.up().build()
                    : Health.down().withDetail("what", otherwise).build();
        } catch (ProtectionException e) {
            return Health.down().withDetail("code", e.code()).build();
        } catch (RuntimeException e) {
            return Health.down().withDetail("what", "it does not answer").build();
        }
    }
}
