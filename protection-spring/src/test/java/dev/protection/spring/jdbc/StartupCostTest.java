package dev.protection.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a start costs beside the same application without the library, the creation of its tables apart. */
@Tag("thorough")
class StartupCostTest {
    private static final int STARTS = 7;
    private static final int TABLES = 20;

    @Test
    void medianOfAlternatingStarts_isAtMostASecondMore() {
        Started with = Started.onH2().with("protection.config", "classpath:twenty.yaml");
        Started without = Started.onH2().with("protection.enabled", "false");
        create(with);
        create(without);
        List<Duration> more = new ArrayList<>();
        List<Duration> less = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            less.add(start(without));
            more.add(start(with));
        }
        Duration cost = median(more).minus(median(less));
        assertThat(cost).as("with %s, without %s", more, less).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static void create(Started application) {
        try (ConfigurableApplicationContext app = application.run(JdbcApplication.class)) {
            JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
            for (int i = 1; i <= TABLES; i++) {
                jdbc.execute("CREATE TABLE t" + i + " (id BIGINT PRIMARY KEY, full_name VARCHAR(80))");
            }
        }
    }

    /** Until each of the tables has answered. */
    private static Duration start(Started application) {
        long begin = System.nanoTime();
        try (ConfigurableApplicationContext app = application.run(JdbcApplication.class)) {
            JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
            for (int i = 1; i <= TABLES; i++) {
                jdbc.queryForList("SELECT full_name FROM t" + i);
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
