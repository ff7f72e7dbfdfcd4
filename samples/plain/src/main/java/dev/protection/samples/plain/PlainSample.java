package dev.protection.samples.plain;

import static java.util.Objects.requireNonNull;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.Verification;
import dev.protection.core.Protection;
import dev.protection.encryption.OpenRow;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.encryption.Reading;
import dev.protection.encryption.SealedRow;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.SubjectRequest;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The plain API, without a database: what is declared in {@code protection.yaml} happens to the rows of a host. */
public final class PlainSample {
    private final PrintStream out;

    PlainSample(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the sample.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        new PlainSample(System.out).run();
    }

    void run() {
        try (Protection protection = Protection.load("classpath:protection.yaml")) {
            ProtectedDataset contacts = protection.dataset("page_contact");
            SealedRow stored = write(contacts);
            out.println("As the host stores it:       "
                    + requireNonNull(stored.columns().get("full_name")).orElseThrow());
            out.println("For support it reads:        " + name(contacts, "support", "acme", stored));
            consent(protection);
            out.println("For the newsletter it reads: " + name(contacts, "newsletter", "acme", stored));
            try {
                name(contacts, "support", "globex", stored);
            } catch (AccessDeniedException refused) {
                out.println("Another tenant's agent:      " + refused.code());
            }
            Verification log = protection.audit().verify();
            out.println("The log has " + protection.audit().find(AuditQuery.ALL).size() + " events and is "
                    + (log.isWhole() ? "whole" : "broken: " + log.problems()));
        }
    }

    private static SealedRow write(ProtectedDataset contacts) {
        try (Scope scope = context("support", "acme").open()) {
            return contacts.write(List.of(Map.of(
                            "contact_id", 1,
                            "client_id", "acme",
                            "full_name", "Anna Virtanen",
                            "email", "anna@example.com")))
                    .get(0);
        }
    }

    /** Without it the newsletter would read nothing of the person (Art. 7 GDPR). */
    private static void consent(Protection protection) {
        try (Scope scope = context("support", "acme").open()) {
            SubjectRef anna = SubjectRef.of(TenantId.of("acme"), "contact", 1);
            Indication how = Indication.of("newsletter notice 3", "web form, box ticked");
            protection.rights().submit(SubjectRequest.giveConsent(anna, "newsletter", how));
        }
    }

    private static Object name(ProtectedDataset contacts, String purpose, String tenant, SealedRow stored) {
        try (Scope scope = context(purpose, tenant).open()) {
            OpenRow row = contacts.read(List.of(stored)).get(0);
            Reading<?> name = requireNonNull(row.fields().get("full_name"));
            return name instanceof Reading.Masked<?> masked ? masked.shown().get() : name.get();
        }
    }

    private static ProtectionContext context(String purpose, String tenant) {
        return ProtectionContext.of(Actor.of("agent-of-" + tenant, "agent", tenant), purpose, TenantId.of(tenant));
    }
}
