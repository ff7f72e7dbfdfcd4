package dev.protection.jdbc.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.protection.core.flow.BusinessTransaction;
import dev.protection.core.flow.Flows;
import dev.protection.core.flow.Withheld;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Plan;
import dev.protection.jdbc.sql.SqlMode;
import dev.protection.jdbc.store.WithheldTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the connections of one protected database share: flows, catalogue and analysed statements. */
final class ProtectedDatabase {
    /** Statements grow with their texts, so the cache is bounded by characters, about 32 MB of plans at the most. */
    private static final long PLANNED_CHARACTERS = 4_000_000;

    private final Flows flows;
    private final Dialect dialect;
    private final Optional<CaseRules> caseRules;
    private final WithheldTable withheld;
    private final String node;
    private final Function<Connection, BusinessTransaction> transactions;
    private final CatalogueCache catalogue = new CatalogueCache();
    private final AtomicReference<@Nullable CaseMapping> cases = new AtomicReference<>();
    private final AtomicLong settings = new AtomicLong();
    private final Cache<PlanKey, Plan> plans = Caffeine.newBuilder()
            .maximumWeight(PLANNED_CHARACTERS)
            .<PlanKey, Plan>weigher((key, plan) -> key.sql().length() + 64)
            .build();

    ProtectedDatabase(
            Flows flows,
            Dialect dialect,
            Optional<CaseRules> caseRules,
            WithheldTable withheld,
            String node,
            Function<Connection, BusinessTransaction> transactions) {
        this.caseRules = caseRules;
        this.withheld = withheld;
        this.node = node;
        this.flows = flows;
        this.dialect = dialect;
        this.transactions = transactions;
    }

    /** What decides how a text is understood, besides dialect and declaration. */
    record PlanKey(String sql, String place, SqlMode mode, long epoch) {}

    /** A number that changes when a session may have changed settings of all sessions. */
    long settingsEpoch() {
        return settings.get();
    }

    void settingsChanged() {
        settings.incrementAndGet();
    }

    Flows flows() {
        return flows;
    }

    Dialect dialect() {
        return dialect;
    }

    /** How the record names this node. */
    String node() {
        return node;
    }

    /** What upper and lower case are here; empty when it is not known. */
    Optional<CaseRules> caseRules() {
        return caseRules;
    }

    /** The persons whose rows a statement does not reach. */
    WithheldPersons persons(Withheld who) {
        return who.isEmpty() ? WithheldPersons.NOBODY : new WithheldPersons(who, withheld);
    }

    CatalogueCache catalogue() {
        return catalogue;
    }

    /** How this database changes the case of text; asked of it once. */
    CaseMapping cases(Connection raw) throws SQLException {
        CaseMapping known = cases.get();
        if (known == null) {
            known = LearnedCases.of(raw, dialect);
            cases.set(known);
        }
        return known;
    }

    Cache<PlanKey, Plan> plans() {
        return plans;
    }

    BusinessTransaction transaction(Connection raw) {
        return transactions.apply(raw);
    }
}
