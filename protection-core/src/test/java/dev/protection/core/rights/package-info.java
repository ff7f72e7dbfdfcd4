/** Tests. */
@NullMarked
package dev.protection.core.rights;

import org.jspecify.annotations.NullMarked;
