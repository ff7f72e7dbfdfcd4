package dev.protection.jdbc.sql;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.Search;
import dev.protection.SubjectPath;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A small data map, and the tables that hold it, as the tests of this package use them. */
final class Example {
    private Example() {}

    static DataMap map() {
        return DataMap.builder()
                .controller("Example Pages Oy", "dpo@example.com")
                .purpose(Purpose.of(
                        "support", LegalBasis.CONTRACT, "name", "email-address", "birth-date", "communication"))
                .dataset(contact())
                .dataset(message())
                .dataset(visit())
                .dataset(owner())
                .dataset(pet())
                .build();
    }

    private static Dataset contact() {
        return Dataset.named("page_contact")
                .table("public.page_contact")
                .purposes("support")
                .subject("contact", "contact_id")
                .tenant("client_id")
                .field(Field.sealed("full_name", "name"))
                .field(Field.sealed("email", "email-address")
                        .search(Search.EQUALITY)
                        .index(exact()))
                .field(Field.sealed("birth_date", "birth-date")
                        .type(FieldType.DATE)
                        .search(Search.ORDER))
                .field(Field.sealed("points", "behaviour")
                        .type(FieldType.INTEGER)
                        .search(Search.EQUALITY))
                .field(Field.plain("city", "location"))
                .build();
    }

    private static Field.Index exact() {
        return new Field.Index(IndexScope.CONTROLLER, Optional.empty(), Set.of(), true);
    }

    private static Dataset message() {
        return Dataset.named("message")
                .key("message_id")
                .purposes("support")
                .subject("contact", "contact_id")
                .tenant("client_id")
                .field(Field.sealed("body", "communication"))
                .build();
    }

    private static Dataset visit() {
        return Dataset.named("visit")
                .purposes("support")
                .subject(new SubjectPath.Via("owner", "pet_id", "pet", "owner_id"))
                .tenant(new TenantPath.Fixed(new TenantId("clinic")))
                .field(Field.sealed("description", "health"))
                .build();
    }

    private static Dataset owner() {
        return Dataset.named("owner")
                .purposes("support")
                .subject("owner", "id")
                .tenant(new TenantPath.Fixed(new TenantId("clinic")))
                .field(Field.sealed("last_name", "name").search(Search.EQUALITY))
                .build();
    }

    private static Dataset pet() {
        return Dataset.named("pet")
                .purposes("support")
                .subject("owner", "owner_id")
                .tenant(new TenantPath.Fixed(new TenantId("clinic")))
                .field(Field.sealed("nickname", "name").search(Search.ORDER))
                .build();
    }

    static Analyzer analyzer(Dialect dialect) {
        return analyzer(dialect, dialect == Dialect.H2 ? "PUBLIC" : "public");
    }

    static Analyzer analyzer(Dialect dialect, String schema) {
        return new Analyzer(dialect, map(), new Tables(dialect, schema));
    }

    /** The tables of the example as a database of a dialect would describe them. */
    static final class Tables implements Catalogue {
        private static final Set<String> SEALED =
                Set.of("full_name", "email", "birth_date", "points", "body", "description", "last_name", "nickname");

        private final Dialect dialect;
        private final String schema;
        private final List<Table> tables;

        Tables(Dialect dialect, String schema) {
            this.dialect = dialect;
            this.schema = schema;
            this.tables = Stream.of(
                            "page_contact|contact_id*+ client_id full_name email email_index birth_date points points_index city active last_seen",
                            "message|message_id*+ contact_id client_id body sent",
                            "visit|id*+ pet_id visit_date description",
                            "owner|id*+ last_name last_name_index telephone",
                            "pet|id*+ name owner_id nickname",
                            "page|id*+ title client_id",
                            "log|id*+ message at",
                            "client|id*+ name")
                    .map(this::table)
                    .toList();
        }

        private Table table(String line) {
            int bar = line.indexOf('|');
            List<Column> columns = new ArrayList<>();
            List<String> key = new ArrayList<>();
            for (String word : line.substring(bar + 1).split(" ", -1)) {
                String name = stored(word.replace("*", "").replace("+", ""));
                columns.add(new Column(
                        name, type(name), "text", !word.contains("*"), word.contains("+"), 0, -1, comment(name)));
                if (word.contains("*")) {
                    key.add(name);
                }
            }
            return new Table(schema, stored(line.substring(0, bar)), columns, key, List.of());
        }

        private static String comment(String name) {
            return name.equalsIgnoreCase("points") ? TypeComment.mark(ColumnType.plain(ColumnType.Kind.INTEGER)) : "";
        }

        private static int type(String name) {
            String folded = name.toLowerCase(Locale.ROOT);
            if (folded.endsWith("id")) {
                return Types.BIGINT;
            }
            if (SEALED.contains(folded) || folded.endsWith("_index")) {
                return Types.VARBINARY;
            }
            return switch (folded) {
                case "active" -> Types.BOOLEAN;
                case "last_seen", "sent", "at" -> Types.TIMESTAMP;
                case "visit_date" -> Types.DATE;
                default -> Types.VARCHAR;
            };
        }

        private String stored(String name) {
            return dialect == Dialect.H2 ? name.toUpperCase(Locale.ROOT) : name;
        }

        @Override
        public Optional<Table> table(Optional<String> schema, String name) {
            return tables.stream()
                    .filter(table -> table.name().equalsIgnoreCase(name))
                    .filter(table -> schema.isEmpty() || schema.get().equalsIgnoreCase(table.schema()))
                    .findFirst();
        }

        @Override
        public Set<String> viewsOver(Set<String> of) {
            return of.contains("page_contact") ? Set.of("contact_view") : Set.of();
        }
    }
}
