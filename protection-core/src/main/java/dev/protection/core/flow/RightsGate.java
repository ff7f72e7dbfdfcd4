package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.audit.AuditLog;
import dev.protection.core.audit.AuditEngine;
import dev.protection.encryption.KeyHandle;
import dev.protection.lawfulness.Consents;
import dev.protection.retention.Retention;
import dev.protection.rights.SubjectRights;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may have a person's data exported or erased, see or approve it, ask who has seen it, and who may let
 * retention run: whoever may COPY, DELETE, or READ, in every dataset that holds the kind of person, in that person's tenant. Nothing passes it undecided.
 */
public final class RightsGate {
    private final DataMap map;
    private final Contexts contexts;
    private final Gate gate;

    RightsGate(DataMap map, Contexts contexts, Gate gate) {
        this.map = map;
        this.contexts = contexts;
        this.gate = gate;
    }

    /** What no dataset holds may have data anywhere: in a source of its own, or under a former declaration. */
    ProtectionContext require(RequestConcern concern) {
        ProtectionContext context = contexts.current();
        List<Dataset> concerned =
                map.datasets().values().stream().filter(concern::concerns).toList();
        for (Dataset dataset : concerned.isEmpty() ? List.copyOf(map.datasets().values()) : concerned) {
            gate.require(context, concern.action(), dataset, Optional.empty(), concern.tenant());
        }
        return context;
    }

    /** For a question about a person that is answered from what the library itself keeps. */
    void asked(ProtectionContext context, Action action, Set<KeyHandle> person, String of) {
        gate.asked(context, action, person, of);
    }

    /** For what reaches everybody: a plan and a run of retention. */
    void requireEverywhere() {
        require(new RequestConcern(Action.DELETE, ProtectedRead.ANY_TENANT, Optional.empty()));
    }

    /**
     * Returns the record behind its decisions.
     *
     * @param engine the record
     * @param keys the keys of persons
     * @return for applications
     */
    public AuditLog log(AuditEngine engine, KeyDestruction keys) {
        return new DecidedLog(this, engine, keys);
    }

    /**
     * Returns the rights behind their decisions.
     *
     * @param flows the flows
     * @return for applications
     */
    public SubjectRights rights(RightsFlows flows) {
        return new DecidedRights(this, flows.rights());
    }

    /**
     * Returns what is known of consents behind its decisions.
     *
     * @param flows the flows
     * @return for applications
     */
    public Consents consents(RightsFlows flows) {
        return new DecidedConsents(this, flows.parts());
    }

    /**
     * Returns retention behind its decisions.
     *
     * @param flows the flows
     * @return for applications
     */
    public Retention retention(RightsFlows flows) {
        return new DecidedRetention(this, flows.retention());
    }
}
