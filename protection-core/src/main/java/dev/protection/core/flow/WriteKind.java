package dev.protection.core.flow;

import dev.protection.Action;

/** What a write does to rows. */
public enum WriteKind {
    /** New rows. */
    INSERT(Action.MODIFY),
    /** Other values in rows that exist. */
    UPDATE(Action.MODIFY),
    /** Rows go. */
    DELETE(Action.DELETE);

    private final Action action;

    WriteKind(Action action) {
        this.action = action;
    }

    /**
     * Returns the action that must be authorised.
     *
     * @return MODIFY or DELETE
     */
    public Action action() {
        return action;
    }
}
