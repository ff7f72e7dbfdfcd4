/**
 * The technical and organisational measures that a processor promises (Art. 24, 28(3)(h), 32 GDPR): the text as data, the
 * controls behind each sentence, and the evidence that each has as of a day.
 */
@NullMarked
package dev.protection.measures;

import org.jspecify.annotations.NullMarked;
