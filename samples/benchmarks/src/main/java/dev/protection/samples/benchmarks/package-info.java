/** What protection costs, measured side by side with the plain driver and with ShardingSphere-JDBC. */
@NullMarked
package dev.protection.samples.benchmarks;

import org.jspecify.annotations.NullMarked;
