/** Tests of the vocabulary. */
@NullMarked
package dev.protection;

import org.jspecify.annotations.NullMarked;
