package dev.protection.core.audit;

import dev.protection.audit.Checkpoint;
import dev.protection.audit.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A log that was exported: files that are verified without the stores and the private keys. */
public final class ExportedLog {
    private final Path directory;
    private final CheckpointKeys keys;
    private final Checkpoint checkpoint;

    private ExportedLog(Path directory, CheckpointKeys keys, Checkpoint checkpoint) {
        this.directory = directory;
        this.keys = keys;
        this.checkpoint = checkpoint;
    }

    /**
     * Opens an export, to be verified by the keys that came with it. Whoever could write the export could write these
     * too: compare them with the log's.
     *
     * @param directory what was exported
     * @return the log
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the checkpoint or the keys are malformed
     */
    public static ExportedLog open(Path directory) throws IOException {
        return open(directory, read(directory.resolve(LogExport.KEYS)));
    }

    /**
     * Opens an export, to be verified by keys known otherwise.
     *
     * @param directory what was exported
     * @param verifierKeys one C2SP verifier key a line
     * @return the log
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the checkpoint or the keys are malformed
     */
    public static ExportedLog open(Path directory, String verifierKeys) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(read(directory.resolve(LogExport.CHECKPOINT)));
        return new ExportedLog(directory, CheckpointKeys.parse(verifierKeys), checkpoint);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /**
     * Returns the keys it is verified by.
     *
     * @return one C2SP verifier key a line
     */
    public String verifierKeys() {
        return keys.toString();
    }

    /**
     * Verifies entries, tiles and checkpoint.
     *
     * @return what was verified and what is wrong
     * @throws IOException when a file is there and cannot be read
     */
    public Verification verify() throws IOException {
        LogFindings findings = new LogFindings();
        MerkleRange range = MerkleRange.empty();
        Tiles tiles = new Tiles((path, bytes) -> compare(path, bytes, findings));
        new EntryBundles(directory, checkpoint.size()).forEach(findings, leaf -> {
            findings.entry(range.size(), leaf);
            range.append(leaf);
            tiles.append(leaf);
        });
        tiles.finish();
        findings.checkpoint(checkpoint, keys.verify(checkpoint), range.size(), range);
        return new Verification(range.size(), findings.problems(), 0);
    }

    private void compare(String path, byte[] expected, LogFindings findings) throws IOException {
        Path file = directory.resolve(path);
        if (!Files.exists(file)) {
            findings.add("file " + path + " is missing");
        } else if (!Arrays.equals(Files.readAllBytes(file), expected)) {
            findings.add("file " + path + " does not hold what the entries give");
        }
    }

    /**
     * Tells whether this log continues one that an older checkpoint was signed for, by a consistency proof.
     *
     * @param older a signed note kept from before
     * @return true when the older checkpoint is signed by the same keys and the log begins with its entries
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the note is no checkpoint
     */
    public boolean continues(String older) throws IOException {
        Checkpoint before = Checkpoint.parse(older);
        List<byte[]> hashes = leafHashes();
        if (!keys.verify(before) || before.size() > hashes.size()) {
            return false;
        }
        if (before.size() == 0) {
            return Arrays.equals(before.root(), MerkleRange.empty().root());
        }
        List<byte[]> proof = MerkleProof.consistency(hashes, (int) before.size());
        return new ConsistencyCheck(before.size(), before.root(), hashes.size(), checkpoint.root()).holds(proof);
    }

    /**
     * Returns the proof that an entry is in the log.
     *
     * @param index the entry, from 0
     * @return the hashes from the leaf up to the root, each in base64 (RFC 6962 section 2.1.1)
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when there is no such entry, or it does not lead to the signed root
     */
    public List<String> proof(long index) throws IOException {
        List<byte[]> hashes = leafHashes();
        if (index < 0 || index >= hashes.size()) {
            throw new IllegalArgumentException("the log has no entry " + index);
        }
        byte[] leaf = hashes.get((int) index);
        List<byte[]> path = MerkleProof.inclusion(hashes, (int) index);
        if (!MerkleProof.verifyInclusion(leaf, index, checkpoint.size(), path, checkpoint.root())) {
            throw new IllegalArgumentException("entry " + index + " does not lead to the root that was signed");
        }
        return path.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    private List<byte[]> leafHashes() throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        LogFindings ignored = new LogFindings(); // a missing entry shows by its number
        new EntryBundles(directory, checkpoint.size()).forEach(ignored, leaf -> hashes.add(MerkleRange.leafHash(leaf)));
        return hashes;
    }
}
