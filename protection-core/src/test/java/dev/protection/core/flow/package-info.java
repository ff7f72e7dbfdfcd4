/** Tries to break the flows. */
@NullMarked
package dev.protection.core.flow;

import org.jspecify.annotations.NullMarked;
