package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.TREE;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Conditions;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Hours;
import dev.protection.access.Mask;
import dev.protection.access.Policy;
import dev.protection.lawfulness.Capacity;
import dev.protection.lawfulness.Mandate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules as they are written down, without any preparation: one rule after the other, against everything. */
record NaiveEvaluator(Policy policy, Instant now) {
    String answer(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, TenantId row) {
        boolean held = dataset.purposes().contains(context.purpose());
        boolean granted = context.actor().roles().stream()
                .flatMap(role -> policy.roles().getOrDefault(role, List.of()).stream())
                .anyMatch(grant -> covers(grant, context, action, dataset, field, row));
        boolean forbidden =
                policy.forbids().stream().anyMatch(forbid -> closes(forbid, context, action, dataset, field));
        boolean instructed =
                instructed(context, action, field, row) && instructed(context, action, field, context.tenant());
        boolean mixed = policy.separations().stream()
                .anyMatch(apart -> context.actor().roles().stream()
                                .filter(Set.copyOf(apart)::contains)
                                .count()
                        >= 2);
        return !held || !granted || forbidden || !instructed || mixed ? "no" : shown(context.purpose(), field);
    }

    /** A tenant that nobody knows may be anybody's. */
    private boolean instructed(ProtectionContext context, Action action, Optional<Field> field, TenantId tenant) {
        boolean known =
                TREE.known().contains(tenant) || context.actor().tenants().contains(tenant);
        Collection<Mandate> footings = known
                ? List.of(policy.mandates().of(TREE.controllerOf(tenant)))
                : policy.mandates().all();
        return footings.stream()
                .allMatch(footing -> footing.capacity() != Capacity.PROCESSOR
                        || footing.instructions().stream()
                                .anyMatch(given -> given.operations().contains(action)
                                        && given.purposes().contains(context.purpose())
                                        && (field.isEmpty()
                                                || given.categories()
                                                        .contains(field.get().category()))
                                        && given.from()
                                                .map(from -> !now.isBefore(from))
                                                .orElse(true)
                                        && given.until().map(now::isBefore).orElse(true)));
    }

    private boolean covers(
            Grant grant,
            ProtectionContext context,
            Action action,
            Dataset dataset,
            Optional<Field> field,
            TenantId row) {
        Set<TenantId> reach = reach(grant, context.actor().tenants(), row, context.tenant());
        return grant.actions().contains(action)
                && grant.purposes().contains(context.purpose())
                && (grant.datasets().isEmpty() || grant.datasets().contains(dataset.name()))
                && (field.isEmpty() || grant.categories().contains(field.get().category()))
                && reach.contains(context.tenant())
                && reach.contains(row)
                && met(grant.conditions(), context.actor());
    }

    private static Set<TenantId> reach(Grant grant, Set<TenantId> assigned, TenantId... all) {
        return switch (grant.tenants()) {
            case OWN -> assigned;
            case SUBTREE ->
                assigned.stream().flatMap(id -> TREE.subtree(id).stream()).collect(Collectors.toSet());
            case ANY -> Set.copyOf(Arrays.asList(all));
        };
    }

    private boolean met(Conditions conditions, Actor actor) {
        String strong = actor.attributes().getOrDefault("strong-authentication", "");
        String address = actor.attributes().getOrDefault("address", "");
        return (!conditions.strongAuthentication() || strong.equals("true"))
                && (conditions.networks().isEmpty()
                        || conditions.networks().stream().anyMatch(each -> inside(each.cidr(), address)))
                && (conditions.hours().isEmpty() || within(conditions.hours().get()))
                && (conditions.breakGlass().isEmpty()
                        || inEmergency(conditions.breakGlass().get(), actor))
                && (conditions.until().isEmpty()
                        || now.isBefore(conditions.until().get()));
    }

    /** Of the one emergency that there is in a scenario. */
    private boolean inEmergency(Duration length, Actor actor) {
        return "open".equals(actor.attributes().get("break-glass"))
                && now.isBefore(Instant.parse("2026-03-27T12:00:00Z").plus(length));
    }

    private boolean within(Hours hours) {
        ZonedDateTime local = now.atZone(hours.zone());
        boolean overnight = !hours.to().isAfter(hours.from());
        boolean sinceToday = hours.days().contains(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(hours.from())
                && (overnight || local.toLocalTime().isBefore(hours.to()));
        boolean sinceYesterday = overnight
                && hours.days().contains(local.getDayOfWeek().minus(1))
                && local.toLocalTime().isBefore(hours.to());
        return sinceToday || sinceYesterday;
    }

    private static boolean inside(String cidr, String address) {
        try {
            if (address.isEmpty() || address.equals("host")) {
                return false;
            }
            String base = cidr.substring(0, cidr.indexOf('/'));
            int bits = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
            String one = binary(InetAddress.getByName(base));
            String other = binary(InetAddress.getByName(address));
            return one.length() == other.length() && other.startsWith(one.substring(0, bits));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String binary(InetAddress address) {
        StringBuilder text = new StringBuilder();
        for (byte each : address.getAddress()) {
            text.append(Integer.toBinaryString((each & 0xff) + 0x100).substring(1));
        }
        return text.toString();
    }

    private static boolean closes(
            Forbid forbid, ProtectionContext context, Action action, Dataset dataset, Optional<Field> field) {
        boolean everything = forbid.categories().isEmpty();
        return (forbid.roles().isEmpty()
                        || !Collections.disjoint(forbid.roles(), context.actor().roles()))
                && forbid.actions().contains(action)
                && (forbid.purposes().isEmpty() || forbid.purposes().contains(context.purpose()))
                && (forbid.datasets().isEmpty() || forbid.datasets().contains(dataset.name()))
                && (everything
                        || (field.isPresent()
                                && forbid.categories().contains(field.get().category())));
    }

    private String shown(String purpose, Optional<Field> field) {
        if (field.isEmpty()) {
            return "plain";
        }
        String category = field.get().category();
        Mask declared = policy.masks().getOrDefault(category, Map.of()).get(purpose);
        boolean needed =
                Objects.requireNonNull(MAP.purposes().get(purpose)).categories().contains(category);
        return declared != null ? declared.word() : needed ? "plain" : "redacted";
    }
}
