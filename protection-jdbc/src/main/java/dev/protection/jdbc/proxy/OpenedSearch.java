package dev.protection.jdbc.proxy;

import dev.protection.core.flow.ReadSession;
import dev.protection.core.flow.TextSearch;
import dev.protection.core.flow.TextTerms;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.OpenedColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Answers conditions on texts in one read.
 *
 * @param session the read
 * @param cells what it opens for conditions
 * @param supplies what its statements need
 */
record OpenedSearch(ReadSession session, OpenedCells cells, Supplies supplies) implements TextConditions.Search {
    @Override
    public Optional<TextTerms> terms(FieldUse use, TextSearch search) {
        return session.text(use.dataset(), use.field(), search);
    }

    @Override
    public List<OpenedCells.Opened> opened(OpenedColumn column) throws SQLException {
        return cells.of(column, supplies);
    }
}
