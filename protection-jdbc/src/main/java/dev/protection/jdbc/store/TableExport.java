package dev.protection.jdbc.store;

import dev.protection.Field;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.Reading;
import dev.protection.rights.ExportItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens the cells of a page with one look-up of keys, and puts the values in the order of the declaration. */
final class TableExport {
    private final CellOpener opener;

    TableExport(CellOpener opener) {
        this.opener = opener;
    }

    List<ExportItem> items(DatasetTable table, List<TableRow> rows) {
        List<CellOpener.Cell> cells = new ArrayList<>();
        for (TableRow row : rows) {
            for (FieldValue value : row.values()) {
                cell(table, row, value).ifPresent(cells::add);
            }
        }
        List<Reading<Object>> opened = opener.open(cells);
        List<ExportItem> items = new ArrayList<>();
        int next = 0;
        for (TableRow row : rows) {
            Map<String, Optional<Object>> values = new LinkedHashMap<>();
            for (FieldValue value : row.values()) {
                Field field = value.place().field();
                boolean sealed = cell(table, row, value).isPresent();
                values.put(
                        field.name(),
                        sealed ? clear(opened.get(next++)) : field.encrypt() ? Optional.empty() : value.stored());
            }
            items.add(new ExportItem(TableDataSource.ref(table, row), values, Set.of(), Optional.empty()));
        }
        return items;
    }

    private static Optional<CellOpener.Cell> cell(DatasetTable table, TableRow row, FieldValue value) {
        Field field = value.place().field();
        return field.encrypt() && value.stored().isPresent() && row.subject().isPresent()
                ? Optional.of(new CellOpener.Cell(
                        table.dataset(), field, row.subject().get(), (byte[])
                                value.stored().get()))
                : Optional.empty();
    }

    private static Optional<Object> clear(Reading<Object> reading) {
        return reading instanceof Reading.Clear<Object> clear ? Optional.of(clear.value()) : Optional.empty();
    }
}
