package dev.protection.samples.pages.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The bytes that the database stores, for eyes: nothing else reads past the library. */
@Component
final class StoredBytes {
    private static final int SHOWN = 24;
    private static final List<String> COLUMNS = List.of("first_name", "last_name", "email", "phone", "birth_date");
    private static final String CELLS =
            "SELECT first_name, last_name, email, phone, birth_date FROM page_contact WHERE contact_id = ?";

    private final DataSource beneath;

    StoredBytes(@Qualifier("beneath") DataSource beneath) {
        this.beneath = beneath;
    }

    /** The beginnings of the cells, by column. */
    Map<String, String> cells(long contact) throws SQLException {
        Map<String, String> cells = new LinkedHashMap<>();
        try (Connection connection = beneath.getConnection();
                PreparedStatement select = connection.prepareStatement(CELLS)) {
            select.setLong(1, contact);
            try (ResultSet row = select.executeQuery()) {
                boolean found = row.next();
                for (String column : COLUMNS) {
                    cells.put(column, found ? hex(row.getBytes(column)) : "no row");
                }
            }
        }
        return cells;
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null
                ? "NULL"
                : HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length)) + ".. (" + bytes.length + " bytes)";
    }
}
