package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * A table by its name.
 *
 * @param span its place, alias included
 * @param name schema and table as far as written
 * @param only whether PostgreSQL's ONLY, a partition list or a sample narrows it
 * @param alias its alias
 * @param columns the aliases of its columns
 */
record TableReference(Span span, List<Name> name, boolean only, Optional<Name> alias, List<Name> columns)
        implements FromItem {
    Name table() {
        return name.get(name.size() - 1);
    }

    Span nameSpan() {
        return name.get(0).span().to(table().span());
    }
}
