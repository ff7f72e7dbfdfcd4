package dev.protection.core.testing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.core.Stores;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one test has: a protection, its clock, and the context it runs under. */
record RunningTest(Protection protection, TestClock clock, Optional<ProtectionContext> context, Optional<Scope> scope) {
    static RunningTest begin(UnaryOperator<Protection.Builder> settings, Optional<ActingAs> acting) {
        if (ProtectionContext.current().isPresent()) {
            throw new AssertionError(
                    "a context was bound to this thread before the test began: see the test before it");
        }
        TestClock clock = new TestClock();
        Protection.Builder builder = Protection.builder()
                .development()
                .rootKey("in memory", rootKey())
                .stores(Stores.inMemory())
                .clock(clock);
        Protection protection = settings.apply(builder).build();
        Optional<ProtectionContext> context = acting.map(RunningTest::context);
        return new RunningTest(protection, clock, context, context.map(ProtectionContext::open));
    }

    private static ProtectionContext context(ActingAs acting) {
        Actor actor = Actor.of(acting.actor(), acting.role(), acting.tenant());
        return ProtectionContext.of(actor, acting.purpose(), TenantId.of(acting.tenant()));
    }

    static Aead rootKey() {
        try {
            return KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    ProtectionProbe probe() {
        return new ProtectionProbe(protection);
    }

    void end() {
        try {
            if (!ProtectionContext.current().equals(context)) {
                throw new AssertionError("the test left another context bound to its thread than it was given:"
                        + " close every scope it opens, and none that it did not");
            }
            scope.ifPresent(Scope::close);
        } finally {
            protection.close();
        }
    }
}
