package dev.protection.jdbc.store;

import dev.protection.core.Stores;
import dev.protection.core.StoresProvider;
import dev.protection.core.StoresSettings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/** Opens the stores on JDBC; found by {@link java.util.ServiceLoader}. */
public final class JdbcStoresProvider implements StoresProvider {
    private static final int NODE_BYTES = 8;

    /** For the service loader. */
    public JdbcStoresProvider() {}

    @Override
    public Stores open(StoresSettings settings) {
        SecureRandom random = new SecureRandom();
        byte[] node = new byte[NODE_BYTES];
        random.nextBytes(node);
        return new JdbcStores(
                StorePlaces.open(settings), settings, HexFormat.of().formatHex(node), InstantSource.system());
    }
}
