package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans ALTER TABLE: constraints and undeclared columns may come and go, declared ones may come and keep their declared
 * type.
 */
final class AlterTablePlanner {
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "index", "key", "foreign", "check", "primary");

    private final Declarations declarations;
    private final String sql;

    AlterTablePlanner(Declarations declarations, String sql) {
        this.declarations = declarations;
        this.sql = sql;
    }

    Plan plan(TokenList tokens) {
        int at = 2;
        at = tokens.words(at, "if", "exists") ? at + 2 : at;
        at = tokens.get(at).word("only") ? at + 1 : at;
        List<Name> name = tokens.name(at, sql);
        TokenList actions = tokens.from(at + TokenList.length(name));
        Optional<Dataset> dataset = declarations.dataset(name);
        if (actions.size() == 0) {
            throw SqlRefusal.ALTER.at(tokens.get(at).start());
        }
        return dataset.isPresent() ? changed(dataset.get(), name, tokens, actions) : other(actions);
    }

    /** A table that is not protected must not take a protected table's place or rows. */
    private Plan other(TokenList actions) {
        if (actions.anyWord("rename", "select", "like", "inherit", "attach", "exchange", "of")) {
            throw SqlRefusal.ALTER.at(actions.get(0).start());
        }
        return new Untouched(sql);
    }

    private Plan changed(Dataset dataset, List<Name> name, TokenList tokens, TokenList actions) {
        DeclaredColumns columns = new DeclaredColumns(dataset, declarations.dialect());
        columns.refuseHelpers(actions);
        Rewriting rewriting = new Rewriting(sql, tokens.tokens(), declarations);
        ConstraintPlanner constraints = new ConstraintPlanner(columns, rewriting.edits(), sql);
        ColumnTypes types = ColumnTypes.of(name, declarations, sql);
        AlterColumnPlanner altered = new AlterColumnPlanner(columns, rewriting.edits(), sql, types);
        String table = sql.substring(tokens.get(0).start(), actions.get(0).start());
        List<String> texts = new ArrayList<>();
        for (TokenList action : actions.split()) {
            if (!change(action, columns, constraints, altered)) {
                added(action, columns, rewriting.edits(), types).forEach(helper -> texts.add(table + helper));
            } else if (action.get(0).word("drop")) {
                types.drop(action, columns);
            }
        }
        constraints.lists().forEach(types::list);
        texts.add(0, RewriteCheck.rendered(rewriting.checked().pieces()));
        texts.addAll(types.comments());
        return DefinitionPlan.unlessValues(dataset, texts, types.values());
    }

    /** Plans what is not the addition of a column; false when it is. */
    private static boolean change(
            TokenList action, DeclaredColumns columns, ConstraintPlanner constraints, AlterColumnPlanner altered) {
        switch (action.get(0).text()) {
            case "add" -> {
                if (!ConstraintPlanner.constraint(action.from(1), columns.dialect())) {
                    return false;
                }
                constraints.plan(action.from(1));
            }
            case "drop" -> {
                if (!CONSTRAINTS.contains(action.get(1).text())) {
                    altered.drop(action);
                }
            }
            case "alter" -> altered.alter(action);
            case "rename" -> altered.rename(action);
            default -> {
                boolean modifies = columns.dialect() == Dialect.MARIADB
                        && (action.get(0).word("modify") || action.get(0).word("change"));
                if (!modifies) {
                    throw SqlRefusal.ALTER.at(action.get(0).start());
                }
                altered.modify(action);
            }
        }
        return true;
    }

    /** Plans the addition of a column; gives the actions that add its helper columns. */
    private List<String> added(TokenList action, DeclaredColumns columns, Edits edits, ColumnTypes types) {
        TokenList added = action.from(1);
        int at = added.get(0).word("column") ? 1 : 0;
        int name = DefinitionPlanner.ifNotExists(added, at);
        if (!added.get(name).name()) {
            throw SqlRefusal.ALTER.at(added.get(0).start());
        }
        Optional<Field> field = columns.encrypted(added.get(name));
        if (field.isEmpty()) {
            columns.refuseIn(added, SqlRefusal.ALTER);
            return List.of();
        }
        String unless = name > at ? "IF NOT EXISTS " : "";
        ColumnDefinition definition = new ColumnDefinition(columns, edits, sql, false);
        List<String> helpers = definition.add(added.from(name), field.get());
        if (!types.there(field.get())) {
            definition.typed().forEach(typed -> types.comment(typed.column(), field.get(), typed.type()));
        }
        return helpers.stream().map(helper -> "ADD COLUMN " + unless + helper).toList();
    }
}
