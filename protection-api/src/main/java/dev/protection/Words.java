package dev.protection;

import java.util.Locale;

/** How the constants of the vocabulary are written in files. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
