package dev.protection.samples.jdbc;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A copy of one person's data, its erasure, and a plan of what age has made due. */
final class RightsWalk {
    private static final TenantId ACME = TenantId.of("acme");
    private static final SubjectRef ANNA = SubjectRef.of(ACME, "contact", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Protection protection;
    private final Connection connection;
    private final PrintStream out;

    RightsWalk(Protection protection, Connection connection, PrintStream out) {
        this.protection = protection;
        this.connection = connection;
        this.out = out;
    }

    void run() throws SQLException {
        try (Scope scope = as("dpo", "onboarding")) {
            export();
            erase();
        }
        try (Scope scope = as("agent", "support")) {
            out.println("   the agent reads now     "
                    + MainJob.first(connection, "SELECT full_name, phone FROM page_contact WHERE contact_id = 1"));
        }
        try (Scope scope = as("accountant", "invoicing")) {
            out.println("   the accountant reads    "
                    + MainJob.first(connection, "SELECT full_name FROM invoice WHERE contact_id = 1"));
        }
        try (Scope scope = as("dpo", "onboarding")) {
            plan();
        }
    }

    private static Scope as(String role, String purpose) {
        return ProtectionContext.of(Actor.of(role + "-of-acme", role, "acme"), purpose, ACME)
                .open();
    }

    private void export() {
        out.println("3. Rights of a person");
        RequestId id = protection.rights().submit(SubjectRequest.export(ANNA));
        protection.rights().await(id, PATIENCE);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        protection.rights().download(id, zip);
        out.println("   a copy in files         " + String.join(", ", names(zip.toByteArray())));
    }

    private static List<String> names(byte[] zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void erase() {
        RequestId id = protection.rights().submit(SubjectRequest.erase(ANNA));
        protection.rights().approve(id);
        RequestStatus status = protection.rights().await(id, PATIENCE);
        ErasureReceipt receipt = protection.rights().receipt(id);
        out.println("   the erasure is          " + status.state());
        receipt.kept()
                .forEach(kept -> out.println("   kept by law             " + kept.dataset() + " " + kept.fields()
                        + " for " + kept.duties()));
    }

    private void plan() {
        RetentionPlan plan = protection.retention().plan(Instant.now());
        plan.lines()
                .forEach(line -> out.println("   due by age              " + line.removed() + " rows of "
                        + line.dataset() + ", held " + line.held()));
    }
}
