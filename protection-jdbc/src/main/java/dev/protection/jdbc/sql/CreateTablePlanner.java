package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans CREATE TABLE: encrypted columns become binary and get their helper columns. */
final class CreateTablePlanner {
    private final Declarations declarations;
    private final String sql;

    CreateTablePlanner(Declarations declarations, String sql) {
        this.declarations = declarations;
        this.sql = sql;
    }

    Plan plan(TokenList tokens, int at) {
        List<Name> name = tokens.name(at, sql);
        int open = at + TokenList.length(name);
        Optional<Dataset> dataset = declarations.dataset(name);
        boolean copies = tokens.from(open).anyWord("select", "like", "inherits", "table", "values", "of");
        if (!tokens.get(open).symbol("(") || copies) {
            throw SqlRefusal.STATEMENT.at(tokens.get(open).start());
        }
        return dataset.<Plan>map(found -> rewritten(found, name, tokens, open)).orElse(new Untouched(sql));
    }

    private Plan rewritten(Dataset dataset, List<Name> name, TokenList tokens, int open) {
        DeclaredColumns columns = new DeclaredColumns(dataset, declarations.dialect());
        columns.refuseHelpers(tokens);
        int close = tokens.closing(open);
        boolean binaryTable = BinaryCollation.in(tokens.from(close), sql);
        Rewriting rewriting = new Rewriting(sql, tokens.tokens(), declarations);
        ColumnDefinition definitions = new ColumnDefinition(columns, rewriting.edits(), sql, binaryTable);
        ConstraintPlanner constraints = new ConstraintPlanner(columns, rewriting.edits(), sql);
        Set<String> present = new HashSet<>();
        List<TokenList> defined = new ArrayList<>();
        for (TokenList element : tokens.between(open + 1, close).split()) {
            if (element.size() == 0) {
                throw SqlRefusal.SYNTAX.at(tokens.get(close).start());
            }
            if (ConstraintPlanner.constraint(element, declarations.dialect())) {
                constraints.plan(element);
            } else {
                present.add(Folding.loosely(element.get(0).text()));
                defined.add(element);
            }
        }
        definitions.listed(constraints.lists());
        defined.forEach(element -> column(element, columns, definitions));
        if (!present.containsAll(columns.required())) {
            throw SqlRefusal.DECLARED_COLUMN.at(tokens.get(open).start());
        }
        List<String> statements = new ArrayList<>();
        statements.add(RewriteCheck.rendered(rewriting.checked().pieces()));
        String table = written(name);
        statements.addAll(HelperIndexes.of(dataset, table, last(name).text(), declarations.dialect()));
        List<String> comments = definitions.typed().stream()
                .map(typed -> TypeComment.unlessThere(table, typed.column(), typed.type()))
                .toList();
        return new DefinitionPlan(
                dataset, DefinitionPlan.Kind.CREATE_TABLE, statements, comments, presence(name), List.of(), "");
    }

    /** PostgreSQL makes a table in the schema that is named, else in the first of the search path. */
    private String presence(List<Name> name) {
        String schema = name.size() > 1 ? literal(name.get(name.size() - 2)) : "pg_catalog.current_schema()";
        return "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relname = " + literal(last(name)) + " AND n.nspname = " + schema;
    }

    private String literal(Name name) {
        String stored = name.quoted() ? name.text() : declarations.dialect().fold(name.text());
        return "'" + stored.replace("'", "''") + "'";
    }

    private String written(List<Name> name) {
        return new Span(name.get(0).span().start(), last(name).span().end()).of(sql);
    }

    private static Name last(List<Name> name) {
        return name.get(name.size() - 1);
    }

    private static void column(TokenList element, DeclaredColumns columns, ColumnDefinition definitions) {
        Optional<Field> field = columns.encrypted(element.get(0));
        if (field.isPresent()) {
            definitions.rewrite(element, field.get());
        } else {
            columns.refuseIn(element.from(1), SqlRefusal.DEFINITION);
        }
    }
}
