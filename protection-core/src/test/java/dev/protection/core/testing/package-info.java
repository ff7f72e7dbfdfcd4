/** For the tests of applications: the library in memory, with a clock to set and what it recorded to look at. */
@NullMarked
package dev.protection.core.testing;

import org.jspecify.annotations.NullMarked;
