package dev.protection.jdbc.store;

import com.google.crypto.tink.subtle.PrfHmacJce;
import dev.protection.SubjectRef;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keyed hash under which erased persons are remembered: HMAC-SHA256 over the digest of the reference, with a random
 * key kept beside the wrapped keys, apart from the data, so that who has the data alone cannot try ids out.
 */
final class TombstoneKey implements Function<SubjectRef, byte[]> {
    private static final int BYTES = 32;
    private static final String SELECT = "SELECT secret FROM protection.tombstone_key WHERE id = 1";

    private final SqlTransactions keys;
    private final SecureRandom random;
    private volatile @Nullable PrfHmacJce prf;

    TombstoneKey(SqlTransactions keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public byte[] apply(SubjectRef subject) {
        try {
            return prf().compute(KeyDigests.subject(subject), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private PrfHmacJce prf() throws GeneralSecurityException {
        PrfHmacJce known = prf;
        if (known == null) {
            known = new PrfHmacJce("HMACSHA256", new SecretKeySpec(secret(), "HMAC"));
            prf = known;
        }
        return known;
    }

    private byte[] secret() {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        return keys.call(session -> {
            if (session.query(SELECT, row -> row.bytes(1)).isEmpty()) {
                InsertMissing.into("protection.tombstone_key", "id, secret", "id")
                        .run(session, List.<Object[]>of(new Object[] {1, fresh}));
            }
            return session.first(SELECT, row -> row.bytes(1)).orElseThrow();
        });
    }
}
