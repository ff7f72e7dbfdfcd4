package dev.protection.core.config;

import dev.protection.access.Conditions;
import dev.protection.access.Hours;
import dev.protection.access.Network;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what must hold besides for a grant to count. */
final class ConditionWords {
    static final String MOMENT = "a moment such as 2027-01-31T00:00:00Z";

    private ConditionWords() {}

    static Conditions read(Section section) {
        return new Conditions(
                section.truth("strong-authentication", false),
                networks(section),
                section.section("hours").flatMap(ConditionWords::hours),
                parsed(section, "until", Instant::parse, MOMENT),
                breakGlass(section));
    }

    private static Optional<Duration> breakGlass(Section section) {
        Optional<Duration> length = Vocabulary.duration(section, "break-glass");
        Optional<Duration> wrong =
                length.filter(each -> each.isZero() || each.compareTo(Conditions.LONGEST_EMERGENCY) > 0);
        wrong.ifPresent(each -> section.problem("break-glass", "must be longer than nothing and at most PT24H"));
        return wrong.isPresent() ? Optional.empty() : length;
    }

    private static List<Network> networks(Section section) {
        List<Network> networks = new ArrayList<>();
        for (String text : section.texts("networks")) {
            try {
                networks.add(new Network(text));
            } catch (IllegalArgumentException e) {
                section.problem("networks", "'" + text + "' is not a network such as 10.1.0.0/16 or 2001:db8::/32");
            }
        }
        return networks;
    }

    private static Optional<Hours> hours(Section section) {
        section.missing("from", "a time of day such as \"08:00\"");
        section.missing("to", "a time of day such as \"18:00\"");
        section.missing("zone", "a time zone such as Europe/Helsinki");
        Set<DayOfWeek> days = Vocabulary.words(section, "days", DayOfWeek.class);
        Set<DayOfWeek> all = section.has("days") ? days : EnumSet.allOf(DayOfWeek.class);
        Optional<LocalTime> from = parsed(section, "from", LocalTime::parse, "a time of day such as \"08:00\"");
        Optional<LocalTime> to = parsed(section, "to", LocalTime::parse, "a time of day such as \"18:00\"");
        Optional<ZoneId> zone = parsed(section, "zone", ZoneId::of, "a time zone such as Europe/Helsinki");
        if (all.isEmpty()) {
            section.problem("days", "names no day");
        }
        section.finish();
        return all.isEmpty()
                ? Optional.empty()
                : from.flatMap(begin -> to.flatMap(end -> zone.map(of -> new Hours(all, begin, end, of))));
    }

    static <T> Optional<T> parsed(Section section, String key, Function<String, T> parser, String wanted) {
        return section.text(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException e) {
                section.problem(key, "'" + text + "' is not " + wanted);
                return Optional.empty();
            }
        });
    }
}
