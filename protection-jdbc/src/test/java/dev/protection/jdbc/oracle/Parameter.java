package dev.protection.jdbc.oracle;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;

/**
 * One parameter: how it is set, and its value as text.
 *
 * @param setter the kind of setter
 * @param text the value
 */
record Parameter(String setter, String text) {
    static Parameter parse(String written) {
        int colon = written.indexOf(':');
        return new Parameter(written.substring(0, colon).strip(), written.substring(colon + 1));
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        switch (setter) {
            case "string" -> statement.setString(index, text);
            case "nstring" -> statement.setNString(index, text);
            case "int" -> statement.setInt(index, Integer.parseInt(text));
            case "short" -> statement.setShort(index, Short.parseShort(text));
            case "long" -> statement.setLong(index, Long.parseLong(text));
            case "decimal" -> statement.setBigDecimal(index, new BigDecimal(text));
            case "double" -> statement.setDouble(index, Double.parseDouble(text));
            case "bool" -> statement.setBoolean(index, Boolean.parseBoolean(text));
            case "bytes" -> statement.setBytes(index, HexFormat.of().parseHex(text));
            case "date" -> statement.setDate(index, Date.valueOf(text));
            case "timestamp" -> statement.setTimestamp(index, Timestamp.valueOf(text));
            case "null" ->
                statement.setNull(index, java.sql.JDBCType.valueOf(text).getVendorTypeNumber());
            case "reader" -> statement.setCharacterStream(index, new StringReader(text));
            case "reader-length" -> statement.setCharacterStream(index, new StringReader(text), text.length());
            case "stream" ->
                statement.setBinaryStream(
                        index, new ByteArrayInputStream(HexFormat.of().parseHex(text)));
            case "ascii" ->
                statement.setAsciiStream(
                        index, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), text.length());
            default -> object(statement, index);
        }
    }

    private void object(PreparedStatement statement, int index) throws SQLException {
        switch (setter) {
            case "object-string" -> statement.setObject(index, text);
            case "object-int" -> statement.setObject(index, Integer.valueOf(text));
            case "object-long" -> statement.setObject(index, Long.valueOf(text));
            case "object-decimal" -> statement.setObject(index, new BigDecimal(text));
            case "object-bool" -> statement.setObject(index, Boolean.valueOf(text));
            case "object-date" -> statement.setObject(index, LocalDate.parse(text));
            case "object-timestamp" -> statement.setObject(index, LocalDateTime.parse(text));
            case "object-bytes" -> statement.setObject(index, HexFormat.of().parseHex(text));
            case "object-null" -> statement.setObject(index, null);
            case "varchar" -> statement.setObject(index, text, Types.VARCHAR);
            case "strings" ->
                statement.setArray(
                        index,
                        statement
                                .getConnection()
                                .createArrayOf("varchar", text.isEmpty() ? new String[0] : text.split(",", -1)));
            case "typed-date" -> statement.setObject(index, LocalDate.parse(text), Types.DATE);
            default -> throw new IllegalArgumentException("unknown setter " + setter);
        }
    }
}
