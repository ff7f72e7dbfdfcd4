package dev.protection.spring.context;

import java.util.Optional;
import org.slf4j.MDC;

/** Joins records of one piece of work to its trace. */
@FunctionalInterface
interface CorrelationIds {
    /** Where Micrometer Tracing puts the id for logs. */
    String TRACE_ID = "traceId";

    /** The id of the trace in hand, if there is one. */
    Optional<String> current();

    /** As the logs have it. */
    static Optional<String> logged() {
        return Optional.ofNullable(MDC.get(TRACE_ID)).filter(id -> !id.isBlank());
    }
}
