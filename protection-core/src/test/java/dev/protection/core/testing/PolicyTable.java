package dev.protection.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.NearestWord;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import dev.protection.access.Rule;
import dev.protection.core.Protection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A policy as a table, each row a test: who, working where and why, may do what with which item of whose data. Columns, in
 * any order: {@code role} and {@code assigned} (several with commas; none may be left empty), {@code purpose}, {@code for}
 * (the tenant the work is for), {@code action}, {@code item} ({@code dataset.field}), {@code of} (whose data) and
 * {@code answer}: {@code yes}, {@code masked} and the mask, or the {@link Rule} that refuses. Further columns are attributes
 * of the actor. A cell that is left empty is that of the row above.
 */
public final class PolicyTable {
    private static final List<String> COLUMNS =
            List.of("role", "assigned", "purpose", "for", "action", "item", "of", "answer");

    private final List<Map<String, String>> rows = new ArrayList<>();

    private PolicyTable(String text) {
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("|") && !line.matches("[|\\s:-]+"))
                .map(PolicyTable::cells)
                .toList();
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
        COLUMNS.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw new IllegalArgumentException("the table has no column '" + column + "'; it has " + header);
        });
        Map<String, String> above = new HashMap<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != header.size()) {
                throw new IllegalArgumentException("a row has " + line.size() + " cells: " + line);
            }
            for (int i = 0; i < header.size(); i++) {
                if (!line.get(i).isEmpty()) {
                    above.put(header.get(i), line.get(i));
                }
            }
            rows.add(checked(Map.copyOf(above)));
        }
    }

    /**
     * Reads a table.
     *
     * @param text lines that begin and end with {@code |}; the first one names the columns
     * @return the table
     * @throws IllegalArgumentException when a column is missing or a word is unknown, with the nearest one
     */
    public static PolicyTable of(String text) {
        return new PolicyTable(text);
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static Map<String, String> checked(Map<String, String> row) {
        COLUMNS.stream().filter(column -> !row.containsKey(column)).findFirst().ifPresent(column -> {
            throw new IllegalArgumentException("the first row leaves '" + column + "' empty");
        });
        known(
                "action",
                cell(row, "action"),
                Arrays.stream(Action.values()).map(Enum::name).toList());
        Set<String> answers = new LinkedHashSet<>(Set.of("yes"));
        Arrays.stream(Mask.values()).forEach(mask -> answers.add("masked " + mask.word()));
        Arrays.stream(Rule.values()).forEach(rule -> answers.add(rule.name()));
        known("answer", cell(row, "answer"), answers);
        if (cell(row, "item").indexOf('.') < 1) {
            throw new IllegalArgumentException("'" + cell(row, "item") + "' is no item: write dataset.field");
        }
        return row;
    }

    private static void known(String column, String word, Collection<String> words) {
        if (!words.contains(word)) {
            throw new IllegalArgumentException("unknown " + column + " '" + word + "'" + NearestWord.hint(word, words));
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /**
     * Returns the tests, for a method with {@code @TestFactory}.
     *
     * @param protection decides by the policy that is tested
     * @return one for each row
     */
    public Stream<DynamicTest> tests(Protection protection) {
        return rows.stream().map(row -> DynamicTest.dynamicTest(name(row), () -> check(protection, row)));
    }

    private static String name(Map<String, String> row) {
        return COLUMNS.stream().map(column -> cell(row, column)).collect(Collectors.joining(" "));
    }

    private static void check(Protection protection, Map<String, String> row) {
        ProtectionContext context = context(row);
        String item = cell(row, "item");
        int dot = item.indexOf('.');
        try (Scope scope = protection.open(context)) {
            Decision decision = protection
                    .access()
                    .why(
                            context,
                            Action.valueOf(cell(row, "action")),
                            item.substring(0, dot),
                            item.substring(dot + 1),
                            SubjectRef.of(TenantId.of(cell(row, "of")), "person", "1"));
            assertThat(answer(decision)).as(decision.facts().inWords()).isEqualTo(cell(row, "answer"));
        }
    }

    private static ProtectionContext context(Map<String, String> row) {
        Set<TenantId> assigned =
                Arrays.stream(list(cell(row, "assigned"))).map(TenantId::of).collect(Collectors.toSet());
        Map<String, String> attributes = new HashMap<>(row);
        COLUMNS.forEach(attributes::remove);
        Actor actor = new Actor("somebody", Set.of(list(cell(row, "role"))), assigned, attributes);
        return ProtectionContext.of(actor, cell(row, "purpose"), TenantId.of(cell(row, "for")));
    }

    private static String[] list(String cell) {
        return cell.split("\\s*,\\s*", -1);
    }

    private static String answer(Decision decision) {
        if (decision instanceof Permit permit) {
            return permit.mask().map(mask -> "masked " + mask.word()).orElse("yes");
        }
        return decision.facts().rule().name();
    }
}
