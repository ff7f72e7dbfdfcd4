/** Keeps persons' data from the uses that are not lawful for it. */
@NullMarked
package dev.protection.core.lawfulness;

import org.jspecify.annotations.NullMarked;
