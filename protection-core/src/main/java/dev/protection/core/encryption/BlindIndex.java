package dev.protection.core.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.prf.PrfSet;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.IndexScope;
import dev.protection.SearchColumn;
import dev.protection.TenantId;
import dev.protection.encryption.IndexScopeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Keyed terms by which equal values are found without being seen (ENV-IDX-1 to ENV-IDX-6). */
final class BlindIndex {
    /** How many bytes a term has. */
    static final int TERM = 32;

    /** How many bytes of a hash are shown. */
    private static final int SHOWN = 8;

    /** How many scopes one search may reach. */
    static final int MOST_SCOPES = 100;

    private static final int MOST_CACHED = 10_000;

    private final IndexKeys source;
    private final UnaryOperator<TenantId> controllerOf;
    private final Cache<IndexKeys.Name, PrfSet> keys =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    BlindIndex(IndexKeys source, UnaryOperator<TenantId> controllerOf) {
        this.source = source;
        this.controllerOf = controllerOf;
    }

    byte[] term(TenantId tenant, Dataset dataset, Field field, Object value) {
        byte[] input = AssociatedData.indexInput(field.type(), IndexValue.of(field, value));
        return term(nameOf(scope(field, tenant), dataset, field), input);
    }

    /** The controller's own, whatever the field's scope is: hashes of two controllers are not to be compared. */
    String hash(TenantId tenant, Dataset dataset, Field field, String text) {
        IndexKeys.Name name = new IndexKeys.Name(
                "mask/" + dataset.name() + "/" + field.name(), Optional.of(controllerOf.apply(tenant)));
        byte[] hash = term(name, text.getBytes(StandardCharsets.UTF_8));
        return "#" + HexFormat.of().formatHex(hash, 0, SHOWN);
    }

    List<byte[]> terms(Set<TenantId> tenants, Dataset dataset, Field field, Object value) {
        List<IndexKeys.Name> names = names(tenants, dataset, field);
        byte[] input = AssociatedData.indexInput(field.type(), IndexValue.of(field, value));
        return names.stream().map(name -> term(name, input)).toList();
    }

    private List<IndexKeys.Name> names(Set<TenantId> tenants, Dataset dataset, Field field) {
        List<IndexKeys.Name> names = tenants.stream()
                .sorted()
                .map(tenant -> nameOf(scope(field, tenant), dataset, field))
                .distinct()
                .toList();
        if (names.size() > MOST_SCOPES) {
            throw new IndexScopeException(dataset.name(), field.name(), names.size(), MOST_SCOPES);
        }
        return names;
    }

    /** What stands for a text in a column of beginnings. */
    byte[] beginnings(TenantId tenant, Dataset dataset, Field field, SearchColumn column, String text) {
        return new Beginnings(prf(nameOf(scope(field, tenant), dataset, field)), column).of(text, true);
    }

    /** What a column of beginnings is compared with: its own start, or, for the whole text, all of it. */
    List<byte[]> beginnings(
            Set<TenantId> tenants, Dataset dataset, Field field, SearchColumn column, String text, boolean whole) {
        return names(tenants, dataset, field).stream()
                .map(name -> new Beginnings(prf(name), column).of(text, whole))
                .toList();
    }

    private PrfSet prf(IndexKeys.Name name) {
        return keys.get(name, source::getOrCreate);
    }

    /** The keys under which rows of these tenants are indexed: equal terms under one key mean equal values. */
    Set<IndexKeys.Name> keys(Set<TenantId> tenants, Dataset dataset, Field field) {
        return tenants.stream()
                .map(tenant -> nameOf(scope(field, tenant), dataset, field))
                .collect(Collectors.toUnmodifiableSet());
    }

    private byte[] term(IndexKeys.Name name, byte[] input) {
        try {
            return prf(name).computePrimary(input, TERM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink could not compute a term", impossible);
        }
    }

    private Optional<TenantId> scope(Field field, TenantId tenant) {
        IndexScope scope = field.index().scope();
        return switch (scope) {
            case TENANT -> Optional.of(tenant);
            case CONTROLLER -> Optional.of(controllerOf.apply(tenant));
            case ROOT -> Optional.empty();
        };
    }

    private static IndexKeys.Name nameOf(Optional<TenantId> scope, Dataset dataset, Field field) {
        String group = field.index()
                .group()
                .map(name -> "group/" + name)
                .orElseGet(() -> "field/" + dataset.name() + "/" + field.name());
        return new IndexKeys.Name("index/" + group, scope);
    }
}
