package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Catalogue;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The catalogue as one connection sees it, read through its own metadata and kept until a definition changes. */
final class JdbcCatalogue implements Catalogue {
    private final Connection raw;
    private final Dialect dialect;
    private final CatalogueCache cache;

    private @Nullable String home;

    JdbcCatalogue(Connection raw, Dialect dialect, CatalogueCache cache) {
        this.raw = raw;
        this.dialect = dialect;
        this.cache = cache;
    }

    @Override
    public Optional<Table> table(Optional<String> schema, String name) {
        String place = place(schema);
        // Numbers of temporary schemas are given to other sessions later.
        return place.contains("pg_temp") ? read(schema, name) : cache.table(place, name, () -> read(schema, name));
    }

    /** What another session changed meanwhile is known from then on. */
    @Override
    public Optional<Table> current(Optional<String> schema, String name) {
        Optional<Table> now = read(schema, name);
        if (!now.equals(table(schema, name))) {
            cache.definitionChanged();
        }
        return now;
    }

    @Override
    public Set<String> viewsOver(Set<String> tables) {
        return cache.views(tables, () -> new ViewNames(raw, dialect).over(tables));
    }

    @Override
    public Optional<View> view(Optional<String> schema, String name) {
        try {
            Optional<String> place = dialect == Dialect.POSTGRESQL ? schema : Optional.of(place(schema));
            Optional<Table> table = table(schema, name);
            Optional<String> definition = new ViewDefinitions(raw, dialect).of(place, name);
            return definition.flatMap(query -> table.map(found ->
                    new View(query, found.columns().stream().map(Column::name).toList())));
        } catch (SQLException e) {
            throw new CatalogueFailure(e);
        }
    }

    @Override
    public List<UniqueKey> uniqueKeys(Table table) {
        try {
            return new UniqueKeys(raw, dialect).of(table);
        } catch (SQLException e) {
            throw new CatalogueFailure(e);
        }
    }

    @Override
    public Map<String, Parent> parentsOf(Set<String> tables) {
        return cache.parents(home(), tables, () -> {
            try {
                return parents(tables);
            } catch (SQLException e) {
                throw new CatalogueFailure(e);
            }
        });
    }

    /** MariaDB: the database that this connection was opened for; elsewhere foreign keys stay within the database. */
    private Optional<String> home() {
        if (dialect != Dialect.MARIADB) {
            return Optional.empty();
        }
        String known = home;
        if (known == null) {
            known = place(Optional.empty());
            home = known;
        }
        return Optional.of(known);
    }

    private Map<String, Parent> parents(Set<String> tables) throws SQLException {
        ForeignKeys keys = new ForeignKeys(tables);
        DatabaseMetaData metaData = raw.getMetaData();
        Optional<String> next = keys.next();
        while (next.isPresent()) {
            for (Found found : find(metaData, home().orElse(null), next.get())) {
                try (ResultSet rows = metaData.getImportedKeys(found.catalog(), found.schema(), found.name())) {
                    while (rows.next()) {
                        keys.add(next.get(), rows);
                    }
                }
            }
            next = keys.next();
        }
        return keys.parents();
    }

    private String place(Optional<String> schema) {
        return schema.orElseGet(() -> {
            try {
                return String.join(",", path());
            } catch (SQLException e) {
                throw new CatalogueFailure(e);
            }
        });
    }

    /** Where a bare name is looked for, in order: in PostgreSQL first among the temporary tables of the session. */
    private List<String> path() throws SQLException {
        if (dialect != Dialect.POSTGRESQL) {
            return List.of("" + (dialect == Dialect.MARIADB ? raw.getCatalog() : raw.getSchema()));
        }
        List<String> path = new ArrayList<>();
        try (Statement statement = raw.createStatement();
                ResultSet rows = statement.executeQuery("SELECT unnest(pg_catalog.current_schemas(true))")) {
            while (rows.next()) {
                path.add(rows.getString(1));
            }
        }
        return path;
    }

