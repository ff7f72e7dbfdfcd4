/** The record of what was done with personal data: events, the append-only log, checkpoints and proofs. */
@NullMarked
package dev.protection.audit;

import org.jspecify.annotations.NullMarked;
