package dev.protection.jdbc.store;

import dev.protection.TenantId;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.FindingStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings beside the application's data. */
final class JdbcFindingStore implements FindingStore {
    private static final String COLUMNS = "id, rule, tenant, who, first_at, last_at, events, facts, normal, withdrawn";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM protection.finding";
    private static final Comparator<Finding> NEWEST_FIRST =
            Comparator.comparing(Finding::lastAt).reversed().thenComparing(Finding::id);

    private final SqlTransactions transactions;

    JdbcFindingStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(Finding finding) {
        Object[] row = {
            finding.id(),
            finding.rule().name(),
            finding.tenant().value(),
            finding.who(),
            finding.firstAt(),
            finding.lastAt(),
            finding.count(),
            written(finding.facts()),
            finding.normal(),
            finding.withdrawn()
        };
        transactions.run(session -> {
            session.update("DELETE FROM protection.finding WHERE id = ?", finding.id());
            session.update(
                    "INSERT INTO protection.finding (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row);
        });
    }

    @Override
    public Optional<Finding> get(String id) {
        return transactions.call(session -> session.first(SELECT + " WHERE id = ?", JdbcFindingStore::read, id));
    }

    @Override
    public List<Finding> find(FindingQuery query) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        query.tenant().ifPresent(tenant -> add(where, values, "tenant = ?", tenant.value()));
        query.rule().ifPresent(rule -> add(where, values, "rule = ?", rule.name()));
        query.since().ifPresent(since -> add(where, values, "last_at >= ?", since));
        return transactions
                .call(session -> session.query(SELECT + where, JdbcFindingStore::read, values.toArray()))
                .stream()
                .filter(query::matches)
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" AND ").append(condition);
        values.add(value);
    }

    private static Finding read(SqlRow row) throws SQLException {
        return new Finding(
                row.text(1),
                FindingRule.valueOf(row.text(2)),
                TenantId.of(row.text(3)),
                row.text(4),
                row.instant(5),
                row.instant(6),
                row.number(7),
                facts(row.text(8)),
                row.text(9),
                row.optionalText(10));
    }

    private static String written(Map<String, String> facts) {
        List<String> parts = new ArrayList<>();
        facts.forEach((name, value) -> parts.addAll(List.of(name, value)));
        return KeyText.join(parts);
    }

    private static SortedMap<String, String> facts(String written) {
        SortedMap<String, String> facts = new TreeMap<>();
        List<String> parts = KeyText.split(written);
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            facts.put(parts.get(i), parts.get(i + 1));
        }
        return facts;
    }
}
