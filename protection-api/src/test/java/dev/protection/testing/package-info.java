/** Contract kits: what every implementation of a port must keep, as tests to extend. */
@NullMarked
package dev.protection.testing;

import org.jspecify.annotations.NullMarked;
