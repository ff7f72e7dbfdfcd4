/** Decides how long data is kept. */
@NullMarked
package dev.protection.core.retention;

import org.jspecify.annotations.NullMarked;
