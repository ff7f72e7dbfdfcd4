package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.Stores;
import dev.protection.core.StoresProvider;
import dev.protection.core.StoresSettings;
import dev.protection.core.StoresSettings.Database;
import dev.protection.core.StoresSettings.TenantTable;
import dev.protection.testing.servers.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcStoresProviderTest {
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("client"), "contact", 1);

    @ParameterizedTest
    @EnumSource
    void open_inDevelopment_makesOnePlaceServeAll(TestDatabase database) {
        Database place = place(database.freshDatabase());
        try (Stores stores = open(new StoresSettings(place, place, place, true, Optional.empty()))) {
            assertThat(stores.keys().tenants()).isEmpty();
            assertThat(stores.audit().head().size()).isZero();
            assertThat(stores.states(KeyDigests::subject).get(List.of(ANNA))).hasSize(1);
            assertThat(stores.tenants()).isEmpty();
        }
        try (Stores again = open(new StoresSettings(place, place, place, false, Optional.empty()))) {
            assertThat(again.keys().tenants()).isEmpty();
        }
    }

    @Test
    void open_keepsKeysApartFromTheData() {
        Database data = place(TestDatabase.H2.freshDatabase());
        Database keys = place(TestDatabase.H2.freshDatabase());
        Optional<TenantTable> tree =
                Optional.of(new TenantTable("tenant", "id", Optional.of("parent"), Optional.empty()));
        try (Stores stores = open(new StoresSettings(data, keys, keys, true, tree));
                StoreConnections beside = TestStores.open(data.url())) {
            assertThat(stores.keys().tenants()).isEmpty();
            assertThat(stores.tenants()).isPresent();
            assertThatThrownBy(() -> new SchemaInstaller(beside, false).ensure(SchemaPart.KEYS))
                    .isInstanceOf(SchemaException.class);
        }
    }

    @Test
    void open_whereNothingAnswers_isATypedErrorWithoutThePassword() {
        Database nowhere =
                new Database("jdbc:postgresql://localhost:1/none", Optional.of("user"), Optional.of("secret word"));
        assertThatThrownBy(() -> open(new StoresSettings(nowhere, nowhere, nowhere, true, Optional.empty())))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("PROT-STORE-UNAVAILABLE")
                .hasMessageNotContaining("secret");
    }

    private static Database place(String url) {
        return new Database(url, Optional.empty(), Optional.empty());
    }

    private static Stores open(StoresSettings settings) {
        return ServiceLoader.load(StoresProvider.class)
                .findFirst()
                .orElseThrow()
                .open(settings);
    }
}
