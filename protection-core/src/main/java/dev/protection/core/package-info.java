/** The façade: {@link dev.protection.core.Protection} and where it keeps its state. */
@NullMarked
package dev.protection.core;

import org.jspecify.annotations.NullMarked;
