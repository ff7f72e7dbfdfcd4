package dev.protection.access;

import dev.protection.TenantId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may do something: whoever has a role, works for a purpose and is assigned somewhere. Free of personal data: who has
 * which role is known to the host alone.
 *
 * @param grant what it rests on
 * @param purpose for which purpose
 * @param scope how far the grant reaches
 * @param assigned an assignment to one of these is enough; empty when none is needed
 * @param mask what is shown in place of the value; empty for the value itself
 * @param conditions what must hold besides
 * @param now whether the time is right at this moment
 */
public record Entitlement(
        GrantId grant,
        String purpose,
        TenantScope scope,
        SortedSet<TenantId> assigned,
        Optional<Mask> mask,
        Conditions conditions,
        boolean now) {
    /**
     * Copies the parts.
     *
     * @param grant the grant
     * @param purpose the purpose
     * @param scope the scope
     * @param assigned the assignments
     * @param mask the mask
     * @param conditions the conditions
     * @param now whether now
     */
    public Entitlement {
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(conditions, "conditions");
        assigned = Collections.unmodifiableSortedSet(new TreeSet<>(assigned));
    }

    /**
     * Returns it as a sentence.
     *
     * @return for example {@code role 'agent' for 'support', assigned to acme, sees it masked (partial)}
     */
    public String inWords() {
        String where = assigned.isEmpty()
                ? "assigned anywhere or nowhere"
                : "assigned to " + assigned.stream().map(TenantId::value).collect(Collectors.joining(" or "));
        String what = mask.map(each -> ", masked (" + each.word() + ")").orElse("");
        String besides = conditions.equals(Conditions.NONE) ? "" : ", under conditions";
        return "role '" + grant.role() + "' for '" + purpose + "', " + where + what + besides
                + (now ? "" : ", not at this time") + ", by " + grant;
    }

    /**
     * Returns it as pairs.
     *
     * @return sorted by name
     */
    public Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>();
        data.put("role", grant.role());
        data.put("grant", grant.toString());
        data.put("purpose", purpose);
        data.put("scope", scope.word());
        data.put("assigned", assigned.stream().map(TenantId::value).collect(Collectors.joining(", ")));
        data.put("mask", mask.map(Mask::word).orElse("none"));
        data.put("strong-authentication", Boolean.toString(conditions.strongAuthentication()));
        data.put("networks", conditions.networks().stream().map(Network::cidr).collect(Collectors.joining(", ")));
        data.put("until", conditions.until().map(Object::toString).orElse("none"));
        data.put("now", Boolean.toString(now));
        return data;
    }

    @Override
    public String toString() {
        return inWords();
    }
}
