package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import dev.protection.jdbc.sql.Analyzer;
import dev.protection.jdbc.sql.DefinitionPlan;
import dev.protection.jdbc.sql.DeletePlan;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.InsertPlan;
import dev.protection.jdbc.sql.Plan;
import dev.protection.jdbc.sql.QueryPlan;
import dev.protection.jdbc.sql.SqlRefused;
import dev.protection.jdbc.sql.Untouched;
import dev.protection.jdbc.sql.UpdatePlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one connection knows about protection: analyses its texts and runs what touches protected data. */
final class FlowSession implements StatementSession {
    /** How statements start that may change what names mean; {@code set_config} may stand anywhere. */
    private static final List<String> PLACE_WORDS = List.of("set", "use", "reset", "discard", "call", "/*", "--");

    private final Connection raw;
    private final ProtectedDatabase database;
    private final JdbcCatalogue catalogue;
    private final Analyzer analyzer;
    private @Nullable String place;

    FlowSession(Connection raw, ProtectedDatabase database) {
        this.raw = raw;
        this.database = database;
        this.catalogue = new JdbcCatalogue(raw, database.dialect(), database.catalogue());
        this.analyzer = new Analyzer(database.dialect(), database.flows().map(), catalogue);
    }

    @Override
    public Optional<PlannedStatement> plan(String sql) throws SQLException {
        try {
            Plan plan = analyse(sql);
            if (plan instanceof Untouched) {
                if (changesPlace(sql)) {
                    place = null;
                }
                return Optional.empty();
            }
            return Optional.of(runnable(plan));
        } catch (SqlRefused refused) {
            database.flows().refusals().statement(refused.code());
            throw SqlErrors.of(refused);
        } catch (JdbcRefusal refused) {
            database.flows().refusals().statement(refused.code());
            throw SqlErrors.of(refused);
        } catch (JdbcCatalogue.CatalogueFailure failure) {
            throw failure.failure();
        } catch (ProtectionException failure) {
            throw SqlErrors.of(failure);
        }
    }

    private Plan analyse(String sql) throws SQLException {
        var key =
                new ProtectedDatabase.PlanKey(sql, place(), database.catalogue().epoch());
        Plan known = database.plans().getIfPresent(key);
        if (known == null) {
            known = analyzer.analyze(sql);
            database.plans().put(key, known);
        }
        return known;
    }

    private String place() throws SQLException {
        String known = place;
        if (known == null) {
            known = "" + (database.dialect() == Dialect.MARIADB ? raw.getCatalog() : raw.getSchema());
            place = known;
        }
        return known;
    }

    /** The search path may be another after a statement like this. */
    private static boolean changesPlace(String sql) {
        String start = sql.stripLeading();
        return PLACE_WORDS.stream().anyMatch(word -> start.regionMatches(true, 0, word, 0, word.length()))
                || sql.contains("_config")
                || sql.contains("_CONFIG");
    }

    private PlannedStatement runnable(Plan plan) {
        ColumnKinds kinds = new ColumnKinds(catalogue);
        if (plan instanceof QueryPlan query) {
            return new QueryRun(query, database);
        }
        if (plan instanceof InsertPlan insert) {
            if (!insert.returning().isEmpty()) {
                throw JdbcRefusal.returning();
            }
            return new InsertRun(insert, database, new Values(insert.dataset(), kinds));
        }
        if (plan instanceof UpdatePlan update) {
            return new ChangeRun(Change.of(update), database, new Values(update.dataset(), kinds));
        }
        if (plan instanceof DeletePlan delete) {
            return new ChangeRun(Change.of(delete), database, new Values(delete.dataset(), kinds));
        }
        return new DefinitionRun((DefinitionPlan) plan, database, catalogue);
    }

    @Override
    public void placeChanged() {
        place = null;
    }

    @Override
    public ColumnFace face(String table, String column) {
        return DeclaredColumns.face(database.flows().map(), table, column);
    }

    @Override
    public void beforeCommit() {
        // Writes are recorded by their own statements, reads when their results end: nothing waits for the commit.
    }

    @Override
    public void transactionEnded() {
        place = null;
    }
}
