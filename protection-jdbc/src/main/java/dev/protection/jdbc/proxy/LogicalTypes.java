package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.Dialect;
import org.jspecify.annotations.Nullable;

/** How a database and its driver describe a plain column of each type. */
final class LogicalTypes {
    private final Dialect dialect;
    private final DriverReading reading;

    /** For the product as its metadata names it; an unknown one is described in standard SQL. */
    LogicalTypes(String product) {
        this.dialect = Dialect.of(product).orElse(Dialect.H2);
        this.reading = DriverReading.of(dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    /** How the driver reads such columns. */
    DriverReading reading() {
        return reading;
    }

    TypeDescription of(ColumnType type) {
        return switch (dialect) {
            case H2 -> H2Types.of(type);
            case POSTGRESQL -> PostgresTypes.of(type);
            case MARIADB -> MariaTypes.of(type);
        };
    }

    /** The same in the catalogue. */
    CatalogueEntry catalogued(ColumnType type) {
        return CatalogueEntry.of(type, of(type), dialect);
    }

    /** The name of the class {@code getObject} gives, as the driver writes it. */
    String className(ColumnType type) {
        Class<?> read = of(type).read();
        return dialect == Dialect.MARIADB ? read.getTypeName() : read.getName();
    }

    /** What the driver gives as the comment of a column that has none. */
    @Nullable
    String noComment() {
        return dialect == Dialect.MARIADB ? "" : null;
    }

    /** How long a timestamp is: without a point when it has no fraction. */
    static int timestamp(int seconds, int fraction) {
        return fraction == 0 ? seconds : seconds + 1 + fraction;
    }
}
