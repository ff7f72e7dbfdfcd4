package dev.protection.core.config;

import dev.protection.IndexScope;
import dev.protection.PersonalData;

/** The elements of {@link PersonalData} that are for members. */
final class MemberElements {
    private MemberElements() {}

    /** Tells whether all of them have their defaults. */
    static boolean unset(PersonalData mark) {
        return (mark.category() + mark.column() + mark.indexGroup()).isEmpty()
                && !mark.encrypt()
                && !mark.provided()
                && !mark.exactCollation()
                && mark.indexScope() == IndexScope.CONTROLLER
                && mark.type().length + mark.search().length + mark.normalise().length + mark.whenErased().length == 0;
    }
}
