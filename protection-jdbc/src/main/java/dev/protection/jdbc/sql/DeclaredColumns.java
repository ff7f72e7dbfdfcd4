package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a definition says about the columns of a dataset.
 *
 * @param dataset the dataset
 * @param dialect the SQL of the definition
 */
record DeclaredColumns(Dataset dataset, Dialect dialect) {
    /** The encrypted field that a token names. */
    Optional<Field> encrypted(Token token) {
        return field(token).filter(Field::encrypt);
    }

    Optional<Field> field(Token token) {
        if (!token.name()) {
            return Optional.empty();
        }
        String name = Folding.loosely(token.text());
        return dataset.fields().values().stream()
                .filter(field -> Folding.loosely(field.name()).equals(name))
                .findFirst();
    }

    /** Refuses a helper column that the application names. */
    void refuseHelpers(TokenList tokens) {
        for (Token token : tokens.tokens()) {
            boolean helper = token.name() && helpers().contains(Folding.loosely(token.text()));
            if (helper) {
                throw SqlRefusal.HELPER_COLUMN.at(token.start());
            }
        }
    }

    private Set<String> helpers() {
        Set<String> names = new LinkedHashSet<>();
        dataset.fields().values().stream()
                .forEach(field -> SearchColumn.of(field).forEach(kind -> names.add(Folding.loosely(kind.name(field)))));
        return names;
    }

    /** Refuses any mention of an encrypted column. */
    void refuseIn(TokenList tokens, SqlRefusal refusal) {
        for (Token token : tokens.tokens()) {
            if (encrypted(token).isPresent()) {
                throw refusal.at(token.start());
            }
        }
    }

    /** The helper column as it is named in added text: folded as an unquoted name would be. */
    String helper(Field field, SearchColumn kind) {
        return dialect.quote(ProtectedTable.helperOf(field, kind, dialect));
    }

    /** Moves a list of index columns to the helper columns; only equal values have equal terms there that are unique. */
    void moveToHelpers(TokenList list, boolean unique, Edits edits) {
        for (TokenList column : list.split()) {
            Optional<Field> field = column.size() == 0 ? Optional.empty() : encrypted(column.get(0));
            if (field.isEmpty()) {
                refuseIn(column, SqlRefusal.INDEX);
                continue;
            }
            List<SearchColumn> kinds = SearchColumn.of(field.get());
            boolean searched = unique ? field.get().indexed() : !kinds.isEmpty();
            if (!searched || !sorted(column.from(1))) {
                throw SqlRefusal.INDEX.at(column.get(0).start());
            }
            edits.replace(column.get(0).span(), List.of(new Piece.Text(helper(field.get(), kinds.get(0)))));
        }
    }

    /** Refuses a UNIQUE over columns that would not be unique across scopes. */
    void requireOneScope(TokenList list) {
        List<Field> indexed = new ArrayList<>();
        boolean withTenant = false;
        for (TokenList column : list.split()) {
            if (column.size() > 0) {
                encrypted(column.get(0)).ifPresent(indexed::add);
                withTenant |= dataset.tenant() instanceof TenantPath.Column tenant
                        && column.get(0).name()
                        && Folding.loosely(column.get(0).text()).equals(Folding.loosely(tenant.column()));
            }
        }
        if (!UniqueScope.kept(dataset, indexed, withTenant)) {
            throw SqlRefusal.UNIQUE_SCOPE.at(list.get(0).start());
        }
    }

    private static boolean sorted(TokenList rest) {
        return rest.tokens().stream()
                .allMatch(token -> token.kind() == Kind.WORD
                        && Set.of("asc", "desc", "nulls", "first", "last").contains(token.text()));
    }

    /** The columns that a table must have, in loose letters. */
    List<String> required() {
        List<String> names = new ArrayList<>(dataset.fields().keySet());
        names.add(dataset.subject().column());
        if (dataset.tenant() instanceof TenantPath.Column tenant) {
            names.add(tenant.column());
        }
        return names.stream().map(Folding::loosely).toList();
    }
}
