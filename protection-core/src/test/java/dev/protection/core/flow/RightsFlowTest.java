package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.core.FilePersonalDataSource;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.encryption.SubjectKey;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.RetentionException;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsFlowTest {
    private final World world = new World();
    private final RightsFlows node = world.node();

    private RequestId erased() {
        RequestId id = node.rights().submit(SubjectRequest.erase(World.ANN));
        node.rights().approve(id);
        World.work(node);
        return id;
    }

    private Map<String, String> values(String row) {
        return Objects.requireNonNull(world.tables.rows.get(row)).values;
    }

    private Phase phase() {
        return Objects.requireNonNull(world.states.get(List.of(World.ANN)).get(World.ANN))
                .phase();
    }

    @Test
    void anErasureWaitsForItsApproval() {
        RequestId id = node.rights().submit(SubjectRequest.erase(World.ANN));
        World.work(node);
        assertThat(node.rights().status(id).state()).isEqualTo(RequestState.REQUIRES_ACTION);
        assertThat(world.keys.ofSubject(World.ANN)).hasSize(2);
        assertThat(node.rights().submit(SubjectRequest.erase(World.ANN))).isEqualTo(id);
    }

    @Test
    void previewTellsWhatTheErasureThenDoes() {
        RequestPlan plan = node.rights().preview(SubjectRequest.erase(World.ANN));
        ErasureReceipt receipt = node.rights().receipt(erased());
        assertThat(plan.lines()).isEqualTo(receipt.erased());
        assertThat(plan.kept()).isEqualTo(receipt.kept());
    }

    @Test
    void anErasureKeepsWhatALawKeepsAndNothingElse() {
        ErasureReceipt receipt = node.rights().receipt(erased());
        assertThat(receipt.phase()).isEqualTo(Phase.KEPT);
        assertThat(phase()).isEqualTo(Phase.KEPT);
        assertThat(receipt.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.duties().get(0).law()).isEqualTo("Accounting Act 2:10");
            assertThat(kept.until()).hasValue(java.time.Instant.parse("2031-06-01T00:00:00Z"));
        });
        assertThat(world.keys.ofSubject(World.ANN))
                .extracting(SubjectKey::owner)
                .allSatisfy(owner ->
                        assertThat(owner.orElseThrow().retentionClass()).isEqualTo(World.INVOICING));
        assertThat(values("invoice/1")).containsOnlyKeys("payer");
        assertThat(values("invoice/1a")).isEmpty();
        assertThat(world.keys.ofSubject(World.BEN)).hasSize(2);
    }

    @Test
    void theReceiptIsSignedAndNamesNobody() throws Exception {
        ErasureReceipt receipt = node.rights().receipt(erased());
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] raw = Base64.getDecoder().decode(receipt.publicKey());
        byte[] spki = java.util.Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, spki, prefix.length, raw.length);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        signature.update(receipt.json().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Base64.getDecoder().decode(receipt.signature())))
                .isTrue();
        assertThat(receipt.json()).contains("Accounting Act 2:10").doesNotContain("1-full_name");
    }

    @Test
    void whenTheLastDutyEndsNothingOfThePersonStays() {
        RequestId id = erased();
        world.now = world.now.plus(Duration.ofDays(6 * 366));
        RetentionPlan plan = node.retention().plan(world.now);
        assertThat(plan.finished()).isEqualTo(1);
        node.run(node.retention().apply(plan));
        assertThat(phase()).isEqualTo(Phase.ERASED);
        assertThat(world.keys.ofSubject(World.ANN)).isEmpty();
        assertThat(node.rights().receipt(id).phase()).isEqualTo(Phase.ERASED);
        assertThat(world.requests.find(id).orElseThrow().subject()).isEmpty();
        assertThat(new String(world.requests.find(id).orElseThrow().content(), StandardCharsets.UTF_8))
                .doesNotContain("\"kind\":\"contact\"");
    }

    @Test
    void aHoldBlocksAnErasureUntilItIsReleased() {
        HoldId hold = node.retention().hold(new LegalHold(World.ANN, "matter 7", "law suit", Optional.empty()));
        RequestId id = erased();
        assertThat(node.rights().status(id).state()).isEqualTo(RequestState.ACTION_DELAYED);
        assertThat(node.rights().status(id).reasons())
                .singleElement()
                .asString()
                .contains("matter 7");
        assertThat(phase()).isEqualTo(Phase.ACTIVE);
        node.retention().release(hold, "settled");
        World.work(node);
        assertThat(node.rights().status(id).state()).isEqualTo(RequestState.FULFILLED);
    }

    @Test
    void aHoldComesTooLateOnceDataIsBeingDestroyed() {
        world.states.update(World.ANN, state -> state.withPhase(Phase.ERASING));
        assertThatThrownBy(
                        () -> node.retention().hold(new LegalHold(World.ANN, "matter 7", "law suit", Optional.empty())))
                .isInstanceOf(RetentionException.class)
                .hasMessageContaining(RetentionException.HOLD_TOO_LATE);
        assertThat(world.holds.inForce()).isEmpty();
    }

    @Test
    void retentionRemovesWhatIsDueAndLeavesWhatIsHeld() {
        node.retention().hold(new LegalHold(World.BEN, "matter 8", "law suit", Optional.empty()));
        assertThatRetentionLeavesBen();
    }

    @Test
    void retentionRemovesWhatIsDueAndLeavesWhatIsRestricted() {
        node.rights().submit(SubjectRequest.restrict(World.BEN));
        assertThatRetentionLeavesBen();
    }

    private void assertThatRetentionLeavesBen() {
        RetentionPlan plan = node.retention().plan(world.now);
        assertThat(plan.lines()).singleElement().satisfies(line -> {
            assertThat(line.removed()).isEqualTo(1);
            assertThat(line.held()).isEqualTo(1);
        });
        node.run(node.retention().apply(plan));
        assertThat(world.tables.rows).doesNotContainKey("contact/1").containsKeys("contact/1a", "contact/2");
    }

    @Test
    void aHoldPlacedAfterTheApprovalStillHolds() {
        RequestId run = node.retention().apply(node.retention().plan(world.now));
        node.retention().hold(new LegalHold(World.BEN, "matter 8", "law suit", Optional.empty()));
        node.run(run);
        assertThat(world.tables.rows).doesNotContainKey("contact/1").containsKey("contact/2");
    }

    @Test
    void aRestrictionPlacedAfterTheApprovalStillHolds() {
        RequestId run = node.retention().apply(node.retention().plan(world.now));
        node.rights().submit(SubjectRequest.restrict(World.BEN));
        node.run(run);
        assertThat(world.tables.rows).doesNotContainKey("contact/1").containsKey("contact/2");
    }

    @Test
    void onlyAnUnchangedPlanIsApplied() {
        RetentionPlan plan = node.retention().plan(world.now);
        RetentionPlan forged = new RetentionPlan(plan.asOf(), plan.mapHash(), List.of(), 0, plan.hash());
        assertThatThrownBy(() -> node.retention().apply(forged)).hasMessageContaining(RetentionException.PLAN_CHANGED);
        world.tables.rows.remove("contact/1");
        assertThatThrownBy(() -> node.retention().apply(plan)).hasMessageContaining(RetentionException.PLAN_CHANGED);
        assertThatThrownBy(() -> node.retention().apply(node.retention().plan(world.now.plusSeconds(60))))
                .hasMessageContaining(RetentionException.PLAN_AHEAD);
    }

    @Test
    void anExportHoldsOnePersonsDataAndItsManifestCountsIt(@TempDir Path directory) throws IOException {
        FilePersonalDataSource files = new FilePersonalDataSource("files", "attachment", "content", directory);
        Files.writeString(files.directory(World.ANN).resolve("a.txt"), "ann's letter");
        Files.writeString(files.directory(World.BEN).resolve("b.txt"), "ben's letter");
        RightsFlows both = world.node(new Faults(), files);
        RequestId id = both.rights().submit(SubjectRequest.export(World.ANN));
        assertThatThrownBy(() -> both.rights().download(id, new ByteArrayOutputStream()))
                .isInstanceOf(RequestException.class);
        World.work(both);
        Map<String, String> zip = unzip(both, id);
        assertThat(zip.keySet())
                .contains("tables/contact.json", "tables/contact.csv", "tables/invoice.json", "index.html")
                .contains("files/files/1-a.txt", "manifest.json");
        assertThat(zip.get("files/files/1-a.txt")).isEqualTo("ann's letter");
        assertThat(zip.toString()).contains("1-full_name").doesNotContain("2-full_name", "ben's letter");
        assertThat(zip.get("manifest.json")).contains("\"records\":5");
    }

    private static Map<String, String> unzip(RightsFlows node, RequestId id) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        node.rights().download(id, out);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                entry = zip.getNextEntry();
            }
        }
        return files;
    }

    @Test
    void anErasureTakesFilesAlong(@TempDir Path directory) throws IOException {
        FilePersonalDataSource files = new FilePersonalDataSource("files", "attachment", "content", directory);
        Path gone = Files.writeString(files.directory(World.ANN).resolve("a.txt"), "ann's letter");
        Path stays = Files.writeString(files.directory(World.BEN).resolve("b.txt"), "ben's letter");
        RightsFlows both = world.node(new Faults(), files);
        RequestId id = both.rights().submit(SubjectRequest.erase(World.ANN));
        both.rights().approve(id);
        World.work(both);
        assertThat(both.rights().status(id).state()).isEqualTo(RequestState.FULFILLED);
        assertThat(gone).doesNotExist();
        assertThat(stays).hasContent("ben's letter");
    }

    @Test
    void aTamperedLedgerStopsTheStart() {
        erased();
        ErasureLedger.Line line = world.ledger.last().orElseThrow();
        byte[] forged = line.entry().clone();
        world.ledger.append(new ErasureLedger.Line(line.position() + 1, "x", forged));
        assertThatThrownBy(node::start).isInstanceOf(LedgerBrokenException.class);
    }
}
