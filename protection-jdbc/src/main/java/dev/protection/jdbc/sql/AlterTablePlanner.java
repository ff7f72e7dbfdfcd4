package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;
import java.util.Optional;

/** Plans ALTER TABLE: constraints and undeclared columns may come and go. */
final class AlterTablePlanner {
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
        return dataset.isPresent() ? changed(dataset.get(), tokens, actions) : other(actions);
    }

    /** A table that is not protected must not take a protected table's place or rows. */
    private Plan other(TokenList actions) {
        if (actions.anyWord("rename", "select", "like", "inherit", "attach", "exchange", "of")) {
            throw SqlRefusal.ALTER.at(actions.get(0).start());
        }
        return new Untouched(sql);
    }

    private Plan changed(Dataset dataset, TokenList tokens, TokenList actions) {
        DeclaredColumns columns = new DeclaredColumns(dataset, declarations.dialect());
        columns.refuseHelpers(actions);
        Rewriting rewriting = new Rewriting(sql, tokens.tokens(), declarations);
        ConstraintPlanner constraints = new ConstraintPlanner(columns, rewriting.edits());
        for (TokenList action : actions.split()) {
            change(action, columns, constraints);
        }
        String text = RewriteCheck.rendered(rewriting.checked().pieces());
        return new DefinitionPlan(dataset, DefinitionPlan.Kind.CHANGE, List.of(text));
    }

    private void change(TokenList action, DeclaredColumns columns, ConstraintPlanner constraints) {
        if (action.get(0).word("add")) {
            add(action.from(1), columns, constraints);
        } else if (action.get(0).word("drop")) {
            drop(action.from(1));
        } else {
            restart(action, columns);
        }
    }

    private void add(TokenList added, DeclaredColumns columns, ConstraintPlanner constraints) {
        if (ConstraintPlanner.constraint(added, columns.dialect())) {
            constraints.plan(added);
            return;
        }
        int at = added.get(0).word("column") ? 1 : 0;
        int name = DefinitionPlanner.ifNotExists(added, at);
        boolean undeclared =
                added.get(name).name() && columns.field(added.get(name)).isEmpty();
        if (!undeclared) {
            throw SqlRefusal.ALTER.at(added.get(0).start());
        }
        columns.refuseIn(added, SqlRefusal.ALTER);
    }

    private static void drop(TokenList dropped) {
        boolean known = List.of("constraint", "index", "key", "foreign", "check")
                .contains(dropped.get(0).text());
        if (!known) {
            throw SqlRefusal.ALTER.at(dropped.get(0).start());
        }
    }

    /** A generated key may count on from another number. */
    private static void restart(TokenList action, DeclaredColumns columns) {
        boolean known = action.get(0).word("alter") && action.anyWord("restart");
        if (!known) {
            throw SqlRefusal.ALTER.at(action.get(0).start());
        }
        columns.refuseIn(action, SqlRefusal.ALTER);
    }
}
