/** Anomalies: security events in, explained findings out (Art. 32(1)(b), (d) and 33 GDPR). */
@NullMarked
package dev.protection.anomaly;

import org.jspecify.annotations.NullMarked;
