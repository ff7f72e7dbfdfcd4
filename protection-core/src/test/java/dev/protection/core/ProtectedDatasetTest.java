package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.MissingContextException;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.UnknownPurposeException;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.encryption.CellException;
import dev.protection.encryption.OpenRow;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.encryption.Reading;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.SealedRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a scope is opened to be closed
class ProtectedDatasetTest {
    private final Protection protection = Samples.builder().build();
    private final ProtectedDataset contacts = protection.dataset("contact");

    @AfterEach
    void close() {
        protection.close();
    }

    private static Map<String, Object> anna(String tenant, int id) {
        return Map.of("client_id", tenant, "contact_id", id, "full_name", "Anna Sentinel", "city", "Oulu", "note", "x");
    }

    private SealedRow write(String tenant, int id) {
        try (Scope scope = Samples.context("support", tenant).open()) {
            return contacts.write(List.of(anna(tenant, id))).get(0);
        }
    }

    private OpenRow read(String purpose, String tenant, SealedRow row) {
        try (Scope scope = Samples.context(purpose, tenant).open()) {
            return contacts.read(List.of(row)).get(0);
        }
    }

    private static Optional<Object> column(SealedRow row, String name) {
        return Objects.requireNonNull(row.columns().get(name));
    }

    private static Reading<?> reading(OpenRow row, String name) {
        return Objects.requireNonNull(row.fields().get(name));
    }

    @Test
    void whatIsStoredHidesTheValueAndIsOpenedAgain() {
        SealedRow stored = write("acme", 1);
        Sealed cell = (Sealed) column(stored, "full_name").orElseThrow();
        assertThat(new String(cell.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Anna");
        assertThat(column(stored, "full_name_index").map(byte[].class::cast).orElseThrow())
                .hasSize(32);
        OpenRow opened = read("support", "acme", stored);
        assertThat(reading(opened, "full_name").get()).isEqualTo("Anna Sentinel");
        assertThat(reading(opened, "city").get()).isEqualTo("Oulu");
        assertThat(opened.columns().get("note")).contains("x");
    }

    @Test
    void aPurposeThatDoesNotNeedTheCategorySeesItsMask() {
        SealedRow stored = write("acme", 1);
        Reading<?> name = reading(read("newsletter", "acme", stored), "full_name");
        assertThat(name).isInstanceOf(Reading.Masked.class);
        assertThat(((Reading.Masked<?>) name).shown().map(Object.class::cast)).contains("***");
    }

    @Test
    void aForeignTenantIsRefusedAndTheRefusalIsRecorded() {
        SealedRow stored = write("acme", 1);
        assertThatThrownBy(() -> read("support", "globex", stored))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageNotContaining("Anna");
        assertThat(protection.audit().find(AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED)))
                .hasSize(1);
    }

    @Test
    void aCellMovedToAnotherPersonOrFieldDoesNotOpen() {
        SealedRow anna = write("acme", 1);
        SealedRow bert = write("acme", 2);
        Map<String, Optional<Object>> swapped = new LinkedHashMap<>(bert.columns());
        swapped.put("full_name", anna.columns().get("full_name"));
        assertThatThrownBy(() -> read("support", "acme", new SealedRow(swapped)))
                .isInstanceOf(CellException.class);
        Map<String, Optional<Object>> otherField = new LinkedHashMap<>(anna.columns());
        otherField.put("birth_date", anna.columns().get("full_name"));
        assertThatThrownBy(() -> read("newsletter", "acme", new SealedRow(otherField)))
                .isInstanceOf(CellException.class);
    }

    @Test
    void withoutContextOrWithAnUnknownPurposeNothingHappens() {
        assertThatThrownBy(() -> contacts.write(List.of(anna("acme", 1)))).isInstanceOf(MissingContextException.class);
        try (Scope scope = Samples.context("supprt", "acme").open()) {
            assertThatThrownBy(() -> contacts.write(List.of(anna("acme", 1))))
                    .isInstanceOf(UnknownPurposeException.class)
                    .hasMessageContaining("support");
        }
    }

    @Test
    void aReadNamesExactlyThePersonsWhoseValuesWereOpened() {
        SealedRow anna = write("acme", 1);
        write("acme", 2);
        read("support", "acme", anna);
        List<AuditEvent> reads = protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ));
        assertThat(reads).hasSize(1);
        assertThat(reads.get(0).subjects()).hasSize(1);
        assertThat(reads.get(0).fields()).containsExactly("city", "full_name");
        assertThat(protection.audit().verify().problems()).isEmpty();
    }

    @Test
    void typedValuesSurvive() {
        SubjectRef subject = SubjectRef.of(TenantId.of("acme"), "contact", 7);
        try (Scope scope = Samples.context("newsletter", "acme").open()) {
            Sealed cell = contacts.seal(subject, "birth_date", LocalDate.of(1990, 2, 28));
            assertThat(contacts.open(subject, "birth_date", cell, LocalDate.class)
                            .get())
                    .isEqualTo(LocalDate.of(1990, 2, 28));
        }
    }
}
