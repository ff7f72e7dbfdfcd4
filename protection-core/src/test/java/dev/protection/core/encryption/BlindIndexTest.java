package dev.protection.core.encryption;

import static dev.protection.core.encryption.Fixture.ACME;
import static dev.protection.core.encryption.Fixture.BRAND;
import static dev.protection.core.encryption.Fixture.CONTACT;
import static dev.protection.core.encryption.Fixture.INVOICE;
import static dev.protection.core.encryption.Fixture.indexed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.Normalise;
import dev.protection.TenantId;
import dev.protection.encryption.IndexScopeException;
import dev.protection.encryption.ValueException;
import dev.protection.encryption.WrappedKeyException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlindIndexTest {
    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final EncryptionEngine engine = Fixture.engine(keys);

    @Test
    void equalValuesHaveEqualTermsOnEveryNodeAndOthersHaveOthers() {
        byte[] term = engine.term(ACME, CONTACT, indexed(IndexScope.TENANT), "ada@example.com");
        assertThat(term).hasSize(32);
        assertThat(Fixture.engine(keys).term(ACME, CONTACT, indexed(IndexScope.TENANT), "ada@example.com"))
                .isEqualTo(term);
        assertThat(engine.term(ACME, CONTACT, indexed(IndexScope.TENANT), "Ada@example.com"))
                .isNotEqualTo(term);
        assertThat(Fixture.engine(new InMemoryKeyStore())
                        .term(ACME, CONTACT, indexed(IndexScope.TENANT), "ada@example.com"))
                .isNotEqualTo(term);
    }

    @Test
    void theScopeSaysWhoseValuesCanBeCompared() {
        assertThat(term(ACME, IndexScope.TENANT)).isNotEqualTo(term(BRAND, IndexScope.TENANT));
        assertThat(term(ACME, IndexScope.CONTROLLER)).isEqualTo(term(BRAND, IndexScope.CONTROLLER));
        assertThat(term(ACME, IndexScope.ROOT)).isEqualTo(term(BRAND, IndexScope.ROOT));
        assertThat(term(ACME, IndexScope.ROOT)).isNotEqualTo(term(ACME, IndexScope.CONTROLLER));
    }

    @Test
    void fieldsAreComparedOnlyWithinAGroup() {
        Field own = indexed(IndexScope.TENANT);
        Field grouped = own.index(new Field.Index(IndexScope.TENANT, Optional.of("mail"), Set.of(), false));
        assertThat(engine.term(ACME, CONTACT, own, "x")).isNotEqualTo(engine.term(ACME, INVOICE, own, "x"));
        assertThat(engine.term(ACME, CONTACT, grouped, "x")).isEqualTo(engine.term(ACME, INVOICE, grouped, "x"));
        assertThat(engine.term(ACME, CONTACT, grouped, "x")).isNotEqualTo(engine.term(ACME, CONTACT, own, "x"));
    }

    @Test
    void aSearchHasOneTermPerScope() {
        Set<TenantId> both = Set.of(ACME, BRAND);
        assertThat(engine.terms(both, CONTACT, indexed(IndexScope.TENANT), "x"))
                .containsExactly(term(ACME, IndexScope.TENANT), term(BRAND, IndexScope.TENANT));
        assertThat(engine.terms(both, CONTACT, indexed(IndexScope.CONTROLLER), "x"))
                .containsExactly(term(ACME, IndexScope.CONTROLLER));
        assertThat(engine.terms(both, CONTACT, indexed(IndexScope.ROOT), "x"))
                .containsExactly(term(ACME, IndexScope.ROOT));
        assertThat(engine.terms(Set.of(), CONTACT, indexed(IndexScope.TENANT), "x"))
                .isEmpty();
    }

    @Test
    void aSearchOverMoreThanAHundredScopesIsRefusedWithARemedyAndMakesNoKey() {
        Set<TenantId> many = new TreeSet<>();
        for (int i = 0; i < 101; i++) {
            many.add(TenantId.of("t" + i));
        }
        assertThatThrownBy(() -> engine.terms(many, CONTACT, indexed(IndexScope.TENANT), "sentinel"))
                .isInstanceOf(IndexScopeException.class)
                .hasMessageContaining("101")
                .hasMessageContaining("index-scope: root")
                .hasMessageNotContaining("sentinel");
        assertThat(keys.tenants()).isEmpty();
        assertThat(engine.terms(many, CONTACT, indexed(IndexScope.ROOT), "x")).hasSize(1);
        many.remove(TenantId.of("t0"));
        assertThat(engine.terms(many, CONTACT, indexed(IndexScope.TENANT), "x")).hasSize(100);
    }

    @Test
    void numbersThatAreEqualHaveEqualTermsWhateverTheirScale() {
        Field price = indexed(IndexScope.TENANT).type(FieldType.DECIMAL);
        byte[] term = engine.term(ACME, CONTACT, price, new BigDecimal("1.50"));
        assertThat(engine.term(ACME, CONTACT, price, 1.5)).isEqualTo(term);
        assertThat(engine.term(ACME, CONTACT, price, "1.5000")).isEqualTo(term);
        assertThat(engine.term(ACME, CONTACT, price, "-1.5")).isNotEqualTo(term);
        assertThat(engine.term(ACME, CONTACT, price, new BigDecimal("0E+7")))
                .isEqualTo(engine.term(ACME, CONTACT, price, 0));
    }

    @Test
    void aNumberTooFarOutIsRefusedWithoutBeingNamed() {
        Field price = indexed(IndexScope.TENANT).type(FieldType.DECIMAL);
        BigDecimal far = new BigDecimal(java.math.BigInteger.TEN, Integer.MIN_VALUE);
        assertThatThrownBy(() -> engine.term(ACME, CONTACT, price, far))
                .isInstanceOf(ValueException.class)
                .hasNoCause();
    }

    @Test
    void normalisingIsOptIn() {
        Field mail = indexed(IndexScope.TENANT)
                .index(new Field.Index(IndexScope.TENANT, Optional.empty(), Set.of(Normalise.EMAIL), false));
        assertThat(engine.term(ACME, CONTACT, mail, " Ada@Example.com"))
                .isEqualTo(engine.term(ACME, CONTACT, mail, "ada@example.com"));
        Field exact = indexed(IndexScope.TENANT);
        assertThat(engine.term(ACME, CONTACT, exact, " Ada@Example.com"))
                .isNotEqualTo(engine.term(ACME, CONTACT, exact, "ada@example.com"));
    }

    @Test
    void anIndexKeyMovedToAnotherFieldIsRefused() {
        engine.term(ACME, CONTACT, indexed(IndexScope.TENANT), "x");
        String name = "index/field/contact/text_field";
        InMemoryKeyStore forged = new InMemoryKeyStore();
        keys.named(TenantKeys.NAME, Optional.of(ACME)).ifPresent(forged::putNamedIfAbsent);
        keys.named(name, Optional.of(ACME))
                .map(key -> new dev.protection.encryption.NamedKey(
                        "index/field/invoice/text_field", key.tenant(), key.wrapped(), key.createdAt()))
                .ifPresent(forged::putNamedIfAbsent);
        assertThatThrownBy(() -> Fixture.engine(forged).term(ACME, INVOICE, indexed(IndexScope.TENANT), "x"))
                .isInstanceOf(WrappedKeyException.class);
    }

    private byte[] term(TenantId tenant, IndexScope scope) {
        List<byte[]> terms = List.of(engine.term(tenant, CONTACT, indexed(scope), "x"));
        return terms.get(0);
    }
}
