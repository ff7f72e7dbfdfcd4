package dev.protection.core;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import dev.protection.Actor;
import dev.protection.ConsentRule;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.LegalBasis;
import dev.protection.ProtectionContext;
import dev.protection.Purpose;
import dev.protection.Search;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import java.security.GeneralSecurityException;
import java.util.Set;

/** A small declaration with everything the tests of the façade need. */
final class Samples {
    static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@pages.example")
            .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "email-address", "location"))
            .purpose(Purpose.of("newsletter", LegalBasis.CONSENT, "email-address", "birth-date")
                    .consent(ConsentRule.ELSEWHERE))
            .dataset(Dataset.named("contact")
                    .key("contact_id")
                    .purposes("support", "newsletter")
                    .subject("contact", "contact_id")
                    .tenant("client_id")
                    .field(Field.sealed("full_name", "name").search(Search.EQUALITY))
                    .field(Field.sealed("birth_date", "birth-date").type(FieldType.DATE))
                    .field(Field.plain("city", "location"))
                    .build())
            .build();

    private Samples() {}

    static Policy policy() {
        return Policy.builder()
                .role(
                        "agent",
                        Grant.of(dev.protection.Action.READ, dev.protection.Action.MODIFY, dev.protection.Action.DELETE)
                                .purposes("support", "newsletter")
                                .categories("name", "email-address", "birth-date", "location")
                                .tenants(TenantScope.SUBTREE))
                .build(MAP);
    }

    static Protection.Builder builder() {
        return Protection.builder()
                .development()
                .dataMap(MAP)
                .policy(Samples::policy)
                .rootKey("test", aead())
                .stores(Stores.inMemory());
    }

    static ProtectionContext context(String purpose, String tenant) {
        return ProtectionContext.of(Actor.of("user-7", "agent", tenant), purpose, TenantId.of(tenant));
    }

    static Aead aead() {
        try {
            return KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(AesGcmParameters.builder()
                                    .setKeySizeBytes(32)
                                    .setIvSizeBytes(12)
                                    .setTagSizeBytes(16)
                                    .setVariant(AesGcmParameters.Variant.TINK)
                                    .build())
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Set<TenantId> tenants(String... names) {
        return java.util.Arrays.stream(names).map(TenantId::of).collect(java.util.stream.Collectors.toSet());
    }
}
