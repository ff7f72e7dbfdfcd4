package dev.protection.core.rights;

import dev.protection.StandingFinding;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Kept;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Makes signed receipts. */
public final class Receipts {
    private static final int FORMAT = 1;

    private final ReceiptSigner signer;
    private final Supplier<List<StandingFinding>> findings;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * Makes a maker of receipts.
     *
     * @param signer signs them
     * @param findings what is weaker than promised in this installation
     */
    public Receipts(ReceiptSigner signer, Supplier<List<StandingFinding>> findings) {
        this.signer = signer;
        this.findings = findings;
    }

    /**
     * Signs a receipt.
     *
     * @param id the request
     * @param at when the erasure was complete
     * @param subject the person's keyed hash
     * @param job what was done and verified
     * @param ledger the hash of the ledger's line
     * @return the receipt
     */
    public ErasureReceipt sign(RequestId id, Instant at, String subject, ErasureJob job, String ledger) {
        Phase phase = job.tally().kept().isEmpty() ? Phase.ERASED : Phase.KEPT;
        List<StandingFinding> weak = findings.get();
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("v", FORMAT);
        text.put("request", id.toString());
        text.put("round", job.round());
        text.put("at", at.toString());
        text.put("subject", subject);
        text.put("phase", phase.name());
        text.put("erased", job.tally().lines().stream().map(Receipts::line).toList());
        text.put("kept", job.tally().kept().stream().map(Receipts::kept).toList());
        text.put("keysDestroyed", job.keys().stream().map(DoomedKey::id).toList());
        text.put("verified", Map.of("residue", 0));
        text.put("ledger", ledger);
        text.put("findings", weak.stream().map(StandingFinding::toString).toList());
        String json = mapper.writeValueAsString(text);
        return new ErasureReceipt(
                id,
                at,
                phase,
                job.tally().lines(),
                job.tally().kept(),
                job.keys().size(),
                weak,
                json,
                signer.sign(json),
                signer.publicKey());
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("source", line.source());
        text.put("dataset", line.dataset());
        text.put("records", line.records());
        text.put("fields", line.fields());
        return text;
    }

    private static Map<String, Object> kept(Kept kept) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("dataset", kept.dataset());
        text.put("fields", kept.fields());
        text.put("records", kept.records());
        text.put("reason", kept.reason());
        text.put(
                "laws",
                kept.duties().stream()
                        .map(duty -> duty.law() + " (" + duty.period() + ")")
                        .toList());
        kept.until().ifPresent(until -> text.put("until", until.toString()));
        return text;
    }
}
