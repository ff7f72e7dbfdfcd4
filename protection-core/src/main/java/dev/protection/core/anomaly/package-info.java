/** How anomalies are noticed: detectors over one stream of events, in bounded memory. */
@NullMarked
package dev.protection.core.anomaly;

import org.jspecify.annotations.NullMarked;
