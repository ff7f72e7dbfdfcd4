package dev.protection.core.encryption;

import dev.protection.FieldType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the vectors of the envelope spec, from nothing but the spec: it uses the JDK's own ciphers and none of the
 * classes it is to judge. Nonces and keys are digests of names, so that the output is always the same.
 */
final class VectorWriter {
    static final String LOCATION = "/envelope/vectors-v1.json";
    private static final HexFormat HEX = HexFormat.of();

    private VectorWriter() {}

    /** Writes the file; the one argument is the folder of test resources. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0] + LOCATION);
        Files.createDirectories(Path.of(arguments[0] + "/envelope"));
        Files.writeString(file, write());
    }

    static String write() {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        groups.put("cells", CellVectors.all());
        groups.put("wrapped", WrappedVectors.all());
        groups.put("texts", CellVectors.texts());
        groups.put("terms", TermVectors.all());
        groups.put("beginnings", BeginningVectors.all());
        JsonMapper mapper = JsonMapper.builder().build();
        return groups.entrySet().stream()
                .map(group -> "\"" + group.getKey() + "\": [\n"
                        + group.getValue().stream()
                                .map(mapper::writeValueAsString)
                                .collect(Collectors.joining(",\n"))
                        + "\n]")
                .collect(Collectors.joining(",\n", "{\"format\": \"protection-envelope-vectors/1\",\n", "}\n"));
    }

    static String text(Map<String, Object> vector, String part) {
        return (String) Objects.requireNonNull(vector.get(part), part);
    }

    static byte[] digest(String name, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] join(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }

    /** Texts and byte arrays, each behind its length. */
    static byte[] parts(Object... parts) {
        return join(Arrays.stream(parts)
                .map(part -> part instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) part)
                .map(part -> join(ByteBuffer.allocate(4).putInt(part.length).array(), part))
                .toArray(byte[][]::new));
    }

    static byte[] cellAssociatedData(FieldType type, String dataset, String field, byte[] keyId) {
        return parts("protection/cell", new byte[] {(byte) 0xE7}, type.word(), dataset, field, keyId);
    }
}
