package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.LegalBasis;
import dev.protection.ProtectionContext;
import dev.protection.Purpose;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.Decision;
import dev.protection.access.Policy;
import dev.protection.access.Tenant;
import dev.protection.access.TenantTree;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An agency with clients and their pages, and an enterprise with locations. */
final class AccessFixture {
    static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@example.com")
            .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "email-address"))
            .purpose(Purpose.of("invoicing", LegalBasis.CONTRACT, "name", "postal-address"))
            .purpose(Purpose.of("research", LegalBasis.CONSENT, "health"))
            .dataset(Dataset.named("contact")
                    .purposes("support", "invoicing")
                    .subject("contact", "id")
                    .tenant("tenant_id")
                    .field(Field.sealed("full_name", "name"))
                    .field(Field.sealed("email", "email-address"))
                    .field(Field.sealed("street", "postal-address"))
                    .build())
            .dataset(Dataset.named("study")
                    .purposes("research")
                    .subject("contact", "id")
                    .tenant(new TenantPath.Fixed(TenantId.of("lab")))
                    .field(Field.sealed("finding", "health"))
                    .build())
            .build();

    static final TenantTree TREE = TenantTree.of(List.of(
            Tenant.root("agency"),
            Tenant.under("client", "agency").asController(),
            Tenant.under("page", "client"),
            Tenant.under("other-page", "client"),
            Tenant.root("enterprise"),
            Tenant.under("location", "enterprise"),
            Tenant.root("lab")));

    private AccessFixture() {}

    static AccessEngine engine(Policy policy) {
        return new AccessEngine(MAP, () -> policy, TREE, InstantSource.system());
    }

    static ProtectionContext context(Set<String> roles, String purpose, String tenant, String... assigned) {
        Set<TenantId> tenants = Arrays.stream(assigned).map(TenantId::of).collect(Collectors.toSet());
        return ProtectionContext.of(new Actor("actor-7", roles, tenants, Map.of()), purpose, TenantId.of(tenant));
    }

    static Dataset dataset(String name) {
        return MAP.dataset(name).orElseThrow();
    }

    static Decision decide(AccessEngine engine, ProtectionContext context, Action action, String place, String tenant) {
        String[] parts = place.split("\\.", -1);
        Dataset dataset = dataset(parts[0]);
        Optional<Field> field = parts.length == 1 ? Optional.empty() : dataset.field(parts[1]);
        return engine.decide(context, action, dataset, field, TenantId.of(tenant));
    }
}
