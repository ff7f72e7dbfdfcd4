/** Tests of anomaly detection. */
@NullMarked
package dev.protection.core.anomaly;

import org.jspecify.annotations.NullMarked;
