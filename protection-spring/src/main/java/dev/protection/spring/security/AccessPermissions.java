package dev.protection.spring.security;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.RowFilter;
import dev.protection.core.Protection;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.PermissionEvaluator;
import org.springframework.security.core.Authentication;

/**
 * Answers {@code hasPermission(#contact, 'READ')} by the same decisions as the interceptor: the row's tenant must lie
 * within the row filter, and every declared field must be permitted, masked or not.
 *
 * <p>What cannot be told to be a row of a dataset, or whose tenant is not known, is not permitted. The context is the one
 * of the work in hand; the {@code Authentication} that is passed in decides nothing by itself.
 */
final class AccessPermissions implements PermissionEvaluator {
    private final Supplier<Protection> protection;

    AccessPermissions(Supplier<Protection> protection) {
        this.protection = protection;
    }

    @Override
    public boolean hasPermission(Authentication authentication, @Nullable Object row, Object permission) {
        if (row == null) {
            return false;
        }
        Protection under = protection.get();
        return Rows.dataset(row.getClass(), under.dataMap())
                .flatMap(dataset -> Rows.tenant(row, dataset)
                        .map(tenant -> permits(under.access(), action(permission), dataset, tenant)))
                .orElse(false);
    }

    /** Without the row itself its tenant is known for datasets of one tenant alone. */
    @Override
    public boolean hasPermission(Authentication authentication, Serializable id, String type, Object permission) {
        Protection under = protection.get();
        return under.dataMap()
                .dataset(type)
                .flatMap(dataset -> Rows.fixedTenant(dataset)
                        .map(tenant -> permits(under.access(), action(permission), dataset, tenant)))
                .orElse(false);
    }

    private static boolean permits(Access access, Optional<Action> asked, Dataset dataset, TenantId tenant) {
        if (asked.isEmpty()) {
            return false;
        }
        Action action = asked.get();
        RowFilter filter = access.filter(action, dataset.name());
        SubjectRef row = new SubjectRef(tenant, "row", "0");
        return filter.admits(tenant)
                && dataset.fields().values().stream()
                        .map(Field::name)
                        .allMatch(field -> access.decide(action, dataset.name(), field, row)
                                .permits());
    }

    private static Optional<Action> action(Object permission) {
        String name = permission.toString().toUpperCase(Locale.ROOT);
        for (Action action : Action.values()) {
            if (action.name().equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
