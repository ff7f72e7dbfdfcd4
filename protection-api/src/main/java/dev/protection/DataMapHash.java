package dev.protection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The hash of a {@link DataMap}: every part as a sorted, length-delimited text, digested. */
final class DataMapHash {
    private final StringBuilder text = new StringBuilder();

    private DataMapHash() {}

    static String of(DataMap map) {
        DataMapHash hash = new DataMapHash();
        hash.add("data-map/1").add(map.controller().name()).add(map.controller().contact());
        sorted(map.purposes()).values().forEach(hash::purpose);
        sorted(map.categories())
                .values()
                .forEach(category ->
                        hash.add(category.name()).add(category.iri()).add(category.special()));
        sorted(map.datasets()).values().forEach(hash::dataset);
        return hash.digest();
    }

    private void purpose(Purpose purpose) {
        add(purpose.name()).add(purpose.basis()).addAll(purpose.categories()).add(purpose.law());
        addAll(purpose.recipients()).add(purpose.iri()).add(purpose.keepAtLeast());
        add(purpose.whileRestricted()).add(purpose.directMarketing());
        add(purpose.consent().lasts()).add(purpose.consent().elsewhere());
    }

    private void dataset(Dataset dataset) {
        add(dataset.name()).add(dataset.table()).add(dataset.key().size());
        dataset.key().forEach(this::add);
        addAll(dataset.purposes());
        add(dataset.subject())
                .add(dataset.tenant())
                .add(dataset.mode())
                .add(dataset.audit())
                .add(dataset.retention());
        add(dataset.fields().size());
        sorted(dataset.fields()).values().forEach(this::field);
    }

    private void field(Field field) {
        add(field.name()).add(field.category()).add(field.type()).add(field.encrypt());
        addAll(field.search()).add(field.provided()).add(field.index().scope());
        add(field.index().group()).addAll(field.index().normalise());
        add(field.index().exact()).add(field.whenErased());
    }

    private DataMapHash add(Object part) {
        if (part instanceof Optional<?> optional) {
            // A count first, so that no text can look like an absent one.
            add(optional.isPresent() ? 1 : 0);
            optional.ifPresent(this::add);
            return this;
        }
        String value = part.toString();
        text.append(value.length()).append(':').append(value);
        return this;
    }

    private DataMapHash addAll(Collection<?> parts) {
        TreeSet<String> sorted = new TreeSet<>();
        parts.forEach(part -> sorted.add(part.toString()));
        add(sorted.size());
        sorted.forEach(this::add);
        return this;
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return new TreeMap<>(map);
    }

    private String digest() {
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
