package dev.protection.core.rights;

import java.util.List;

/** What a job needs to go on. */
public sealed interface JobContent permits ErasureJob, ExportJob, RetentionJob, StateJob {
    /**
     * Returns who asked for it.
     *
     * @return who
     */
    Who who();

    /**
     * Returns why it waits, was delayed or rejected.
     *
     * @return empty otherwise
     */
    List<String> reasons();

    /**
     * Returns this job without the person it is about.
     *
     * @param why why it ends
     * @return a copy
     */
    JobContent forgotten(List<String> why);
}
