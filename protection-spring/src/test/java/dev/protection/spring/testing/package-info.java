/** What the tests of this module share. */
@NullMarked
package dev.protection.spring.testing;

import org.jspecify.annotations.NullMarked;
