package dev.protection.core.measures;

import dev.protection.DataMap;
import dev.protection.StandingFinding;
import dev.protection.access.Access;
import dev.protection.anomaly.FindingStore;
import dev.protection.audit.AuditLog;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.rights.PersonalDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is measured.
 *
 * @param map the declaration
 * @param access the decisions
 * @param keys the key store
 * @param log the record of what was done
 * @param findings the store of findings
 * @param sources every place with data of persons
 * @param standing what is weaker than it should be, at the time it is asked
 */
public record MeasuresParts(
        DataMap map,
        Access access,
        WrappedKeyStore keys,
        AuditLog log,
        FindingStore findings,
        List<PersonalDataSource> sources,
        Supplier<List<StandingFinding>> standing) {
    List<Probe> probes() {
        List<Probe> probes = new ArrayList<>(DeclarationProbe.all(map));
        probes.add(AccessProbe.ofRights(map, access));
        probes.add(AccessProbe.ofPurposes(map, access));
        probes.addAll(StoreProbes.all(keys, log, findings));
        probes.addAll(SourceProbe.all(map, sources));
        return probes.stream()
                .<Probe>map(probe -> new Weakened(probe, standing))
                .toList();
    }
}
