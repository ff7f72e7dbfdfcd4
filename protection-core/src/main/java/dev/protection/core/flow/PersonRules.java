package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStateException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Asks the lawfulness of a use, person by person or for a whole statement.
 *
 * @param engines the engines
 * @param context what the data is used for
 */
record PersonRules(Engines engines, ProtectionContext context) {
    Withheld fromReading(Dataset dataset) {
        return withheld(engines.lawfulness().withheldFromReading(kind(dataset), context.purpose()));
    }

    Withheld fromWriting(Dataset dataset) {
        return withheld(engines.lawfulness().withheldFromWriting(kind(dataset), context.purpose()));
    }

    private static String kind(Dataset dataset) {
        return dataset.subject().kind();
    }

    private Withheld withheld(SortedSet<String> uses) {
        String purpose = context.purpose();
        boolean needed = engines.lawfulness().needsConsent(purpose);
        return new Withheld(
                uses,
                needed ? Optional.of(purpose) : Optional.empty(),
                engines.clock().instant());
    }

    /** Why a person's data may not be read; empty when it may. */
    Optional<SubjectStateException> refusesReading(SubjectState state) {
        return engines.lawfulness().isRestricted(state, context.purpose())
                ? Optional.of(SubjectStateException.restricted())
                : refusesUse(state);
    }

    /** Why a person's data may not be used for the purpose, whatever is restricted; empty when it may. */
    Optional<SubjectStateException> refusesUse(SubjectState state) {
        String purpose = context.purpose();
        if (engines.lawfulness().isObjected(state, purpose)) {
            return Optional.of(SubjectStateException.objected(purpose));
        }
        return engines.lawfulness().lacksConsent(state, purpose, engines.clock().instant())
                ? Optional.of(SubjectStateException.noConsent(purpose))
                : Optional.empty();
    }
}
