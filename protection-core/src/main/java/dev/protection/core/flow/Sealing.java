package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.CaseRules;
import dev.protection.encryption.KeyOwner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Turns rows as the application wants them into rows as the database stores them; all keys in one look-up. */
final class Sealing {
    private final Engines engines;
    private final Dataset dataset;
    private final Set<String> leftOut;
    private final CaseRules rules;
    private final Map<Field, RetentionClass> classes = new HashMap<>();

    Sealing(Engines engines, Dataset dataset, Set<String> leftOut, CaseRules rules) {
        this.rules = rules;
        this.engines = engines;
        this.dataset = dataset;
        this.leftOut = leftOut;
    }

    /** Empty unless all keys are there. */
    Optional<PreparedRow> sealKnown(WriteRow row) {
        Set<KeyOwner> owners = owners(List.of(row));
        Map<KeyOwner, SubjectKeyring> keys = engines.encryption().existing(owners);
        return keys.size() == owners.size() ? Optional.of(seal(row, keys)) : Optional.empty();
    }

    private Set<KeyOwner> owners(List<WriteRow> rows) {
        Set<KeyOwner> owners = new LinkedHashSet<>();
        for (WriteRow row : rows) {
            row.subject()
                    .ifPresent(subject -> sealedValues(row)
                            .keySet()
                            .forEach(field -> owners.add(new KeyOwner(subject, classOf(field)))));
        }
        return owners;
    }

    List<PreparedRow> seal(List<WriteRow> rows) {
        Set<KeyOwner> owners = owners(rows);
        requireNotErased(owners);
        Map<KeyOwner, SubjectKeyring> keys =
                owners.isEmpty() ? Map.of() : engines.encryption().forWriting(owners);
        List<PreparedRow> sealed = new ArrayList<>(rows.size());
        for (WriteRow row : rows) {
            sealed.add(seal(row, keys));
        }
        return sealed;
    }

    /** A key is not made for a person who was erased: it would name the person in the key store again. */
    private void requireNotErased(Set<KeyOwner> owners) {
        Set<SubjectRef> cold = new LinkedHashSet<>();
        engines.encryption().cold(owners).forEach(owner -> cold.add(owner.subject()));
        if (!cold.isEmpty()) {
            engines.states().get(cold).values().forEach(StateRules::requireNotErased);
        }
    }

    private PreparedRow seal(WriteRow row, Map<KeyOwner, SubjectKeyring> keys) {
        Map<RetentionClass, SubjectKeyring> used = new HashMap<>();
        Function<RetentionClass, SubjectKeyring> key = retentionClass -> row.subject()
                .map(subject -> keys.get(new KeyOwner(subject, retentionClass)))
                .orElseGet(() -> engines.encryption()
                        .provisional(row.tenant(), dataset.subject().kind(), retentionClass));
        Map<String, byte[]> cells = new HashMap<>();
        Map<String, byte[]> terms = new HashMap<>();
        EncryptionEngine encryption = engines.encryption();
        SearchValues search = new SearchValues(encryption, rules);
        sealedValues(row).forEach((field, value) -> {
            SubjectKeyring ring = used.computeIfAbsent(classOf(field), key);
            cells.put(field.name(), encryption.seal(ring, dataset, field, value));
            search.put(row.tenant(), dataset, field, value, terms);
        });
        return new PreparedRow(row.tenant(), row.subject(), cells, terms, List.copyOf(used.values()));
    }

    private Map<Field, Object> sealedValues(WriteRow row) {
        Map<Field, Object> values = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            Field field = dataset.field(name).orElseThrow();
            if (field.encrypt() && !leftOut.contains(name)) {
                value.ifPresent(present -> values.put(field, present));
            }
        });
        return values;
    }

    private RetentionClass classOf(Field field) {
        return classes.computeIfAbsent(field, declared -> engines.map().retentionClass(dataset, declared));
    }
}
