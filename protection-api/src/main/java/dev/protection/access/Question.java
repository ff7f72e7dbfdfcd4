package dev.protection.access;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was asked of the policy.
 *
 * @param context who asks, why and for whom
 * @param asked the action that was asked for
 * @param action the action that was decided: COPY in place of READ past the bulk threshold, else the same
 * @param dataset the name of the dataset
 * @param field the name of the field; empty for the row itself and its undeclared columns
 * @param tenant whose data it is; empty when rows of any tenant were asked for
 */
public record Question(
        ProtectionContext context,
        Action asked,
        Action action,
        String dataset,
        Optional<String> field,
        Optional<TenantId> tenant) {
    /**
     * Checks the parts.
     *
     * @param context who asks
     * @param asked the action asked for
     * @param action the action decided
     * @param dataset the dataset
     * @param field the field
     * @param tenant whose data it is
     */
    public Question {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(tenant, "tenant");
    }

    /**
     * Returns the question in words.
     *
     * @return without the actor's id
     */
    public String inWords() {
        String bulk = asked == action ? "" : " (" + asked + " past the bulk threshold)";
        String what = field.map(name -> dataset + "." + name).orElse(dataset);
        String whose = tenant.map(id -> " of tenant " + id).orElse("");
        return action + bulk + " of " + what + whose + " for purpose '" + context.purpose() + "'";
    }

    /**
     * Returns the question as pairs.
     *
     * @return sorted by name
     */
    public Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>();
        data.put("action", action.name());
        data.put("asked", asked.name());
        data.put("dataset", dataset);
        field.ifPresent(name -> data.put("field", name));
        tenant.ifPresent(id -> data.put("tenant", id.value()));
        data.put("purpose", context.purpose());
        data.put("context-tenant", context.tenant().value());
        data.put("actor", context.actor().id());
        return data;
    }
}
