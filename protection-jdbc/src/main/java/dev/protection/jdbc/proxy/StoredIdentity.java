package dev.protection.jdbc.proxy;

import dev.protection.SubjectRef;
import java.util.List;

/** A row that a change reaches: its key, and whose it is. */
record StoredIdentity(List<Object> key, SubjectRef subject) {
    @Override
    public String toString() {
        return "row of " + subject;
    }
}
