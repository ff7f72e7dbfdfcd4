package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.context;
import static dev.protection.core.access.AccessFixture.dataset;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionAllocationTest {
    private static final int DECISIONS = 100_000;
    private static final Policy POLICY = Policy.builder()
            .role(
                    "a",
                    Grant.of(Action.READ).purposes("support").categories("name").tenants(TenantScope.SUBTREE))
            .build(MAP);

    @Test
    void aResolvedDecisionAllocatesNothing() {
        AccessEngine engine = AccessFixture.engine(POLICY);
        ResolvedQuestion question = engine.resolve(
                context(Set.of("a"), "support", "page", "agency"),
                Action.READ,
                dataset("contact"),
                dataset("contact").field("full_name"));
        ResolvedTenant page = engine.resolve(TenantId.of("page"));
        ResolvedTenant lab = engine.resolve(TenantId.of("lab"));
        assertThat(permitted(question, page, lab)).isEqualTo(DECISIONS);

        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long permitted = permitted(question, page, lab);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(permitted).isEqualTo(DECISIONS);
        assertThat(allocated).isLessThan(DECISIONS);
    }

    private static long permitted(ResolvedQuestion question, ResolvedTenant mine, ResolvedTenant other) {
        long permitted = 0;
        for (int i = 0; i < DECISIONS; i++) {
            permitted += question.permits(mine) ? 1 : 0;
            permitted += question.permits(other) ? 1 : 0;
        }
        return permitted;
    }
}
