package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.core.encryption.KeyAnswer;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.UnknownKeyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The keys of the block of rows that a read is at; the next block asks anew, so that an erasure meanwhile is seen. */
final class BlockKeys {
    private final Engines engines;
    private final KeptSubjects kept;
    private final Map<KeyId, KeyAnswer> known = new HashMap<>();

    BlockKeys(Engines engines, String purpose) {
        this.engines = engines;
        this.kept = new KeptSubjects(engines.states(), purpose);
    }

    /** Gets the keys of cells in one look-up. */
    void prefetch(Collection<byte[]> cells) {
        Set<KeyId> missing = new LinkedHashSet<>();
        for (byte[] cell : cells) {
            engines.encryption()
                    .keyIdOf(cell)
                    .filter(id -> !known.containsKey(id))
                    .ifPresent(missing::add);
        }
        if (!missing.isEmpty()) {
            known.putAll(engines.encryption().forReading(missing));
            List<SubjectKeyring> usable = new ArrayList<>(known.size());
            for (KeyAnswer answer : known.values()) {
                if (answer instanceof KeyAnswer.Usable found) {
                    usable.add(found.keyring());
                }
            }
            kept.prefetch(usable);
        }
    }

    /**
     * Returns a key of a person.
     *
     * @return empty when it was destroyed, or when only a duty of other purposes still holds its values
     * @throws RuntimeException what {@code foreign} supplies, when the key is another person's
     * @throws UnknownKeyException when no store knows it
     */
    Optional<SubjectKeyring> of(KeyId id, SubjectRef subject, Supplier<CellException> foreign) {
        KeyAnswer answer = answer(id);
        return answer instanceof KeyAnswer.Destroyed ? Optional.empty() : owned(answer.orThrow(), subject, foreign);
    }

    private Optional<SubjectKeyring> owned(SubjectKeyring key, SubjectRef subject, Supplier<CellException> foreign) {
        if (!key.owner().map(owner -> owner.subject().equals(subject)).orElse(false)) {
            throw foreign.get();
        }
        return kept.isWithheld(key, subject) ? Optional.empty() : Optional.of(key);
    }

    /** Throws when bytes have the shape of a cell and the key store knows their key. */
    void requireNoCell(byte[] bytes) {
        engines.encryption().keyIdOf(bytes).ifPresent(id -> {
            boolean unknown = engines.encryption().forReading(Set.of(id)).get(id) instanceof KeyAnswer.Unknown;
            if (!unknown) {
                throw CellException.misplaced(id);
            }
        });
    }

    void forget() {
        known.clear();
        kept.forget();
    }

    private KeyAnswer answer(KeyId id) {
        KeyAnswer answer = known.get(id);
        if (answer == null) {
            known.putAll(engines.encryption().forReading(Set.of(id)));
            answer = known.get(id);
        }
        return answer == null ? new KeyAnswer.Unknown(id) : answer;
    }
}
