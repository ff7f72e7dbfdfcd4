package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;

/** Sees what the flows did, for the detectors of unusual use. Called after the record was kept; must be quick. */
public interface Observer {
    /**
     * Values of some persons were opened.
     *
     * @param context who read, and why
     * @param dataset where
     * @param subjects how many persons, at least 0
     */
    void opened(ProtectionContext context, Dataset dataset, int subjects);

    /**
     * Something was refused.
     *
     * @param context whom
     * @param action what
     * @param dataset where
     * @param code why
     */
    void refused(ProtectionContext context, Action action, Dataset dataset, String code);
}
