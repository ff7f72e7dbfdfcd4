package dev.protection.rights;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A record of a person's own data, in clear.
 *
 * @param ref which record
 * @param values the values by field, in the order of declaration: text, {@link Long}, {@link java.math.BigDecimal},
 *     {@link java.time.LocalDate}, {@link java.time.LocalDateTime}, {@link Boolean} or {@code byte[]}; empty for NULL
 *     and for what was erased
 * @param aboutOthers those of the fields that may say something about other people too: the copy marks them, so that
 *     whoever hands it out looks at them first (Art. 15(4) GDPR)
 * @param attachment a file that belongs to it
 */
public record ExportItem(
        RecordRef ref, Map<String, Optional<Object>> values, Set<String> aboutOthers, Optional<Attachment> attachment) {
    /**
     * Copies the parts.
     *
     * @param ref which record
     * @param values the values
     * @param aboutOthers the fields about others too
     * @param attachment the file
     */
    public ExportItem {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(attachment, "attachment");
        aboutOthers = Collections.unmodifiableSortedSet(new TreeSet<>(aboutOthers));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "ExportItem " + ref;
    }

    /** A file of an export, read when it is written out. */
    public interface Attachment {
        /**
         * Returns its name.
         *
         * @return a file name without directories
         */
        String name();

        /**
         * Opens it.
         *
         * @return its bytes; closed by the caller
         * @throws IOException when it cannot be read
         */
        InputStream open() throws IOException;
    }
}
