package dev.protection.jdbc.proxy;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.core.Protection;
import dev.protection.core.Stores;
import dev.protection.core.flow.BusinessTransaction;
import dev.protection.core.flow.Flows;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.sql.DeclaredTables;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.store.BusinessSql;
import dev.protection.jdbc.store.DataPlace;
import dev.protection.jdbc.store.WithheldTable;
import dev.protection.rights.SubjectStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts connections to one database under one protection. Safe for use by several threads. */
public final class ConnectionProtection implements SessionFactory {
    private final Protection protection;
    private final Flows flows;
    private final SubjectStates states;
    private final String node = UUID.randomUUID().toString();
    private volatile @Nullable ProtectedDatabase database;

    /**
     * Joins connections to a protection.
     *
     * @param protection made by {@link Protection#load} or {@link Protection#builder}
     * @throws IllegalArgumentException for any other
     */
    public ConnectionProtection(Protection protection) {
        if (!(protection instanceof Flows.Holder flow) || !(protection instanceof Stores.Holder state)) {
            throw new IllegalArgumentException("a Protection comes from Protection.load or Protection.builder");
        }
        this.protection = protection;
        this.flows = flow.flows();
        this.states = state.states();
    }

    /**
     * Puts a connection under protection; it is closed when that cannot be.
     *
     * @param raw the driver's connection
     * @return the connection for the application
     * @throws SQLException when its database is of an unknown kind, or is not the one of {@code stores.data}
     */
    public Connection over(Connection raw) throws SQLException {
        return ProtectedConnection.over(raw, this, protection);
    }

    /**
     * Puts every connection of a data source under protection.
     *
     * @param raw the data source
     * @return the data source for the application
     */
    public DataSource over(DataSource raw) {
        return new GuardedDataSource(raw, this, protection);
    }

    @Override
    public StatementSession open(Connection raw) throws SQLException {
        ProtectedDatabase known = database;
        if (known == null) {
            known = learn(raw);
        }
        flows.guard().compare();
        return new FlowSession(raw, known);
    }

    private synchronized ProtectedDatabase learn(Connection raw) throws SQLException {
        ProtectedDatabase known = database;
        if (known == null) {
            String product = raw.getMetaData().getDatabaseProductName();
            Dialect dialect = Dialect.of(product).orElseThrow(() -> SqlErrors.of(JdbcRefusal.database(product)));
            if (!DataPlace.isReachedBy(raw)) {
                throw new ConfigurationException(List.of(new Problem(
                        "stores.data",
                        "is not the database that is protected: changes are recorded in the same transaction")));
            }
            Optional<CaseRules> rules =
                    CaseProbe.matters(flows.map()) ? CaseProbe.rules(raw, dialect) : Optional.empty();
            known = new ProtectedDatabase(flows, dialect, rules, WithheldTable.of(raw), node, this::transaction);
            requireDeclared(raw, known);
            database = known;
        }
        return known;
    }

    /** Tables that are there must be as they are declared before anything is done with them. */
    private void requireDeclared(Connection raw, ProtectedDatabase known) throws SQLException {
        Dialect dialect = known.dialect();
        List<Problem> problems;
        try {
            problems = new DeclaredTables(dialect, flows.map(), new JdbcCatalogue(raw, dialect, known.catalogue()))
                    .problems();
        } catch (JdbcCatalogue.CatalogueFailure e) {
            throw e.failure();
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private BusinessTransaction transaction(Connection raw) {
        try {
            return new BusinessSql(raw, node, states);
        } catch (SQLException e) {
            throw new JdbcCatalogue.CatalogueFailure(e);
        }
    }
}
