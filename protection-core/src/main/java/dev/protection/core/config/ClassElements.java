package dev.protection.core.config;

import dev.protection.PersonalData;

/** The elements of {@link PersonalData} that are for classes. */
final class ClassElements {
    private ClassElements() {}

    /** Tells whether all of them have their defaults. */
    static boolean unset(PersonalData mark) {
        return (mark.dataset() + mark.table() + mark.since() + mark.eraseAfter()).isEmpty()
                && mark.key().length + mark.purposes().length == 0;
    }
}
