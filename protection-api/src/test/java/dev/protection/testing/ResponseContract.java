package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.protection.TenantId;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every {@link Response} keeps: it takes any finding, does not hold the caller up, and can be undone. */
public abstract class ResponseContract {
    private static final Duration PROMPT = Duration.ofSeconds(2);

    /**
     * Returns the response.
     *
     * @return ready to respond
     */
    protected abstract Response response();

    private static Finding finding(FindingRule rule) {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        return new Finding(
                "id-" + rule,
                rule,
                TenantId.of("acme"),
                "user-7",
                at,
                at,
                1,
                new TreeMap<>(),
                "less",
                Optional.empty());
    }

    @Test
    void everyRuleIsRespondedToAndUndone() {
        Response response = response();
        for (FindingRule rule : FindingRule.values()) {
            Assertions.assertTimeout(PROMPT, () -> response.respond(finding(rule)));
            Assertions.assertTimeout(PROMPT, () -> response.undo(finding(rule)));
        }
    }

    @Test
    void whatWasNeverRespondedToMayBeUndone_andTwice() {
        Response response = response();
        Finding finding = finding(FindingRule.BULK_READ);
        assertThatCode(() -> {
                    response.undo(finding);
                    response.respond(finding);
                    response.undo(finding);
                    response.undo(finding);
                })
                .doesNotThrowAnyException();
    }
}
