package dev.protection.jdbc.attack;

import dev.protection.Scope;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a run has ended: the data as they read, the library's own state, the record and the receipt, without what is random
 * or tells the time.
 */
final class Ending {
    private static final List<String> READS = List.of(
            "SELECT contact_id, full_name, email, phone, birth_date, city, note FROM page_contact",
            "SELECT message_id, contact_id, body FROM message",
            "SELECT invoice_id, contact_id, full_name, address, amount FROM invoice");

    private final String url;

    Ending(String url) {
        this.url = url;
    }

    /** As if the killed node had given no sign of life for an hour. */
    void leaseRunsOut() throws SQLException {
        try (Connection beneath = DriverManager.getConnection(url)) {
            Node.change(
                    beneath,
                    "UPDATE " + KeyRows.schema(beneath) + ".scheduled_tasks SET last_heartbeat = last_heartbeat"
                            + " - INTERVAL '1' HOUR WHERE picked = true");
        }
    }

    Optional<RequestId> request(RequestKind kind) throws SQLException {
        try (Connection beneath = DriverManager.getConnection(url)) {
            String query = "SELECT id FROM " + KeyRows.schema(beneath) + ".request WHERE kind = '" + kind + "'";
            return Node.column(beneath, query).stream()
                    .map(UUID::fromString)
                    .map(RequestId::new)
                    .findFirst();
        }
    }

    String of(Node node, RequestId id) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Scope scope = Node.as("dpo", "onboarding", "acme");
                Connection connection = node.connection();
                Connection beneath = node.beneath()) {
            for (String read : READS) {
                text.append(Dump.ofQuery(connection, read + " ORDER BY 1"));
            }
            try (Scope books = Node.as("accountant", "invoicing", "acme")) {
                text.append(Dump.ofQuery(connection, "SELECT full_name, address FROM invoice ORDER BY invoice_id"));
            }
            StringBuilder kept = new StringBuilder();
            String in = KeyRows.schema(beneath) + ".";
            library(beneath, in, kept);
            text.append(kept.toString().replace(in, "protection.")); // the name may differ from copy to copy
        }
        text.append(record(node));
        text.append(node.protection().audit().verify().problems()).append('\n');
        text.append(receipt(node, id));
        return text.toString();
    }

    /** What was asked for twice, because the first answer never came, may be recorded twice; what was done may not. */
    private static String record(Node node) {
        List<String> asked = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (AuditEvent event : node.protection().audit().find(AuditQuery.ALL)) {
            String change = event.facts().getOrDefault("change", "");
            String line = event.kind() + " " + event.outcome() + " " + event.rows() + " "
                    + event.subjects().size() + " " + change + event.facts().getOrDefault("phase", "");
            if (event.kind() != AuditEvent.Kind.READ) {
                (change.isEmpty() ? done : asked).add(line);
            }
        }
        return asked.stream().distinct().sorted().toList() + "\n"
                + done.stream().sorted().toList() + "\n";
    }

    private static void library(Connection beneath, String in, StringBuilder text) throws SQLException {
        text.append(Dump.ofQuery(
                beneath,
                "SELECT kind, state, subject_hash IS NULL, single IS NULL, due_at IS NULL" + " FROM " + in
                        + "request ORDER BY 1"));
        text.append(Dump.ofQuery(
                beneath,
                "SELECT tenant, kind, id, phase, restricted, objections, holds FROM " + in
                        + "subject_state ORDER BY 1, 2, 3"));
        text.append(Dump.ofQuery(
                beneath, "SELECT tenant, kind, id, purpose FROM " + in + "subject_withheld ORDER BY 1, 2, 3, 4"));
        text.append(Dump.ofQuery(beneath, "SELECT COUNT(*) FROM " + in + "subject_tombstone"));
        text.append(Dump.ofQuery(
                beneath,
                "SELECT state, tenant, subject_id, retention_class FROM " + in + "subject_key ORDER BY 1, 2, 3, 4"));
        text.append(Dump.ofQuery(beneath, "SELECT position FROM " + in + "erasure_ledger ORDER BY 1"));
        text.append(Dump.ofQuery(
                beneath,
                "SELECT contact_id, full_name_index IS NULL, email_index IS NULL" + " FROM page_contact ORDER BY 1"));
    }

    private static String receipt(Node node, RequestId id) {
        try (Scope scope = Node.as("dpo", "onboarding", "acme")) {
            boolean erased = node.protection().rights().status(id).kind() == RequestKind.ERASE
                    && node.protection().rights().status(id).state() == RequestState.FULFILLED;
            if (!erased) {
                return "";
            }
            ErasureReceipt receipt = node.protection().rights().receipt(id);
            return receipt.erased() + "\n" + receipt.kept() + " " + receipt.keysDestroyed() + "\n";
        }
    }
}
