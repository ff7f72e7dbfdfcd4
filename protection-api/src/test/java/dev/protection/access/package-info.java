/** Tests of what access promises. */
@NullMarked
package dev.protection.access;

import org.jspecify.annotations.NullMarked;
