package dev.protection.jdbc.attack;

import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import java.util.Optional;

/** The process that is killed. Arguments: database URL, configuration, errand, number of the place to stop at. */
final class Victim {
    private Victim() {}

    /**
     * Runs the errand.
     *
     * @param arguments see above
     * @throws Exception when anything fails
     */
    public static void main(String[] arguments) throws Exception {
        KilledDriver.register();
        StoresSettings.Database data =
                new StoresSettings.Database(KilledDriver.url(arguments[0]), Optional.empty(), Optional.empty());
        try (Protection protection =
                Protection.builder().config(arguments[1]).dataStore(data).build()) {
            KillPoints.count(Integer.parseInt(arguments[3]));
            Errand.valueOf(arguments[2]).run(protection, Optional.empty());
            System.out.println("DONE " + KillPoints.passed());
        }
    }
}
