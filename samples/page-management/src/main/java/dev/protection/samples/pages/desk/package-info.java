/** What the library itself has to show: refusals, copies, erasures, retention, findings, the log and the measures. */
@NullMarked
package dev.protection.samples.pages.desk;

import org.jspecify.annotations.NullMarked;
