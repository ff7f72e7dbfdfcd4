package dev.protection.jdbc.sql;

/** Plans the removal of rows of a protected table. */
final class DeletePlanner {
    private final Rewriting rewriting;

    DeletePlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Plan plan(Statement.Delete delete, TableReference table) {
        if (delete.tables().size() > 1) {
            throw SqlRefusal.CHANGE_JOIN.at(delete.span().start());
        }
        boolean chosen = !delete.using().isEmpty()
                || !delete.with().isEmpty()
                || !delete.selection().order().isEmpty()
                || !delete.selection().limits().isEmpty()
                || !delete.selection().returning().isEmpty();
        if (chosen) {
            return new RowsPlanner(rewriting, table).plan(delete);
        }
        ChangeTarget target = new ChangeTarget(rewriting, table);
        RowSelection rows = target.select(delete.selection(), delete.span().end());
        return new DeletePlan(
                target.table().dataset(), rows, rewriting.checked(), rewriting.occurrences(), rewriting.used());
    }
}
