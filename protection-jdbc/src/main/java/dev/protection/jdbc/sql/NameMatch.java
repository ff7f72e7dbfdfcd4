package dev.protection.jdbc.sql;

/** Compares one written name with many stored ones. */
final class NameMatch {
    private final String wanted;
    private final boolean loose;

    private NameMatch(String wanted, boolean loose) {
        this.wanted = wanted;
        this.loose = loose;
    }

    /** As the database compares: MariaDB ignores case and accents, the others fold what is not quoted. */
    static NameMatch of(Name name, Dialect dialect) {
        return switch (dialect) {
            case MARIADB -> loose(name);
            case POSTGRESQL -> new NameMatch(name.quoted() ? name.text() : Folding.ascii(name.text()), false);
            case H2 -> name.quoted() ? new NameMatch(name.text(), false) : loose(name);
        };
    }

    /** As any database might compare. */
    static NameMatch loose(Name name) {
        return new NameMatch(Folding.loosely(name.text()), true);
    }

    boolean matches(String stored) {
        if (!loose) {
            return wanted.equals(stored);
        }
        return wanted.equalsIgnoreCase(stored)
                || (!Folding.asciiOnly(stored) && wanted.equals(Folding.loosely(stored)));
    }
}
