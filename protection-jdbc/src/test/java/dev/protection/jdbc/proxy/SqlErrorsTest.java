package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.ProtectionException;
import dev.protection.StoreUnavailableException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlErrorsTest {

    /** An exception of some capability, known by its code alone. */
    private static final class Coded extends ProtectionException {
        private static final long serialVersionUID = 1L;

        Coded(String code) {
            super(code, "what.", "remedy.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROT-ACCESS-DENIED,42501",
        "PROT-CONTEXT-MISSING,42501",
        "PROT-SQL-STATEMENT,42000",
        "PROT-CELL-FOREIGN,22000",
        "PROT-KEY-DESTROYED,22000",
        "PROT-STORE-UNAVAILABLE,58030",
        "PROT-CHANGED-MEANWHILE,40001",
        "PROT-WRITE-CONFLICT,40001",
        "PROT-VALUE,22000",
        "PROT-CONFIG,42000",
        "PROT-SOMETHING-NEW,42000",
        "UNHEARD,42000"
    })
    void ourExceptions_haveAStateThatPoolsKeepTheConnectionFor(String code, String state) {
        SQLException error = SqlErrors.of(new Coded(code));
        assertThat(error.getSQLState()).isEqualTo(state);
        assertThat((Throwable) error).hasCauseInstanceOf(Coded.class).hasMessageContaining(code);
    }

    @Test
    void ourExceptions_haveTheStandardClass() {
        assertThat((Throwable) SqlErrors.of(new Coded("PROT-ACCESS-DENIED")))
                .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
        assertThat((Throwable) SqlErrors.of(new Coded("PROT-SQL-X")))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThat((Throwable) SqlErrors.of(new Coded("PROT-CELL-X"))).isInstanceOf(SQLDataException.class);
        assertThat((Throwable) SqlErrors.of(new StoreUnavailableException("key store", new IllegalStateException("x"))))
                .isInstanceOf(SQLTransientException.class);
    }

    @ParameterizedTest
    @EnumSource
    void uniqueViolation_namesTheConstraintAndNoValue(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            bench.insert("t", "Aino", "sentinel value");
            SQLException raw = catchThrowableOfType(SQLException.class, () -> {
                try (PreparedStatement insert =
                        bench.raw.prepareStatement("INSERT INTO person (note) VALUES ('sentinel value')")) {
                    insert.executeUpdate();
                }
            });
            SQLException ours =
                    catchThrowableOfType(SQLException.class, () -> bench.insert("t", "Eino", "sentinel value"));
            assertThat((Throwable) raw).hasMessageContaining("sentinel");
            assertThat(ours.getSQLState()).isEqualTo(raw.getSQLState());
            assertThat(ours.getErrorCode()).isEqualTo(raw.getErrorCode());
            assertThat((Throwable) ours).hasMessageContaining("constraint \"").hasNoCause();
            for (Throwable each : ours) {
                assertThat(each).hasMessageNotContaining("sentinel");
            }
            assertThat(ours instanceof SQLIntegrityConstraintViolationException)
                    .isEqualTo(raw instanceof SQLIntegrityConstraintViolationException);
        }
    }

    @Test
    void serverErrors_keepClassStateCodeAndChain_andLoseTheirWords() {
        List<SQLException> raw = List.of(
                new SQLTimeoutException("secret", "57014", 1),
                new SQLTransactionRollbackException("secret", "40001", 2),
                new SQLDataException("secret", "22001", 3),
                new SQLException("secret", "XX000", 4),
                new SQLException("secret"));
        for (SQLException each : raw) {
            each.setNextException(new SQLException("another secret", "22001", 9));
            SQLException clean = SqlErrors.withoutValues(each);
            assertThat(clean.getClass()).isEqualTo(each.getClass());
            assertThat(clean.getSQLState()).isEqualTo(each.getSQLState());
            assertThat(clean.getErrorCode()).isEqualTo(each.getErrorCode());
            assertThat((Throwable) clean).hasMessageNotContaining("secret");
            assertThat((Throwable) clean.getNextException()).hasMessageNotContaining("secret");
        }
    }

    @Test
    void batchErrors_keepTheirCounts() {
        BatchUpdateException raw = new BatchUpdateException("secret", "23505", 7, new int[] {1, -3});
        BatchUpdateException clean = (BatchUpdateException) SqlErrors.withoutValues(raw);
        assertThat(clean.getUpdateCounts()).containsExactly(1, -3);
        assertThat((Throwable) clean).hasMessageNotContaining("secret");
    }

    @Test
    void constraintName_isNotTakenFromAValueThatLooksLikeOne() {
        SQLException raw = new SQLException(
                "ERROR: duplicate key value violates unique constraint \"uk\"\n Detail: Key (a)=(x constraint \"secret\") exists",
                "23505");
        assertThat((Throwable) SqlErrors.withoutValues(raw))
                .hasMessageContaining("unique constraint \"uk\"")
                .hasMessageNotContaining("secret");
        SQLException maria = new SQLException("Duplicate entry 'for key 'secret'' for key 'uk_note'", "23000", 1062);
        assertThat((Throwable) SqlErrors.withoutValues(maria))
                .hasMessageContaining("\"uk_note\"")
                .hasMessageNotContaining("secret");
    }
}