    private Optional<Table> read(Optional<String> schema, String name) {
        try {
            DatabaseMetaData metaData = raw.getMetaData();
            List<Found> found = new ArrayList<>();
            for (String each : schema.isPresent() ? List.of(schema.get()) : path()) {
                if (found.isEmpty()) {
                    found.addAll(find(metaData, each, name));
                }
            }
            // MariaDB looks for a bare name in the current database and nowhere else.
            if (found.isEmpty() && schema.isEmpty() && dialect != Dialect.MARIADB) {
                found.addAll(find(metaData, null, name));
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(describe(metaData, best(found, name)));
        } catch (SQLException e) {
            throw new CatalogueFailure(e);
        }
    }

    private record Found(@Nullable String catalog, @Nullable String schema, String name) {}

    private List<Found> find(DatabaseMetaData metaData, @Nullable String place, String name) throws SQLException {
        List<Found> found = new ArrayList<>();
        boolean maria = dialect == Dialect.MARIADB;
        String like = escape(metaData, name);
        for (String pattern :
                new TreeSet<>(List.of(like, like.toLowerCase(Locale.ROOT), like.toUpperCase(Locale.ROOT)))) {
            String schemaPattern = maria || place == null ? null : escape(metaData, place);
            try (ResultSet tables = metaData.getTables(maria ? place : null, schemaPattern, pattern, null)) {
                while (tables.next()) {
                    String type = tables.getString("TABLE_TYPE");
                    if (type != null && (type.contains("TABLE") || type.contains("VIEW"))) {
                        found.add(new Found(tables.getString(1), tables.getString(2), tables.getString(3)));
                    }
                }
            }
        }
        return found;
    }

    private static Found best(List<Found> found, String name) {
        return found.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(found.get(0));
    }

    private static String escape(DatabaseMetaData metaData, String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private Table describe(DatabaseMetaData metaData, Found found) throws SQLException {
        boolean maria = dialect == Dialect.MARIADB;
        String catalog = found.catalog();
        String schemaPattern = found.schema() == null ? null : escape(metaData, found.schema());
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = metaData.getColumns(catalog, schemaPattern, escape(metaData, found.name()), null)) {
            while (rows.next()) {
                columns.add(column(rows));
            }
        }
        TreeMap<Short, String> key = new TreeMap<>();
        try (ResultSet rows = metaData.getPrimaryKeys(catalog, found.schema(), found.name())) {
            while (rows.next()) {
                key.put(rows.getShort("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        String schema = maria ? "" + catalog : "" + found.schema();
        return new Table(schema, found.name(), columns, List.copyOf(key.values()), unique(metaData, found));
    }

    private static List<List<String>> unique(DatabaseMetaData metaData, Found found) throws SQLException {
        Map<String, TreeMap<Short, String>> indexes = new TreeMap<>();
        try (ResultSet rows = metaData.getIndexInfo(found.catalog(), found.schema(), found.name(), true, true)) {
            while (rows.next()) {
                String index = rows.getString("INDEX_NAME");
                String column = rows.getString("COLUMN_NAME");
                if (index != null && column != null) {
                    indexes.computeIfAbsent(index, key -> new TreeMap<>())
                            .put(rows.getShort("ORDINAL_POSITION"), column);
                }
            }
        }
        return indexes.values().stream()
                .map(index -> List.copyOf(index.values()))
                .toList();
    }

    private static Column column(ResultSet row) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        int type = row.getInt("DATA_TYPE");
        String typeName = row.getString("TYPE_NAME");
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        String byDefault = row.getString("COLUMN_DEF");
        boolean generated = "YES".equals(row.getString("IS_AUTOINCREMENT")) || isMade(byDefault);
        String comment = row.getString("REMARKS");
        long size = row.getLong("COLUMN_SIZE");
        int digits = row.getInt("DECIMAL_DIGITS");
        int told = row.wasNull() ? -1 : digits;
        return new Column(name, type, typeName, nullable, generated, size, told, comment == null ? "" : comment);
    }

    /** A default that is computed anew for each row, so that the value is known only after the row was stored. */
    private static boolean isMade(@Nullable String byDefault) {
        if (byDefault == null) {
            return false;
        }
        String folded = byDefault.toLowerCase(Locale.ROOT);
        return folded.contains("nextval") || folded.contains("next value") || folded.contains("uuid(");
    }

    /** The catalogue could not be read; becomes the error of the statement that needed it. */
    static final class CatalogueFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** The driver's error. */
        private final SQLException failure;

        CatalogueFailure(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }
}
