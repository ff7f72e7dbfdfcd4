package dev.protection.access;

import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hash of a {@link Policy}: over each part with its length in front, so that no two policies read the same. */
final class PolicyHash {
    private final StringBuilder text = new StringBuilder("policy 3\n");

    private PolicyHash() {}

    static String of(Policy policy) {
        PolicyHash hash = new PolicyHash();
        hash.add(Long.toString(policy.bulk().subjects()));
        hash.add(policy.bulk().window().toString());
        new TreeMap<>(policy.roles()).forEach(hash::role);
        hash.add(Integer.toString(policy.forbids().size()));
        policy.forbids().forEach(hash::forbid);
        hash.add(Integer.toString(policy.masks().size()));
        policy.masks().forEach(hash::masks);
        hash.add(Integer.toString(policy.mandates().named().size()));
        policy.mandates().named().forEach((controller, mandate) -> {
            hash.add(controller.value());
            hash.mandate(mandate);
        });
        hash.mandate(policy.mandates().others());
        hash.add(Integer.toString(policy.separations().size()));
        policy.separations().forEach(hash::addAll);
        return sha256(hash.text.toString());
    }

    private void role(String name, List<Grant> grants) {
        add(name);
        add(Integer.toString(grants.size()));
        grants.forEach(this::grant);
    }

    private void grant(Grant grant) {
        addAll(grant.actions().stream().map(Enum::name).sorted().toList());
        addAll(grant.purposes());
        addAll(grant.categories());
        addAll(grant.datasets());
        add(grant.tenants().name());
        conditions(grant.conditions());
    }

    private void conditions(Conditions conditions) {
        add(Boolean.toString(conditions.strongAuthentication()));
        addAll(conditions.networks().stream().map(Network::cidr).toList());
        addAll(conditions.hours().map(PolicyHash::parts).orElse(List.of()));
        addAll(conditions.until().map(Object::toString).stream().toList());
        addAll(conditions.breakGlass().map(Object::toString).stream().toList());
    }

    private static List<String> parts(Hours hours) {
        return List.of(
                hours.days().toString(),
                hours.from().toString(),
                hours.to().toString(),
                hours.zone().getId());
    }

    private void forbid(Forbid forbid) {
        addAll(forbid.roles());
        addAll(forbid.actions().stream().map(Enum::name).sorted().toList());
        addAll(forbid.purposes());
        addAll(forbid.categories());
        addAll(forbid.datasets());
    }

    private void mandate(Mandate mandate) {
        add(mandate.capacity().name());
        add(Integer.toString(mandate.instructions().size()));
        mandate.instructions().forEach(this::instruction);
    }

    private void instruction(ControllerInstruction given) {
        add(given.name());
        addAll(given.operations().stream().map(Enum::name).sorted().toList());
        addAll(given.purposes());
        addAll(given.categories());
        addAll(given.recipients());
        addAll(given.countries());
        addAll(given.subProcessors());
        addAll(given.from().map(Object::toString).stream().toList());
        addAll(given.until().map(Object::toString).stream().toList());
        add(given.document());
    }

    private void masks(String category, Map<String, Mask> byPurpose) {
        add(category);
        add(Integer.toString(byPurpose.size()));
        byPurpose.forEach((purpose, mask) -> {
            add(purpose);
            add(mask.name());
        });
    }

    private void addAll(Collection<String> parts) {
        add(Integer.toString(parts.size()));
        parts.forEach(this::add);
    }

    private void add(String part) {
        text.append(part.length()).append(':').append(part);
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
