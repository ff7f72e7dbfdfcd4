package dev.protection.core.encryption;

import static dev.protection.core.encryption.VectorWriter.bytes;
import static dev.protection.core.encryption.VectorWriter.digest;
import static dev.protection.core.encryption.VectorWriter.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Vectors of wrapped keys: of a person, of nobody yet, of a tenant, of an index; and bad ones by one fault each. */
final class WrappedVectors {
    private static final String REFUSED = "PROT-KEY-WRAPPED";

    private WrappedVectors() {}

    static List<Map<String, Object>> all() {
        List<Map<String, Object>> vectors = new ArrayList<>();
        Map<String, Object> subject = subject("invoicing+tax");
        vectors.add(subject);
        vectors.addAll(changed(subject));
        vectors.add(bad(subject, "of another tenant", "tenant", tenant -> "brand"));
        vectors.add(bad(subject, "of another kind of person", "subjectKind", kind -> "visitor"));
        vectors.add(bad(subject, "of another person", "subjectId", id -> "1002"));
        vectors.add(bad(subject, "of another class", "class", name -> "invoicing"));
        vectors.add(bad(subject, "of no duty", "class", name -> ""));
        vectors.add(bad(subject, "of another key id", "keyId", id -> hex(digest("foreign id", 8))));
        vectors.add(bad(subject, "of another handle", "handle", handle -> hex(digest("foreign handle", 16))));
        vectors.add(bad(subject, "taken for a provisional one", "kind", kind -> "provisional"));
        vectors.add(subject(""));
        Map<String, Object> provisional = provisional();
        vectors.add(provisional);
        vectors.addAll(changed(provisional));
        vectors.add(bad(provisional, "of another tenant", "tenant", tenant -> "brand"));
        vectors.add(bad(provisional, "of another key id", "keyId", id -> hex(digest("foreign id", 8))));
        vectors.add(bad(provisional, "of another handle", "handle", handle -> hex(digest("foreign handle", 16))));
        Map<String, Object> index = named("index", "index/field/contact/email", "acme");
        vectors.add(index);
        vectors.addAll(changed(index));
        vectors.add(bad(index, "of another tenant", "tenant", tenant -> "brand"));
        vectors.add(bad(index, "of another field", "keyName", name -> "index/field/contact/name"));
        Map<String, Object> tenant = named("tenant", "tenant-key", "acme");
        vectors.add(tenant);
        vectors.add(bad(tenant, "of another tenant", "tenant", other -> "brand"));
        vectors.add(bad(tenant, "of another name", "keyName", name -> "tenant-keys"));
        vectors.add(bad(tenant, "under another root key", "parent", key -> hex(digest("foreign key", 32))));
        return vectors;
    }

    private static Map<String, Object> subject(String retentionClass) {
        Map<String, Object> vector = start("subject", "subject of " + retentionClass);
        vector.put("subjectKind", "contact");
        vector.put("subjectId", "1001");
        vector.put("class", retentionClass);
        byte[] bound = VectorWriter.parts(
                "protection/subject-key", "acme", "contact", "1001", retentionClass, keyId(), handle());
        return finish(vector, true, bound);
    }

    private static Map<String, Object> provisional() {
        Map<String, Object> vector = start("provisional", "provisional");
        return finish(vector, true, VectorWriter.parts("protection/provisional-key", "acme", keyId(), handle()));
    }

    private static Map<String, Object> named(String kind, String keyName, String tenant) {
        Map<String, Object> vector = start(kind, kind);
        vector.put("keyName", keyName);
        vector.keySet().removeAll(List.of("keyId", "handle"));
        return finish(vector, kind.equals("index"), VectorWriter.parts("protection/named-key", keyName, tenant));
    }

    private static Map<String, Object> start(String kind, String name) {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("name", name);
        vector.put("result", "unwraps");
        vector.put("kind", kind);
        vector.put("tenant", "acme");
        vector.put("keyId", hex(keyId()));
        vector.put("handle", hex(handle()));
        return vector;
    }

    private static Map<String, Object> finish(Map<String, Object> vector, boolean withFormat, byte[] bound) {
        String name = VectorWriter.text(vector, "name");
        byte[] parent = digest("parent of " + vector.get("kind"), 32);
        byte[] key = digest("key of " + name, 32);
        byte[] sealed = PlainJce.encrypt(parent, digest("wrap nonce of " + name, 12), key, bound);
        vector.put("parent", hex(parent));
        vector.put("wrapped", hex(withFormat ? VectorWriter.join(new byte[] {1}, sealed) : sealed));
        vector.put("key", hex(key));
        vector.put("associatedData", hex(bound));
        return vector;
    }

    private static List<Map<String, Object>> changed(Map<String, Object> good) {
        int length = bytes(VectorWriter.text(good, "wrapped")).length;
        return List.of(
                altered(good, "the format changed", wrapped -> flip(wrapped, 0)),
                altered(good, "a bit of the nonce changed", wrapped -> flip(wrapped, 1)),
                altered(good, "a bit of the ciphertext changed", wrapped -> flip(wrapped, 13)),
                altered(good, "a bit of the tag changed", wrapped -> flip(wrapped, length - 1)),
                altered(good, "the last byte cut off", wrapped -> Arrays.copyOf(wrapped, length - 1)),
                altered(good, "a byte behind", wrapped -> Arrays.copyOf(wrapped, length + 1)),
                altered(good, "cut to its format", wrapped -> Arrays.copyOf(wrapped, 1)),
                bad(good, "under another tenant's key", "parent", key -> hex(digest("foreign key", 32))));
    }

    private static Map<String, Object> altered(Map<String, Object> good, String fault, UnaryOperator<byte[]> change) {
        return bad(good, fault, "wrapped", wrapped -> hex(change.apply(VectorWriter.bytes(wrapped))));
    }

    private static Map<String, Object> bad(
            Map<String, Object> good, String fault, String part, UnaryOperator<String> change) {
        Map<String, Object> vector = new LinkedHashMap<>(good);
        vector.keySet().removeAll(List.of("key", "associatedData"));
        vector.put("name", good.get("name") + ": " + fault);
        vector.put("result", REFUSED);
        vector.put(part, change.apply(VectorWriter.text(good, part)));
        vector.put("like", good.get("name"));
        return vector;
    }

    private static byte[] flip(byte[] bytes, int at) {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] keyId() {
        return digest("wrapped key id", 8);
    }

    private static byte[] handle() {
        return digest("wrapped handle", 16);
    }
}
