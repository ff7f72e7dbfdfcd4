package dev.protection.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The hash of a {@link Policy}: over each part with its length in front, so that no two policies read the same. */
final class PolicyHash {
    private final StringBuilder text = new StringBuilder("policy 1\n");

    private PolicyHash() {}

    static String of(Policy policy) {
        PolicyHash hash = new PolicyHash();
        hash.add(Long.toString(policy.bulk().subjects()));
        hash.add(policy.bulk().window().toString());
        new TreeMap<>(policy.roles()).forEach(hash::role);
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
