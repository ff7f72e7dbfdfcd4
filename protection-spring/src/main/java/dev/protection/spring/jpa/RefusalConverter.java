package dev.protection.spring.jpa;

import dev.protection.ProtectionException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import org.hibernate.JDBCException;
import org.hibernate.exception.AuthException;
import org.hibernate.exception.spi.SQLExceptionConverter;

/** Converts refusals of the library; everything else as before. */
final class RefusalConverter implements SQLExceptionConverter {
    private static final long serialVersionUID = 1L;

    /** Hibernate's own. */
    private final SQLExceptionConverter otherwise;

    RefusalConverter(SQLExceptionConverter otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public JDBCException convert(SQLException failure, String message, String sql) {
        return failure instanceof SQLInvalidAuthorizationSpecException
                        && failure.getCause() instanceof ProtectionException
                ? new AuthException(message, failure, sql)
                : otherwise.convert(failure, message, sql);
    }
}
