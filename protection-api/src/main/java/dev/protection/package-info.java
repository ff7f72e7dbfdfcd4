/** The vocabulary: the words every capability shares. */
@NullMarked
package dev.protection;

import org.jspecify.annotations.NullMarked;
