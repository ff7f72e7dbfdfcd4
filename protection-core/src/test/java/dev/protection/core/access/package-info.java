/** Tests of the decision engine. */
@NullMarked
package dev.protection.core.access;

import org.jspecify.annotations.NullMarked;
