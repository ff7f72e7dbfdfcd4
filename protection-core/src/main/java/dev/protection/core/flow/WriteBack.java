package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Deny;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import java.util.Optional;

/** What becomes of a value written to a field of which the writer sees only a mask: it never reaches the database. */
final class WriteBack {
    private final Gate gate;
    private final ProtectionContext context;
    private final WriteKind kind;
    private final Dataset dataset;

    WriteBack(Gate gate, ProtectionContext context, WriteKind kind, Dataset dataset) {
        this.gate = gate;
        this.context = context;
        this.kind = kind;
        this.dataset = dataset;
    }

    /** Tells whether the value is the mask on its way back; another value for a masked field is refused. */
    boolean isMask(Field field, Permit permit, Optional<Object> value) {
        Optional<Mask> mask = permit.mask();
        if (mask.isEmpty() || (kind == WriteKind.INSERT && value.isEmpty())) {
            return false;
        }
        boolean sentBack = kind == WriteKind.UPDATE && mask.get().isSentBack(field.type(), value.orElse(null));
        if (!sentBack) {
            throw refuse(field, permit);
        }
        return true;
    }

    private AccessDeniedException refuse(Field field, Permit permit) {
        return gate.refuse(context, kind.action(), dataset, Optional.of(field), new Deny(permit.facts()));
    }
}
