package dev.protection.spring.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Protects what a routing data source leads to, each target under its own declaration. */
final class RoutingProtection {
    private RoutingProtection() {}

    static void protect(AbstractRoutingDataSource routing, UnaryOperator<DataSource> protector) {
        Map<Object, Object> targets = new HashMap<>();
        boolean replaced = false;
        for (Map.Entry<Object, DataSource> each :
                routing.getResolvedDataSources().entrySet()) {
            DataSource target = protector.apply(each.getValue());
            replaced |= target != each.getValue();
            targets.put(each.getKey(), target);
        }
        DataSource fallback = routing.getResolvedDefaultDataSource();
        DataSource protectedFallback = fallback == null ? null : protector.apply(fallback);
        if (replaced || protectedFallback != fallback) {
            routing.setTargetDataSources(targets);
            if (protectedFallback != null) {
                routing.setDefaultTargetDataSource(protectedFallback);
            }
            routing.initialize();
        }
    }
}
