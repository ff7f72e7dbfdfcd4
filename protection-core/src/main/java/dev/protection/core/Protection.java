package dev.protection.core;

import com.google.crypto.tink.Aead;
import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.StandingFinding;
import dev.protection.access.Access;
import dev.protection.access.BreakGlass;
import dev.protection.access.Policy;
import dev.protection.access.PolicyChange;
import dev.protection.access.PolicySource;
import dev.protection.access.PolicyTrial;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.LocationResolver;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditLog;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.lawfulness.Consents;
import dev.protection.measures.Measures;
import dev.protection.retention.Retention;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.SubjectRights;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * The library, configured: every control that follows from one declaration of personal data.
 *
 * <p>Safe for use by several threads. Close it when the application stops; it owns threads and connections.
 */
public interface Protection extends AutoCloseable {
    /**
     * Starts from a configuration file.
     *
     * @param location a path, or {@code classpath:} and a resource
     * @return the library, running
     * @throws ConfigurationException naming every problem found; nothing was started
     */
    static Protection load(String location) {
        return builder().config(location).build();
    }

    /**
     * Starts a configuration in code.
     *
     * @return a builder
     */
    static Builder builder() {
        return new ProtectionBuilder();
    }

    /**
     * Binds a context to this thread.
     *
     * @param context who acts, why and for whom
     * @return the scope, to be closed on this thread
     */
    Scope open(ProtectionContext context);

    /**
     * Carries this thread's context to whichever thread runs the task.
     *
     * @param <T> what the task returns
     * @param task the task
     * @return a task that runs under the context that was bound when this was called, or under none
     */
    <T> Callable<T> carry(Callable<T> task);

    /**
     * Returns a dataset for hosts that store rows themselves.
     *
     * @param name a declared dataset
     * @return the dataset
     * @throws IllegalArgumentException when none is declared under this name
     */
    ProtectedDataset dataset(String name);

    /**
     * Returns the decisions.
     *
     * @return who may do what
     */
    Access access();

    /**
     * Observes a policy before it is put in force: what the policy in force permits is decided by this one too, and counted
     * where it would refuse. It refuses nothing. One is observed at a time; the begin is recorded.
     *
     * @param candidate the policy
     * @return what it would have refused, until it is closed
     * @throws ConfigurationException when it does not fit the declaration
     */
    PolicyTrial observePolicy(Policy candidate);

    /**
     * Returns access in an emergency.
     *
     * @return breaks the glass, and has it reviewed
     */
    BreakGlass breakGlass();

    /**
     * Asks the {@link PolicySource} for its policy and puts it in force on this node, without a restart. When this
     * returns, the next statement is decided by it, also under a context that was bound before. The change is recorded
     * with who made it, taken from the bound context if there is one, and what differs.
     *
     * @return the change
     * @throws dev.protection.ProtectionException when the source fails, the policy does not fit the declaration, or the
     *     record cannot be kept; the policy before stays in force
     */
    PolicyChange reloadPolicy();

    /**
     * Returns the rights of the persons whose data it is (Art. 15, 17, 20 GDPR). A request is decided about like a read
     * or a removal of everything the person has: it needs COPY, or DELETE, in every dataset concerned.
     *
     * @return export and erasure
     */
    SubjectRights rights();

    /**
     * Returns what persons have consented to (Art. 7 GDPR), and its proof.
     *
     * @return consents; they are given and withdrawn as requests of {@link #rights()}
     */
    Consents consents();

    /**
     * Returns retention (Art. 5(1)(e) GDPR): plans, runs and legal holds, decided about as removals.
     *
     * @return retention
     */
    Retention retention();

    /**
     * Returns the detectors of unusual use.
     *
     * @return events in, findings out
     */
    Anomaly anomaly();

    /**
     * Returns the record of what was done.
     *
     * @return the log
     */
    AuditLog audit();

    /**
     * Returns the declared text of technical and organisational measures (Art. 32 GDPR) with the evidence behind it.
     *
     * @return the measures; their report has no sentences when no text is declared
     */
    Measures measures();

    /**
     * Returns the declaration everything follows from.
     *
     * @return the data map
     */
    DataMap dataMap();

