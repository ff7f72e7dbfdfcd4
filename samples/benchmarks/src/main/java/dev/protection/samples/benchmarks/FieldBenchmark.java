package dev.protection.samples.benchmarks;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One field sealed and opened under a warm key, against the same cipher without protection. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FieldBenchmark {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] BOUND = new byte[64];

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec jceKey = new SecretKeySpec(new byte[32], "AES");
    private final Aead tink;
    private final Cell cell;
    private String text = "";
    private byte[] bytes = {};
    private byte[] sealed = {};
    private byte[] tinkSealed = {};
    private byte[] jceSealed = {};

    /** Bytes of the value. */
    @Param({"64", "1024", "65536"})
    public int size = 64;

    /** Makes the keys. */
    public FieldBenchmark() {
        try {
            this.tink = Cell.tink();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.cell = new Cell(tink);
    }

    /** Makes a value and its ciphertexts. */
    @Setup
    public void seal() throws GeneralSecurityException {
        text = "x".repeat(size);
        bytes = text.getBytes(StandardCharsets.UTF_8);
        sealed = cell.seal(text);
        tinkSealed = tink.encrypt(bytes, BOUND);
        jceSealed = jceSeal();
    }

    /** Seals through the library. */
    @Benchmark
    public byte[] protectionSeal() {
        return cell.seal(text);
    }

    /** Opens through the library. */
    @Benchmark
    public Object protectionOpen() {
        return cell.open(sealed);
    }

    /** Encrypts by Tink. */
    @Benchmark
    public byte[] tinkSeal() throws GeneralSecurityException {
        return tink.encrypt(bytes, BOUND);
    }

    /** Decrypts by Tink. */
    @Benchmark
    public byte[] tinkOpen() throws GeneralSecurityException {
        return tink.decrypt(tinkSealed, BOUND);
    }

    /** Encrypts by the JDK's own provider. */
    @Benchmark
    public byte[] jceSeal() throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] out = Arrays.copyOf(nonce, NONCE + size + TAG_BITS / Byte.SIZE);
        cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(bytes, 0, size, out, NONCE);
        return out;
    }

    /** Decrypts by the JDK's own provider. */
    @Benchmark
    public byte[] jceOpen() throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(jceSealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(jceSealed, NONCE, jceSealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, jceKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(BOUND);
        return cipher;
    }
}
