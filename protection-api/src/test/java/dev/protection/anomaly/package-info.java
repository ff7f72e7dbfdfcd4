/** Tests of what anomaly detection promises. */
@NullMarked
package dev.protection.anomaly;

import org.jspecify.annotations.NullMarked;
