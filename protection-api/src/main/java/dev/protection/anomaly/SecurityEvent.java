package dev.protection.anomaly;

import dev.protection.Action;
import dev.protection.TenantId;
import java.time.Instant;
import java.util.Objects;

/** Something that happened and may be part of an attack. Holds keyed hashes, never addresses or values. */
public sealed interface SecurityEvent {
    /**
     * Returns when it happened.
     *
     * @return by the clock of the node where it happened
     */
    Instant at();

    /**
     * Returns in whose tenant it happened.
     *
     * @return the tenant
     */
    TenantId tenant();

    /**
     * Returns who did it.
     *
     * @return the id of the account or service
     */
    String actor();

    /**
     * An attempt to sign in. For a name that is no account, pass a keyed hash of it: people type passwords there.
     *
     * @param at when
     * @param tenant in whose tenant
     * @param actor the id of the account that was tried
     * @param succeeded whether it succeeded
     * @param origin where it came from
     */
    record SignIn(Instant at, TenantId tenant, String actor, boolean succeeded, Origin origin)
            implements SecurityEvent {
        /**
         * Checks the parts.
         *
         * @param at when
         * @param tenant in whose tenant
         * @param actor the account
         * @param succeeded whether it succeeded
         * @param origin where it came from
         */
        public SignIn {
            check(at, tenant, actor);
            Objects.requireNonNull(origin, "origin");
        }
    }

    /**
     * A sign of life of a session.
     *
     * @param at when
     * @param tenant in whose tenant
     * @param actor the account
     * @param session a keyed hash of the session's id
     * @param phase what became of the session
     * @param origin where it is used from
     */
    record Session(Instant at, TenantId tenant, String actor, KeyedHash session, Phase phase, Origin origin)
            implements SecurityEvent {
        /**
         * Checks the parts.
         *
         * @param at when
         * @param tenant in whose tenant
         * @param actor the account
         * @param session the session
         * @param phase what became of it
         * @param origin where it is used from
         */
        public Session {
            check(at, tenant, actor);
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(origin, "origin");
        }

        /** What became of a session. */
        public enum Phase {
            /** It began. */
            START,
            /** It was used, perhaps from another place than before. */
            MOVE,
            /** It ended. */
            END
        }
    }

    /**
     * Access was refused.
     *
     * @param at when
     * @param tenant for whose tenant the work was
     * @param actor who asked
     * @param action what was asked for
     * @param dataset on which dataset
     * @param rule the rule that refused
     */
    record Refused(Instant at, TenantId tenant, String actor, Action action, String dataset, String rule)
            implements SecurityEvent {
        /**
         * Checks the parts.
         *
         * @param at when
         * @param tenant for whose tenant
         * @param actor who asked
         * @param action what was asked for
         * @param dataset on which dataset
         * @param rule the rule that refused
         */
        public Refused {
            check(at, tenant, actor);
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(dataset, "dataset");
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * Data of persons was opened.
     *
     * @param at when
     * @param tenant for whose tenant the work was
     * @param actor who opened it
     * @param action READ or COPY
     * @param dataset of which dataset
     * @param subjects how many persons; not negative
     */
    record Opened(Instant at, TenantId tenant, String actor, Action action, String dataset, long subjects)
            implements SecurityEvent {
        /**
         * Checks the parts.
         *
         * @param at when
         * @param tenant for whose tenant
         * @param actor who opened it
         * @param action READ or COPY
         * @param dataset of which dataset
         * @param subjects how many persons
         */
        public Opened {
            check(at, tenant, actor);
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(dataset, "dataset");
            if (subjects < 0) {
                throw new IllegalArgumentException("a count of persons is not negative");
            }
        }
    }

    /**
     * Somebody has broken the glass.
     *
     * @param at when
     * @param tenant for whose tenant
     * @param actor who
     * @param emergency names it in the log
     */
    record GlassBroken(Instant at, TenantId tenant, String actor, String emergency) implements SecurityEvent {
        /**
         * Checks the parts.
         *
         * @param at when
         * @param tenant for whose tenant
         * @param actor who
         * @param emergency names it
         */
        public GlassBroken {
            check(at, tenant, actor);
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    private static void check(Instant at, TenantId tenant, String actor) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(actor, "actor");
    }
}
