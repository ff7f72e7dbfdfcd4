package dev.protection.anomaly;

import dev.protection.testing.LocationResolverContract;

class NoLocationTest extends LocationResolverContract {
    @Override
    protected LocationResolver resolver() {
        return LocationResolver.none();
    }
}