    /**
     * Returns what is weaker than it should be in production, as long as it is.
     *
     * @return the findings; empty when nothing is
     */
    List<StandingFinding> standingFindings();

    /** Stops the library's threads and closes its connections; what was acknowledged is kept. */
    @Override
    void close();

    /** Everything the file can say, plus what a file cannot carry. Not for use by several threads. */
    interface Builder {
        /**
         * Reads a configuration file; what is set here too goes before the file.
         *
         * @param location a path, or {@code classpath:} and a resource
         * @return this builder
         */
        Builder config(String location);

        /**
         * Sets the declaration.
         *
         * @param map the data map
         * @return this builder
         */
        Builder dataMap(DataMap map);

        /**
         * Adds the datasets that entity or record classes declare by {@link dev.protection.PersonalData}.
         *
         * @param types annotated classes
         * @return this builder
         */
        Builder annotated(Class<?>... types);

        /**
         * Sets where the policy comes from.
         *
         * @param policy the source
         * @return this builder
         */
        Builder policy(PolicySource policy);

        /**
         * Sets the tree of tenants.
         *
         * @param tree the tree
         * @return this builder
         */
        Builder tenants(TenantTree tree);

        /**
         * Sets the root key.
         *
         * @param root wraps the tenants' keys
         * @return this builder
         */
        Builder rootKey(KeyWrapper root);

        /**
         * Sets the root key to any AEAD of Tink, such as one of a key management system.
         *
         * @param name a short name for logs and findings
         * @param aead wraps the tenants' keys
         * @return this builder
         */
        Builder rootKey(String name, Aead aead);

        /**
         * Sets where state is kept.
         *
         * @param stores the stores; the library closes them
         * @return this builder
         */
        Builder stores(Stores stores);

        /**
         * Adds a place that keeps the head of the log; the configuration's are then not used.
         *
         * @param anchor the place
         * @return this builder
         */
        Builder anchor(Anchor anchor);

        /**
         * Sets what knows where network addresses are, for the detectors.
         *
         * @param resolver the resolver; without one, places are unknown
         * @return this builder
         */
        Builder locations(LocationResolver resolver);

        /**
         * Adds a place with personal data that is not a declared table.
         *
         * @param source the source
         * @return this builder
         */
        Builder source(PersonalDataSource source);

        /**
         * Adds a place with personal data that cannot be made yet, for example because it is itself reached through what
         * is being protected.
         *
         * @param source asked when the first request needs it; gives the same source each time
         * @return this builder
         */
        Builder laterSource(Supplier<PersonalDataSource> source);

        /**
         * Sets the clock, for tests.
         *
         * @param clock tells the time
         * @return this builder
         */
        Builder clock(InstantSource clock);

        /**
         * Sets where metrics go.
         *
         * @param meters the registry
         * @return this builder
         */
        Builder meters(MeterRegistry meters);

        /**
         * Sets the fixed context for programs that set none of their own.
         *
         * @param context the context
         * @return this builder
         */
        Builder fixedContext(ProtectionContext context);

        /**
         * Says that the host supplies contexts, so that a fixed context beside it is an error: work that lost its own
         * would act under it.
         *
         * @param supplier what supplies them, such as a framework
         * @return this builder
         */
        Builder contextsFrom(String supplier);

        /**
         * Sets what {@link dev.protection.MissingContextException} tells the reader to do.
         *
         * @param remedy a sentence that fits the host
         * @return this builder
         */
        Builder contextRemedy(String remedy);

        /**
         * Adds standing findings that the host makes about itself.
         *
         * @param host asked each time findings are wanted
         * @return this builder
         */
        Builder findings(Supplier<List<StandingFinding>> host);

        /**
         * Chooses the development profile, in which what is not named is defaulted and reported as a standing finding.
         *
         * @return this builder
         */
        Builder development();

        /**
         * Sets where the stores with the data are when the configuration does not say; a driver names its own database.
         *
         * @param database the data's database
         * @return this builder
         */
        Builder dataStore(StoresSettings.Database database);

        /**
         * Starts the library.
         *
         * @return the library, running
         * @throws ConfigurationException naming every problem found; nothing was started
         */
        Protection build();
    }
}
