package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.Kept;
import dev.protection.rights.RequestPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What several of these pages say. */
final class Words {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static SubjectRef person(String tenant, String kind, String id) {
        try {
            return new SubjectRef(TenantId.of(tenant), kind, id);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no person is named so", e);
        }
    }

    static String name(SubjectRef person) {
        return person.kind().replace('-', ' ') + " " + person.id();
    }

    static String at(Instant instant) {
        return SECOND.format(instant);
    }

    /** A name of a constant as a class of the style sheet. */
    static String style(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Html removed(String caption, List<RequestPlan.Line> lines) {
        return Html.table(
                caption,
                List.of("Where", "Data", "Records", "Fields"),
                lines.stream()
                        .<List<?>>map(line -> List.of(
                                line.source(), line.dataset(), line.records(), String.join(", ", line.fields())))
                        .toList());
    }

    static Html kept(List<Kept> kept) {
        return Html.table(
                "What the law keeps",
                List.of("Data", "Fields", "Records", "Law and period", "Until"),
                kept.stream().<List<?>>map(Words::row).toList());
    }

    private static List<?> row(Kept kept) {
        return List.of(
                kept.dataset(),
                String.join(", ", kept.fields()),
                kept.records(),
                kept.duties().stream()
                        .map(duty -> duty.law() + " for " + duty.period())
                        .collect(Collectors.joining(", ")),
                kept.until().map(Words::at).orElse(""));
    }
}
