package dev.protection.rights;

import dev.protection.StandingFinding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The signed proof of an erasure (Art. 5(2), 17, 19 GDPR). It names the person by a keyed hash alone.
 *
 * @param request the request
 * @param at when the erasure was complete
 * @param phase {@link Phase#ERASED}, or {@link Phase#KEPT} when a law keeps something
 * @param erased what was erased, by source and dataset
 * @param kept what stays, why and until when
 * @param keysDestroyed how many keys were destroyed
 * @param findings what is weaker than promised in this installation
 * @param json the text that is signed; it says all of the above and more
 * @param signature the Ed25519 signature over the UTF-8 bytes of {@code json}, in Base64
 * @param publicKey the raw public key in Base64
 */
public record ErasureReceipt(
        RequestId request,
        Instant at,
        Phase phase,
        List<RequestPlan.Line> erased,
        List<Kept> kept,
        int keysDestroyed,
        List<StandingFinding> findings,
        String json,
        String signature,
        String publicKey) {
    /**
     * Copies the parts.
     *
     * @param request the request
     * @param at when
     * @param phase the phase
     * @param erased what was erased
     * @param kept what stays
     * @param keysDestroyed how many keys
     * @param findings what is weaker
     * @param json the text
     * @param signature the signature
     * @param publicKey the public key
     */
    public ErasureReceipt {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(publicKey, "publicKey");
        erased = List.copyOf(erased);
        kept = List.copyOf(kept);
        findings = List.copyOf(findings);
    }
}
