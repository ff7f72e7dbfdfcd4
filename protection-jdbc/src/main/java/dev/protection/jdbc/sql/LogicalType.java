package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.util.Map;
import java.util.Set;

/** Which types of a column hold values of which declared type. */
final class LogicalType {
    private static final Map<FieldType, Set<String>> WORDS = Map.of(
            FieldType.TEXT,
            Keywords.words("""
                    char character varchar nvarchar varchar2 varchar_ignorecase national bpchar text clob longtext
                    mediumtext tinytext ntext nclob enum"""),
            FieldType.INTEGER,
            Keywords.words("int integer int2 int4 int8 bigint smallint tinyint mediumint serial bigserial"),
            FieldType.DECIMAL,
            Keywords.words("numeric decimal dec number"),
            FieldType.DATE,
            Set.of("date"),
            FieldType.TIMESTAMP,
            Keywords.words("timestamp timestamptz datetime"),
            FieldType.BOOLEAN,
            Keywords.words("boolean bool bit tinyint"),
            FieldType.BYTES,
            Keywords.words("bytea varbinary binary blob longblob mediumblob raw"));

    private LogicalType() {}

    static boolean holds(FieldType declared, Token type) {
        return WORDS.getOrDefault(declared, Set.of()).contains(type.text());
    }
}
