package dev.protection.samples.benchmarks;

import org.openjdk.jmh.annotations.State;

/** One table of persons that several callers use at the same time. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
public class SharedPersons extends Persons {
    @Override
    boolean isShared() {
        return true;
    }
}
