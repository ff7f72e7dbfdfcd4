package dev.protection.core.encryption;

import static dev.protection.core.encryption.Fixture.ACME;
import static dev.protection.core.encryption.Fixture.BRAND;
import static dev.protection.core.encryption.Fixture.CONTACT;
import static dev.protection.core.encryption.Fixture.INVOICE;
import static dev.protection.core.encryption.Fixture.key;
import static dev.protection.core.encryption.Fixture.owner;
import static dev.protection.core.encryption.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.RetentionClass;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.ValueException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SealedCellTest {
    private static final String SENTINEL = "Zebulon Quartermaine";

    private final EncryptionEngine engine = Fixture.engine(new InMemoryKeyStore());
    private final SubjectKeyring ada = key(engine, owner(ACME, "1"));
    private final byte[] cell = engine.seal(ada, CONTACT, text(), SENTINEL);

    @Test
    void aCellIsThirtySevenBytesLongerThanItsValueAndNamesItsKey() {
        assertThat(cell).hasSize(SENTINEL.length() + Sealed.OVERHEAD);
        assertThat(cell[0]).isEqualTo((byte) 0xE7);
        assertThat(engine.keyIdOf(cell)).contains(ada.id());
        assertThat(Sealed.of(cell).keyId()).isEqualTo(ada.id());
        assertThat(engine.open(ada, CONTACT, text(), cell)).isEqualTo(SENTINEL);
    }

    @Test
    void theSameValueGivesAnotherCellEachTime() {
        assertThat(engine.seal(ada, CONTACT, text(), SENTINEL)).isNotEqualTo(cell);
    }

    @Test
    void theTextFormOfACellIsThatCell() {
        Sealed sealed = Sealed.of(cell);
        assertThat(Sealed.parse(sealed.text())).isEqualTo(sealed);
        assertThat(sealed.text()).doesNotContain("=", "+", "/");
        for (String wrong : List.of("", " ", sealed.text() + "=", sealed.text() + "A", " " + sealed.text(), "é")) {
            assertThatThrownBy(() -> Sealed.parse(wrong))
                    .isInstanceOf(CellException.class)
                    .hasNoCause();
        }
    }

    @Test
    void aCellMovedToAnotherFieldOrDatasetDoesNotOpen() {
        Field other = CONTACT.field("other").orElseThrow();
        notAuthentic(() -> engine.open(ada, CONTACT, other, cell));
        notAuthentic(() -> engine.open(ada, INVOICE, text(), cell));
        notAuthentic(() -> engine.open(ada, CONTACT, text().type(FieldType.BYTES), cell));
    }

    @Test
    void aCellMovedToAnotherPersonTenantOrClassDoesNotOpen() {
        KeyOwner same = owner(ACME, "1");
        KeyOwner kept = new KeyOwner(same.subject(), RetentionClass.of(List.of("invoicing")));
        for (KeyOwner other : List.of(owner(ACME, "2"), owner(BRAND, "1"), kept)) {
            SubjectKeyring foreign = key(engine, other);
            notAuthentic(() -> engine.open(foreign, CONTACT, text(), cell));
            notAuthentic(() -> engine.open(foreign, CONTACT, text(), renamed(cell, foreign)));
        }
    }

    @Test
    void aCellSealedUnderAForeignRootDoesNotOpen() {
        EncryptionEngine foreign = Fixture.engine(new InMemoryKeyStore());
        SubjectKeyring theirs = key(foreign, owner(ACME, "1"));
        byte[] forged = renamed(foreign.seal(theirs, CONTACT, text(), SENTINEL), ada);
        notAuthentic(() -> engine.open(ada, CONTACT, text(), forged));
    }

    @Test
    void everyChangedBitIsNoticed() {
        for (int i = 0; i < cell.length * Byte.SIZE; i++) {
            byte[] changed = cell.clone();
            changed[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
            rejected(() -> engine.open(ada, CONTACT, text(), changed));
        }
    }

    @Test
    void everyCutAndEveryLengtheningIsNoticed() {
        for (int length = 0; length < cell.length; length++) {
            byte[] cut = Arrays.copyOf(cell, length);
            byte[] beheaded = Arrays.copyOfRange(cell, cell.length - length, cell.length);
            rejected(() -> engine.open(ada, CONTACT, text(), cut));
            rejected(() -> engine.open(ada, CONTACT, text(), beheaded));
        }
        rejected(() -> engine.open(ada, CONTACT, text(), Arrays.copyOf(cell, cell.length + 1)));
    }

    @Test
    void anAuthenticCellWithBytesThatAreNoValueIsRefused() throws Exception {
        Field number = text().type(FieldType.INTEGER);
        byte[] bound = AssociatedData.cell("contact", number.name(), FieldType.INTEGER, ada.id());
        byte[] sealed = ada.aead().encrypt(new byte[] {1, 2, 3}, bound);
        byte[] forged = Arrays.copyOf(cell, 9 + sealed.length);
        System.arraycopy(sealed, 0, forged, 9, sealed.length);
        assertThatThrownBy(() -> engine.open(ada, CONTACT, number, forged))
                .isInstanceOfSatisfying(
                        CellException.class, e -> assertThat(e.code()).isEqualTo(CellException.VALUE));
    }

    @Test
    void aProvisionalKeyOpensNothing() {
        SubjectKeyring provisional = engine.provisional(ACME, "contact", RetentionClass.NONE);
        byte[] early = engine.seal(provisional, CONTACT, text(), SENTINEL);
        assertThatThrownBy(() -> engine.open(provisional, CONTACT, text(), early))
                .isInstanceOf(UnknownKeyException.class);
        assertThat(engine.forReading(List.of(provisional.id()))).containsValue(new KeyAnswer.Unknown(provisional.id()));
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedWithoutBeingNamed() {
        for (FieldType type : List.of(
                FieldType.INTEGER,
                FieldType.DECIMAL,
                FieldType.DATE,
                FieldType.TIMESTAMP,
                FieldType.BOOLEAN,
                FieldType.BYTES)) {
            assertThatThrownBy(() -> engine.seal(ada, CONTACT, Fixture.field(type), SENTINEL))
                    .isInstanceOf(ValueException.class)
                    .hasNoCause()
                    .hasMessageNotContaining(SENTINEL);
        }
    }

    @Test
    void nothingThatIsPrintedHoldsAValueAKeyOrAPerson() {
        String printed = String.join(
                "|",
                ada.toString(),
                Sealed.of(cell).toString(),
                engine.forReading(List.of(ada.id())).toString());
        assertThat(printed).doesNotContain(SENTINEL, "contact", "Aead", "AesGcm");
    }

    private static byte[] renamed(byte[] cell, SubjectKeyring key) {
        return java.nio.ByteBuffer.wrap(cell.clone())
                .putLong(1, key.id().value())
                .array();
    }

    private static void rejected(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(CellException.class)
                .hasMessageNotContaining(SENTINEL)
                .hasNoCause();
    }

    private static void notAuthentic(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CellException.class, e -> assertThat(e.code()).isEqualTo(CellException.NOT_AUTHENTIC));
    }
}
