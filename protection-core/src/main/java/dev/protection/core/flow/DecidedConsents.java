package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.core.lawfulness.ConsentHistory;
import dev.protection.core.lawfulness.ConsentProof;
import dev.protection.encryption.KeyHandle;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.Consents;
import dev.protection.rights.SubjectState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Consents, told to whoever may see the person's data, and recorded. */
record DecidedConsents(RightsGate gate, RightsParts parts) implements Consents {
    private static final String CONSENTS = "consents";

    @Override
    public ConsentStatus status(SubjectRef subject, String purpose) {
        asked(Action.READ, subject);
        Instant now = parts.clock().instant();
        SubjectState state = parts.states().get(List.of(subject)).get(subject);
        if (state != null && state.consentsTo(purpose, now)) {
            return ConsentStatus.GIVEN;
        }
        ConsentStatus last = historyOf(subject).status(purpose);
        return last == ConsentStatus.GIVEN ? ConsentStatus.UNKNOWN : last;
    }

    @Override
    public List<ConsentEvent> history(SubjectRef subject) {
        asked(Action.READ, subject);
        return historyOf(subject).events();
    }

    @Override
    public void prove(SubjectRef subject, OutputStream to) {
        asked(Action.COPY, subject);
        byte[] json = new ConsentProof(parts.map(), subject, historyOf(subject)).json();
        try {
            to.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConsentHistory historyOf(SubjectRef subject) {
        return new ConsentHistory(parts.consents().of(subject), parts.clock().instant());
    }

    private void asked(Action action, SubjectRef subject) {
        ProtectionContext context =
                gate.require(new RequestConcern(action, subject.tenant(), Optional.of(subject.kind())));
        Set<KeyHandle> handles = new HashSet<>();
        parts.keys().keysOf(subject).forEach(key -> key.handle().ifPresent(handles::add));
        gate.asked(context, action, handles, CONSENTS);
    }
}
