package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.RootKeyException;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeysTest {
    private static final byte[] CONTEXT = {1, 2, 3};
    private static final byte[] KEY = VectorWriter.digest("some key", 32);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileIsMadeOnceForItsOwnerAloneWhenAllowed() throws IOException {
        Path file = folder.resolve("keys/root.json");
        KeyWrapper made = RootKeys.open("file:" + file, true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        KeyWrapper again = RootKeys.open("file:" + file, false);
        assertThat(again.unwrap(made.wrap(KEY, CONTEXT), CONTEXT)).isEqualTo(KEY);
        try (Stream<Path> left = Files.list(file.resolveSibling("."))) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aMissingFileIsNotMadeWhenNotAllowed() {
        Path file = folder.resolve("root.json");
        assertThatThrownBy(() -> RootKeys.open("file:" + file, false)).isInstanceOf(RootKeyException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void manyThatStartTogetherAgreeOnOneKey() throws Exception {
        Path file = folder.resolve("root.json");
        int starters = 8;
        CyclicBarrier start = new CyclicBarrier(starters);
        ExecutorService pool = Executors.newFixedThreadPool(starters);
        List<KeyWrapper> roots = new ArrayList<>();
        try {
            List<Future<KeyWrapper>> running = new ArrayList<>();
            for (int i = 0; i < starters; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return RootKeys.open("file:" + file, true);
                }));
            }
            for (Future<KeyWrapper> future : running) {
                roots.add(future.get());
            }
        } finally {
            pool.shutdownNow();
        }
        WrappedKey wrapped = roots.get(0).wrap(KEY, CONTEXT);
        assertThat(roots)
                .allSatisfy(root -> assertThat(root.unwrap(wrapped, CONTEXT)).isEqualTo(KEY));
    }

    @Test
    void aFileThatHoldsNoKeyIsRefusedWithoutBeingQuoted() throws IOException {
        for (String text : List.of("", "sentinel", "{\"sentinel\": 1}", "{\"primaryKeyId\":1,\"key\":[]}")) {
            Path file = Files.writeString(folder.resolve("root.json"), text);
            assertThatThrownBy(() -> RootKeys.open("file:" + file, true))
                    .isInstanceOf(RootKeyException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("sentinel");
            assertThat(file).hasContent(text);
        }
        assertThatThrownBy(() -> RootKeys.open("file:" + folder, true)).isInstanceOf(RootKeyException.class);
        assertThatThrownBy(() -> RootKeys.open("file:\0", true)).isInstanceOf(RootKeyException.class);
    }

    @Test
    void anEnvironmentVariableHoldsRawBytesOrAKeyset() throws Exception {
        String keyset = RootKeyset.newKeyset();
        Map<String, String> environment = Map.of(
                "RAW",
                base64(Fixture.ROOT_KEY) + "\n",
                "KEYSET",
                base64(keyset.getBytes(StandardCharsets.UTF_8)),
                "SHORT",
                base64(new byte[31]),
                "NONE",
                "sentinel!",
                "BLANK",
                " ");
        EnvironmentRootKey provider = new EnvironmentRootKey(name -> Optional.ofNullable(environment.get(name)));
        KeyWrapper raw = provider.open("RAW", false);
        assertThat(TinkKeys.aead(Fixture.ROOT_KEY)
                        .decrypt(raw.wrap(KEY, CONTEXT).bytes(), CONTEXT))
                .isEqualTo(KEY);
        KeyWrapper set = provider.open("KEYSET", false);
        assertThat(RootKeyset.parse(keyset).decrypt(set.wrap(KEY, CONTEXT).bytes(), CONTEXT))
                .isEqualTo(KEY);
        for (String name : List.of("SHORT", "NONE", "BLANK", "UNSET")) {
            assertThatThrownBy(() -> provider.open(name, true))
                    .isInstanceOf(RootKeyException.class)
                    .hasNoCause()
                    .hasMessageContaining(name)
                    .hasMessageNotContaining("sentinel");
        }
    }

    @Test
    void aSchemeThatNobodyAnswersForIsRefusedWithTheKnownOnes() {
        for (String uri : List.of("vault:x", "root.json", "", ":", "FILE:x")) {
            assertThatThrownBy(() -> RootKeys.open(uri, true))
                    .isInstanceOf(RootKeyException.class)
                    .hasMessageContaining("[env, file]");
        }
        assertThatThrownBy(() -> RootKeys.open("env:SURELY_NOT_SET_ANYWHERE", true))
                .isInstanceOf(RootKeyException.class);
    }

    @Test
    void aWrappedKeyIsBoundToItsContextAndItsRoot() {
        KeyWrapper root = AeadKeyWrapper.of("a", TinkKeys.aead(Fixture.ROOT_KEY));
        KeyWrapper other = AeadKeyWrapper.of("b", TinkKeys.aead(KEY));
        WrappedKey wrapped = root.wrap(KEY, CONTEXT);
        assertThat(root.wrap(KEY, CONTEXT)).isNotEqualTo(wrapped);
        assertThatThrownBy(() -> root.unwrap(wrapped, new byte[] {1})).isInstanceOf(WrappedKeyException.class);
        assertThatThrownBy(() -> other.unwrap(wrapped, CONTEXT)).isInstanceOf(WrappedKeyException.class);
        assertThatThrownBy(() -> root.wrap(KEY, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.unwrap(wrapped, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(root.toString()).isEqualTo("root key a");
    }

    @Test
    void aKeyManagementSystemThatIsDownIsNoForgery() {
        KeyWrapper root = AeadKeyWrapper.of("kms", new Unreachable());
        assertThatThrownBy(() -> root.wrap(KEY, CONTEXT)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> root.unwrap(WrappedKey.of(KEY), CONTEXT))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** Fails as Tink's clients of remote systems do. */
    private static final class Unreachable implements com.google.crypto.tink.Aead {
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            throw new GeneralSecurityException("encryption failed", new IOException("connection refused"));
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            throw new GeneralSecurityException("decryption failed", new IOException("connection refused"));
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
