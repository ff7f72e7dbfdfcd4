/** Tests of the façade. */
@NullMarked
package dev.protection.core;

import org.jspecify.annotations.NullMarked;
