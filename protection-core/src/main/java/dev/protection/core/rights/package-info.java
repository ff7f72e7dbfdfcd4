/** Fulfils the rights of the persons whose data it is. */
@NullMarked
package dev.protection.core.rights;

import org.jspecify.annotations.NullMarked;
