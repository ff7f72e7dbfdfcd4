/** Tests. */
@NullMarked
package dev.protection.core.retention;

import org.jspecify.annotations.NullMarked;
